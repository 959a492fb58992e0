// What bounds a text's score before the text itself is looked at: its words as 128 bits, its weight, its runs of letters.
import { formAt, widthOf } from './forms.ts';
import type { Lexicon } from './lexicon.ts';
import type { Texts } from './texts.ts';

/** The stems of each weight from the lightest to the heaviest have 32 bits of their own; the few that are lighter have none. */
const LIGHTEST = 4;
const HEAVIEST = 12;
const WORDS = HEAVIEST - LIGHTEST + 1;

/** Numbers a text: its bits, then its weight, what of that no bit stands for, and how many runs of three letters it has. */
export const CARD = WORDS + 3;
export const WEIGHT = WORDS;
export const UNMARKED = WORDS + 1;
export const RUNS = WORDS + 2;

/** Adds a stem to the card that begins at `at`: its bit, and its weight where no bit is new for it. */
export function mark(cards: Uint32Array, at: number, stem: number, weight: number): void {
  const word = at + Math.max(0, weight - LIGHTEST);
  const before = cards[word] as number;
  const now = weight < LIGHTEST ? before : (before | (1 << bitOf(stem))) >>> 0;
  cards[word] = now;
  cards[at + WEIGHT] = (cards[at + WEIGHT] as number) + weight;
  if (now === before) cards[at + UNMARKED] = (cards[at + UNMARKED] as number) + weight;
}

function bitOf(stem: number): number {
  const mixed = Math.imul(stem + 1, 0x9e3779b1);
  return (mixed ^ (mixed >>> 15)) & 31;
}

/** Writes the card of the text with these forms to `cards`, from `at` on, where zeros stand. */
export function writeCard(cards: Uint32Array, at: number, forms: readonly number[], lexicon: Lexicon): void {
  let letters = 0;
  for (const form of forms) {
    letters += (lexicon.lettersEnd.data[form] ?? 0) - (form === 0 ? 0 : (lexicon.lettersEnd.data[form - 1] ?? 0));
    mark(cards, at, lexicon.stemOf(form), lexicon.weightOf(form));
  }
  cards[at + RUNS] = letters;
}

/**
 * The most that the marked stems which two texts share can weigh, as far as their bits tell: a bit that only one of them has
 * is at least one stem that the other lacks (the bitmap filter of set joins, Sandes et al. 2020, with weights). What stands
 * under {@link UNMARKED} may be shared besides.
 */
export function sharedBits(one: Uint32Array, at: number, other: Uint32Array, there: number): number {
  let sum = 0;
  for (let i = 0; i < WORDS; i++) sum += (LIGHTEST + i) * bits((one[at + i] as number) & (other[there + i] as number));
  return sum;
}

/** Numbers of a sign: what stands of a text's bits beside it where texts are listed. */
export const SIGN = 3;
/** The least weight of the stems that share each of its words. */
const [SIGN_LIGHT, SIGN_MIDDLING, SIGN_HEAVY] = [5, 7, 9] as const;

/** Sets a stem's bit in a sign. */
export function markSign(sign: Uint32Array, stem: number, weight: number): void {
  if (weight < SIGN_LIGHT) return;
  const word = weight < SIGN_MIDDLING ? 0 : weight < SIGN_HEAVY ? 1 : 2;
  sign[word] = ((sign[word] as number) | (1 << bitOf(stem))) >>> 0;
}

/** Makes the sign of a text in `sign`. */
export function writeSign(sign: Uint32Array, { start, forms }: Texts, t: number, lexicon: Lexicon): void {
  sign.fill(0);
  for (let i = start[t] as number; i < (start[t + 1] as number); ) {
    const form = formAt(forms, i);
    i += widthOf(form);
    markSign(sign, lexicon.stemOf(form), lexicon.weightOf(form));
  }
}

/** What the bits of a sign's words stand for, at least; of the bits that two signs share, what is in common at most. */
export function signWeight(light: number, middling: number, heavy: number): number {
  return SIGN_LIGHT * bits(light) + SIGN_MIDDLING * bits(middling) + SIGN_HEAVY * bits(heavy);
}

/** How many bits of 32 are set (Warren, Hacker's Delight, 5–1). */
function bits(word: number): number {
  let sum = word - ((word >>> 1) & 0x55555555);
  sum = (sum & 0x33333333) + ((sum >>> 2) & 0x33333333);
  return Math.imul((sum + (sum >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
