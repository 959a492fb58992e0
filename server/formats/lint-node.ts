// A document as lint looks at it: elements with their namespace and their parent.

import { refuseMuch, XLIFF_LIMITS } from './xliff-names.ts';
import { type Attributes, eventsOf, localName, type XmlEvent } from './xml.ts';
import { rootOf, textOf, type XmlTree } from './xml-tree.ts';

/** Something wrong, at the line and column (from 1) where its element begins. */
export interface LintFinding {
  line: number;
  column: number;
  rule: string;
  message: string;
}

/** An element. `namespace` is '' where none is bound. */
export interface LintNode {
  tree: XmlTree;
  local: string;
  namespace: string;
  attributes: Attributes;
  parent: LintNode | null;
  children: LintNode[];
  /** Namespace bindings in force, by prefix ('' is the default). */
  scope: ReadonlyMap<string, string>;
}

/** Says what is wrong with an element. */
export type Report = (node: LintNode, rule: string, message: string) => void;

/** The document's root. Throws a UserError for what is not well-formed. */
export function documentOf(text: string): LintNode {
  return nodeFrom(rootOf(countedIn(text)));
}

/** The events of a file, as long as none of its units holds more than any does. */
function* countedIn(text: string): Generator<XmlEvent> {
  // What stands before the first unit (SDL's definitions of tags) may be as long as it likes.
  let inUnit = Number.NEGATIVE_INFINITY;
  for (const event of eventsOf(text, XLIFF_LIMITS)) {
    if (event.kind === 'open') {
      const name = localName(event.name);
      if (name === 'file') inUnit = Number.NEGATIVE_INFINITY;
      inUnit = name === 'unit' || name === 'trans-unit' ? 0 : inUnit + 1;
      refuseMuch(inUnit, event.line);
    }
    yield event;
  }
}

/** An element that is looked at by itself, with what is inside. */
export function nodeFrom(tree: XmlTree): LintNode {
  return nodeOf(tree, null, new Map([['xml', 'http://www.w3.org/XML/1998/namespace']]));
}

function nodeOf(tree: XmlTree, parent: LintNode | null, outer: ReadonlyMap<string, string>): LintNode {
  const scope = scopeOf(tree.attributes, outer);
  const namespace = scope.get(prefixOf(tree.name)) ?? '';
  const { local, attributes } = tree;
  const node: LintNode = { tree, local, namespace, attributes, parent, children: [], scope };
  for (const child of tree.children) if (typeof child !== 'string') node.children.push(nodeOf(child, node, scope));
  return node;
}

function scopeOf(attributes: Attributes, outer: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const bound = Object.entries(attributes).filter(([name]) => /^xmlns(:|$)/.test(name));
  if (bound.length === 0) return outer;
  const own = bound.map(([name, value]): [string, string] => [name === 'xmlns' ? '' : localName(name), value]);
  return new Map([...outer, ...own]);
}

function prefixOf(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? '' : name.slice(0, colon);
}

/** The namespace of an attribute by its name; '' for one without a prefix. */
export function attributeNamespace(node: LintNode, name: string): string {
  const prefix = prefixOf(name);
  return prefix === '' ? '' : (node.scope.get(prefix) ?? `unbound:${prefix}`);
}

/** The element and all below it, in order of the document. */
export function* walk(node: LintNode): Generator<LintNode> {
  // A stack of our own: generators inside generators take as many steps an element as it stands deep.
  const waiting = [node];
  for (let here = waiting.pop(); here; here = waiting.pop()) {
    yield here;
    for (let i = here.children.length - 1; i >= 0; i--) waiting.push(here.children[i] as LintNode);
  }
}

/** A question to an element that is asked again and again: its answer is kept as long as the element. */
export function remembered<T>(ask: (node: LintNode) => T): (node: LintNode) => T {
  const known = new WeakMap<LintNode, { answer: T }>();
  return (node) => {
    const kept = known.get(node) ?? { answer: ask(node) };
    known.set(node, kept);
    return kept.answer;
  };
}

/** The ids of the elements in an element, without what is inside of them. */
export const idsIn = remembered((node) => new Set(node.children.map(({ attributes }) => attributes['id'])));

/** The nearest element of that local name at or above. */
export function above(node: LintNode, local: string): LintNode | null {
  for (let here: LintNode | null = node; here; here = here.parent) if (here.local === local) return here;
  return null;
}

/** All text inside. */
export function contentOf(node: LintNode): string {
  return textOf(node.tree);
}

/** Reports every element after the first that has the id of one before it. */
export function reportTwice(
  nodes: Iterable<LintNode>,
  idOf: (node: LintNode) => string | undefined,
  report: Report,
  what: string,
): void {
  const seen = new Set<string>();
  for (const node of nodes) {
    const id = idOf(node);
    if (id === undefined) continue;
    if (seen.has(id)) report(node, 'duplicate-id', `The id ${id} stands twice among ${what}.`);
    seen.add(id);
  }
}
