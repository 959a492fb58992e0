// Writing TMX 1.4b: valid against tmx14.dtd, header attributes complete, codes so that OmegaT matches tagged segments.
import type { Code } from '../model.ts';
import { canonical, withoutCodes } from '../text/inline.ts';
import type { FileHead, TmxOptions, TmxUnit } from './bilingual.ts';
import { CONTEXT_AFTER, CONTEXT_BEFORE, dateOut, OWN_FORMAT, TU_ATTRIBUTES, typeOut } from './tmx-names.ts';
import { written } from './xml-codes.ts';
import { element, openTag, write, type XmlElement, type XmlNode } from './xml-write.ts';

/** Writes units as TMX 1.4b (`version="1.4"`), piece by piece. Units that follow each other and share group and source become one of several languages. */
export async function* writeTmx(
  units: Iterable<TmxUnit> | AsyncIterable<TmxUnit>,
  options: TmxOptions,
): AsyncGenerator<string> {
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n${openTag('tmx', { version: '1.4' })}\n`;
  yield `${write(header(options.head, options.from))}\n<body>\n`;
  const level = options.level ?? 2;
  let together: TmxUnit[] = [];
  for await (const unit of units) {
    if (together.length > 0 && !oneUnit(together, unit)) {
      yield `${write(translationUnit(together, level))}\n`;
      together = [];
    }
    together.push(unit);
  }
  if (together.length > 0) yield `${write(translationUnit(together, level))}\n`;
  yield '</body>\n</tmx>\n';
}

function header(head: FileHead, from: string): XmlElement {
  return element('header', {
    creationtool: head.tool,
    creationtoolversion: head.toolVersion,
    segtype: 'sentence',
    'o-tmf': OWN_FORMAT,
    adminlang: 'en',
    srclang: from,
    datatype: 'xml',
    creationdate: dateOut(head.at),
    creationid: head.by,
  });
}

/** Pairs of one group belong into one unit while their source is the same and nothing of the unit itself differs. */
function oneUnit(together: readonly TmxUnit[], unit: TmxUnit): boolean {
  const [first] = together;
  return (
    first !== undefined &&
    unit.group !== null &&
    unit.group === first.group &&
    together.every((other) => other.to.toLowerCase() !== unit.to.toLowerCase()) &&
    ownPart(first) === ownPart(unit)
  );
}

/** What stands on the unit itself, not on its target. */
function ownPart(unit: TmxUnit): string {
  const { id, from, source, codes, note, previous, next, properties } = unit;
  return JSON.stringify([id, from, source, codes, note, previous, next, properties]);
}

function translationUnit(pairs: readonly TmxUnit[], level: 1 | 2): XmlElement {
  const unit = pairs[0] as TmxUnit;
  const own: XmlElement['attributes'] = { tuid: unit.id, srclang: unit.from };
  const props: XmlNode[] = [];
  for (const [name, value] of Object.entries(unit.properties)) {
    if (TU_ATTRIBUTES.has(name)) own[name] = value;
    else for (const one of value.split('\n')) props.push(element('prop', { type: name }, one));
  }
  if (unit.previous !== null) props.push(element('prop', { type: CONTEXT_BEFORE }, unit.previous));
  if (unit.next !== null) props.push(element('prop', { type: CONTEXT_AFTER }, unit.next));
  const notes = unit.note === null ? [] : [element('note', {}, unit.note)];
  const sides = pairs.map((pair) => canonical(pair.source, pair.target, pair.codes));
  return element(
    'tu',
    own,
    ...notes,
    ...props,
    variant(unit.from, {}, sides[0]?.source ?? '', sides[0]?.codes ?? [], level),
    ...pairs.map((pair, i) => variant(pair.to, who(pair), sides[i]?.target ?? '', sides[i]?.codes ?? [], level)),
  );
}

/** Who wrote the target and when: OmegaT and others look for it there. */
function who(unit: TmxUnit): XmlElement['attributes'] {
  return {
    creationid: unit.author,
    creationdate: unit.createdAt && dateOut(unit.createdAt),
    changeid: unit.changedBy,
    changedate: unit.changedAt && dateOut(unit.changedAt),
  };
}

function variant(
  language: string,
  attributes: XmlElement['attributes'],
  text: string,
  codes: readonly Code[],
  level: 1 | 2,
): XmlElement {
  const content = level === 1 ? [withoutCodes(text, codes)] : segmentNodes(text, codes);
  return element('tuv', { 'xml:lang': language, ...attributes }, element('seg', {}, ...content));
}

/** `i` is new for every occurrence in a segment; `x` is the place of the code in the unit's list, from 1, in each language. */
function segmentNodes(text: string, codes: readonly Code[]): XmlNode[] {
  const order = new Map(codes.map((code, i) => [code.id, i + 1]));
  const numbers = new Map<string, number>();
  return written(text, codes).map((item): XmlNode => {
    if (item.kind === 'text') return item.text;
    const { code } = item;
    const x = order.get(code.id) ?? 0;
    const key = `${code.id} ${item.time}`;
    const i = numbers.get(key) ?? numbers.size + 1;
    if (item.kind !== 'single') numbers.set(key, i);
    const type = typeOut(code.type);
    const native = item.kind === 'close' ? code.native.close : code.native.open;
    if (item.kind === 'single') return element('ph', { x, type }, native);
    if (!item.whole) return element('it', { pos: item.kind === 'open' ? 'begin' : 'end', x, type }, native);
    return item.kind === 'open' ? element('bpt', { i, x, type }, native) : element('ept', { i }, native);
  });
}
