// A result is paid for once: what a service answered is kept by all that could change the answer, and taken from there when
// the same is asked again, in whatever article.
import { createHash } from 'node:crypto';
import type { KeptAnswer } from '../../db/stores.ts';
import type { Code, Language, Segment } from '../model.ts';
import type { Provider, Translated } from '../providers/provider.ts';
import { canonical, codesIn, renumber, withoutCodes } from '../text/inline.ts';
import { type Asked, finishedBefore } from './batches.ts';

/** What, beside the texts, makes a question another one. */
export interface Asking {
  provider: Pick<Provider, 'id' | 'options' | 'usesContext' | 'usesHints'>;
  /** What tells the glossary's content; '' without one. */
  glossary: string;
  asked: ReadonlyMap<number, Asked>;
  /** Whether the article's own finished pairs go along. */
  showFinished: boolean;
}

/**
 * The question that each segment of `article` (in order of place) is, as a digest, by segment id: its text, what must stay
 * as it is, and, as far as the provider reads them, its neighbours, its terms, its like pairs and what was finished before
 * it. What else happens to share its call is not part of it.
 */
export function questionsOf(
  segments: readonly Segment[],
  article: readonly Segment[],
  { from, to }: { from: Language; to: Language },
  { provider, glossary, asked, showFinished }: Asking,
): Map<number, string> {
  const places = new Map(article.map((segment, place) => [segment.id, place]));
  const said = (place: number) => {
    const segment = provider.usesContext ? article[place] : undefined;
    return segment ? withoutCodes(segment.source, segment.codes) : '';
  };
  return new Map(
    segments.map((segment) => {
      const place = places.get(segment.id) ?? -2;
      const { source, codes } = canonical(segment.source, '', segment.codes);
      const kinds = codes.map(({ id, kind }) => [id, kind]);
      const { keep = [], terms = [], examples = [] } = asked.get(segment.id) ?? {};
      const words = keep.map(({ start, end }) => segment.source.slice(start, end));
      const whole = [
        ...[provider.id, provider.options, glossary, from, to, said(place - 1), source, kinds, said(place + 1)],
        ...[words, provider.usesHints ? [terms, examples, showFinished ? finishedBefore(place, article) : []] : []],
      ];
      return [segment.id, createHash('sha256').update(JSON.stringify(whole)).digest('hex')];
    }),
  );
}

/** What is to be kept of an answer to `segment`. */
export function toKeep(
  segment: Segment,
  answer: Translated,
  of: { question: string; provider: string; at: string },
): KeptAnswer {
  const { source, codes } = segment;
  const { text: target, model, spoilt, billedCharacters: billed } = answer;
  return { ...of, model, source, codes, target, spoilt, dropped: answer.codes === 'dropped', billed };
}

/** A kept answer as an answer to `segment`, under its own code numbers; nothing is billed again. */
export function recalled(kept: KeptAnswer, segment: Segment): Translated {
  return {
    id: segment.id,
    text: carried(kept.target, kept, segment),
    codes: kept.dropped ? 'dropped' : 'kept',
    spoilt: kept.spoilt,
    billedCharacters: 0,
    model: kept.model,
  };
}

/** A target made for one text, for another that differs in its codes' numbers only: renumbered in order of appearance. */
export function carried(
  target: string,
  one: { source: string; codes: Code[] },
  other: { source: string; codes: Code[] },
): string {
  const theirs = codesIn(other.source, other.codes);
  const pairs = codesIn(one.source, one.codes).flatMap((code, i): [number, number][] => {
    const their = theirs[i];
    return their ? [[code.id, their.id]] : [];
  });
  return renumber(target, one.codes, new Map(pairs));
}
