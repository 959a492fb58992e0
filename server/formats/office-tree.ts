// The XML of an office document as a tree that knows where everything stands.
import type { XmlTree } from './xml-tree.ts';

/** Where an element begins: no attribute may hold a raw `<`. */
export function startOf(node: XmlTree, xml: string): number {
  return xml.lastIndexOf('<', node.openEnd - 1);
}

/** Where an element's closing tag begins. */
export function closeOf(node: XmlTree, xml: string): number {
  return node.empty ? node.end : xml.lastIndexOf('</', node.end - 1);
}

/** An element as it stands in the file. */
export function rawOf(node: XmlTree, xml: string): string {
  return xml.slice(startOf(node, xml), node.end);
}

/** The first child of that name, its prefix included. */
export function childNamed(node: XmlTree | undefined, name: string): XmlTree | undefined {
  return node?.children.find((child): child is XmlTree => typeof child !== 'string' && child.name === name);
}

/** Every element below one that passes, in order; below one of `closed` names nothing is looked for. */
export function below(
  node: XmlTree,
  passes: (node: XmlTree) => boolean,
  closed: ReadonlySet<string> = new Set(),
): XmlTree[] {
  return node.children.flatMap((child) => {
    if (typeof child === 'string') return [];
    const deeper = closed.has(child.name) ? [] : below(child, passes, closed);
    return passes(child) ? [child, ...deeper] : deeper;
  });
}

/** The place of an attribute's value in the text; null where the element lacks it. */
export function valuePlace(node: XmlTree, name: string, xml: string): { start: number; end: number } | null {
  const start = startOf(node, xml);
  const found = new RegExp(`\\s${name}\\s*=\\s*(["'])`).exec(xml.slice(start, node.openEnd));
  if (!found?.[1]) return null;
  const from = start + found.index + found[0].length;
  return { start: from, end: xml.indexOf(found[1], from) };
}
