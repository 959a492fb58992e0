// A piece of a document as a tree, for elements that must be seen whole. Knows where everything stands in the decoded text.
import type { Place } from '../model.ts';
import { type Attributes, eventsOf, localName, type XmlEvent, type XmlLimits } from './xml.ts';

/** An element with its content. Offsets are UTF-16 units of the whole decoded text. */
export interface XmlTree {
  name: string;
  local: string;
  attributes: Attributes;
  children: (XmlTree | string)[];
  line: number;
  column: number;
  /** Where the opening tag ends. */
  openEnd: number;
  /** Where the element ends: behind its closing tag, or its only one. */
  end: number;
  /** True for an element of one tag. */
  empty: boolean;
}

type Open = Extract<XmlEvent, { kind: 'open' }>;

/** Builds one tree from the events that follow the opening of its root. */
export class TreeBuilder {
  readonly root: XmlTree;
  private readonly stack: XmlTree[];

  constructor(event: Open) {
    this.root = newTree(event);
    this.stack = [this.root];
  }

  /** Takes the next event; true when the root has closed. */
  take(event: XmlEvent): boolean {
    const here = this.stack.at(-1);
    if (!here) return true;
    if (event.kind === 'text') here.children.push(event.text);
    else if (event.kind === 'open') {
      const tree = newTree(event);
      here.children.push(tree);
      this.stack.push(tree);
    } else if (event.kind === 'close') {
      here.end = event.offset;
      this.stack.pop();
    }
    return this.stack.length === 0;
  }
}

/** A document that is held whole, as text or as its events. Throws a UserError for what is not well-formed or asks for too much. */
export function rootOf(document: string | Iterable<XmlEvent>, limits: Partial<XmlLimits> = {}): XmlTree {
  let builder: TreeBuilder | null = null;
  for (const event of typeof document === 'string' ? eventsOf(document, limits) : document) {
    if (builder) builder.take(event);
    else if (event.kind === 'open') builder = new TreeBuilder(event);
  }
  if (!builder) throw new Error('a well-formed document has a root: this is a bug');
  return builder.root;
}

function newTree({ name, attributes, empty, line, column, offset }: Open): XmlTree {
  const local = localName(name);
  return {
    name,
    local,
    attributes,
    children: [],
    line,
    column,
    openEnd: offset,
    end: -1,
    empty,
  };
}

/** The child elements, those of a local name where one is given. */
export function elementsOf(tree: XmlTree, local?: string): XmlTree[] {
  return tree.children.filter(
    (child): child is XmlTree => typeof child !== 'string' && (local === undefined || child.local === local),
  );
}

/** The first child element of a local name. */
export function childOf(tree: XmlTree, local: string): XmlTree | undefined {
  return tree.children.find((child): child is XmlTree => typeof child !== 'string' && child.local === local);
}

/** Elements of a local name at any depth below, in order. */
export function* descendants(tree: XmlTree, local: string): Generator<XmlTree> {
  for (const child of elementsOf(tree)) {
    if (child.local === local) yield child;
    yield* descendants(child, local);
  }
}

/** All text below, in order. */
export function textOf(tree: XmlTree): string {
  return tree.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}

/** An attribute by its local name, whatever its prefix. */
export function attributeOf(tree: Pick<XmlTree, 'attributes'>, local: string): string | undefined {
  const own = tree.attributes[local];
  if (own !== undefined) return own;
  const name = Object.keys(tree.attributes).find((one) => localName(one) === local);
  return name === undefined ? undefined : tree.attributes[name];
}

/** Where the whole element stands in its text. A tag holds no other `<`, so that its own is the last before its end. */
export function placeOf(tree: XmlTree, text: string): Place {
  return { start: openStart(tree, text), end: tree.end };
}

/** Where the opening tag stands. */
export function openTagOf(tree: XmlTree, text: string): Place {
  return { start: openStart(tree, text), end: tree.openEnd };
}

/** Where the content stands; empty, behind the tag, for an element of one tag. */
export function innerOf(tree: XmlTree, text: string): Place {
  return { start: tree.openEnd, end: tree.empty ? tree.openEnd : text.lastIndexOf('<', tree.end - 1) };
}

function openStart(tree: XmlTree, text: string): number {
  return text.lastIndexOf('<', tree.openEnd - 1);
}
