// What the states of other tools' files say in our words, read to the letter; who takes them in may lower them.
import type { State } from '../model.ts';
import { attributeOf, type XmlTree } from './xml-tree.ts';

/** What a file says of a translation. */
export interface Said {
  source: string;
  /** null where no target stands. */
  target: string | null;
  state?: string | undefined;
  /** 1.2's state-qualifier, or 2.x's subState. */
  detail?: string | undefined;
  approved?: boolean;
}

const DRAFTS = new Set(['needs-translation', 'needs-adaptation', 'needs-l10n']);
const WORKED = new Set([
  'needs-review-translation',
  'needs-review-adaptation',
  'needs-review-l10n',
  'translated',
  'signed-off',
]);

/** Qualifiers of a machine's text, and the states that say that a person has read it. */
const MACHINE = new Set(['leveraged-mt', 'mt-suggestion']);
const READ = new Set(['translated', 'signed-off']);

/** The state of a 1.2 target. A target that is only the copied source of a `new` unit is none. */
export function stateOf12({ source, target, state, detail = '', approved = false }: Said): State {
  if (target === null || (target === '' && !DRAFTS.has(state ?? ''))) return 'empty';
  if (approved || state === 'final') return 'approved';
  if (state === 'new') return target === source ? 'empty' : 'draft';
  if (DRAFTS.has(state ?? '')) return 'draft';
  if (detail.startsWith('rejected')) return 'rejected';
  if (MACHINE.has(detail) && !READ.has(state ?? '')) return 'draft';
  if (WORKED.has(state ?? '')) return 'translated';
  return target === source ? 'draft' : 'translated';
}

/** Whether the state of a 1.2 target or a 2.x segment says of a translation that it is only begun; null where it says nothing of one. */
export function isBegun(state: string | undefined, detail?: string): boolean | null {
  if (DRAFTS.has(state ?? '') || detail === 'bitexte:draft') return true;
  return WORKED.has(state ?? '') || state === 'reviewed' || state === 'final' ? false : null;
}

/** The state of a 2.x segment. */
export function stateOf20({ source, target, state = 'initial', detail }: Said): State {
  if (target !== null && detail === 'bitexte:draft') return 'draft';
  if (target === null || target === '') return 'empty';
  if (detail === 'bitexte:rejected') return 'rejected';
  if (state === 'final') return 'approved';
  if (state === 'initial') return target === source ? 'empty' : 'draft';
  return 'translated';
}

const SDL: Record<string, State> = {
  Draft: 'draft',
  Translated: 'translated',
  RejectedTranslation: 'rejected',
  ApprovedTranslation: 'approved',
  RejectedSignOff: 'rejected',
  ApprovedSignOff: 'approved',
};

/** What SDL's `conf` says of a segment that has a target; without one nobody has confirmed it. */
export function stateOfSdl(conf: string | undefined): State {
  return SDL[conf ?? ''] ?? 'draft';
}

/** The value of SDL's `conf` for a state of ours. */
export function sdlOf(state: State): string {
  return state === 'approved' ? 'ApprovedTranslation' : state === 'translated' ? 'Translated' : 'Draft';
}

const MEMOQ: Record<string, State> = {
  ManuallyConfirmed: 'translated',
  Proofread: 'approved',
  Rejected: 'rejected',
};

/** What memoQ's `mq:status` says of a unit that has a target. */
function stateOfMemoq(status: string): State {
  return MEMOQ[status] ?? 'draft';
}

/** The value of `mq:status` for a state of ours. */
function memoqOf(state: State): string {
  return state === 'approved' ? 'Proofread' : state === 'translated' ? 'ManuallyConfirmed' : 'PartiallyEdited';
}

/** The tools that say the state of a unit in an attribute of their own: its name, how it is read where a target stands, and written. */
export const OWN_STATES: readonly {
  attribute: string;
  read(said: string): State;
  /** `level` is the step of the work that the file is for. */
  write(state: State, level: string | null): string;
}[] = [
  { attribute: 'mq:status', read: stateOfMemoq, write: memoqOf },
  // Phrase (Memsource) knows up to which step of the work a unit is confirmed, not who began.
  {
    attribute: 'm:confirmed',
    read: (said) => (/[1-9]/.test(said) ? 'translated' : 'draft'),
    write: (state, level) => (state === 'translated' || state === 'approved' ? (level ?? '1') : '0'),
  },
];

/** Whether memoQ (`mq:locked` of a unit), Phrase (`m:locked`) or SDL (`locked` of its definition of a segment) says that what stands is to stay. */
export function isLocked(teller: Pick<XmlTree, 'attributes'>): boolean {
  return /^(locked|true|yes)$/i.test(attributeOf(teller, 'locked') ?? '');
}
