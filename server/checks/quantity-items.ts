// The quantities of one side as the comparison weighs them: which must be on the other side, which may hide in a word.

import { isCapitalAt } from '../text/characters.ts';
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
  /(?:\b(?:about|some|around|nearly|almost|roughly|approximately|close to)|(?<!\p{L})(?:environ|quelque|près de|près d[’']|presque|autour de|à peu près|approximativement|quasiment|~))\s*$/iu;
const REACH = 20;
const ROUND_THE_CLOCK = new Set(['24/7', '24/24', '7/7', '7/24']);

/** The quantities of a side in order, without those that only say round the clock. */
export function itemsOf(side: Side): Item[] {
  const items: Item[] = [];
  for (const quantity of readNumbers(side.prose, side.tag)) {
    if (quantity.kind === 'ratio' && ROUND_THE_CLOCK.has(quantity.value)) continue;
    const before = side.prose.slice(Math.max(0, quantity.start - REACH), quantity.start);
    const rough = quantity.approximate === true || ROUGHLY.test(before);
    const spoken = quantity.form === 'words' && isCapitalAt(side.prose, quantity.start);
    for (const part of partsOf(withHomeMoney(quantity, side)))
      items.push({ quantity: part, weak: isWeak(part) || (spoken && part.kind === 'cardinal'), rough });
  }
  return items;
}

/** The money that a bare name of money may mean at home: « 12 $ » in Québec, « 12 francs » in Geneva. */
const HOME_MONEY: Readonly<Record<string, { bare: string; home: string }>> = {
  CA: { bare: 'USD', home: 'CAD' },
  CH: { bare: 'FRF', home: 'CHF' },
};

function withHomeMoney(quantity: Quantity, { region, text }: Side): Quantity {
  const money = HOME_MONEY[region];
  if (!money || quantity.unit !== money.bare || quantity.kind !== 'money') return quantity;
  if (/US|améric|American|français|French/.test(text.slice(quantity.start, quantity.end))) return quantity;
  return { ...quantity, also: [...(quantity.also ?? []), { kind: 'money', value: quantity.value, unit: money.home }] };
}

/** The two numbers of a ratio, since « 3 pour 1 » is 3:1, and of 1920x1080; anything else as it is. */
function partsOf(quantity: Quantity): Quantity[] {
  const { start, end, form, kind, value: whole } = quantity;
  if (kind !== 'ratio' && !(kind === 'name' && /^\d+x\d+$/.test(whole))) return [quantity];
  return whole.split(/[:x]/).map((value) => ({ start, end, form, kind: 'cardinal', value }));
}

const LARGE = 13;

function isWeak(quantity: Quantity): boolean {
  const { kind, form, vague, value } = quantity;
  if (vague || kind === 'name' || kind === 'weekday' || value === '1' || value === '0') return true;
  if (kind === 'date') return form === 'words' || (value.startsWith('--') && value.length === 4);
  if (kind === 'percent') return value === '100';
  if (kind === 'time' && quantity.also?.some((other) => WHOLES.has(`${other.value} ${other.unit}`))) return true;
  if (kind === 'measure' && WHOLES.has(`${value} ${quantity.unit}`)) return true;
  if (form === 'digits') return kind === 'ordinal' && Number(value) <= LAST_COMMON_ORDINAL;
  if (kind === 'money' || kind === 'points') return false;
  return kind !== 'cardinal' || Number(value) < LARGE || value === '100' || value === '1000';
}

/** What another word says too: a day, a week, a year. */
const WHOLES = new Set([
  '24 h',
  '48 h',
  '7 d',
  '8 d',
  '15 d',
  '12 month',
  '6 month',
  '3 month',
  '60 min',
  '10 year',
  '100 year',
  '52 week',
]);
const LAST_COMMON_ORDINAL = 3;
