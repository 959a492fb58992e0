// What a phrase is called in the other language, as the targets of the units that hold it tell beside those of other units.
import { grouped } from './grouping.ts';
import { wordRuns } from './word-runs.ts';

/** How often the words of a target must stand together in the units of a phrase, and how much more often than elsewhere. */
const SUPPORT = 0.5;
/** Fewer units cannot agree on a translation. */
export const FEWEST = 3;
const LONGEST = 8;
const WORD_MORE = 0.08;

/** A translation of a phrase, and how much more of its units than of the others have it, 0 to 1. */
export interface Supported {
  target: string;
  support: number;
}

/** A stretch of words as it is written, and as it is compared: its words in lower case with spaces around each. */
interface Phrase {
  text: string;
  key: string;
}

/** A phrase, and in how many targets it stands. */
interface Shared {
  phrase: Phrase;
  count: number;
}

interface Target {
  text: string;
  /** The words of each run without punctuation inside. */
  runs: { start: number; end: number; low: string }[][];
  /** Its different words. */
  words: string[];
  /** All its words as phrases are compared, with a bar between runs. */
  line: string;
}

/** The targets of some units by id, made ready to be asked about many phrases. */
export class PhrasePool {
  readonly #targets: Map<number, Target>;
  /** The units that have a word. */
  readonly #with = new Map<string, number[]>();

  constructor(texts: ReadonlyMap<number, string>) {
    this.#targets = new Map([...texts].map(([unit, text]) => [unit, targetOf(text)]));
    for (const [unit, { words }] of this.#targets)
      for (const word of words) {
        const units = this.#with.get(word);
        if (units) units.push(unit);
        else this.#with.set(word, [unit]);
      }
  }

  /**
   * What a phrase that these units hold is called: the words that stand together in most of their targets and in few others.
   * null where fewer than three units have it or they do not agree.
   */
  translationOf(units: readonly number[]): Supported | null {
    const targets = units.flatMap((unit) => this.#targets.get(unit) ?? []);
    if (targets.length < FEWEST) return null;
    const least = Math.max(FEWEST, SUPPORT * targets.length);
    const others = this.#targets.size - targets.length;
    // A word more is worth a little less agreement; the rest can but lower what a phrase is worth at most.
    const most = ({ phrase, count }: Shared) => count / targets.length + WORD_MORE * phrase.text.split(' ').length;
    const bounded = [...sharedPhrases(targets, least)].map((shared) => ({ ...shared, bound: most(shared) }));
    bounded.sort((a, b) => b.bound - a.bound);
    let best: (Supported & { worth: number }) | null = null;
    for (const { phrase, count, bound } of bounded) {
      if (best && bound <= best.worth) break;
      const lost = others > 0 ? (this.#countOf(phrase) - count) / others : 0;
      const support = count / targets.length - lost;
      if (support >= SUPPORT && (!best || bound - lost > best.worth))
        best = { target: phrase.text, support, worth: bound - lost };
    }
    return best && { target: best.target, support: best.support };
  }

  /** How many targets have a phrase, read among those that have its rarest word. */
  #countOf({ key }: Phrase): number {
    const lists = key
      .trim()
      .split(' ')
      .map((word) => this.#with.get(word) ?? []);
    const rarest = lists.reduce((few, list) => (list.length < few.length ? list : few));
    return rarest.filter((unit) => this.#targets.get(unit)?.line.includes(key)).length;
  }
}

function targetOf(text: string): Target {
  const runs = wordRuns(text).map((run) =>
    run.map(({ start, end, text: word }) => ({ start, end, low: word.toLowerCase() })),
  );
  const line = runs.map((run) => ` ${run.map(({ low }) => low).join(' ')} `).join('|');
  return { text, runs, words: [...new Set(runs.flatMap((run) => run.map(({ low }) => low)))], line };
}

/** The phrases of up to eight words that so many targets share, each with their number. None ends in an elision (« d’ »). */
function* sharedPhrases(targets: readonly Target[], least: number): Generator<Shared> {
  // A phrase that many share is made of words that as many share.
  const shared = wordsShared(targets, least);
  const found = targets.flatMap((target) => {
    const phrases = new Map([...phrasesIn(target, shared)].map((phrase) => [phrase.key, phrase]));
    return [...phrases.values()];
  });
  for (const [, same] of grouped(found, ({ key }) => key))
    if (same[0] && same.length >= least) yield { phrase: same[0], count: same.length };
}

function wordsShared(targets: readonly Target[], least: number): Set<string> {
  const counts = new Map<string, number>();
  for (const { words } of targets) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count >= least).map(([word]) => word));
}

function* phrasesIn({ text, runs }: Target, shared: ReadonlySet<string>): Generator<Phrase> {
  for (const run of runs) {
    for (const [from, first] of run.entries()) {
      let key = ' ';
      for (const word of run.slice(from, from + LONGEST)) {
        if (!shared.has(word.low)) break;
        key += `${word.low} `;
        if (!/['\u2019]$/.test(word.low)) yield { text: text.slice(first.start, word.end), key };
      }
    }
  }
}
