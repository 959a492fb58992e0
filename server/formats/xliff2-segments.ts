// A unit of XLIFF 2.x as segments.
import { grouped } from '../text/grouping.ts';
import { dataText, type Natives, runsOf } from './xliff-inline.ts';
import { REASONS } from './xliff-names.ts';
import { isBegun, stateOf20 } from './xliff-states.ts';
import {
  joinSides,
  scoreOf,
  type XliffContext,
  type XliffMatch,
  type XliffSegment,
  type XliffUnit,
} from './xliff-units.ts';
import { attributeOf, childOf, descendants, elementsOf, textOf, type XmlTree } from './xml-tree.ts';

/** Reads a unit. One without anything to translate has no segments. */
export function unitOf20(tree: XmlTree, context: XliffContext): XliffUnit {
  const { id = '', translate = context.translate ? 'yes' : 'no', type } = tree.attributes;
  const unit: XliffUnit = {
    ...{ id, tree, context, segments: [], tail: '' },
    translate: translate !== 'no',
    type: type ?? context.groupType,
  };
  const natives = nativesOf(tree);
  const matches = matchesIn(tree);
  let gap = '';
  for (const part of elementsOf(tree)) {
    if (part.local === 'ignorable') gap += spaceOf(part, natives);
    if (part.local !== 'segment') continue;
    const segment = segmentOf(part, unit, { natives, matches, gap });
    if (!segment) continue;
    unit.segments.push(segment);
    gap = '';
  }
  unit.tail = gap;
  takeNotes(unit);
  return unit;
}

function nativesOf(tree: XmlTree): Natives {
  const data = elementsOf(childOf(tree, 'originalData') ?? tree, 'data');
  const byId = new Map(data.map((one) => [one.attributes['id'] ?? '', dataText(one)]));
  const find = (reference: string) => byId.get(reference);
  return { open: find, close: find };
}

function spaceOf(part: XmlTree, natives: Natives): string {
  const source = childOf(part, 'source');
  const runs = source ? runsOf(source, 2, natives) : [];
  const text = runs.filter((run): run is string => typeof run === 'string').join('');
  return text.replace(/\S+/g, '');
}

/** What a segment takes from its unit. */
interface Given {
  natives: Natives;
  matches: Matches;
  gap: string;
}

function segmentOf(part: XmlTree, unit: XliffUnit, { natives, matches: all, gap }: Given): XliffSegment | null {
  const source = childOf(part, 'source');
  if (!source) return null;
  const target = childOf(part, 'target') ?? null;
  const id = part.attributes['id'] ?? `${unit.id}/${unit.segments.length + 1}`;
  const runs = runsOf(source, 2, natives);
  const matches = matchesOf(all, part, source);
  const sides = matches.map((match) => {
    const translated = childOf(match, 'target');
    return translated ? runsOf(translated, 2, nativesOf(match), runs) : [];
  });
  const joined = joinSides([runs, target ? runsOf(target, 2, natives, runs) : [], ...sides]);
  const [text = '', own = '', ...offered] = joined.texts;
  if (text === '') return null;
  const { state: named, subState: detail } = part.attributes;
  const said = { source: text, target: target ? own : null, state: named, detail };
  const state = stateOf20(said);
  const { codes, marks, lead, trail } = joined;
  return {
    ...{ id, source: text, target: state === 'empty' ? '' : own, codes, state, gap, notes: [], reason: null },
    ...{ begun: isBegun(named, detail), locked: false },
    matches: matches.map((match, i) => matchOf(match, offered[i] ?? '')),
    at: { holder: part, source, target, mid: null, marks, lead, trail },
  };
}

/** The matches of a unit in order, and by what they refer to. `alone` where all are for its only segment. */
interface Matches {
  all: XmlTree[];
  byRef: ReadonlyMap<string, XmlTree[]>;
  alone: boolean;
}

function matchesIn(unit: XmlTree): Matches {
  const list = childOf(unit, 'matches');
  const all = list ? elementsOf(list, 'match').filter(({ attributes }) => attributes['reference'] !== 'yes') : [];
  const byRef = grouped(all, ({ attributes }) => /[#=]([^#=]*)$/.exec(attributes['ref'] ?? '')?.[1] ?? '');
  return { all, byRef, alone: elementsOf(unit, 'segment').length === 1 };
}

/** The matches that point at a segment or at a span of its source, or at anything at all while it is the only one. */
function matchesOf({ all, byRef, alone }: Matches, part: XmlTree, source: XmlTree): XmlTree[] {
  if (alone || all.length === 0) return all;
  const spans = ['mrk', 'sm', 'pc'].flatMap((name) => [...descendants(source, name)]);
  const ids = new Set([part, ...spans].map(({ attributes }) => attributes['id'] ?? ''));
  ids.delete('');
  return [...ids].flatMap((id) => byRef.get(id) ?? []);
}

function matchOf(tree: XmlTree, target: string): XliffMatch {
  const { type = 'tm', subType = '', similarity, matchQuality, matchSuitability, origin = '' } = tree.attributes;
  const own = /^bitexte:(context|exact|repaired|fuzzy|assembled)(?:-(\d+))?$/.exec(subType);
  const source = childOf(tree, 'source');
  return {
    from: type === 'mt' ? 'machine' : 'memory',
    score: own?.[2] ? Number(own[2]) : scoreOf(similarity ?? matchQuality ?? matchSuitability),
    kind: (own?.[1] ?? (type === 'icm' ? 'context' : null)) as XliffMatch['kind'],
    name: origin,
    target,
    ...(source ? { source: textOf(source) } : {}),
  };
}

/** A note says its segment by its own id (`s12n1`), by a comment that refers to it, or not at all: then it is the first's. */
function takeNotes(unit: XliffUnit): void {
  const list = childOf(unit.tree, 'notes');
  if (!list) return;
  const segmentOfNote = notedBy(unit);
  for (const note of elementsOf(list, 'note')) {
    const segment = segmentOfNote(note.attributes['id'] ?? '');
    if (!segment) continue;
    const { category } = note.attributes;
    const text = textOf(note);
    if (category === REASONS.rejected || category === REASONS.omitted) {
      segment.reason = text;
      segment.state = category === REASONS.rejected ? 'rejected' : 'omitted';
    } else segment.notes.push({ text, by: attributeOf(note, 'by') ?? null });
  }
}

function notedBy({ segments }: XliffUnit): (note: string) => XliffSegment | undefined {
  const byId = new Map<string, XliffSegment>();
  const commented = new Map<string, XliffSegment>();
  for (const segment of segments.toReversed()) {
    byId.set(segment.id, segment);
    for (const note of commentsIn(segment)) commented.set(note, segment);
  }
  return (note) => byId.get(/^(.+)n\d+$/.exec(note)?.[1] ?? '') ?? commented.get(note) ?? segments[0];
}

/** The ids of the notes that annotations of a segment refer to. */
function commentsIn({ at: { source, target } }: XliffSegment): string[] {
  return [source, ...(target ? [target] : [])]
    .flatMap((side) => [...descendants(side, 'mrk'), ...descendants(side, 'sm')])
    .flatMap(({ attributes }) => /n=([^=]*)$/.exec(attributes['ref'] ?? '')?.[1] ?? []);
}
