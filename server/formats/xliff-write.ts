// Writing XLIFF 1.2, strict: a group for each block, a trans-unit for each segment, named by the segment's id.
import { withoutCodes } from '../text/inline.ts';
import type { BilingualArticle, BilingualBlock, BilingualOptions, BilingualSegment, Suggestion } from './bilingual.ts';
import { ctypeOf, datatypeOf, REASONS, rejectionOf, XLIFF12 } from './xliff-names.ts';
import { written } from './xml-codes.ts';
import { element, openTag, write, type XmlElement, type XmlNode } from './xml-write.ts';

const TOOL = 'bitexte';

/** An article as XLIFF 1.2 (strict). */
export function writeXliff(article: BilingualArticle, options: BilingualOptions): string {
  const file = openTag('file', {
    original: article.fileName ?? article.title,
    'source-language': article.from,
    'target-language': article.to,
    datatype: datatypeOf(article.format),
    'tool-id': TOOL,
    date: options.head.at,
  });
  const groups = article.blocks.map((block) => `${write(groupOf(block, options))}\n`).join('');
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    openTag('xliff', { version: '1.2', xmlns: XLIFF12 }),
    file,
    write(headerOf(article, options)),
    `<body>\n${groups}</body>`,
    '</file>',
    '</xliff>\n',
  ].join('\n');
}

function headerOf(article: BilingualArticle, { head }: BilingualOptions): XmlElement {
  const inside = (name: string, form: string, text: string) =>
    element(name, {}, element('internal-file', { form }, text));
  const phase = {
    'phase-name': 'export',
    'process-name': 'translation',
    'tool-id': TOOL,
    date: head.at,
    'contact-name': head.by,
  };
  return element(
    'header',
    {},
    ...(article.skeleton === undefined ? [] : [inside('skl', mediaType(article.format), article.skeleton)]),
    element('phase-group', {}, element('phase', phase)),
    ...(article.terms.length === 0 ? [] : [inside('glossary', 'text/csv', glossary(article))]),
    element('note', { from: TOOL }, article.title),
    element('tool', { 'tool-id': TOOL, 'tool-name': head.tool, 'tool-version': head.toolVersion }),
  );
}

function mediaType(format: string): string {
  return format === 'text' ? 'text/plain' : `text/${format}`;
}

/** Terms as CSV (RFC 4180) with a first row of languages. */
function glossary({ terms, from, to }: BilingualArticle): string {
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const rows = terms.map(({ source, targets, note }) =>
    [source, targets.join(' | '), note ?? ''].map(quoted).join(','),
  );
  return [[from, to, 'note'].join(','), ...rows, ''].join('\r\n');
}

function groupOf(block: BilingualBlock, options: BilingualOptions): XmlElement {
  return element(
    'group',
    { id: `b${block.id}`, restype: `x-${block.role}`, extradata: block.tail || null },
    ...block.segments.map((segment) => unitOf(segment, options)),
  );
}

function unitOf(segment: BilingualSegment, options: BilingualOptions): XmlElement {
  const { id, state, source, codes, gap, notes, suggestion } = segment;
  const target = targetOf(segment, options);
  return element(
    'trans-unit',
    { id, approved: state === 'approved' ? 'yes' : null, 'xml:space': 'preserve', extradata: gap || null },
    element('source', {}, ...inlineNodes(source, codes)),
    ...(target ? [target] : []),
    ...reasonOf(segment),
    ...notes.map((note) => element('note', { from: note.by }, note.text)),
    ...(state === 'suggested' ? [alternative(segment, suggestion)] : []),
  );
}

/** The contract's table: what a state is in 1.2, and where the target stays away. */
function targetOf(segment: BilingualSegment, options: BilingualOptions): XmlElement | null {
  const { state, source, target, codes, reason } = segment;
  const holds = (attributes: XmlElement['attributes'], text = target) =>
    element('target', attributes, ...inlineNodes(text, codes));
  if (state === 'draft') return holds({ state: 'needs-translation' });
  if (target !== '') {
    if (state === 'approved') return holds({ state: 'final' });
    if (state === 'translated') return holds({ state: 'needs-review-translation' });
    if (state === 'rejected')
      return holds({ state: 'needs-review-translation', 'state-qualifier': rejectionOf(reason) });
    if (state === 'omitted') return holds({});
  }
  return options.fillEmpty && state !== 'omitted' ? holds({ state: 'new' }, source) : null;
}

function reasonOf({ state, reason }: BilingualSegment): XmlElement[] {
  if (state !== 'rejected' && state !== 'omitted') return [];
  const attributes = { from: REASONS[state], annotates: state === 'rejected' ? 'target' : 'source', priority: 1 };
  return [element('note', attributes, reason ?? '')];
}

function alternative({ target, codes }: BilingualSegment, suggestion: Suggestion | null): XmlElement {
  const score = suggestion?.score ?? null;
  return element(
    'alt-trans',
    { 'match-quality': score === null ? null : `${score}%`, origin: suggestion?.name ?? null, 'tool-id': TOOL },
    ...(suggestion?.source === undefined ? [] : [element('source', {}, withoutCodes(suggestion.source, codes))]),
    element('target', { 'state-qualifier': qualifierOf(suggestion) }, ...inlineNodes(target, codes)),
  );
}

function qualifierOf(suggestion: Suggestion | null): string | null {
  if (!suggestion) return null;
  if (suggestion.from === 'machine') return 'mt-suggestion';
  if (suggestion.kind === 'exact' || suggestion.kind === 'fuzzy') return `${suggestion.kind}-match`;
  return suggestion.kind === null ? 'tm-suggestion' : `x-${suggestion.kind}`;
}

/** A text with its codes as bpt, ept, ph and it, native code inside. A code's copies share its id and are told apart by rid. */
function inlineNodes(text: string, codes: BilingualSegment['codes']): XmlNode[] {
  return written(text, codes).map((item): XmlNode => {
    if (item.kind === 'text') return item.text;
    const { code, kind, time, whole } = item;
    const native = kind === 'close' ? code.native.close : code.native.open;
    const ctype = ctypeOf(code.type, code.kind);
    if (kind === 'single') return element('ph', { id: code.id, ctype }, native);
    if (!whole) return element('it', { id: code.id, pos: kind === 'open' ? 'open' : 'close', ctype }, native);
    const rid = time === 0 ? null : `${code.id}-${time}`;
    return kind === 'open'
      ? element('bpt', { id: code.id, rid, ctype }, native)
      : element('ept', { id: code.id, rid }, native);
  });
}
