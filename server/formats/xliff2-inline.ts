// Inline codes as XLIFF 2 writes them: pc where pairs nest, sc and ec where they cross or lack an end, data for native code.
import type { Code } from '../model.ts';
import { type2Of } from './xliff-names.ts';
import { type Written, written } from './xml-codes.ts';
import { element, legalRuns, type XmlElement, type XmlNode } from './xml-write.ts';

type End = Exclude<Written, { kind: 'text' }>;

/** The originalData of codes: `d1` is what opens code 1, `e1` what closes it. */
export function dataOf(codes: readonly Code[]): XmlElement[] {
  return [...new Map(codes.map((code) => [code.id, code])).values()].flatMap(({ id, native }) => [
    ...(native.open === '' ? [] : [element('data', { id: `d${id}` }, ...textNodes(native.open))]),
    ...(native.close === '' ? [] : [element('data', { id: `e${id}` }, ...textNodes(native.close))]),
  ]);
}

/** A text; characters that XML cannot hold become cp. */
export function textNodes(text: string): XmlNode[] {
  return legalRuns(text).map((run) =>
    typeof run === 'string' ? run : element('cp', { hex: run.toString(16).toUpperCase().padStart(4, '0') }),
  );
}

/** A text with its codes. Inside one text every code has an id of its own: a copy of code 1 is `1-1`. */
export function inlineNodes2(text: string, codes: readonly Code[]): XmlNode[] {
  const items = written(text, codes);
  const nested = nestedPairs(items);
  const root: XmlNode[] = [];
  const stack: { key: string; children: XmlNode[] }[] = [];
  for (const item of items) {
    const here = stack.at(-1)?.children ?? root;
    if (item.kind === 'text') here.push(...textNodes(item.text));
    else if (item.kind === 'single') here.push(element('ph', { ...common(item), dataRef: dataRef(item, 'open') }));
    else if (!nested.has(idOf(item))) here.push(lone(item));
    else if (item.kind === 'open') stack.push({ key: idOf(item), children: [] });
    else {
      const children = stack.pop()?.children ?? [];
      (stack.at(-1)?.children ?? root).push(pair(item, children));
    }
  }
  return root;
}

function idOf({ code, time }: End): string {
  return time === 0 ? String(code.id) : `${code.id}-${time}`;
}

/** Pairs that lie whole inside whatever they begin in. A pair that another crosses is left out; the other may stay. */
function nestedPairs(items: readonly Written[]): Set<string> {
  const nested = new Set<string>();
  const open: string[] = [];
  for (const item of items) {
    if (item.kind === 'open' && item.whole) open.push(idOf(item));
    if (item.kind !== 'close' || !item.whole) continue;
    const key = idOf(item);
    if (open.at(-1) === key) nested.add(key);
    open.splice(open.lastIndexOf(key), 1);
  }
  return nested;
}

function dataRef({ code }: End, end: 'open' | 'close'): string | null {
  if (code.native[end] === '') return null;
  return `${end === 'open' ? 'd' : 'e'}${code.id}`;
}

/** A copy without native code names what it copies; one with native code shares the data (XLIFF 2.0, §4.3.1.4). */
function common(item: End): XmlElement['attributes'] {
  const { code, time } = item;
  const bare = code.native.open === '' && code.native.close === '';
  return { id: idOf(item), copyOf: time > 0 && bare ? code.id : null, ...type2Of(code.type) };
}

function pair(item: End, children: readonly XmlNode[]): XmlElement {
  const refs = { dataRefStart: dataRef(item, 'open'), dataRefEnd: dataRef(item, 'close') };
  return element('pc', { ...common(item), ...refs }, ...children);
}

function lone(item: End): XmlElement {
  const { kind, whole } = item;
  if (kind === 'open')
    return element('sc', { ...common(item), dataRef: dataRef(item, 'open'), isolated: whole ? null : 'yes' });
  if (whole) return element('ec', { startRef: idOf(item), dataRef: dataRef(item, 'close') });
  return element('ec', { ...common(item), dataRef: dataRef(item, 'close'), isolated: 'yes' });
}
