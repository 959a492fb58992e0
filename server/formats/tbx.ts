// TBX (ISO 30042): concepts with their terms by language. Read in the editions of 2008 and 2019, categories as attributes (DCA) or as
// elements (DCT), and in the TBX-Min of 2013; written as the TBX-Basic of 2019.
import { UserError } from '../errors.ts';
import { sameLanguage } from '../text/language.ts';
import type { Read } from './bilingual.ts';
import { because, refusal } from './refusal.ts';
import { type FileTerm, propertiesOf, type TermFile, TermGathering } from './terms.ts';
import { refuseMuch } from './xliff-names.ts';
import { eventsOf, localName, rootName } from './xml.ts';
import { attributeOf, childOf, descendants, elementsOf, TreeBuilder, textOf, type XmlTree } from './xml-tree.ts';
import { element, write, type XmlElement } from './xml-write.ts';

const ROOT = /^(?:tbx|TBX|martif)$/;
const CONCEPT = /^(termEntry|conceptEntry)$/;
const SECTION = /^(langSet|langSec|langGroup)$/;
const STATUSES = ['administrativeStatus', 'normativeAuthorization', 'termStatus'];
const RULED_OUT = /^(?:(?:deprecatedTerm|supersededTerm)(?:-admn-sts)?|deprecated|obsolete|superseded|forbidden)$/;

/** What is known at once to hold no terms, however long it is. */
const NEITHER = /^(tmx|xliff|html)$/i;

/** Said in a note of a term: TBX-Basic has no category for either. */
const KEPT = 'do not translate';
const FIRST = 'first mention';

interface Section {
  language: string;
  words: string[];
  forbidden: string[];
  partOfSpeech: string;
  gloss: string;
  short: string;
  keep: boolean;
}

/**
 * Reads TBX. The first language of a concept, or `from`, is the source; each of its terms becomes one entry for every other
 * language. Deprecated and superseded terms are forbidden words, short
 * forms what is enough after the first mention. Throws a UserError for XML that is broken, is no TBX, or has
 * more entries than {@link TermGathering} takes.
 */
export function readTbx(text: string, from?: string): TermFile {
  if (NEITHER.test(localName(rootName(text) ?? ''))) throw noTbx();
  const gathering = new TermGathering();
  const file = { source: from };
  for (const concept of conceptsOf(text, file))
    for (const entry of entriesOf(concept, file.source)) gathering.take(entry);
  return gathering.file();
}

/** The concepts one by one; `file.source` becomes the source language that the header of a TBX-Min names, where none is given. */
function* conceptsOf(text: string, file: { source: string | undefined }): Generator<XmlTree> {
  let isTbx = false;
  let concept: TreeBuilder | null = null;
  let inConcept = 0;
  for (const event of eventsOf(text)) {
    if (concept) {
      if (event.kind === 'open') refuseMuch(++inConcept, event.line);
      if (!concept.take(event)) continue;
      yield concept.root;
      concept = null;
    } else if (event.kind === 'open') {
      const local = localName(event.name);
      isTbx ||= ROOT.test(local);
      file.source ??= sourceIn(event, local);
      inConcept = 0;
      if (isTbx && CONCEPT.test(local)) concept = new TreeBuilder(event);
    }
  }
  if (!isTbx) throw noTbx();
}

/** `<languages source="fr" target="en"/>` of a TBX-Min. */
function sourceIn(event: Parameters<typeof attributeOf>[0], local: string): string | undefined {
  return local === 'languages' ? attributeOf(event, 'source') : undefined;
}

function noTbx(): UserError {
  return new UserError('bad-terms', 'the file is no TBX: bring a file whose root is <tbx> or <martif>');
}

function* entriesOf(concept: XmlTree, from: string | undefined): Generator<Read<FileTerm & { line: number }>> {
  const { line } = concept;
  const sections = elementsOf(concept)
    .filter(({ local }) => SECTION.test(local))
    .map(sectionOf);
  const source = from === undefined ? sections[0] : sections.find(({ language }) => sameLanguage(language, from));
  const others = sections.filter((one) => one !== source && one.language !== '');
  if (!source || source.language === '' || source.words.length === 0 || others.length === 0) {
    yield { kind: 'refused', ...refusal({ line }, because('concept-alone')) };
    return;
  }
  const note = noteOf(concept);
  for (const { language, words, forbidden, gloss, short, partOfSpeech } of others) {
    const { keep } = source;
    const said = propertiesOf({
      partOfSpeech: source.partOfSpeech || partOfSpeech,
      gloss,
      short,
      keep: keep || undefined,
    });
    for (const word of source.words)
      yield {
        kind: 'unit',
        unit: { from: source.language, to: language, source: word, targets: words, forbidden, note, ...said, line },
      };
  }
}

function sectionOf(section: XmlTree): Section {
  const language = attributeOf(section, 'lang') ?? '';
  const found: Section = { language, words: [], forbidden: [], partOfSpeech: '', gloss: '', short: '', keep: false };
  for (const own of elementsOf(section)) {
    const words = [...descendants(own, 'term')].map((term) => spaced(textOf(term))).filter((word) => word !== '');
    const notes = [...descendants(own, 'note')].map((note) => spaced(textOf(note)));
    found.partOfSpeech ||= termNote(own, 'partOfSpeech');
    found.keep ||= notes.includes(KEPT);
    if (isRuledOut(own)) found.forbidden.push(...words);
    else if (notes.includes(FIRST)) found.gloss ||= words[0] ?? '';
    else if (termNote(own, 'termType') === 'shortForm') found.short ||= words[0] ?? '';
    else found.words.push(...words);
  }
  return found;
}

/** What the category of that name says: a term note of that type, or an element of that name; '' without one. */
function termNote(termSection: XmlTree, type: string): string {
  return categoryOf(termSection, 'termNote', type) ?? '';
}

function categoryOf(tree: XmlTree, carrier: string, type: string): string | undefined {
  const byType = [...descendants(tree, carrier)].find((one) => attributeOf(one, 'type') === type);
  const found = byType ?? descendants(tree, type).next().value;
  return found && spaced(textOf(found));
}

function isRuledOut(termSection: XmlTree): boolean {
  return STATUSES.some((status) => RULED_OUT.test(termNote(termSection, status)));
}

/** The concept's note; its definition where it has none. */
function noteOf(concept: XmlTree): string | null {
  const note = childOf(concept, 'note');
  return (note && spaced(textOf(note))) || categoryOf(concept, 'descrip', 'definition') || null;
}

function spaced(text: string): string {
  return text.replace(/\s+/g, (run) => (/[\t\n\r]/.test(run) ? ' ' : run)).trim();
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

function conceptOf(term: FileTerm, n: number): XmlElement {
  const { from, to, source, targets, forbidden, note, partOfSpeech, gloss, short, keep } = term;
  const kind: [string, string][] = partOfSpeech ? [['partOfSpeech', partOfSpeech]] : [];
  const words = [
    ...targets.map((word) => termSec(word)),
    ...(gloss ? [termSec(gloss, [['termType', 'fullForm']], FIRST)] : []),
    ...(short ? [termSec(short, [['termType', 'shortForm']])] : []),
    ...forbidden.map((word) => termSec(word, [['administrativeStatus', 'deprecatedTerm-admn-sts']])),
  ];
  const notes = note === null ? [] : [element('note', {}, note)];
  const sections = [
    element('langSec', { 'xml:lang': from }, termSec(source, kind, keep ? KEPT : undefined)),
    element('langSec', { 'xml:lang': to }, ...words),
  ];
  return element('conceptEntry', { id: `c${n}` }, ...notes, ...sections);
}

function termSec(word: string, said: readonly [string, string][] = [], note?: string): XmlElement {
  const notes = said.map(([type, text]) => element('termNote', { type }, text));
  return element('termSec', {}, element('term', {}, word), ...notes, ...(note ? [element('note', {}, note)] : []));
}
