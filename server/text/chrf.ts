// How alike two texts are in their letters: chrF (Popović 2015), as sacreBLEU counts it: character n-grams of one to six,
// without white space, recall weighing twice as much as precision.

const ORDERS = 6;
const BETA = 2;

/** N-grams of a text, of its reference, and those that both have, by length from 1. Sums over texts give the chrF of all. */
export interface ChrfCounts {
  text: number[];
  reference: number[];
  both: number[];
}

/** The counts of nothing. */
export function noCounts(): ChrfCounts {
  const zeros = () => Array.from({ length: ORDERS }, () => 0);
  return { text: zeros(), reference: zeros(), both: zeros() };
}

/** Adds the counts of a text beside its reference to `sums`. */
export function countChrf(sums: ChrfCounts, text: string, reference: string): void {
  const [mine, theirs] = [letters(text), letters(reference)];
  for (let n = 1; n <= ORDERS; n++) {
    const wanted = grams(theirs, n);
    const got = grams(mine, n);
    let both = 0;
    for (const [gram, count] of got) both += Math.min(count, wanted.get(gram) ?? 0);
    add(sums.text, n, Math.max(0, mine.length - n + 1));
    add(sums.reference, n, Math.max(0, theirs.length - n + 1));
    add(sums.both, n, both);
  }
}

/** chrF from 0 to 100: precision and recall are averaged over the lengths that both texts have, then weighed. */
export function chrfOf({ text, reference, both }: ChrfCounts): number {
  let [precision, recall, orders] = [0, 0, 0];
  for (let i = 0; i < ORDERS; i++) {
    const [t, r, b] = [text[i] ?? 0, reference[i] ?? 0, both[i] ?? 0];
    if (t === 0 || r === 0) continue;
    precision += b / t;
    recall += b / r;
    orders++;
  }
  if (orders === 0 || precision + recall === 0) return 0;
  const [p, q] = [precision / orders, recall / orders];
  return (100 * (1 + BETA ** 2) * p * q) / (BETA ** 2 * p + q);
}

function letters(text: string): string[] {
  return [...text.replace(/\s+/gu, '')];
}

function grams(letters: readonly string[], n: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (let at = 0; at + n <= letters.length; at++) {
    const gram = letters.slice(at, at + n).join('');
    counts.set(gram, (counts.get(gram) ?? 0) + 1);
  }
  return counts;
}

function add(sums: number[], n: number, count: number): void {
  sums[n - 1] = (sums[n - 1] ?? 0) + count;
}
