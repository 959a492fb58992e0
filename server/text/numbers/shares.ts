// Numbers that stand in relation: one in four, 24/7, 16:9, 1/3.
import { unitBehind } from './amounts.ts';
import { readDigits } from './digits.ts';
import { rational, written } from './rational.ts';
import { type Found, made, type Scan } from './scan.ts';
import { readWords } from './words.ts';

const MOST_WORDS_BETWEEN = 3;
const MOST_PEOPLE = 100_000n;
/** « une approximation basée sur 1 000 calculs ». */
const RESTING = /^(?:bas|fond|ax|centr|align)é/;
const ROUND_WHOLES = new Set([20, 25, 30, 50, 100, 1000, 10000, 100000]);

/** « 24 h/24 », « 24 heures sur 24 », « 7 jours sur 7 », 24/7: round the clock; null for anything else. */
export function readRoundTheClock(scan: Scan, at: number): Found | null {
  const top = scan.digits(at);
  if (top !== '24' && top !== '7') return null;
  const over = scan.digits(at + 2);
  const slashed = scan.sign(at + 1) === '/' && (over === '7' || over === '24');
  if (slashed) return made(scan, at, at + 3, 'ratio', `${top}/${over}`);
  return roundTheClock(scan, at, top);
}

/** « un sur quatre », "one user in four", « neuf Français sur dix », 24/7, 16:9, 1/3; null for none. */
export function readShare(scan: Scan, at: number): Found | null {
  return readSlashed(scan, at) ?? readRatio(scan, at) ?? readOutOf(scan, at);
}

/** 1/3, 3/4. */
function readSlashed(scan: Scan, at: number): Found | null {
  const [top, over] = [scan.digits(at), scan.digits(at + 2)];
  if (!top || !over || scan.sign(at + 1) !== '/' || scan.sign(at + 3) === '/' || over === '0') return null;
  if (!isPart(Number(top), Number(over))) return null;
  return made(scan, at, at + 3, 'fraction', written(rational(BigInt(top), BigInt(over))));
}

function isPart(top: number, over: number): boolean {
  return top > 0 && over > top && over <= 10;
}

const CLOCK_WORDS = new Set(['h', 'heures', 'j', 'jours']);

function roundTheClock(scan: Scan, at: number, top: string): Found | null {
  const unit = scan.pastSpace(at + 1);
  if (!CLOCK_WORDS.has(scan.word(unit))) return null;
  const over = scan.pastSpace(unit + 1);
  const isOver = scan.sign(over) === '/' || scan.word(over) === 'sur';
  const last = scan.pastSpace(over + 1);
  return isOver && scan.digits(last) === top ? made(scan, at, last + 1, 'ratio', `${top}/${top}`) : null;
}

/** 16:9, 3:1. */
function readRatio(scan: Scan, at: number): Found | null {
  const [top, over] = [scan.digits(at), scan.digits(at + 2)];
  if (!top || !over || scan.sign(at + 1) !== ':' || scan.sign(at + 3) === ':') return null;
  return made(scan, at, at + 3, 'ratio', `${Number(top)}:${Number(over)}`);
}

/** A number, up to three words, « sur » or "in", a larger number. */
function readOutOf(scan: Scan, at: number): Found | null {
  const top = smallNumber(scan, at);
  if (!top) return null;
  let next = top.next;
  for (let words = 0; words <= MOST_WORDS_BETWEEN; words++) {
    const word = scan.pastSpace(next);
    const link = scan.lexicon.outOf.match(scan.atoms, word);
    if (link && RESTING.test(scan.word(next - 1))) return null;
    const over = link ? smallNumber(scan, scan.pastSpace(link.next)) : null;
    // « un alignement sur 8 octets » is a measure, not a share.
    if (over) return unitBehind(scan, over.next) ? null : fractionOf(scan, at, top.value, over);
    if (word === next || !scan.word(word)) return null;
    next = word + 1;
  }
  return null;
}

function fractionOf(scan: Scan, at: number, top: number, over: { value: number; next: number }): Found | null {
  const fits = top < over.value && (over.value <= 12 || ROUND_WHOLES.has(over.value));
  return fits ? made(scan, at, over.next, 'fraction', written(rational(top, over.value))) : null;
}

function smallNumber(scan: Scan, at: number): { value: number; next: number } | null {
  const numeral = readDigits(scan, at) ?? readWords(scan, at);
  if (numeral?.value.over !== 1n || numeral.value.top < 1n || numeral.value.top > MOST_PEOPLE) return null;
  return { value: Number(numeral.value.top), next: numeral.next };
}
