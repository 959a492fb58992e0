// TMX: what its DTD says, and what it leaves to the reader: pairs, numbers, languages, dates.
import { type LintNode, nodeFrom, type Report, walk } from './lint-node.ts';
import { MOST_VARIANTS, tooManyVariants } from './tmx-names.ts';
import { eventsOf, localName } from './xml.ts';
import { TreeBuilder, type XmlTree } from './xml-tree.ts';

const HEADER = ['creationtool', 'creationtoolversion', 'segtype', 'o-tmf', 'adminlang', 'srclang', 'datatype'];
const DATES = ['creationdate', 'changedate', 'lastusagedate'];

/**
 * Reports what other tools refuse or misread in a TMX file, unit by unit: memories are too large to be held as trees.
 * Throws a UserError for what is not well-formed or asks for too much.
 */
export function lintTmx(text: string, report: Report): void {
  const file: TmxFile = { root: null, header: null };
  for (const tree of partsOf(text)) {
    if (file.root) lintPart(nodeFrom(tree), file, report);
    else file.root = nodeFrom(tree);
  }
  if (file.root) lintFile(file.root, file.header, report);
}

/** The first element without what is inside, then each header and unit whole. */
function* partsOf(text: string): Generator<XmlTree> {
  let inside: TreeBuilder | null = null;
  let [root, variants] = [false, 0];
  for (const event of eventsOf(text)) {
    if (event.kind === 'open' && localName(event.name) === 'tuv' && ++variants > MOST_VARIANTS)
      throw tooManyVariants(event.line);
    if (inside) {
      if (!inside.take(event)) continue;
      yield inside.root;
      inside = null;
    } else if (event.kind === 'open') {
      const builder = new TreeBuilder(event);
      if (!root) yield builder.root;
      else if (/^(header|tu)$/.test(builder.root.local)) inside = builder;
      [root, variants] = [true, 0];
    }
  }
}

/** What has been seen of a file: its first element without what is inside, and its header. */
interface TmxFile {
  root: LintNode | null;
  header: LintNode | null;
}

function lintPart(part: LintNode, file: TmxFile, report: Report): void {
  if (part.local === 'header') file.header ??= part;
  else lintUnit(part, file.header?.attributes['srclang'], report);
  for (const node of walk(part)) {
    for (const name of DATES) lintDate(node, name, report);
    if (node.local === 'seg') lintSegment(node, report);
  }
}

function lintFile(root: LintNode, header: LintNode | null, report: Report): void {
  if (!header) report(root, 'content', 'A TMX file begins with a header.');
  for (const name of header ? HEADER : []) {
    if (header && header.attributes[name] === undefined)
      report(header, 'missing-attribute', `header needs the attribute ${name}.`);
  }
  if (!/^1\.[1-4]$/.test(root.attributes['version'] ?? ''))
    report(root, 'value', 'The version of TMX 1.4b is written "1.4".');
}

function lintDate(node: LintNode, name: string, report: Report): void {
  const value = node.attributes[name];
  if (value !== undefined && !/^\d{8}T\d{6}Z$/.test(value))
    report(node, 'date', `${name} is "${value}"; TMX writes 20260901T080000Z.`);
}

function lintUnit(unit: LintNode, srclang: string | undefined, report: Report): void {
  const variants = unit.children.filter(({ local }) => local === 'tuv');
  const first = unit.children.findIndex(({ local }) => local === 'tuv');
  for (const node of unit.children.slice(first + 1)) {
    if (first >= 0 && (node.local === 'note' || node.local === 'prop'))
      report(node, 'content', `${node.local} stands before the first tuv, not behind it.`);
  }
  if (variants.length === 0) report(unit, 'content', 'A tu needs a tuv.');
  if (variants.length === 1) report(unit, 'one-language', 'A tu with one tuv translates nothing.');
  const languages = variants.map(({ attributes }) => (attributes['xml:lang'] ?? attributes['lang'])?.toLowerCase());
  variants.forEach((variant, i) => {
    if (variant.attributes['xml:lang'] === undefined)
      report(variant, 'missing-attribute', `tuv needs the attribute xml:lang${languages[i] ? ', not lang' : ''}.`);
    if (!variant.children.some(({ local }) => local === 'seg')) report(variant, 'content', 'A tuv needs a seg.');
  });
  lintSource(unit, (unit.attributes['srclang'] ?? srclang ?? '*all*').toLowerCase(), languages, report);
}

function lintSource(unit: LintNode, source: string, languages: readonly (string | undefined)[], report: Report): void {
  const base = (tag = '') => tag.replace(/[-_].*/, '');
  if (source === '*all*' || languages.length === 0) return;
  if (!languages.some((language) => base(language) === base(source)))
    report(unit, 'source-language', `No tuv is in the source language, ${source}.`);
}

/** `i` ties bpt and ept together inside one seg, and must be unique there. */
function lintSegment(segment: LintNode, report: Report): void {
  const open = new Map<string, LintNode>();
  const begun = new Set<string>();
  for (const node of walk(segment)) {
    const i = node.attributes['i'] ?? '';
    if (node.local === 'bpt') {
      if (begun.has(i)) report(node, 'duplicate-id', `i="${i}" begins two pairs in one seg.`);
      begun.add(i);
      open.set(i, node);
    }
    if (node.local === 'ept' && !open.delete(i)) report(node, 'pair', `ept ${i} ends what no bpt before it begins.`);
    if (node.local === 'it' && !/^(begin|end)$/.test(node.attributes['pos'] ?? ''))
      report(node, 'missing-attribute', 'it needs the attribute pos: begin or end.');
  }
  for (const [i, node] of open) report(node, 'pair', `bpt ${i} has no ept in its seg.`);
}
