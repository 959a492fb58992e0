// A lexicon learnt from aligned sentences (IBM model 1, Brown et al. 1993): which word of one language is which of the other.
import { stemsOf } from './align-words.ts';

/** A pair of stem lists that translate each other. */
export interface StemPair {
  source: readonly string[];
  target: readonly string[];
}

/** Translation probabilities of stems in both directions; what is unlikely is left out. */
export interface Lexicon {
  /** For a source stem, target stems with p(target | source). */
  forward: Map<string, Map<string, number>>;
  /** For a target stem, source stems with p(source | target). */
  backward: Map<string, Map<string, number>>;
  /** In how many pairs each source stem, and each target stem, stood. */
  seen: { source: Map<string, number>; target: Map<string, number> };
  /** How many pairs taught it at once, and how many one after the other since. */
  pairs: number;
  more: number;
}

/** How a lexicon is learnt. */
export interface Learning {
  rounds: number;
  /** Stems in fewer pairs teach nothing. */
  seen: number;
  /** What is added to a stem's count before dividing, so that rare coincidences stay unlikely. */
  doubt: number;
  /** Probabilities below it are left out. */
  least: number;
  /** Pairs longer than this (in stems, either side) teach too little for what they cost. */
  longest: number;
}

export const LEARNING: Readonly<Learning> = { rounds: 5, seen: 2, doubt: 1, least: 0.01, longest: 60 };

/** Learns from pairs of sentences, as {@link learn} does from stems. */
export function learnFromTexts(
  pairs: Iterable<{ source: string; target: string }>,
  how: Partial<Learning> = {},
): Lexicon {
  const stems: StemPair[] = [];
  for (const { source, target } of pairs) stems.push({ source: stemsOf(source), target: stemsOf(target) });
  return learn(stems, how);
}

/** Learns both directions by expectation and maximisation over a flat table of the links that occur. */
export function learn(pairs: readonly StemPair[], how: Partial<Learning> = {}): Lexicon {
  const settings = { ...LEARNING, ...how };
  const usable = pairs.filter(
    ({ source, target }) =>
      source.length > 0 && target.length > 0 && source.length <= settings.longest && target.length <= settings.longest,
  );
  const source = vocabulary(
    usable.map((pair) => pair.source),
    settings.seen,
  );
  const target = vocabulary(
    usable.map((pair) => pair.target),
    settings.seen,
  );
  return {
    forward: oneWay(source, target, settings),
    backward: oneWay(target, source, settings),
    seen: { source: source.seen, target: target.seen },
    pairs: usable.length,
    more: 0,
  };
}

/** Sentences as numbers of the stems that occur in enough of them; each stem once a sentence. */
interface Numbered {
  stems: string[];
  seen: Map<string, number>;
  sentences: Int32Array[];
}

function vocabulary(sentences: readonly (readonly string[])[], seen: number): Numbered {
  const found = new Map<string, number>();
  for (const sentence of sentences) for (const stem of new Set(sentence)) found.set(stem, (found.get(stem) ?? 0) + 1);
  const ids = new Map<string, number>();
  for (const [stem, times] of found) {
    if (times >= seen) ids.set(stem, ids.size);
    else found.delete(stem);
  }
  const numbered = sentences.map((sentence) =>
    Int32Array.from([...new Set(sentence)].flatMap((stem) => ids.get(stem) ?? [])),
  );
  return { stems: [...ids.keys()], seen: found, sentences: numbered };
}

/** Each link that occurs has one place in flat arrays; `places` names, pair by pair, the places of its links. */
interface Table {
  from: Int32Array;
  to: Int32Array;
  places: Int32Array;
}

/** Goes through the stems one by one, so that a link is known by its other end alone: no table of pairs is looked into. */
function tableOf(from: Numbered, to: Numbered): Table {
  const begins = beginsOf(from, to);
  const where = placesOfStems(from);
  const froms: number[] = [];
  const tos: number[] = [];
  const places = new Int32Array(begins.at(-1) ?? 0);
  const lastStem = new Int32Array(to.stems.length).fill(-1);
  const placeOf = new Int32Array(to.stems.length);
  const linkOf = (s: number, t: number): number => {
    if (lastStem[t] !== s) {
      lastStem[t] = s;
      placeOf[t] = froms.push(s) - 1;
      tos.push(t);
    }
    return placeOf[t] ?? 0;
  };
  for (let s = 0; s < from.stems.length; s++) {
    for (let k = where.begins[s] ?? 0; k < (where.begins[s + 1] ?? 0); k++) {
      const i = where.sentences[k] ?? 0;
      const width = from.sentences[i]?.length ?? 0;
      const others = to.sentences[i] ?? new Int32Array();
      const first = (begins[i] ?? 0) + (where.at[k] ?? 0);
      for (let t = 0; t < others.length; t++) places[first + t * width] = linkOf(s, others[t] ?? 0);
    }
  }
  return { from: Int32Array.from(froms), to: Int32Array.from(tos), places };
}

/** Where the links of each pair begin, and where the last ones end. */
function beginsOf(from: Numbered, to: Numbered): number[] {
  const begins = [0];
  from.sentences.forEach((sentence, i) => {
    begins.push((begins.at(-1) ?? 0) + sentence.length * (to.sentences[i]?.length ?? 0));
  });
  return begins;
}

/** In which sentences each stem stands, and at which place there; a stem's own ones begin at `begins`. */
function placesOfStems({ stems, sentences }: Numbered) {
  const begins = new Int32Array(stems.length + 1);
  for (const sentence of sentences) for (const s of sentence) begins[s + 1] = (begins[s + 1] ?? 0) + 1;
  for (let s = 0; s < stems.length; s++) begins[s + 1] = (begins[s + 1] ?? 0) + (begins[s] ?? 0);
  const next = begins.slice();
  const found = { begins, sentences: new Int32Array(begins.at(-1) ?? 0), at: new Int32Array(begins.at(-1) ?? 0) };
  sentences.forEach((sentence, i) => {
    sentence.forEach((s, at) => {
      const k = next[s] ?? 0;
      next[s] = k + 1;
      found.sentences[k] = i;
      found.at[k] = at;
    });
  });
  return found;
}

function oneWay(from: Numbered, to: Numbered, how: Learning): Map<string, Map<string, number>> {
  const table = tableOf(from, to);
  const probability = new Float64Array(table.from.length).fill(1);
  const null_ = 1 / Math.max(1, to.stems.length);
  for (let round = 0; round < how.rounds; round++) {
    const counts = expected(from, to, table, probability, round === 0 ? 0 : null_);
    maximise(table, counts, probability, from.stems.length, how.doubt);
  }
  return pruned(from, to, table, probability, how.least);
}

/** The expected number of times each link is used. `empty` is the probability that a word has no partner. */
function expected(
  from: Numbered,
  to: Numbered,
  { places }: Table,
  probability: Float64Array,
  empty: number,
): Float64Array {
  const counts = new Float64Array(probability.length);
  let at = 0;
  from.sentences.forEach((sentence, i) => {
    const width = sentence.length;
    for (let t = 0; t < (to.sentences[i]?.length ?? 0); t++, at += width) {
      let sum = empty;
      for (let k = at; k < at + width; k++) sum += probability[places[k] ?? 0] ?? 0;
      for (let k = at; k < at + width; k++) {
        const place = places[k] ?? 0;
        counts[place] = (counts[place] ?? 0) + (probability[place] ?? 0) / sum;
      }
    }
  });
  return counts;
}

function maximise(
  { from }: Table,
  counts: Float64Array,
  probability: Float64Array,
  types: number,
  doubt: number,
): void {
  const sums = new Float64Array(types).fill(doubt);
  for (let k = 0; k < counts.length; k++) sums[from[k] ?? 0] = (sums[from[k] ?? 0] ?? 0) + (counts[k] ?? 0);
  for (let k = 0; k < counts.length; k++) probability[k] = (counts[k] ?? 0) / (sums[from[k] ?? 0] ?? 1);
}

function pruned(from: Numbered, to: Numbered, table: Table, probability: Float64Array, least: number) {
  const out = new Map<string, Map<string, number>>();
  for (let k = 0; k < probability.length; k++) {
    const p = probability[k] ?? 0;
    if (p < least) continue;
    const source = from.stems[table.from[k] ?? 0] ?? '';
    const known = out.get(source) ?? new Map<string, number>();
    known.set(to.stems[table.to[k] ?? 0] ?? '', p);
    out.set(source, known);
  }
  return out;
}
