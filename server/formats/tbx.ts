// TBX-Basic (ISO 30042): concepts with their terms by language. Read in the editions of 2008 and 2019, written in that of 2019.
import { UserError } from '../errors.ts';
import type { Read } from './bilingual.ts';
import { type FileTerm, gathered, type TermFile } from './terms.ts';
import { eventsOf, localName } from './xml.ts';
import { attributeOf, childOf, descendants, elementsOf, TreeBuilder, textOf, type XmlTree } from './xml-tree.ts';
import { element, write, type XmlElement } from './xml-write.ts';

const CONCEPT = /^(termEntry|conceptEntry)$/;
const SECTION = /^(langSet|langSec)$/;
const STATUS = /^(administrativeStatus|normativeAuthorization)$/;
const RULED_OUT = /^(deprecatedTerm|supersededTerm)(-admn-sts)?$/;

interface Section {
  language: string;
  words: string[];
  forbidden: string[];
}

/**
 * Reads TBX. The first language of a concept, or `from`, is the source; each of its terms becomes one entry for every other
 * language. Deprecated and superseded terms are forbidden words. Throws a UserError for XML that is broken or no TBX.
 */
export function readTbx(text: string, from?: string): TermFile {
  const read: Read<FileTerm & { at: string }>[] = [];
  let [isTbx, tree]: [boolean, TreeBuilder | null] = [false, null];
  for (const event of eventsOf(text)) {
    if (event.kind === 'open' && !tree) {
      const local = localName(event.name);
      isTbx ||= local === 'tbx' || local === 'martif';
      if (isTbx && CONCEPT.test(local)) tree = new TreeBuilder(event);
    } else if (tree?.take(event)) {
      read.push(...entriesOf(tree.root, from));
      tree = null;
    }
  }
  if (!isTbx) throw new UserError('bad-terms', 'the file is no TBX: bring a file whose root is <tbx> or <martif>');
  return gathered(read);
}

function* entriesOf(concept: XmlTree, from: string | undefined): Generator<Read<FileTerm & { at: string }>> {
  const at = `line ${concept.line}`;
  const sections = elementsOf(concept)
    .filter(({ local }) => SECTION.test(local))
    .map(sectionOf);
  const source =
    from === undefined ? sections[0] : sections.find(({ language }) => primary(language) === primary(from));
  const others = sections.filter((one) => one !== source && one.language !== '');
  if (!source || source.language === '' || source.words.length === 0 || others.length === 0) {
    const why = 'the concept has no term in the source language and in another one';
    yield { kind: 'refused', at, why };
    return;
  }
  const note = noteOf(concept);
  for (const { language, words, forbidden } of others) {
    for (const word of source.words)
      yield {
        kind: 'unit',
        unit: { from: source.language, to: language, source: word, targets: words, forbidden, note, at },
      };
  }
}

function sectionOf(section: XmlTree): Section {
  const found: Section = { language: attributeOf(section, 'lang') ?? '', words: [], forbidden: [] };
  for (const own of elementsOf(section)) {
    const words = [...descendants(own, 'term')].map((term) => spaced(textOf(term))).filter((word) => word !== '');
    (isRuledOut(own) ? found.forbidden : found.words).push(...words);
  }
  return found;
}

function isRuledOut(termSection: XmlTree): boolean {
  return [...descendants(termSection, 'termNote')].some(
    (note) => STATUS.test(attributeOf(note, 'type') ?? '') && RULED_OUT.test(textOf(note).trim()),
  );
}

function noteOf(concept: XmlTree): string | null {
  const note = childOf(concept, 'note');
  return (note && spaced(textOf(note))) || null;
}

function spaced(text: string): string {
  return text.replace(/\s+/g, (run) => (/[\t\n\r]/.test(run) ? ' ' : run)).trim();
}

function primary(language: string): string {
  return language.toLowerCase().split('-')[0] ?? '';
}

/** Writes terms as TBX-Basic, a concept a term, its source first; {@link readTbx} reads it back. */
export function* writeTbx(terms: Iterable<FileTerm>, { tool }: { tool: string }): Generator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield '<tbx style="dca" type="TBX-Basic" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">\n';
  const said = element('fileDesc', {}, element('sourceDesc', {}, element('p', {}, `Terms written by ${tool}`)));
  yield `${write(element('tbxHeader', {}, said))}\n<text><body>\n`;
  let n = 0;
  for (const term of terms) yield `${write(conceptOf(term, ++n))}\n`;
  yield '</body></text>\n</tbx>\n';
}

function conceptOf({ from, to, source, targets, forbidden, note }: FileTerm, n: number): XmlElement {
  const words = [
    ...targets.map((word) => termSec(word)),
    ...forbidden.map((word) => termSec(word, 'deprecatedTerm-admn-sts')),
  ];
  const notes = note === null ? [] : [element('note', {}, note)];
  const sections = [
    element('langSec', { 'xml:lang': from }, termSec(source)),
    element('langSec', { 'xml:lang': to }, ...words),
  ];
  return element('conceptEntry', { id: `c${n}` }, ...notes, ...sections);
}

function termSec(word: string, status?: string): XmlElement {
  const notes = status === undefined ? [] : [element('termNote', { type: 'administrativeStatus' }, status)];
  return element('termSec', {}, element('term', {}, word), ...notes);
}
