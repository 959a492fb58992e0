// A machine's answers become suggestions, and untouched repetitions follow them.
import type { SegmentWrite, Stores } from '../../db/stores.ts';
import type { Segment } from '../model.ts';
import type { Translated } from '../providers/provider.ts';
import { gapsOf } from './gaps.ts';
import { carried } from './paid-once.ts';

const DROPPED = 'The service broke the inline codes; they were left out.';

/** With what suggestions are written. */
export interface Suggesting {
  stores: Pick<Stores, 'segments'>;
  provider: { id: string };
  now: () => string;
}

/** Segments that got a suggestion, and repetitions that followed. */
export interface Suggested {
  machine: number;
  propagated: number;
}

/** Writes answers as suggestions. Where a person was faster, their segment is left alone and the rest is written. */
export async function suggestAnswers(
  { stores, provider, now }: Suggesting,
  articleId: number,
  answers: readonly Translated[],
  by: string,
): Promise<Suggested> {
  for (;;) {
    const groups = gapsOf(await stores.segments.of(articleId));
    const taken = groups.flatMap(({ gap, followers }) => {
      const answer = answers.find((one) => one.id === gap.id);
      return answer ? [{ gap, followers, answer }] : [];
    });
    const writes = taken.flatMap(({ gap, followers, answer }) => [
      suggestion(gap, answer, provider),
      ...followers.map((follower) => following(follower, gap, answer, provider)),
    ]);
    const counts = { machine: taken.length, propagated: writes.length - taken.length };
    if (writes.length === 0) return counts;
    const result = await stores.segments.decide({ writes, remember: [], forget: [], by, at: now() });
    if (result.kind === 'written') return counts;
  }
}

function suggestion(gap: Segment, answer: Translated, provider: Suggesting['provider']): SegmentWrite {
  return {
    segment: gap.id,
    basedOn: gap.version,
    target: answer.text,
    state: 'suggested',
    origin: 'machine',
    provenance: {
      provider: provider.id,
      ...(answer.model === null ? {} : { model: answer.model }),
      ...(answer.spoilt.length === 0 ? {} : { spoilt: answer.spoilt }),
    },
    note: answer.codes === 'dropped' ? DROPPED : null,
    touched: false,
  };
}

/** A repetition has codes of its own numbers; its text is the first one's, renumbered in order of appearance. */
function following(
  follower: Segment,
  gap: Segment,
  answer: Translated,
  provider: Suggesting['provider'],
): SegmentWrite {
  const write = suggestion(follower, answer, provider);
  return {
    ...write,
    target: carried(answer.text, gap, follower),
    origin: 'propagated',
    provenance: { ...write.provenance, follows: gap.id },
  };
}
