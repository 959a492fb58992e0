// What one does with alignments. What changes one is sent step by step: each step is made of what stands when the one before
// has come back.

import type { Alignment } from '../../server/model-alignment.ts';
import {
  type AlignedSide,
  type Correction,
  decidedAs,
  joined,
  moved,
  nextDoubtful,
  openStretch,
} from '../../server/text/align-corrections.ts';
import type { Outcome } from '../api/shapes.ts';
import type { FrameDeeds } from '../state/frame-deeds.ts';
import type { Tools } from '../state/tools.ts';
import * as routes from './routes.ts';
import type { OpenAlignment } from './state.ts';

export interface AlignDeeds {
  loadAlignments(): Promise<void>;
  /** Brings a pair in and opens it. Answers whether that worked. */
  beginAlignment(pair: routes.NewPair): Promise<boolean>;
  /** Loads the open alignment, once what is under way has come back. */
  loadAlignment(): Promise<void>;
  /** Somebody changed the open alignment: loads it where that is news. */
  alignmentChanged(version: number | undefined): Promise<void>;
  /** Begins or goes on aligning the open pair. */
  alignNow(): Promise<void>;
  selectBead(at: number, side?: AlignedSide): void;
  joinBead(): Promise<void>;
  splitBead(): Promise<void>;
  moveBoundary(way: 'onward' | 'back'): Promise<void>;
  /** Says that the bead is right, or is left out; saying it again takes it back. Right ones lead on to what wants an eye next. */
  decideBead(decided: 'kept' | 'out'): Promise<void>;
  /** Aligns anew what lies around the bead, between what a person has decided. */
  realignHere(): Promise<void>;
  toDoubtful(way: 1 | -1): void;
  undoBead(): Promise<void>;
  rememberAlignment(): Promise<void>;
  forgetAlignment(): Promise<void>;
  removeAlignment(alignment: Alignment): Promise<void>;
}

/** The deeds of the alignment desk. */
export function alignDeeds(tools: Tools, frame: FrameDeeds): AlignDeeds {
  return { ...listDeeds(tools, frame), ...openDeeds(tools) };
}

type ListDeeds = Pick<AlignDeeds, 'loadAlignments' | 'beginAlignment' | 'removeAlignment'>;

function listDeeds({ store, words, note, got }: Tools, frame: FrameDeeds): ListDeeds {
  const loadAlignments = async () => {
    const list = got(await routes.list());
    if (list) store.dispatch({ type: 'alignments', list });
  };
  return {
    loadAlignments,
    beginAlignment: async (pair) => {
      const begun = got(await routes.begin(pair));
      if (!begun) return false;
      store.dispatch({ type: 'job', job: begun.job });
      frame.go({ page: 'alignment', id: begun.id });
      store.dispatch({ type: 'alignment-job', id: begun.id, job: begun.job.id });
      return true;
    },
    removeAlignment: async ({ id, documents }) => {
      const outcome = await routes.remove(id);
      if (!outcome.ok) return void got(outcome);
      note(words().align.removed(documents[0].name), { kind: 'alignment', alignment: id });
      if (store.get().place.page === 'alignment') frame.go({ page: 'alignments' });
      await loadAlignments();
    },
  };
}

function openDeeds(tools: Tools): Omit<AlignDeeds, keyof ListDeeds> {
  const { store } = tools;
  const open = () => store.get().alignments.open;
  let last: Promise<unknown> = Promise.resolve();
  /** Runs steps one after the other. */
  const then = (step: () => Promise<unknown>): Promise<void> => {
    last = last.then(step, step);
    return last.then(() => undefined);
  };
  const load = async () => {
    const id = open()?.id;
    if (id === undefined) return;
    const outcome = await routes.whole(id);
    if (outcome.ok) store.dispatch({ type: 'alignment', whole: outcome.value });
    else if (outcome.failure.status === 404) store.dispatch({ type: 'alignment-missing', id });
    else tools.got(outcome);
  };
  const alignNow = async () => {
    const { id } = open() ?? {};
    const begun = id === undefined ? null : tools.got(await routes.align(id));
    if (!begun) return;
    store.dispatch({ type: 'job', job: begun.job });
    store.dispatch({ type: 'alignment-job', id: begun.id, job: begun.job.id });
  };
  return {
    loadAlignment: () =>
      then(async () => {
        await load();
        // Cut off by the end of the server, perhaps: a job that is under way is answered, not doubled.
        if (open()?.about?.state === 'aligning' && open()?.job === null) await alignNow();
      }),
    alignmentChanged: (version) =>
      then(async () => {
        const known = open()?.about?.version ?? 0;
        if (version === undefined || version > known) await load();
      }),
    alignNow,
    selectBead: (at, side) => store.dispatch({ type: 'alignment-at', at, ...(side ? { side } : {}) }),
    ...beadDeeds(tools, then, load),
    ...memoryDeeds(tools, then, load),
  };
}

type Then = (step: () => Promise<unknown>) => Promise<void>;
type BeadDeeds = Pick<
  AlignDeeds,
  'joinBead' | 'splitBead' | 'moveBoundary' | 'decideBead' | 'realignHere' | 'toDoubtful' | 'undoBead'
>;

function beadDeeds({ store, words, say, got, note }: Tools, then: Then, load: () => Promise<void>): BeadDeeds {
  const open = () => store.get().alignments.open;
  const said = () => words().align.said;
  const take = async (id: number, outcome: Outcome<routes.Corrected>, undoes = false): Promise<boolean> => {
    if (!outcome.ok && outcome.failure.code === 'conflict') {
      note(words().align.overtaken);
      await load();
      return false;
    }
    const changed = got(outcome);
    if (!changed) return false;
    store.dispatch({ type: 'alignment-corrected', id, changed, undoes });
    return true;
  };
  const correct = (make: (now: OpenAlignment) => Correction | null, done: string, undoes = false) =>
    then(async () => {
      const now = open();
      const correction = now?.about ? make(now) : null;
      if (!now?.about || !correction) return say(said().nothing);
      if (await take(now.id, await routes.correct(now.id, now.about.version, correction), undoes)) say(done);
    });
  const realign = (
    stretchOf: (now: OpenAlignment) => { from: number; to: number } | null,
    apart: boolean,
    done: string,
  ) =>
    then(async () => {
      const now = open();
      const stretch = now?.about ? stretchOf(now) : null;
      if (!now?.about || !stretch) return say(said().nothing);
      if (await take(now.id, await routes.realign(now.id, now.about.version, { ...stretch, apart }))) say(done);
    });
  const toDoubtful = (way: 1 | -1) => {
    const now = open();
    const at = now && nextDoubtful(now.beads, now.at, way, now.above);
    if (at === null || at === undefined) return say(said().noneDoubtful);
    store.dispatch({ type: 'alignment-at', at });
  };
  return {
    joinBead: () => correct(({ beads, at }) => joined(beads, at), said().joined),
    splitBead: () => realign(({ beads, at }) => splittable(beads, at), true, said().split),
    moveBoundary: (way) => correct(({ beads, at, side }) => moved(beads, at, side, way), said().moved),
    decideBead: async (decided) => {
      await correct(({ beads, at }) => decidedAs(beads, at, decided), said()[decided]);
      const now = open();
      if (decided === 'kept' && now?.beads[now.at]?.decided === 'kept') toDoubtful(1);
    },
    realignHere: () => realign(({ beads, at }) => near(openStretch(beads, at), at), false, said().realigned),
    toDoubtful,
    undoBead: () => correct(({ undo }) => undo.at(-1)?.correction ?? null, said().undone, true),
  };
}

/** A bead of two sentences or more can be taken apart. */
function splittable(beads: OpenAlignment['beads'], at: number) {
  const bead = beads[at];
  return bead && bead.source.length + bead.target.length > 1 ? { from: at, to: at + 1 } : null;
}

/** As far as one sees: so many beads on either side. */
const NEAR = 20;

function near(stretch: { from: number; to: number } | null, at: number) {
  return stretch && { from: Math.max(stretch.from, at - NEAR), to: Math.min(stretch.to, at + NEAR + 1) };
}

function memoryDeeds(
  { store, words, note, got }: Tools,
  then: Then,
  load: () => Promise<void>,
): Pick<AlignDeeds, 'rememberAlignment' | 'forgetAlignment'> {
  const open = () => store.get().alignments.open;
  return {
    rememberAlignment: () =>
      then(async () => {
        const now = open();
        if (!now?.about) return;
        const done = got(await routes.remember(now.id, now.about.version, now.above));
        if (!done) return;
        note(words().align.remembered(done.added + done.unchanged), { kind: 'remembered', alignment: now.id });
        await load();
      }),
    forgetAlignment: () =>
      then(async () => {
        const now = open();
        if (!now) return;
        const outcome = await routes.forget(now.id);
        if (!outcome.ok) return void got(outcome);
        note(words().align.forgotten);
        await load();
      }),
  };
}
