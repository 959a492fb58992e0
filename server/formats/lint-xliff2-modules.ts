// XLIFF 2: what the modules may hold, as far as translators meet it: formats, matches, glossaries, metadata, validation.
import { attributeNamespace, type LintNode, type Report, walk } from './lint-node.ts';
import { isCore } from './lint-xliff2-shape.ts';

const BASE = 'urn:oasis:names:tc:xliff:';

/** The elements of each module, by the word in its namespace. */
const ELEMENTS: Record<string, ReadonlySet<string>> = {
  matches: new Set(['matches', 'match']),
  glossary: new Set(['glossary', 'glossEntry', 'term', 'translation', 'definition']),
  metadata: new Set(['metadata', 'metaGroup', 'meta']),
  validation: new Set(['validation', 'rule']),
};

/** Reports elements that a module does not have, formats that are no HTML, and matches of nothing. */
export function lintModules(root: LintNode, report: Report): void {
  for (const node of walk(root)) {
    if (isCore(node)) lintFormats(node, report);
    const module = moduleOf(node.namespace);
    const known = ELEMENTS[module];
    if (known && !known.has(node.local))
      report(node, 'unknown-element', `The module ${module} has no element ${node.local}.`);
    if (module === 'matches' && node.local === 'match') lintMatch(node, report);
    if (module === 'glossary' && node.local === 'glossEntry') lintGlossEntry(node, report);
  }
}

function moduleOf(namespace: string): string {
  return namespace.startsWith(BASE) ? (namespace.slice(BASE.length).split(':')[0] ?? '') : '';
}

const HTML = new Set(
  (
    'a abbr acronym address applet area article aside audio b base bdi bdo big blockquote body br button canvas caption center ' +
    'cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed fieldset figcaption figure font footer ' +
    'form frame frameset h1 h2 h3 h4 h5 h6 head header hr html i iframe img input ins isindex kbd keygen label legend li link main ' +
    'map mark menu menuitem meta meter nav noframes noscript object ol optgroup option output p param picture pre progress q rp rt ' +
    'ruby s samp script section select small source span strike strong style sub summary sup table tbody td template textarea ' +
    'tfoot th thead time title tr track tt u ul var video wbr'
  ).split(' '),
);

function lintFormats(node: LintNode, report: Report): void {
  const own = Object.keys(node.attributes).filter((name) => moduleOf(attributeNamespace(node, name)) === 'fs');
  if (own.length === 0) return;
  const value = (local: string) => node.attributes[own.find((name) => name.endsWith(`:${local}`)) ?? ''];
  const fs = value('fs');
  for (const name of own) {
    if (!/:(fs|subFs)$/.test(name)) report(node, 'format', `The format module has no attribute ${name}.`);
  }
  if (fs !== undefined && !HTML.has(fs.toLowerCase())) report(node, 'format', `"${fs}" is no element of HTML.`);
  if (fs === undefined && value('subFs') !== undefined) report(node, 'format', 'subFs stands without fs.');
  if (node.local === 'ec' && node.attributes['isolated'] !== 'yes')
    report(node, 'format', 'The format of a pair stands on its sc, not on its ec.');
}

function lintMatch(node: LintNode, report: Report): void {
  const { ref, subType, type, id } = node.attributes;
  if (ref === undefined) report(node, 'missing-attribute', 'match needs the attribute ref.');
  else if (!ref.startsWith('#')) report(node, 'fragment', `"${ref}" is no fragment identifier.`);
  if (subType !== undefined && type === undefined) report(node, 'sub-type', 'subType stands without type.');
  if (id !== undefined && /[\s/#\\]/.test(id)) report(node, 'value', `"${id}" is no value for id on match.`);
  for (const name of ['similarity', 'matchQuality', 'matchSuitability']) {
    const value = node.attributes[name];
    if (value !== undefined && !(Number(value) >= 0 && Number(value) <= 100))
      report(node, 'value', `"${value}" is no value for ${name}: 0 to 100.`);
  }
}

function lintGlossEntry(node: LintNode, report: Report): void {
  if (!node.children.some(({ local }) => local === 'translation' || local === 'definition'))
    report(node, 'content', 'A glossEntry has a translation or a definition.');
}
