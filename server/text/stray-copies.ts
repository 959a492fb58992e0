// A scraped page often holds its body twice: the text as a reader's mode saw it, and the page itself.

/** A block as copies are found: equal keys are equal texts. `weight` is its length; `heading` stands for an unpunctuated line. */
export interface CopyBlock {
  key: string;
  weight: number;
  heading: boolean;
}

/** A body of this many signs is one anywhere; a shorter one must be most of its page, and is never a mere sentence. */
const LONG = 250;
const LEAST = 100;
const PART_OF_PAGE = 0.3;
/** One paragraph alone is a body only where the page is hardly more than the two of it; else it is a quotation. */
const PART_ALONE = 0.4;
/** How much of the stretch from its first to its last block is the same in both. */
const SHARE = 0.7;

interface Twin {
  first: number;
  second: number;
}

/**
 * For each block the index of the block whose stray copy it is, or null. The body is kept where a heading that is not of
 * both copies stands right before it, else where it stands first. A block that differs is no copy and stays.
 */
export function strayCopies(blocks: readonly CopyBlock[]): (number | null)[] {
  const copyOf = blocks.map((): number | null => null);
  // A body that stands three times is found in two rounds.
  for (let rounds = 0; rounds < 8; rounds++) {
    const chain = longestChain(twins(blocks, copyOf), blocks);
    if (!isBody(chain, blocks, copyOf)) return copyOf;
    const keepSecond = secondIsKept(chain, blocks);
    for (const { first, second } of chain) {
      if (keepSecond) copyOf[first] = second;
      else copyOf[second] = first;
    }
    settle(copyOf);
  }
  return copyOf;
}

/** Each block with the next equal one, copies that are known left out. */
function twins(blocks: readonly CopyBlock[], copyOf: readonly (number | null)[]): Twin[] {
  const open = new Map<string, number>();
  const found: Twin[] = [];
  blocks.forEach(({ key }, i) => {
    if (copyOf[i] !== null) return;
    const first = open.get(key);
    if (first !== undefined) found.push({ first, second: i });
    open.set(key, i);
  });
  return found;
}

/** The heaviest run of twins in which both sides rise and the first copy ends before the second begins. */
function longestChain(all: readonly Twin[], blocks: readonly CopyBlock[]): Twin[] {
  const sorted = all.toSorted((a, b) => a.first - b.first);
  const weights = sorted.map(({ first }) => blocks[first]?.weight ?? 0);
  let best: Twin[] = [];
  let bestWeight = 0;
  // What all of the twins that a run from here may take weigh together.
  let [end, most] = [0, 0];
  for (const [i, start] of sorted.entries()) {
    most -= weights[i - 1] ?? 0;
    for (; end < sorted.length && (end <= i || (sorted[end]?.first ?? 0) < start.second); end++)
      most += weights[end] ?? 0;
    if (most <= bestWeight) continue;
    const chain = chainFrom(sorted, i);
    const weight = weightOf(
      blocks,
      chain.map((twin) => twin.first),
    );
    if (weight > bestWeight) [best, bestWeight] = [chain, weight];
  }
  return best;
}

/** The run that begins with a twin and takes each that goes on with it. */
function chainFrom(sorted: readonly Twin[], at: number): Twin[] {
  const start = sorted[at] as Twin;
  const chain = [start];
  let { second } = start;
  for (let i = at + 1; i < sorted.length; i++) {
    const twin = sorted[i] as Twin;
    if (twin.first >= start.second) break;
    if (twin.second <= second) continue;
    chain.push(twin);
    second = twin.second;
  }
  return chain;
}

function weightOf(blocks: readonly CopyBlock[], indexes: readonly number[]): number {
  return indexes.reduce((sum, i) => sum + (blocks[i]?.weight ?? 0), 0);
}

function isBody(chain: readonly Twin[], blocks: readonly CopyBlock[], copyOf: readonly (number | null)[]): boolean {
  const firsts = chain.map((twin) => twin.first);
  const weight = weightOf(blocks, firsts);
  const paragraphs = firsts.filter((i) => blocks[i]?.heading === false).length;
  if (weight < LEAST || paragraphs === 0) return false;
  const own = [...blocks.keys()].filter((i) => copyOf[i] === null);
  const part = weight / weightOf(blocks, own);
  if (paragraphs === 1 ? part < PART_ALONE : weight < LONG && part < PART_OF_PAGE) return false;
  return [firsts, chain.map((twin) => twin.second)].every((side) => weight >= SHARE * stretch(side, blocks));
}

function stretch(side: readonly number[], blocks: readonly CopyBlock[]): number {
  const [from = 0, to = -1] = [side[0], side.at(-1)];
  return weightOf(
    blocks,
    Array.from({ length: to - from + 1 }, (_, i) => from + i),
  );
}

/** How far before a body its title may stand, in blocks: a byline and a standfirst may come between. */
const REACH = 3;

function secondIsKept(chain: readonly Twin[], blocks: readonly CopyBlock[]): boolean {
  const { first = 0, second = 0 } = chain[0] ?? {};
  const firstEnd = (chain.at(-1)?.first ?? 0) + 1;
  return (
    headed(blocks, Math.max(firstEnd, second - REACH), second) && !headed(blocks, Math.max(0, first - REACH), first)
  );
}

function headed(blocks: readonly CopyBlock[], from: number, to: number): boolean {
  return blocks.slice(from, to).some((block) => block.heading);
}

/** A copy of a copy is a copy of what that one repeats. */
function settle(copyOf: (number | null)[]): void {
  copyOf.forEach((of, i) => {
    const root = of === null ? null : copyOf[of];
    if (root !== null && root !== undefined) copyOf[i] = root;
  });
}
