// A lexicon as text, turned round, and cut down to the words of two documents.
import type { Side } from './align-words.ts';
import type { Lexicon } from './lexicon.ts';

type Words = Lexicon['forward'];
type Seen = Lexicon['seen']['source'];
/** A stem, in how many pairs it stood, then its partners, each before its probability in thousandths. */
type Row = [string, number, ...(string | number)[]];

interface Written {
  pairs: number;
  more: number;
  forward: Row[];
  backward: Row[];
}

/** A lexicon as JSON text that {@link lexiconFrom} reads back, with probabilities to the thousandth. */
export function lexiconText({ forward, backward, seen, pairs, more }: Lexicon): string {
  const written: Written = { pairs, more, forward: rows(forward, seen.source), backward: rows(backward, seen.target) };
  return JSON.stringify(written);
}

function rows(words: Words, seen: Seen): Row[] {
  return [...words].map(([stem, others]) => [
    stem,
    seen.get(stem) ?? 0,
    ...[...others].flatMap(([other, probability]) => [other, Math.round(probability * 1000)]),
  ]);
}

/** Reads what {@link lexiconText} wrote; null for any other text. */
export function lexiconFrom(text: string): Lexicon | null {
  const { pairs, more, forward, backward } = JSON.parse(text) as Partial<Written>;
  if (pairs === undefined || more === undefined || !forward || !backward) return null;
  const seen = (from: Row[]) => new Map(from.map(([stem, times]) => [stem, times]));
  return {
    forward: wordsOf(forward),
    backward: wordsOf(backward),
    seen: { source: seen(forward), target: seen(backward) },
    pairs,
    more,
  };
}

function wordsOf(from: Row[]): Words {
  return new Map(
    from.map(([stem, _, ...flat]) => {
      const others = new Map<string, number>();
      for (let k = 0; k + 1 < flat.length; k += 2) others.set(String(flat[k]), Number(flat[k + 1]) / 1000);
      return [stem, others];
    }),
  );
}

/** The same lexicon, read the other way round. */
export function turnedLexicon({ forward, backward, seen, ...counts }: Lexicon): Lexicon {
  return { ...counts, forward: backward, backward: forward, seen: { source: seen.target, target: seen.source } };
}

/** What a lexicon says of words that stand in these two texts: all that aligning them, or a part of them, needs. */
export function narrowedLexicon(lexicon: Lexicon, source: Pick<Side, 'types'>, target: Pick<Side, 'types'>): Lexicon {
  return {
    ...lexicon,
    forward: among(lexicon.forward, source.types, new Set(target.types)),
    backward: among(lexicon.backward, target.types, new Set(source.types)),
  };
}

function among(words: Words, from: readonly string[], to: ReadonlySet<string>): Words {
  const kept: Words = new Map();
  for (const stem of from) {
    const others = [...(words.get(stem) ?? [])].filter(([other]) => to.has(other));
    if (others.length > 0) kept.set(stem, new Map(others));
  }
  return kept;
}
