// XLIFF 2: which elements stand where, which attributes they have, and what those may say (XLIFF 2.1, §4.2 and §4.3).
import { attributeNamespace, contentOf, type LintNode, type Report, walk } from './lint-node.ts';

const XML = 'http://www.w3.org/XML/1998/namespace';
const MODULES = 'urn:oasis:names:tc:xliff:';
const ITS = 'http://www.w3.org/2005/11/its';

/** Whether an element is of the core of XLIFF 2. */
export function isCore({ namespace }: LintNode): boolean {
  return namespace.startsWith('urn:oasis:names:tc:xliff:document:2');
}

/** What an element may hold and say. */
export interface Shape {
  /** The order of children, as a pattern over their names, each with a space behind it; `ext` is an element of others. */
  children: RegExp;
  text?: boolean;
  /** Attributes of its own, by the kind of their values; `!` behind the kind means that it must stand. */
  attributes: Record<string, string>;
  /** Attributes of other namespaces: all, those of OASIS's modules, or none. */
  foreign: 'any' | 'modules' | 'none';
}

const INLINE = /^((cp|ph|pc|sc|ec|mrk|sm|em) )*$/;
const NOTHING = /^$/;
const CODE = { canCopy: 'yesNo', canDelete: 'yesNo', copyOf: 'token', subType: 'own', type: 'codeType' };
const ONE = { ...CODE, dataRef: 'token', disp: 'any', equiv: 'any', subFlows: 'tokens', canReorder: 'firstNo' };
const OPEN = { ...ONE, canOverlap: 'yesNo', dir: 'dir', isolated: 'yesNo' };
const MARK = { translate: 'yesNo', type: 'markType', ref: 'any', value: 'any' };
const HOLDER = {
  id: 'token!',
  canResegment: 'yesNo',
  translate: 'yesNo',
  srcDir: 'dir',
  trgDir: 'dir',
  'xml:space': 'space',
  'xml:lang': 'language',
};

const SHAPES: Record<string, Shape> = {
  xliff: {
    children: /^(ext )*(notes )?(file )+$/,
    attributes: {
      version: 'any!',
      srcLang: 'language!',
      trgLang: 'language',
      'xml:space': 'space',
      'xml:lang': 'language',
    },
    foreign: 'any',
  },
  file: {
    children: /^(skeleton )?(ext )*(notes )?((unit|group) )+$/,
    attributes: { ...HOLDER, original: 'any' },
    foreign: 'any',
  },
  group: {
    children: /^(ext )*(notes )?((unit|group) )*$/,
    attributes: { ...HOLDER, name: 'any', type: 'own' },
    foreign: 'any',
  },
  unit: {
    children: /^(ext )*(notes )?(originalData )?(ignorable )*(segment )((segment|ignorable) )*$/,
    attributes: { ...HOLDER, name: 'any', type: 'own' },
    foreign: 'any',
  },
  skeleton: { children: /^(ext )*$/, text: true, attributes: { href: 'any' }, foreign: 'none' },
  notes: { children: /^(note )+$/, attributes: {}, foreign: 'none' },
  note: {
    children: NOTHING,
    text: true,
    attributes: { id: 'token', appliesTo: 'side', category: 'any', priority: 'priority', ref: 'any' },
    foreign: 'any',
  },
  originalData: { children: /^(data )+$/, attributes: {}, foreign: 'none' },
  data: {
    children: /^(cp )*$/,
    text: true,
    attributes: { id: 'token!', dir: 'dir', 'xml:space': 'space' },
    foreign: 'none',
  },
  segment: {
    children: /^source (target )?$/,
    attributes: { id: 'token', canResegment: 'yesNo', state: 'state', subState: 'own' },
    foreign: 'none',
  },
  ignorable: { children: /^source (target )?$/, attributes: { id: 'token' }, foreign: 'none' },
  source: {
    children: INLINE,
    text: true,
    attributes: { 'xml:lang': 'language', 'xml:space': 'space' },
    foreign: 'none',
  },
  target: {
    children: INLINE,
    text: true,
    attributes: { 'xml:lang': 'language', 'xml:space': 'space', order: 'positive' },
    foreign: 'none',
  },
  cp: { children: NOTHING, attributes: { hex: 'hex!' }, foreign: 'none' },
  ph: { children: NOTHING, attributes: { ...ONE, id: 'token!' }, foreign: 'modules' },
  pc: {
    children: INLINE,
    text: true,
    attributes: {
      ...CODE,
      ...{ id: 'token!', canReorder: 'firstNo', canOverlap: 'yesNo', dir: 'dir' },
      ...{ dispStart: 'any', dispEnd: 'any', equivStart: 'any', equivEnd: 'any' },
      ...{ dataRefStart: 'token', dataRefEnd: 'token', subFlowsStart: 'tokens', subFlowsEnd: 'tokens' },
    },
    foreign: 'modules',
  },
  sc: { children: NOTHING, attributes: { ...OPEN, id: 'token!' }, foreign: 'modules' },
  ec: { children: NOTHING, attributes: { ...OPEN, id: 'token', startRef: 'token' }, foreign: 'modules' },
  mrk: { children: INLINE, text: true, attributes: { ...MARK, id: 'token!' }, foreign: 'any' },
  sm: { children: NOTHING, attributes: { ...MARK, id: 'token!' }, foreign: 'any' },
  em: { children: NOTHING, attributes: { startRef: 'token!' }, foreign: 'none' },
};

const LANGUAGE = /^([a-z]{2,8}|[ix])(-[a-z0-9]{1,8})*$/i;
const TOKEN = /^[\p{L}\p{N}\p{M}\p{Pc}._:\u00b7-]+$/u;

const VALUES: Record<string, RegExp> = {
  any: /^/,
  yesNo: /^(yes|no)$/,
  firstNo: /^(yes|no|firstNo)$/,
  dir: /^(ltr|rtl|auto)$/,
  space: /^(default|preserve)$/,
  side: /^(source|target)$/,
  state: /^(initial|translated|reviewed|final)$/,
  codeType: /^(fmt|ui|quote|link|image|other)$/,
  markType: /^(generic|comment|term|[^\s:]+:[^\s:]+)$/,
  own: /^[^\s:]+:[^\s:]+$/,
  priority: /^([1-9]|10)$/,
  positive: /^[1-9]\d*$/,
  hex: /^([0-9a-f]{2})+$/i,
  language: LANGUAGE,
  token: TOKEN,
  percent: /^(\d{1,2}(\.\d+)?|100(\.0+)?)$/,
  matchType: /^(am|mt|icm|idm|tb|tm|other)$/,
  appliesTo: /^(source|target|ignorable)$/,
  normalization: /^(none|nfc|nfd)$/,
  tokens: /^[\p{L}\p{N}\p{M}\p{Pc}._:\u00b7-]+( [\p{L}\p{N}\p{M}\p{Pc}._:\u00b7-]+)*$/u,
};

/** Reports misplaced elements and text, missing and unknown attributes, and values that are none. */
export function lintShape20(root: LintNode, report: Report): void {
  for (const node of walk(root)) {
    if (!isCore(node)) continue;
    const shape = Object.hasOwn(SHAPES, node.local) ? SHAPES[node.local] : undefined;
    // What stands inside of modules and extensions is theirs.
    if (!shape && node.parent && isCore(node.parent))
      report(node, 'unknown-element', `XLIFF 2 has no element ${node.local}.`);
    if (!shape) continue;
    lintShape(node, shape, (child) => (isCore(child) ? child.local : 'ext'), report);
    values(node, report);
  }
}

/** Reports what does not fit a shape, whose pattern of children is over the names that `nameOf` gives them. */
export function lintShape(node: LintNode, shape: Shape, nameOf: (child: LintNode) => string, report: Report): void {
  const names = node.children.map((child) => `${nameOf(child)} `).join('');
  if (!shape.children.test(names))
    report(
      node,
      'content',
      `${node.local} may not hold this, or not in this order: ${shortened(names.trim()) || 'nothing'}.`,
    );
  const words = node.tree.children.some((child) => typeof child === 'string' && child.trim() !== '');
  if (words && !shape.text) report(node, 'content', `${node.local} holds text, where only elements may stand.`);
  attributes(node, shape, report);
}

function shortened(names: string): string {
  return names.length > 200 ? `${names.slice(0, 200)}…` : names;
}

function attributes(node: LintNode, shape: Shape, report: Report): void {
  for (const [name, kind] of Object.entries(shape.attributes)) {
    if (kind.endsWith('!') && node.attributes[name] === undefined)
      report(node, 'missing-attribute', `${node.local} needs the attribute ${name}.`);
  }
  for (const [name, value] of Object.entries(node.attributes)) {
    if (/^xmlns(:|$)/.test(name)) continue;
    const kind = Object.hasOwn(shape.attributes, name) ? shape.attributes[name] : undefined;
    if (kind === undefined) unknownAttribute(node, shape, name, report);
    else if (!VALUES[kind.replace('!', '')]?.test(value))
      report(node, 'value', `"${value}" is no value for ${name} on ${node.local}.`);
  }
}

function unknownAttribute(node: LintNode, shape: Shape, name: string, report: Report): void {
  const namespace = attributeNamespace(node, name);
  const module = namespace.startsWith(MODULES) || namespace === ITS;
  const allowed =
    namespace !== '' && namespace !== XML && (shape.foreign === 'any' || (shape.foreign === 'modules' && module));
  if (!allowed) report(node, 'unknown-attribute', `${node.local} may not have the attribute ${name}.`);
}

/** Values that only make sense beside others. */
function values(node: LintNode, report: Report): void {
  const { attributes: own } = node;
  if (own['subState'] !== undefined && own['state'] === undefined)
    report(node, 'sub-state', 'subState stands without state.');
  if (own['subType'] !== undefined) subType(node, report);
  if (node.local === 'skeleton') skeleton(node, report);
  if (node.local === 'cp') codePoint(node, report);
}

const FORMATTING = new Set(['xlf:lb', 'xlf:pb', 'xlf:b', 'xlf:i', 'xlf:u']);

function subType(node: LintNode, report: Report): void {
  const { type, subType: value = '' } = node.attributes;
  if (type === undefined) report(node, 'sub-type', 'subType stands without type.');
  else if (value.startsWith('xlf:')) {
    const fits = (type === 'fmt' && FORMATTING.has(value)) || (type === 'ui' && value === 'xlf:var');
    if (!fits) report(node, 'sub-type', `subType ${value} does not go with type ${type}.`);
  }
}

function skeleton(node: LintNode, report: Report): void {
  const empty = node.children.length === 0 && contentOf(node) === '';
  const linked = node.attributes['href'] !== undefined;
  if (empty && !linked) report(node, 'skeleton', 'An empty skeleton needs href.');
  if (!empty && linked) report(node, 'skeleton', 'A skeleton with content may not have href.');
}

function codePoint(node: LintNode, report: Report): void {
  const point = Number.parseInt(node.attributes['hex'] ?? '', 16);
  const illegal =
    (point < 0x20 && point !== 9 && point !== 10 && point !== 13) ||
    (point >= 0xd800 && point <= 0xdfff) ||
    point === 0xfffe ||
    point === 0xffff;
  if (!illegal) report(node, 'code-point', 'cp is for characters that XML cannot hold, and for nothing else.');
}
