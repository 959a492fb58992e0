// A trans-unit of XLIFF 1.x, with SDL's and memoQ's additions, as segments.
import { type Natives, runsOf } from './xliff-inline.ts';
import { REASONS } from './xliff-names.ts';
import { stateOf12, stateOfMemoq, stateOfSdl } from './xliff-states.ts';
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
  const halves = halvesOf(tree, source);
  unit.segments = halves.flatMap((half) => segmentOf(half, unit) ?? []);
  takeNotes(unit);
  return unit;
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
  // A target that nobody cut belongs to the unit as a whole.
  const uncut = target !== null && targets.length === 0 && textOf(target).trim() !== '';
  if (uncut && pieces.length > 1) return [whole];
  return pieces.map((piece, i) => {
    const mid = piece.attributes['mid'] ?? '';
    const own = targets.find((one) => one.attributes['mid'] === mid) ?? null;
    return {
      mid,
      source: piece,
      target: uncut ? target : own,
      gap: i === 0 ? '' : between(cut, pieces[i - 1], piece),
      alone: pieces.length === 1,
    };
  });
}

function marksOf(tree: XmlTree): XmlTree[] {
  return [...descendants(tree, 'mrk')].filter((mark) => mark.attributes['mtype'] === 'seg');
}

/** White space between two segments that stand side by side. */
function between(cut: XmlTree, before: XmlTree | undefined, behind: XmlTree): string {
  const from = before ? cut.children.indexOf(before) : -1;
  const to = cut.children.indexOf(behind);
  if (from < 0 || to < 0) return '';
  const parts = cut.children.slice(from + 1, to);
  return parts.map((part) => (typeof part === 'string' ? part.replace(/\S+/g, '') : '')).join('');
}

function segmentOf(half: Half, unit: XliffUnit): XliffSegment | null {
  const { natives } = unit.context;
  const source = runsOf(half.source, 1, natives);
  const target = half.target ? runsOf(half.target, 1, natives, source) : [];
  const proposals = proposalsOf(unit.tree, half).map((tree) => ({
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
    ...settled(unit.tree, half, text, own),
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
  { target, mid }: Half,
  source: string,
  text: string,
): Pick<XliffSegment, 'target' | 'state'> {
  const element = childOf(unit, 'target');
  const detail = element?.attributes['state-qualifier'];
  const approved = unit.attributes['approved'] === 'yes';
  const said = { source, target: target ? text : null, state: element?.attributes['state'], detail, approved };
  const state = ownState(unit, mid, text) ?? stateOf12(said);
  return { target: state === 'empty' ? '' : text, state };
}

/** What SDL and memoQ say in attributes of their own. */
function ownState(unit: XmlTree, mid: string | null, text: string): XliffSegment['state'] | null {
  const status = unit.attributes['mq:status'];
  if (status !== undefined) return text === '' ? 'empty' : stateOfMemoq(status);
  const defined = [...descendants(unit, 'seg-defs')].flatMap((defs) => elementsOf(defs, 'seg'));
  const own = defined.find((seg) => seg.attributes['id'] === mid) ?? (mid === null ? defined[0] : undefined);
  return own ? (text === '' ? 'empty' : stateOfSdl(own.attributes['conf'])) : null;
}

/** Proposals for the segment; one that names none is for the unit as a whole. */
function proposalsOf(unit: XmlTree, { mid, alone }: Half): XmlTree[] {
  return elementsOf(unit, 'alt-trans').filter((tree) => {
    const type = tree.attributes['alttranstype'] ?? 'proposal';
    const of = tree.attributes['mid'];
    return (
      type === 'proposal' && childOf(tree, 'target') && (mid === null || of === mid || (of === undefined && alone))
    );
  });
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
