// A trans-unit of XLIFF 1.x, with SDL's, memoQ's and Phrase's additions, as segments.
import { grouped } from '../text/grouping.ts';
import { type Natives, runsOf } from './xliff-inline.ts';
import { REASONS } from './xliff-names.ts';
import { isBegun, isLocked, OWN_STATES, stateOf12, stateOfSdl } from './xliff-states.ts';
import {
  type Joined,
  joinSides,
  scoreOf,
  type XliffContext,
  type XliffMatch,
  type XliffSegment,
  type XliffUnit,
} from './xliff-units.ts';
import type { Run } from './xml-codes.ts';
import { childOf, descendants, elementsOf, textOf, type XmlTree } from './xml-tree.ts';

/** Reads a trans-unit. One without anything to translate has no segments. */
export function unitOf12(tree: XmlTree, context: XliffContext): XliffUnit {
  const { attributes } = tree;
  const translate = (attributes['translate'] ?? (context.translate ? 'yes' : 'no')) !== 'no';
  const unit: XliffUnit = {
    id: attributes['id'] ?? '',
    tree,
    context,
    translate,
    type: attributes['restype'] ?? context.groupType,
    segments: [],
    tail: '',
  };
  const source = childOf(tree, 'source');
  if (!source) return unit;
  const said = saidOf(tree);
  unit.segments = halvesOf(tree, source).flatMap((half) => segmentOf(half, unit, said) ?? []);
  takeNotes(unit);
  return unit;
}

/** What a unit says beside its texts, looked up once for all of its segments. */
interface Sayings {
  target: XmlTree | undefined;
  /** SDL's definitions of segments by their ids; the first one under '' too, for a unit that nobody cut. */
  defined: ReadonlyMap<string, XmlTree>;
  /** Proposals by the segment that they are for; those for the unit as a whole under null. */
  proposals: ReadonlyMap<string | null, XmlTree[]>;
}

function saidOf(tree: XmlTree): Sayings {
  const proposals = elementsOf(tree, 'alt-trans').filter(
    (one) => (one.attributes['alttranstype'] ?? 'proposal') === 'proposal' && childOf(one, 'target'),
  );
  return {
    target: childOf(tree, 'target'),
    defined: segmentDefinitions(tree),
    proposals: grouped(proposals, (one) => one.attributes['mid'] ?? null),
  };
}

/** SDL keeps the states of its segments in definitions of its own, by mid; the first one also stands under ''. */
export function segmentDefinitions(unit: XmlTree): Map<string, XmlTree> {
  const defined = new Map<string, XmlTree>();
  for (const definitions of descendants(unit, 'seg-defs')) {
    for (const seg of elementsOf(definitions, 'seg')) {
      for (const id of defined.size === 0 ? ['', seg.attributes['id'] ?? ''] : [seg.attributes['id'] ?? ''])
        if (!defined.has(id)) defined.set(id, seg);
    }
  }
  return defined;
}

/** A segment's elements on both sides: whole source and target, or one mrk of each. */
interface Half {
  mid: string | null;
  source: XmlTree;
  target: XmlTree | null;
  gap: string;
  /** Whether it is the only one of its unit. */
  alone: boolean;
}

function halvesOf(tree: XmlTree, source: XmlTree): Half[] {
  const target = childOf(tree, 'target') ?? null;
  const extra = tree.attributes['extradata'] ?? '';
  const whole: Half = { mid: null, source, target, gap: extra.trim() === '' ? extra : '', alone: true };
  const cut = childOf(tree, 'seg-source');
  const pieces = cut ? marksOf(cut) : [];
  if (!cut || pieces.length === 0) return [whole];
  const targets = target ? marksOf(target) : [];
  const byMid = new Map(targets.toReversed().map((one) => [one.attributes['mid'] ?? '', one]));
  // A target that nobody cut belongs to the unit as a whole.
  const uncut = target !== null && targets.length === 0 && textOf(target).trim() !== '';
  if (uncut && pieces.length > 1) return [whole];
  const gaps = gapsIn(cut, new Set(pieces));
  return pieces.map((piece, i) => {
    const mid = piece.attributes['mid'] ?? '';
    return {
      mid,
      source: piece,
      target: uncut ? target : (byMid.get(mid) ?? null),
      gap: i === 0 ? '' : (gaps.get(piece) ?? ''),
      alone: pieces.length === 1,
    };
  });
}

function marksOf(tree: XmlTree): XmlTree[] {
  return [...descendants(tree, 'mrk')].filter((mark) => mark.attributes['mtype'] === 'seg');
}

/** The white space before each segment, behind another one that stands beside it. */
function gapsIn(cut: XmlTree, segments: ReadonlySet<XmlTree>): Map<XmlTree, string> {
  const gaps = new Map<XmlTree, string>();
  let gap: string | null = null;
  for (const child of cut.children) {
    if (typeof child === 'string') gap = gap === null ? null : gap + child.replace(/\S+/g, '');
    else if (segments.has(child)) {
      if (gap !== null) gaps.set(child, gap);
      gap = '';
    }
  }
  return gaps;
}

function segmentOf(half: Half, unit: XliffUnit, said: Sayings): XliffSegment | null {
  const { natives } = unit.context;
  const source = runsOf(half.source, 1, natives);
  const target = half.target ? runsOf(half.target, 1, natives, source) : [];
  const proposals = proposalsOf(said, half).map((tree) => ({
    tree,
    runs: proposalRuns(tree, source, natives),
  }));
  const joined = joinSides([source, target, ...proposals.map(({ runs }) => runs)]);
  const [text = '', own = '', ...offered] = joined.texts;
  if (text === '') return null;
  const matches = proposals.flatMap(({ tree }, i) => matchOf(tree, offered[i] ?? '') ?? []);
  return {
    id: half.mid === null ? unit.id : `${unit.id}/${half.mid}`,
    source: text,
    codes: joined.codes,
    ...settled(unit.tree, said, half, text, own),
    gap: half.gap,
    matches,
    notes: [],
    reason: null,
    at: placeOfHalf(unit.tree, half, joined),
  };
}

function placeOfHalf(
  holder: XmlTree,
  { source, target, mid }: Half,
  { marks, lead, trail }: Joined,
): XliffSegment['at'] {
  return { holder, source, target, mid, marks, lead, trail };
}

/** Target and state as the file has them. */
function settled(
  unit: XmlTree,
  { target: element, defined }: Sayings,
  { target, mid }: Half,
  source: string,
  text: string,
): Pick<XliffSegment, 'target' | 'state' | 'begun' | 'locked'> {
  const detail = element?.attributes['state-qualifier'];
  const approved = unit.attributes['approved'] === 'yes';
  const said = { source, target: target ? text : null, state: element?.attributes['state'], detail, approved };
  const definition = defined.get(mid ?? '');
  const own = ownState(unit, definition, text);
  const state = own ?? stateOf12(said);
  const begun = own === null ? isBegun(target?.attributes['state']) : own === 'draft';
  const locked = [unit, definition].some((teller) => teller && isLocked(teller));
  return { target: state === 'empty' ? '' : text, state, begun, locked };
}

/** What SDL, memoQ and Phrase say in attributes of their own. */
function ownState(unit: XmlTree, own: XmlTree | undefined, text: string): XliffSegment['state'] | null {
  const teller = OWN_STATES.find(({ attribute }) => unit.attributes[attribute] !== undefined);
  if (teller) return text === '' ? 'empty' : teller.read(unit.attributes[teller.attribute] ?? '');
  return own ? (text === '' ? 'empty' : stateOfSdl(own.attributes['conf'])) : null;
}

/** Proposals for the segment; one that names none is for the unit as a whole. */
function proposalsOf({ proposals }: Sayings, { mid, alone }: Half): XmlTree[] {
  const whole = alone ? (proposals.get(null) ?? []) : [];
  return mid === null ? [...proposals.values()].flat() : [...(proposals.get(mid) ?? []), ...whole];
}

function proposalRuns(tree: XmlTree, source: readonly Run[], natives: Natives): Run[] {
  const target = childOf(tree, 'target');
  return target ? runsOf(target, 1, natives, source) : [];
}

function matchOf(tree: XmlTree, target: string): XliffMatch | null {
  if (target.trim() === '') return null;
  const qualifier = childOf(tree, 'target')?.attributes['state-qualifier'] ?? '';
  const machine = /mt\b|^mt-/.test(qualifier) || /^(mt|machine)\b/i.test(tree.attributes['origin'] ?? '');
  const kind = /^(?:x-)?(context|exact|repaired|fuzzy|assembled)(?:-match)?$/.exec(qualifier)?.[1] ?? null;
  const source = childOf(tree, 'source');
  return {
    from: machine ? 'machine' : 'memory',
    score: scoreOf(tree.attributes['match-quality']),
    kind: kind as XliffMatch['kind'],
    name: tree.attributes['origin'] ?? '',
    target,
    ...(source ? { source: textOf(source) } : {}),
  };
}

/** Notes of the unit go to its first segment; those that carry a reason of ours say it. */
function takeNotes(unit: XliffUnit): void {
  const [first] = unit.segments;
  if (!first) return;
  for (const note of elementsOf(unit.tree, 'note')) {
    const by = note.attributes['from'] ?? null;
    const text = textOf(note);
    if (by === REASONS.rejected || by === REASONS.omitted) {
      first.reason = text;
      first.state = by === REASONS.rejected ? 'rejected' : 'omitted';
    } else first.notes.push({ text, by });
  }
}
