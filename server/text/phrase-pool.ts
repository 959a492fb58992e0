// What a phrase is called in the other language, as the targets of the units that hold it tell beside those of other units.
import { grouped } from './grouping.ts';
import { wordRuns } from './word-runs.ts';

/** How often the words of a target must stand together in the units of a phrase, and how much more often than elsewhere. */
const SUPPORT = 0.5;
const FEWEST = 3;
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

interface Target {
  text: string;
  /** The words of each run without punctuation inside. */
  runs: { start: number; end: number; low: string }[][];
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
    for (const [unit, { runs }] of this.#targets)
      for (const word of new Set(runs.flat().map(({ low }) => low))) {
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
    let best: (Supported & { worth: number }) | null = null;
    for (const { phrase, count } of sharedPhrases(targets, least)) {
      const elsewhere = this.#countOf(phrase) - count;
      const support = count / targets.length - (others > 0 ? elsewhere / others : 0);
      // A word more is worth a little less agreement.
      const worth = support + WORD_MORE * phrase.text.split(' ').length;
      if (support >= SUPPORT && (!best || worth > best.worth)) best = { target: phrase.text, support, worth };
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
  return { text, runs, line };
}

/** The phrases of up to eight words that so many targets share, each with their number. None ends in an elision (« d’ »). */
function* sharedPhrases(targets: readonly Target[], least: number): Generator<{ phrase: Phrase; count: number }> {
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
  const words = targets.flatMap(({ runs }) => [...new Set(runs.flat().map(({ low }) => low))]);
  return new Set([...grouped(words, (word) => word)].filter(([, all]) => all.length >= least).map(([word]) => word));
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
