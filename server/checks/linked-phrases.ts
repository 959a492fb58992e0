// Phrases of two languages that stand in each other's translations again and again: candidates for a desk's terms, for a person
// to accept. Association by the Dice coefficient over pairs (Smadja et al. 1996), best in both directions.
import lists from './function-words.json' with { type: 'json' };
import { stemOf } from './inflection.ts';
import { Side } from './side.ts';

/** A candidate: the phrases as they are written most often, and in how many pairs they stand together and alone. */
export interface LinkedPhrases {
  source: string;
  target: string;
  together: number;
  sourceIn: number;
  targetIn: number;
  /** The Dice coefficient, 0 to 1. */
  score: number;
}

export interface Linking {
  /** Phrases in fewer pairs are left out. */
  least: number;
  /** Associations below it are left out. */
  score: number;
  limit: number;
}

const USUAL: Linking = { least: 3, score: 0.6, limit: 100 };
const LONGEST = 3;
/** A phrase of more pairs than this is a common word, not a term. */
const COMMON = 0.08;
const MOST_PAIRS = 20_000;

interface Phrase {
  pairs: number[];
  /** How often it is written in each way. */
  ways: Map<string, number>;
}

/** Finds linked phrases in pairs of one direction, best first; words of grammar begin and end none. Linear in the pairs but for the linking. */
export function linkedPhrases(
  pairs: readonly { source: string; target: string }[],
  { from, to }: { from: string; to: string },
  how: Partial<Linking> = {},
): LinkedPhrases[] {
  const settings = { ...USUAL, ...how };
  const read = pairs.slice(0, MOST_PAIRS);
  const sources = phrasesIn(
    read.map(({ source }) => new Side(source, [], from)),
    settings.least,
  );
  const targets = phrasesIn(
    read.map(({ target }) => new Side(target, [], to)),
    settings.least,
  );
  const inPair = byPair(targets, read.length);
  const forward = bestOf(sources, targets, inPair);
  const backward = bestOf(targets, sources, byPair(sources, read.length));
  const found: LinkedPhrases[] = [];
  for (const [key, { other, together }] of forward) {
    if (backward.get(other)?.other !== key) continue;
    const [one, two] = [sources.get(key), targets.get(other)];
    if (!one || !two) continue;
    const score = (2 * together) / (one.pairs.length + two.pairs.length);
    const [source, target] = [usualWay(one), usualWay(two)];
    if (score < settings.score || together < settings.least || source.toLowerCase() === target.toLowerCase()) continue;
    found.push({ source, target, together, sourceIn: one.pairs.length, targetIn: two.pairs.length, score });
  }
  return withoutParts(found.sort(byWorth)).slice(0, settings.limit);
}

const byWorth = (a: LinkedPhrases, b: LinkedPhrases) =>
  b.score * Math.log(b.together + 1) - a.score * Math.log(a.together + 1) || (a.source < b.source ? -1 : 1);

/** All phrases of one to three words by their stems, with the pairs that hold them. */
function phrasesIn(sides: readonly Side[], least: number): Map<string, Phrase> {
  const found = new Map<string, Phrase>();
  for (const [at, side] of sides.entries()) {
    for (const { key, text } of phrasesOf(side)) {
      const phrase = found.get(key) ?? { pairs: [], ways: new Map<string, number>() };
      found.set(key, phrase);
      if (phrase.pairs.at(-1) !== at) phrase.pairs.push(at);
      phrase.ways.set(text, (phrase.ways.get(text) ?? 0) + 1);
    }
  }
  const most = Math.max(least * 3, sides.length * COMMON);
  for (const [key, { pairs }] of found) if (pairs.length < least || pairs.length > most) found.delete(key);
  return found;
}

const GRAMMAR: Readonly<Record<string, ReadonlySet<string>>> = {
  fr: new Set([...lists.own.fr, ...lists.shared]),
  en: new Set([...lists.own.en, ...lists.shared]),
};
const NONE: ReadonlySet<string> = new Set();

function* phrasesOf(side: Side): Generator<{ key: string; text: string }> {
  const grammar = GRAMMAR[side.language] ?? NONE;
  const { words, prose } = side;
  const isContent = (i: number) => {
    const word = words[i];
    return (
      word !== undefined && word.low.length > 2 && !grammar.has(word.low) && /^\p{L}[\p{L}\d’'-]*$/u.test(word.text)
    );
  };
  for (let i = 0; i < words.length; i++) {
    if (!isContent(i)) continue;
    for (let length = 1; length <= LONGEST && i + length <= words.length; length++) {
      const last = words[i + length - 1];
      const first = words[i];
      if (!first || !last) break;
      const text = prose.slice(first.start, last.end);
      if (/[.,;:!?()«»“”"\ufffc]/.test(text)) break;
      if (!isContent(i + length - 1)) continue;
      const key = words
        .slice(i, i + length)
        .map(({ low }) => stemOf(low, side.language))
        .join(' ');
      yield { key, text: text.replace(/\s+/g, ' ') };
    }
  }
}

function byPair(phrases: ReadonlyMap<string, Phrase>, count: number): string[][] {
  const lists: string[][] = Array.from({ length: count }, () => []);
  for (const [key, { pairs }] of phrases) for (const at of pairs) lists[at]?.push(key);
  return lists;
}

/** For each phrase the one of the other side that it is most bound to. */
function bestOf(
  phrases: ReadonlyMap<string, Phrase>,
  others: ReadonlyMap<string, Phrase>,
  inPair: readonly string[][],
): Map<string, { other: string; together: number }> {
  const best = new Map<string, { other: string; together: number }>();
  for (const [key, { pairs }] of phrases) {
    const counts = new Map<string, number>();
    for (const at of pairs) for (const other of inPair[at] ?? []) counts.set(other, (counts.get(other) ?? 0) + 1);
    let top = 0;
    for (const [other, together] of counts) {
      const score = (2 * together) / (pairs.length + (others.get(other)?.pairs.length ?? 0));
      // Of equally bound phrases the longer one is the term.
      if (score < top || (score === top && other.length <= (best.get(key)?.other.length ?? 0))) continue;
      top = score;
      best.set(key, { other, together });
    }
  }
  return best;
}

function usualWay({ ways }: Phrase): string {
  return [...ways].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? '';
}

/** Leaves out parts of a longer candidate that stand no more often than it. */
function withoutParts(found: readonly LinkedPhrases[]): LinkedPhrases[] {
  const holds = (whole: string, part: string) =>
    whole !== part && ` ${whole} `.toLowerCase().includes(` ${part} `.toLowerCase());
  return found.filter(
    (one) => !found.some((other) => other.together >= one.together && holds(other.source, one.source)),
  );
}
