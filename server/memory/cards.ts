// What bounds a text's score before the text itself is looked at: its words as 128 bits, its weight, its runs of letters.
import type { Lexicon } from './lexicon.ts';
import type { Texts } from './texts.ts';

/** Numbers a text: four of bits, then its weight and how many runs of three letters it has. */
export const CARD = 6;
export const WEIGHT = 4;
export const RUNS = 5;

/** The least weight of the stems that share the 32 bits of each of a card's four words; what weighs less has no bit. */
const LEAST = [3, 6, 8, 10] as const;
const [LIGHT, MIDDLING, HEAVY, HEAVIEST] = LEAST;

/** Sets a stem's bit in the card that begins at `at`. */
export function mark(cards: Uint32Array, at: number, stem: number, weight: number): void {
  if (weight < LIGHT) return;
  const word = weight < MIDDLING ? 0 : weight < HEAVY ? 1 : weight < HEAVIEST ? 2 : 3;
  cards[at + word] = ((cards[at + word] as number) | (1 << bitOf(stem))) >>> 0;
}

function bitOf(stem: number): number {
  const mixed = Math.imul(stem + 1, 0x9e3779b1);
  return (mixed ^ (mixed >>> 15)) & 31;
}

/** Writes the card of the text with these forms to `cards`, from `at` on, where zeros stand. */
export function writeCard(cards: Uint32Array, at: number, forms: readonly number[], lexicon: Lexicon): void {
  let [sum, letters] = [0, 2];
  for (const form of forms) {
    const weight = lexicon.weight.data[form] ?? 0;
    sum += weight;
    letters += (lexicon.lettersEnd.data[form] ?? 0) - (form === 0 ? 0 : (lexicon.lettersEnd.data[form - 1] ?? 0));
    mark(cards, at, lexicon.stem.data[form] ?? 0, weight);
  }
  cards[at + WEIGHT] = sum;
  cards[at + RUNS] = Math.max(0, letters - 2);
}

/**
 * The least weight of what the first card's text has and the second's lacks: each bit that only the first has is at least
 * one stem of its own (the bitmap filter of set joins, Sandes et al. 2020, with weights).
 */
export function lacking(one: Uint32Array, at: number, other: Uint32Array, there: number): number {
  return (
    LIGHT * bits((one[at] as number) & ~(other[there] as number)) +
    MIDDLING * bits((one[at + 1] as number) & ~(other[there + 1] as number)) +
    HEAVY * bits((one[at + 2] as number) & ~(other[there + 2] as number)) +
    HEAVIEST * bits((one[at + 3] as number) & ~(other[there + 3] as number))
  );
}

/** Numbers of a sign: what stands of a text's bits beside it where texts are listed. */
export const SIGN = 2;
/** The least weight of the stems that share each of its two words. */
const [SIGN_LIGHT, SIGN_HEAVY] = [5, 8] as const;

/** Sets a stem's bit in a sign. */
export function markSign(sign: Uint32Array, stem: number, weight: number): void {
  if (weight < SIGN_LIGHT) return;
  const word = weight < SIGN_HEAVY ? 0 : 1;
  sign[word] = ((sign[word] as number) | (1 << bitOf(stem))) >>> 0;
}

/** Makes the sign of a text in `sign`. */
export function writeSign(sign: Uint32Array, { start, forms }: Texts, t: number, lexicon: Lexicon): void {
  sign.fill(0);
  for (let i = start[t] as number; i < (start[t + 1] as number); i++) {
    const form = forms[i] as number;
    markSign(sign, lexicon.stem.data[form] as number, lexicon.weight.data[form] as number);
  }
}

/** As {@link lacking}, between a sign's two words and another's. */
export function signLacking(light: number, heavy: number, otherLight: number, otherHeavy: number): number {
  return SIGN_LIGHT * bits(light & ~otherLight) + SIGN_HEAVY * bits(heavy & ~otherHeavy);
}

/** How many bits of 32 are set (Warren, Hacker's Delight, 5–1). */
function bits(word: number): number {
  let sum = word - ((word >>> 1) & 0x55555555);
  sum = (sum & 0x33333333) + ((sum >>> 2) & 0x33333333);
  return Math.imul((sum + (sum >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
