// A unit of XLIFF 2.x as segments.
import { dataText, type Natives, runsOf } from './xliff-inline.ts';
import { REASONS } from './xliff-names.ts';
import { stateOf20 } from './xliff-states.ts';
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
  let gap = '';
  for (const part of elementsOf(tree)) {
    if (part.local === 'ignorable') gap += spaceOf(part, natives);
    if (part.local !== 'segment') continue;
    const segment = segmentOf(part, unit, natives, gap);
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

function segmentOf(part: XmlTree, unit: XliffUnit, natives: Natives, gap: string): XliffSegment | null {
  const source = childOf(part, 'source');
  if (!source) return null;
  const target = childOf(part, 'target') ?? null;
  const id = part.attributes['id'] ?? `${unit.id}/${unit.segments.length + 1}`;
  const runs = runsOf(source, 2, natives);
  const matches = matchesOf(unit.tree, part, source);
  const sides = matches.map((match) => {
    const translated = childOf(match, 'target');
    return translated ? runsOf(translated, 2, nativesOf(match), runs) : [];
  });
  const joined = joinSides([runs, target ? runsOf(target, 2, natives, runs) : [], ...sides]);
  const [text = '', own = '', ...offered] = joined.texts;
  if (text === '') return null;
  const said = { source: text, target: target ? own : null, state: part.attributes['state'] };
  const state = stateOf20({ ...said, detail: part.attributes['subState'] });
  const { codes, marks, lead, trail } = joined;
  return {
    ...{ id, source: text, target: state === 'empty' ? '' : own, codes, state, gap, notes: [], reason: null },
    matches: matches.map((match, i) => matchOf(match, offered[i] ?? '')),
    at: { holder: part, source, target, mid: null, marks, lead, trail },
  };
}

/** The matches that point at a segment, at a span of its source, or at nothing that stands while it is the only one. */
function matchesOf(unit: XmlTree, part: XmlTree, source: XmlTree): XmlTree[] {
  const list = childOf(unit, 'matches');
  if (!list) return [];
  const alone = elementsOf(unit, 'segment').length === 1;
  const spans = new Set(
    ['mrk', 'sm', 'pc'].flatMap((name) => [...descendants(source, name)].map((one) => one.attributes['id'])),
  );
  return elementsOf(list, 'match').filter((match) => {
    const ref = /[#=]([^#=]*)$/.exec(match.attributes['ref'] ?? '')?.[1];
    return match.attributes['reference'] !== 'yes' && (alone || ref === part.attributes['id'] || spans.has(ref));
  });
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
  for (const note of list ? elementsOf(list, 'note') : []) {
    const segment = segmentOfNote(unit, note);
    if (!segment) continue;
    const { category } = note.attributes;
    const text = textOf(note);
    if (category === REASONS.rejected || category === REASONS.omitted) {
      segment.reason = text;
      segment.state = category === REASONS.rejected ? 'rejected' : 'omitted';
    } else segment.notes.push({ text, by: attributeOf(note, 'by') ?? null });
  }
}

function segmentOfNote({ segments }: XliffUnit, note: XmlTree): XliffSegment | undefined {
  const id = note.attributes['id'] ?? '';
  const named = /^(.+)n\d+$/.exec(id)?.[1];
  const refersTo = ({ at }: XliffSegment) =>
    [at.source, ...(at.target ? [at.target] : [])].some((side) =>
      [...descendants(side, 'mrk'), ...descendants(side, 'sm')].some((mark) =>
        mark.attributes['ref']?.endsWith(`n=${id}`),
      ),
    );
  return segments.find((one) => one.id === named) ?? segments.find(refersTo) ?? segments[0];
}
