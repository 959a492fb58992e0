// Exact numbers: whole numerator over whole denominator, in lowest terms, so that 0,1 and two thirds stay what they are.

/** A number as a fraction in lowest terms; `over` is at least 1. */
export interface Rational {
  readonly top: bigint;
  readonly over: bigint;
}

/** The fraction of two whole numbers in lowest terms; throws RangeError where `over` is zero. */
export function rational(top: bigint | number, over: bigint | number = 1n): Rational {
  const t = BigInt(top);
  const o = BigInt(over);
  if (o === 0n) throw new RangeError('a fraction over zero');
  if (o === 1n) return { top: t, over: o };
  const by = divisor(t < 0n ? -t : t, o < 0n ? -o : o) * (o < 0n ? -1n : 1n);
  return { top: t / by, over: o / by };
}

function divisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y > 0n) [x, y] = [y, x % y];
  return x;
}

export const ZERO = rational(0);
export const ONE = rational(1);
export const HALF = rational(1, 2);

/** The number that a whole part and decimals write, both runs of digits: ("3", "50") is 7/2. */
export function ofDigits(whole: string, decimals = ''): Rational {
  return rational(BigInt(`${whole}${decimals}`), 10n ** BigInt(decimals.length));
}

/** Reads what {@link written} writes: "-12", "3.5", "2/3"; null for anything else. */
export function ofWritten(text: string): Rational | null {
  const parts = /^(-?)(\d+)(?:\.(\d+)|\/(\d*[1-9]\d*))?$/.exec(text);
  if (!parts) return null;
  const [, minus, whole = '0', decimals, over] = parts;
  const size = over ? rational(BigInt(whole), BigInt(over)) : ofDigits(whole, decimals);
  return minus ? negated(size) : size;
}

/** The number as a decimal where it ends ("3.5", "-12"), as a fraction where it does not ("2/3"). */
export function written(value: Rational): string {
  if (value.over === 1n) return value.top.toString();
  const places = decimalPlaces(value.over);
  if (places === null) return `${value.top}/${value.over}`;
  const scaled = (value.top * 10n ** BigInt(places)) / value.over;
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(places + 1, '0');
  return `${scaled < 0n ? '-' : ''}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/** How many decimals a fraction over this number takes; null where they never end. */
function decimalPlaces(over: bigint): number | null {
  let rest = over;
  let [twos, fives] = [0, 0];
  for (; rest % 2n === 0n; twos++) rest /= 2n;
  for (; rest % 5n === 0n; fives++) rest /= 5n;
  return rest === 1n ? Math.max(twos, fives) : null;
}

/** The product. */
export function times(a: Rational, b: Rational): Rational {
  return rational(a.top * b.top, a.over * b.over);
}

/** The sum. */
export function plus(a: Rational, b: Rational): Rational {
  return rational(a.top * b.over + b.top * a.over, a.over * b.over);
}

/** The number below zero that is as far from it. */
export function negated(a: Rational): Rational {
  return { top: -a.top, over: a.over };
}

/** Below zero where a is less than b, zero where they are equal. */
export function compare(a: Rational, b: Rational): number {
  const difference = a.top * b.over - b.top * a.over;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The nearest double, for ratios and tolerances. */
export function toNumber(a: Rational): number {
  return Number(a.top) / Number(a.over);
}
