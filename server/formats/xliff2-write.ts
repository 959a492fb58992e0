// Writing XLIFF 2.0 and 2.1: a unit for each block, a segment for each of its segments, white space between as ignorable.
import type { BilingualArticle, BilingualBlock, BilingualOptions, BilingualSegment } from './bilingual.ts';
import { MODULES, OWN, REASONS, XLIFF20 } from './xliff-names.ts';
import { dataOf, inlineNodes2, textNodes } from './xliff2-inline.ts';
import { element, openTag, write, type XmlElement } from './xml-write.ts';

/** An article as XLIFF 2.0 (or 2.1) with the modules it needs: matches, glossary, metadata. */
export function writeXliff2(
  article: BilingualArticle,
  options: BilingualOptions & { version?: '2.0' | '2.1' },
): string {
  const root = openTag('xliff', {
    version: options.version ?? '2.0',
    srcLang: article.from,
    trgLang: article.to,
    xmlns: XLIFF20,
    'xmlns:mtc': MODULES.mtc,
    'xmlns:gls': MODULES.gls,
    'xmlns:mda': MODULES.mda,
    'xmlns:bitexte': OWN,
  });
  const file = openTag('file', { id: 'f1', original: article.fileName ?? article.title, canResegment: 'no' });
  const units = article.blocks.filter((block) => block.segments.length > 0);
  return [
    `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n${file}`,
    ...(article.skeleton === undefined ? [] : [write(element('skeleton', {}, article.skeleton))]),
    write(metadata(article, options)),
    ...units.map((block) => write(unitOf(block, article, options))),
    '</file>\n</xliff>\n',
  ].join('\n');
}

function metadata(article: BilingualArticle, { head }: BilingualOptions): XmlElement {
  const facts = { title: article.title, tool: head.tool, 'tool-version': head.toolVersion, date: head.at, by: head.by };
  const metas = Object.entries(facts).flatMap(([type, value]) =>
    value === null || value === '' ? [] : [element('mda:meta', { type }, value)],
  );
  return element('mda:metadata', {}, element('mda:metaGroup', { category: 'export' }, ...metas));
}

function unitOf(block: BilingualBlock, article: BilingualArticle, options: BilingualOptions): XmlElement {
  const { segments } = block;
  const parts = segments.flatMap((segment) => [...gapOf(segment.gap), segmentOf(segment, options)]);
  const list = (name: string, children: readonly XmlElement[]) =>
    children.length === 0 ? [] : [element(name, {}, ...children)];
  const data = dataOf(segments.flatMap(({ codes }) => codes));
  return element(
    'unit',
    { id: `b${block.id}`, type: `bitexte:${block.role}` },
    ...list('gls:glossary', glossaryOf(block, article)),
    ...list('mtc:matches', segments.flatMap(matchOf)),
    ...list('notes', segments.flatMap(notesOf)),
    ...list('originalData', data),
    ...parts,
    ...gapOf(block.tail),
  );
}

function gapOf(gap: string): XmlElement[] {
  return gap === '' ? [] : [element('ignorable', {}, element('source', PRESERVE, ...textNodes(gap)))];
}

const PRESERVE = { 'xml:space': 'preserve' };

function segmentOf(segment: BilingualSegment, options: BilingualOptions): XmlElement {
  const { id, source, codes } = segment;
  const target = targetOf(segment, options);
  return element(
    'segment',
    { id: `s${id}`, ...(target === null ? { state: 'initial' } : stateOf(segment)) },
    element('source', PRESERVE, ...inlineNodes2(source, codes)),
    ...(target === null ? [] : [element('target', PRESERVE, ...inlineNodes2(target, codes))]),
  );
}

/** The contract's table: what a state is in 2.0. */
function stateOf({ state }: BilingualSegment): XmlElement['attributes'] {
  if (state === 'approved') return { state: 'final' };
  if (state === 'translated') return { state: 'translated' };
  if (state === 'draft' || state === 'rejected') return { state: 'initial', subState: `bitexte:${state}` };
  return { state: 'initial' };
}

/** null where the target stays away. */
function targetOf({ state, source, target }: BilingualSegment, options: BilingualOptions): string | null {
  if (state === 'draft' || (target !== '' && state !== 'suggested' && state !== 'empty')) return target;
  return options.fillEmpty && state !== 'omitted' ? source : null;
}

/** Notes of a unit name their segment by their own id: `s12n1` is the first of segment `s12`. */
function notesOf({ id, state, reason, notes }: BilingualSegment): XmlElement[] {
  const own = notes.map((note, i) => element('note', { id: `s${id}n${i + 1}`, 'bitexte:by': note.by }, note.text));
  if (state !== 'rejected' && state !== 'omitted') return own;
  const attributes = {
    id: `s${id}n0`,
    category: REASONS[state],
    appliesTo: state === 'rejected' ? 'target' : 'source',
  };
  return [element('note', attributes, reason ?? ''), ...own];
}

function matchOf({ id, state, source, target, codes, suggestion }: BilingualSegment): XmlElement[] {
  if (state !== 'suggested') return [];
  const data = dataOf(codes);
  const score = suggestion?.score ?? null;
  return [
    element(
      'mtc:match',
      {
        ref: `#s${id}`,
        id: `m${id}`,
        type: matchType(suggestion),
        subType: matchSubType(suggestion),
        similarity: score === null ? null : Math.min(100, score),
        origin: suggestion?.name,
      },
      ...(data.length === 0 ? [] : [element('originalData', {}, ...data)]),
      element('source', PRESERVE, ...inlineNodes2(suggestion?.source ?? source, codes)),
      element('target', PRESERVE, ...inlineNodes2(target, codes)),
    ),
  ];
}

function matchType(suggestion: BilingualSegment['suggestion']): string {
  if (!suggestion) return 'other';
  if (suggestion.from === 'machine') return 'mt';
  return suggestion.kind === 'context' ? 'icm' : suggestion.kind === 'assembled' ? 'am' : 'tm';
}

/** Our kind of match; a score above 100, which `similarity` cannot say, stands behind it. */
function matchSubType(suggestion: BilingualSegment['suggestion']): string | null {
  if (!suggestion?.kind) return null;
  const { kind, score } = suggestion;
  return `bitexte:${kind}${score !== null && score > 100 ? `-${score}` : ''}`;
}

/** The terms that occur in the block. */
function glossaryOf(block: BilingualBlock, { terms }: BilingualArticle): XmlElement[] {
  const text = block.segments.map(({ source }) => source.toLowerCase()).join('\n');
  return terms
    .filter(({ source, targets, note }) => text.includes(source.toLowerCase()) && (targets.length > 0 || note))
    .map(({ source, targets, note }) =>
      element(
        'gls:glossEntry',
        {},
        element('gls:term', {}, source),
        ...targets.map((target) => element('gls:translation', {}, target)),
        ...(note ? [element('gls:definition', {}, note)] : []),
      ),
    );
}
