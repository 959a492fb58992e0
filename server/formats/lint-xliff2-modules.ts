// XLIFF 2: what the modules may hold, and what they must say of each other (XLIFF 2.1, §5).
import {
  above,
  attributeNamespace,
  contentOf,
  type LintNode,
  type Report,
  remembered,
  reportTwice,
  walk,
} from './lint-node.ts';
import { MODULE_SHAPES } from './lint-xliff2-module-shapes.ts';
import { isCore, lintShape } from './lint-xliff2-shape.ts';
import { lintSizes } from './lint-xliff2-sizes.ts';
import { lintRevisions } from './lint-xliff2-tracking.ts';

const BASE = 'urn:oasis:names:tc:xliff:';

/** Reports elements that a module does not have or that stand in the wrong place, formats that are no HTML, matches of nothing. */
export function lintModules(root: LintNode, report: Report): void {
  for (const node of walk(root)) {
    if (isCore(node)) lintFormats(node, report);
    lintSizes(node, attributesOf(node, 'sizerestriction'), report);
    const module = moduleOf(node.namespace);
    const shapes = Object.hasOwn(MODULE_SHAPES, module) ? MODULE_SHAPES[module] : undefined;
    if (!shapes) continue;
    const shape = Object.hasOwn(shapes, node.local) ? shapes[node.local] : undefined;
    if (shape) lintShape(node, shape, (child) => nameIn(child, node), report);
    else if (CLOSED.has(module)) report(node, 'unknown-element', `The module ${module} has no element ${node.local}.`);
    LOOKS[`${module} ${node.local}`]?.(node, report);
  }
}

/** Modules all of whose elements have a shape; in the others elements of others may stand anywhere. */
const CLOSED: ReadonlySet<string> = new Set(['matches', 'glossary', 'metadata', 'validation', 'changetracking']);

function nameIn(child: LintNode, parent: LintNode): string {
  if (child.namespace === parent.namespace) return child.local;
  return isCore(child) ? `core:${child.local}` : 'ext';
}

const idOf = ({ attributes }: LintNode) => attributes['id'];

/** What a shape cannot say. */
const LOOKS: Record<string, (node: LintNode, report: Report) => void> = {
  'matches match': lintMatch,
  'glossary glossary': (node, report) => reportTwice([...walk(node)], idOf, report, 'the entries of the glossary'),
  'glossary glossEntry': lintGlossEntry,
  'metadata metadata': (node, report) => reportTwice([...walk(node)], idOf, report, 'the groups of the metadata'),
  'validation rule': lintRule,
  'resourcedata resourceData': (node, report) => reportTwice(node.children, idOf, report, 'the resources'),
  'resourcedata source': lintResource,
  'resourcedata target': lintResource,
  'changetracking revisions': lintRevisions,
};

function moduleOf(namespace: string): string {
  return namespace.startsWith(BASE) ? (namespace.slice(BASE.length).split(':')[0] ?? '') : '';
}

/** The attributes of a module that an element has, by their local names. */
function attributesOf(node: LintNode, module: string): Map<string, string> {
  const own = Object.entries(node.attributes).filter(
    ([name]) => name.includes(':') && moduleOf(attributeNamespace(node, name)) === module,
  );
  return new Map(own.map(([name, value]) => [name.slice(name.indexOf(':') + 1), value]));
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
  const { ref, subType, type } = node.attributes;
  if (subType !== undefined && type === undefined) report(node, 'sub-type', 'subType stands without type.');
  if (ref === undefined) return;
  if (!ref.startsWith('#')) report(node, 'fragment', `"${ref}" is no fragment identifier.`);
  const named = /^#(?:t=)?([^/=]+)$/.exec(ref)?.[1];
  const unit = above(node, 'unit');
  if (!named || !unit) return;
  if (!partIds(unit).has(named)) report(node, 'reference', `${ref} is no segment, and no span of text, of the unit.`);
}

/** The ids of a unit's segments and of all that is in them. */
const partIds = remembered((unit) => new Set(segmentsOf(unit).flatMap((part) => [...walk(part)].map(idOf))));

function segmentsOf(unit: LintNode): LintNode[] {
  return unit.children.filter((child) => isCore(child) && /^(segment|ignorable)$/.test(child.local));
}

function lintGlossEntry(node: LintNode, report: Report): void {
  if (!node.children.some(({ local }) => local === 'translation' || local === 'definition'))
    report(node, 'content', 'A glossEntry has a translation or a definition.');
}

const RULES = ['isPresent', 'isNotPresent', 'startsWith', 'endsWith'];

/** Exactly one rule in each element, its own or another namespace's. */
function lintRule(node: LintNode, report: Report): void {
  const { attributes } = node;
  const own = RULES.filter((name) => attributes[name] !== undefined);
  const foreign = Object.keys(attributes).filter((name) => name.includes(':') && !/^xml(ns)?:/.test(name));
  if (own.length + foreign.length !== 1)
    report(node, 'rule', `A rule is exactly one of ${RULES.join(', ')} or a custom one.`);
  if (attributes['existsInSource'] !== undefined && (own.length !== 1 || own[0] === 'isNotPresent'))
    report(node, 'rule', 'existsInSource goes with isPresent, startsWith or endsWith.');
}

/** Either a reference, or content of its own in the language of its side. */
function lintResource(node: LintNode, report: Report): void {
  const empty = node.children.length === 0 && contentOf(node).trim() === '';
  if (empty !== (node.attributes['href'] !== undefined))
    report(node, 'content', `A ${node.local} of a resource has either href or content.`);
  const [language, side] = [node.attributes['xml:lang'], above(node, 'xliff')?.attributes['srcLang']];
  if (node.local === 'source' && language && side && language.toLowerCase() !== side.toLowerCase())
    report(node, 'language', `Its xml:lang is ${language}, but srcLang is ${side}.`);
}
