// Compares the quantities of a pair by value. Each difference is one fault of one of the five checks: number, currency, date, unit, percent.
import type { CheckName, Pair } from './check.ts';
import { type Item, itemsOf } from './quantity-items.ts';
import { type Difference, differenceOf, isAlike, isNear, isSame } from './quantity-likeness.ts';
import type { Side } from './side.ts';

/** What differs: a quantity that changed, one that the target lost (`target` null) or gained (`source` null). */
export interface Slip {
  check: CheckName;
  source: Item | null;
  target: Item | null;
  /** True where nothing else of the pair could have been meant: the source's quantity is what the target should say. */
  certain: boolean;
}

/** The quantities of a pair and what differs between them. */
export interface Comparison {
  source: readonly Item[];
  target: readonly Item[];
  slips: readonly Slip[];
}

/** The five checks ask about one pair after another: the latest is enough, and a weak map of all cost a tenth of their time. */
let latest: { pair: Pair; comparison: Comparison } | null = null;

/** The comparison of a pair, made once for all five checks. */
export function comparisonOf(pair: Pair): Comparison {
  if (latest?.pair !== pair) latest = { pair, comparison: compare(pair) };
  return latest.comparison;
}

const MOST = 80;

function compare(pair: Pair): Comparison {
  const [source, target] = [itemsOf(pair.source), itemsOf(pair.target)];
  const lost = new Set(source);
  const gained = new Set(target);
  match(lost, gained, isSame);
  if (lost.size <= MOST && gained.size <= MOST) {
    match(lost, gained, isAlike);
    match(lost, gained, isNear);
  }
  const renamed = pairUp(namesIn(lost), namesIn(gained));
  for (const slip of renamed) {
    if (slip.source) lost.delete(slip.source);
    if (slip.target) gained.delete(slip.target);
  }
  forget(lost, source, target, gained);
  forgetEchoes(pair.source, source, lost, gained);
  forgetEchoes(pair.target, target, gained, lost);
  const slips = pairUp(lost, gained);
  forgetYears(lost, pair.target);
  forgetYears(gained, pair.source);
  return { source, target, slips: [...renamed, ...slips, ...alone(lost, gained)] };
}

/** Names with digits, GPT-4 beside GPT-5: one said twice for the other is no second mention. */
function namesIn(items: ReadonlySet<Item>): Set<Item> {
  return new Set([...items].filter(({ quantity }) => quantity.kind === 'name'));
}

/** Takes from both sets what agrees, each with the first that agrees with it. */
function match(lost: Set<Item>, gained: Set<Item>, agrees: (a: Item, b: Item) => boolean): void {
  for (const one of lost) {
    for (const other of gained) {
      if (!agrees(one, other)) continue;
      lost.delete(one);
      gained.delete(other);
      break;
    }
  }
}

/** Drops second mentions: what the other side says once already. */
function forget(lost: Set<Item>, source: readonly Item[], target: readonly Item[], gained: Set<Item>): void {
  const said = (one: Item, others: readonly Item[]) =>
    others.some((other) => isSame(one, other) || isAlike(one, other) || isNear(one, other));
  for (const one of lost) if (said(one, target)) lost.delete(one);
  for (const one of gained) if (said(one, source)) gained.delete(one);
}

const BESIDE = /^\s?(?:\(|\[|,? ?(?:soit|or|ou)\s)[^()]{0,16}$/;
const BEHIND = /^,? ?(?:le )?$/;

/**
 * Drops what only says its neighbour again, which the other side has: a conversion in "186 miles (300km)", the date in
 * « mercredi 12 mars »; not where the other side has something of the kind left, which it should then be.
 */
function forgetEchoes(side: Side, items: readonly Item[], left: Set<Item>, opposite: ReadonlySet<Item>): void {
  const kinds = new Set([...opposite].map((item) => item.quantity.kind));
  for (let i = 1; i < items.length; i++) {
    const [first, second] = [items[i - 1], items[i]];
    if (!first || !second || left.has(first) === left.has(second)) continue;
    const echo = left.has(first) ? first : second;
    if (!kinds.has(echo.quantity.kind) && isEcho(side, first, second)) left.delete(echo);
  }
}

function isEcho(side: Side, a: Item, b: Item): boolean {
  const between = side.text.slice(a.quantity.end, b.quantity.start);
  if (a.quantity.kind === 'weekday' && b.quantity.kind === 'date') return BEHIND.test(between);
  return isConversion(a, b) && BESIDE.test(between);
}

/** The same kind of thing in another unit. */
function isConversion(a: Item, b: Item): boolean {
  const { kind, unit } = a.quantity;
  // « 12 pounds (5.4kg) » is a weight twice over.
  const weighs = a.quantity.also?.some((reading) => reading.kind === b.quantity.kind);
  if (kind !== b.quantity.kind) return Boolean(weighs) && b.quantity.kind === 'measure';
  return kind === 'time' || ((kind === 'money' || kind === 'measure') && unit !== b.quantity.unit);
}

const RELATIVE_YEAR = /l[’']an(?:née)? (?:dernier|prochain|passé)|cette année|(?:last|this|next) year|\bY2K\b/i;

/** Drops the years that one side says by name and the other by its distance: "in 2023", « l’an dernier ». */
function forgetYears(left: Set<Item>, other: Side): void {
  const years = [...left].filter((item) => item.quantity.kind === 'year');
  if (years.length === 0 || !RELATIVE_YEAR.test(other.text)) return;
  for (const year of years) left.delete(year);
}

/** Pairs what is left by the surest difference first. */
function pairUp(lost: Set<Item>, gained: Set<Item>): Slip[] {
  const candidates: { source: Item; target: Item; difference: Difference }[] = [];
  for (const source of lost) {
    for (const target of gained) {
      const difference = differenceOf(source, target);
      if (difference) candidates.push({ source, target, difference });
    }
  }
  candidates.sort((a, b) => b.difference.weight - a.difference.weight);
  const slips: Slip[] = [];
  const certain = lost.size === 1 && gained.size === 1;
  for (const { source, target, difference } of candidates) {
    if (!lost.has(source) || !gained.has(target)) continue;
    lost.delete(source);
    gained.delete(target);
    slips.push({ check: difference.check, source, target, certain });
  }
  return slips;
}

/** What only one side says, where it cannot hide in a word. */
function alone(lost: Set<Item>, gained: Set<Item>): Slip[] {
  const firm = (items: Set<Item>) => [...items].filter((item) => !item.weak);
  return [
    ...firm(lost).map((source) => ({ check: checkOf(source), source, target: null, certain: false })),
    ...firm(gained).map((target) => ({ check: checkOf(target), source: null, target, certain: false })),
  ];
}

function checkOf(item: Item): CheckName {
  const { kind } = item.quantity;
  return kind === 'date' || kind === 'time' || kind === 'decade' || kind === 'century' || kind === 'period'
    ? 'date'
    : 'number';
}
