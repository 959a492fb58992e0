// The inline content of XLIFF, 1.2 and 2, as runs.
import { Waiting } from './waiting.ts';
import { typeOfCtype, typeOfType2 } from './xliff-names.ts';
import type { Mark, Run } from './xml-codes.ts';
import { attributeOf, textOf, type XmlTree } from './xml-tree.ts';

/** Native code that stands apart from the content: SDL's tag definitions by id, or the originalData of a unit. */
export interface Natives {
  open(reference: string): string | undefined;
  close(reference: string): string | undefined;
}

/** A mark with the element that it came from. */
export interface SourcedMark extends Mark {
  tree: XmlTree;
}

/** How an element stands in a text. `through` is looked through: annotations do not belong to the text. */
type Reading =
  | { as: 'pair' | 'open' | 'close' | 'single'; type: string; native: string; close?: string; refs: string[] }
  | { as: 'text'; text: string }
  | { as: 'through' }
  | { as: 'nothing' };

type Reader = (tree: XmlTree, natives: Natives) => Reading;

/** The runs of a source, target or mrk. `known` are the marks of the source where a target is read: copies are theirs. */
export function runsOf(tree: XmlTree, version: 1 | 2, natives: Natives, known: readonly Run[] = []): Run[] {
  const walk = new Walk(version === 1 ? READ12 : READ20, natives, namesByData(known));
  walk.content(tree);
  return walk.runs;
}

/** What each code of the source is called, by its native data: a copy elsewhere has the data, but another id. */
function namesByData(known: readonly Run[]): { ids: Set<string>; byData: Map<string, string> } {
  const marks = known.filter((run): run is SourcedMark => typeof run !== 'string' && 'tree' in run);
  const byData = new Map<string, string>();
  for (const { tree, name } of marks) {
    const data = dataKey(tree);
    if (data !== '' && !byData.has(data)) byData.set(data, name);
  }
  return { ids: new Set(marks.map(({ name }) => name)), byData };
}

function dataKey({ local, attributes }: XmlTree): string {
  const { dataRef = '', dataRefStart = '', dataRefEnd = '' } = attributes;
  const [start, end] = [dataRefStart || dataRef, dataRefEnd];
  return start + end === '' || local === 'ec' ? '' : `${local === 'ph' ? 'ph' : 'pair'} ${start}`;
}

class Walk {
  readonly runs: Run[] = [];
  private readonly reader: Reader;
  private readonly natives: Natives;
  private readonly source: ReturnType<typeof namesByData>;
  private readonly waiting = new Waiting<SourcedMark>();
  private pairs = 0;

  constructor(reader: Reader, natives: Natives, source: ReturnType<typeof namesByData>) {
    this.reader = reader;
    this.natives = natives;
    this.source = source;
  }

  content(tree: XmlTree): void {
    for (const child of tree.children) {
      if (typeof child === 'string') this.runs.push(child);
      else this.element(child);
    }
  }

  private element(tree: XmlTree): void {
    const reading = this.reader(tree, this.natives);
    if (reading.as === 'text') this.runs.push(reading.text);
    else if (reading.as === 'through') this.content(tree);
    else if (reading.as !== 'nothing') this.mark(tree, reading);
  }

  private mark(tree: XmlTree, reading: Extract<Reading, { native: string }>): void {
    const { as, type, native, refs } = reading;
    const pair = String(++this.pairs);
    const end = as === 'pair' ? 'open' : as;
    const mark: SourcedMark = { end, pair, name: this.nameOf(tree, refs), type, native, tree };
    // An end finds its beginning by the first of its references that has one, the last opened first.
    if (as === 'close') mark.pair = this.waiting.take(refs)?.pair ?? pair;
    this.runs.push(mark);
    if (as === 'open') this.waiting.add(refs, mark);
    if (as !== 'pair') return;
    this.content(tree);
    this.runs.push({ ...mark, end: 'close', native: reading.close ?? '' });
  }

  private nameOf(tree: XmlTree, refs: readonly string[]): string {
    const id = tree.attributes['id'] ?? refs[0] ?? '';
    if (this.source.ids.size === 0 || this.source.ids.has(id)) return id;
    return tree.attributes['copyOf'] ?? this.source.byData.get(dataKey(tree)) ?? id;
  }
}

const READ12: Reader = (tree, natives) => {
  const { id = '', rid, ctype, pos } = tree.attributes;
  const type = typeOfCtype(ctype);
  const shown = tree.attributes['equiv-text'] ?? '';
  switch (tree.local) {
    case 'g':
      return { as: 'pair', type, native: natives.open(id) ?? shown, close: natives.close(id) ?? '', refs: [id] };
    case 'x':
      return { as: 'single', type, native: natives.open(id) ?? shown, refs: [id] };
    case 'ph':
      return { as: 'single', type, native: textOf(tree), refs: [id] };
    case 'bx':
    case 'ex':
      return { as: tree.local === 'bx' ? 'open' : 'close', type, native: shown, refs: given(rid, id) };
    case 'bpt':
    case 'ept':
      return { as: tree.local === 'bpt' ? 'open' : 'close', type, native: textOf(tree), refs: given(rid, id) };
    case 'it':
      return { as: pos === 'close' ? 'close' : 'open', type, native: textOf(tree), refs: [`it ${id}`] };
    case 'mrk':
      return attributeOf(tree, 'mtype') === 'x-sdl-deleted' ? { as: 'nothing' } : { as: 'through' };
    default:
      return { as: 'through' };
  }
};

const READ20: Reader = (tree, natives) => {
  const { id = '', startRef, dataRef = '', dataRefStart = '', dataRefEnd = '', hex = '' } = tree.attributes;
  const type = typeOfType2(tree.attributes['type'], tree.attributes['subType']);
  const native =
    natives.open(dataRef || dataRefStart) ?? attributeOf(tree, 'equiv') ?? attributeOf(tree, 'equivStart') ?? '';
  switch (tree.local) {
    case 'pc':
      return { as: 'pair', type, native, close: natives.close(dataRefEnd) ?? '', refs: [id] };
    case 'ph':
      return { as: 'single', type, native, refs: [id] };
    case 'sc':
      return { as: 'open', type, native, refs: [id] };
    case 'ec':
      return { as: 'close', type, native: natives.close(dataRef) ?? '', refs: given(startRef, id) };
    case 'cp':
      return { as: 'text', text: codePoint(hex) };
    case 'mrk':
      return { as: 'through' };
    default:
      return { as: 'nothing' };
  }
};

function given(...ids: (string | undefined)[]): string[] {
  return ids.filter((id): id is string => id !== undefined && id !== '');
}

function codePoint(hex: string): string {
  const point = /^[0-9a-f]{1,6}$/i.test(hex) ? Number.parseInt(hex, 16) : 0xfffd;
  return point <= 0x10ffff ? String.fromCodePoint(point) : '\ufffd';
}

/** The text of a data element of 2.x, its cp among it. */
export function dataText(tree: XmlTree): string {
  return tree.children
    .map((child) => (typeof child === 'string' ? child : codePoint(child.attributes['hex'] ?? '')))
    .join('');
}
