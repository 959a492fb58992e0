// Words that are numbers without looking it: "twice", « a doublé », 3x, "a decade", "a fortnight".
import { canonicalOf } from './amounts.ts';
import type { Quantity, Reading } from './quantity.ts';
import { ofDigits, written } from './rational.ts';
import type { Found, Scan } from './scan.ts';

/** Reads a word that multiplies, or digits with ×: « a doublé », "tenfold", 3x. */
export function readMultiplier(scan: Scan, at: number): Found | null {
  const by = scan.lexicon.multipliers.get(scan.word(at));
  if (by) return multiplier(scan, at, at + 1, written(by), 'words');
  const digits = scan.digits(at);
  const cross = digits && /^[x\u00d7]$/.test(scan.atoms[at + 1]?.text ?? '') && !scan.digits(at + 2);
  if (digits && cross) return multiplier(scan, at, at + 2, written(ofDigits(digits)), 'digits');
  const behind = scan.word(at) === 'x' ? scan.digits(at + 1) : '';
  return behind && !scan.word(at + 2) ? multiplier(scan, at, at + 2, written(ofDigits(behind)), 'digits') : null;
}

function multiplier(scan: Scan, at: number, next: number, value: string, form: Quantity['form']): Found {
  const [start, end] = [scan.startOf(at), scan.endBefore(next)];
  return { quantity: { start, end, kind: 'multiplier', value, form }, next };
}

const SPANS_OF_TIME: Readonly<Record<string, string>> = {
  decade: 'decade',
  décennie: 'decade',
  fortnight: 'fortnight',
};

/** "a decade", « la décennie », "a fortnight": one of them, in words. */
export function readPeriodOfTime(scan: Scan, at: number): Found | null {
  const unit = SPANS_OF_TIME[scan.word(at)];
  if (!unit || !scan.lexicon.language) return null;
  const reading: Reading = { kind: 'measure', value: '1', unit };
  const [start, end] = [scan.startOf(at), scan.endBefore(at + 1)];
  return { quantity: { start, end, form: 'words', ...reading, ...canonicalOf(reading) }, next: at + 1 };
}
