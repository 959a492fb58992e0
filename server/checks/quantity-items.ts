// The quantities of one side as the comparison weighs them: which must be on the other side, which may hide in a word.
import { type Quantity, readNumbers } from '../text/numbers.ts';
import type { Side } from './side.ts';

/** A quantity to compare. */
export interface Item {
  quantity: Quantity;
  /** True where a translation may say it without a number: « deux » as "both", "first", « la moitié », « midi ». */
  weak: boolean;
  /** True where the text says that it is rounded. */
  rough: boolean;
}

const ROUGHLY =
  /(?:\b(?:about|some|around|nearly|almost|roughly|approximately|over|under|up to|at least|more than|less than|fewer than|close to|just)|(?<!\p{L})(?:environ|quelque|quelques|près de|près d[’']|presque|autour de|plus de|plus d[’']|moins de|moins d[’']|à peu près|approximativement|jusqu[’']à|au moins|quasiment|les|~))\s*$/iu;
const REACH = 20;
const ROUND_THE_CLOCK = new Set(['24/7', '24/24', '7/7', '7/24']);

/** The quantities of a side in order, without those that only say round the clock. */
export function itemsOf(side: Side): Item[] {
  const items: Item[] = [];
  for (const quantity of readNumbers(side.prose, side.tag)) {
    if (quantity.kind === 'ratio' && ROUND_THE_CLOCK.has(quantity.value)) continue;
    const before = side.prose.slice(Math.max(0, quantity.start - REACH), quantity.start);
    const rough = quantity.approximate === true || ROUGHLY.test(before);
    for (const part of partsOf(quantity)) items.push({ quantity: part, weak: isWeak(part), rough });
  }
  return items;
}

/** The two numbers of a ratio, since « 3 pour 1 » is 3:1; anything else as it is. */
function partsOf(quantity: Quantity): Quantity[] {
  if (quantity.kind !== 'ratio') return [quantity];
  const { start, end, form } = quantity;
  return quantity.value.split(':').map((value) => ({ start, end, form, kind: 'cardinal', value }));
}

const LARGE = 13;

function isWeak(quantity: Quantity): boolean {
  const { kind, form, vague, value } = quantity;
  if (vague || kind === 'name' || kind === 'weekday' || value === '1' || value === '0') return true;
  if (kind === 'date') return value.startsWith('--') && value.length === 4;
  if (form === 'digits') return false;
  if (kind === 'percent' || kind === 'money' || kind === 'points') return false;
  return kind !== 'cardinal' || Number(value) < LARGE;
}
