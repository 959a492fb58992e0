// Words that are numbers without looking it: "twice", « a doublé », 3x, "a decade", "a fortnight".
import { canonicalOf } from './amounts.ts';
import type { Quantity, Reading } from './quantity.ts';
import { ofDigits, written } from './rational.ts';
import type { Found, Scan } from './scan.ts';
import { readWords } from './words.ts';

/** Reads a word that multiplies, or digits with ×: « a doublé », "tenfold", 3x. */
export function readMultiplier(scan: Scan, at: number): Found | null {
  const by = scan.lexicon.multipliers.get(scan.word(at));
  if (by) return multiplier(scan, at, at + 1, written(by), 'words');
  const digits = scan.digits(at);
  const cross = digits && /^[x\u00d7]$/.test(scan.atoms[at + 1]?.text ?? '') && !scan.digits(at + 2);
  if (digits && cross) return multiplier(scan, at, at + 2, written(ofDigits(digits)), 'digits');
  const fold = scan.lexicon.language === 'en' ? folded(scan, at) : null;
  if (fold) return fold;
  const behind = scan.word(at) === 'x' ? scan.digits(at + 1) : '';
  return behind && !scan.word(at + 2) && !PROCESSORS.has(behind)
    ? multiplier(scan, at, at + 2, written(ofDigits(behind)), 'digits')
    : null;
}

/** "10-fold", "two-fold". */
function folded(scan: Scan, at: number): Found | null {
  const digits = scan.digits(at);
  const words = digits ? null : readWords(scan, at);
  const fold = scan.pastJoint(words?.next ?? at + 1);
  if (scan.word(fold) !== 'fold' || (!digits && !words)) return null;
  return multiplier(scan, at, fold + 1, written(words?.value ?? ofDigits(digits)), digits ? 'digits' : 'words');
}

/** x86, x64: what a processor is called. */
const PROCESSORS = new Set(['86', '64', '32']);

function multiplier(scan: Scan, at: number, next: number, value: string, form: Quantity['form']): Found {
  const [start, end] = [scan.startOf(at), scan.endBefore(next)];
  return { quantity: { start, end, kind: 'multiplier', value, form }, next };
}

const SPANS_OF_TIME = new Map([
  ['decade', 'decade'],
  ['décennie', 'decade'],
  ['fortnight', 'fortnight'],
]);

/** "a decade", « la décennie », "a fortnight": one of them, in words. */
export function readPeriodOfTime(scan: Scan, at: number): Found | null {
  if (scan.lexicon.articles.has(scan.word(at))) return oneAndHalf(scan, at);
  const unit = SPANS_OF_TIME.get(scan.word(at));
  return unit && scan.lexicon.language ? measured(scan, at, at + 1, '1', unit) : null;
}

/** "a year and a half". */
function oneAndHalf(scan: Scan, at: number): Found | null {
  const unit = scan.lexicon.units.match(scan.atoms, scan.pastSpace(at + 1));
  const half = unit ? scan.lexicon.halfAfter.match(scan.atoms, scan.pastSpace(unit.next)) : null;
  return unit && half ? measured(scan, at, half.next, '1.5', unit.value) : null;
}

function measured(scan: Scan, at: number, next: number, value: string, unit: string): Found {
  const reading: Reading = { kind: 'measure', value, unit };
  const [start, end] = [scan.startOf(at), scan.endBefore(next)];
  return { quantity: { start, end, form: 'words', ...reading, ...canonicalOf(reading) }, next };
}
