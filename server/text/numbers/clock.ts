// The face of the clock: how a time is written down, and the words that tell the half of the day.
import type { Scan } from './scan.ts';

/** "20:30" for an hour and its minutes, which may run below zero or past midnight (« minuit moins dix » is 23:50). */
export function clockValue(hour: number, minutes: number): string {
  const all = (((hour * 60 + minutes) % DAY) + DAY) % DAY;
  return `${String(Math.floor(all / 60)).padStart(2, '0')}:${String(all % 60).padStart(2, '0')}`;
}

const DAY = 24 * 60;

/** The half of the day that a text names, and the index behind the words. */
export interface HalfOfDay {
  afternoon: boolean;
  next: number;
}

/** « du matin », « de l’après-midi », "a.m.", "pm", "in the evening", "at night"; null where none stands. */
export function halfOfDay(scan: Scan, at: number): HalfOfDay | null {
  const word = scan.pastSpace(at);
  return scan.lexicon.language === 'fr' ? frenchHalf(scan, word) : (halfAt(scan, word) ?? englishHalf(scan, word));
}

function frenchHalf(scan: Scan, at: number): HalfOfDay | null {
  const second = scan.pastSpace(at + 1);
  if (scan.word(at) === 'du') {
    const half = scan.word(second);
    return half === 'matin' || half === 'soir' ? { afternoon: half === 'soir', next: second + 1 } : null;
  }
  const noon = [scan.word(at), scan.word(second), scan.word(second + 2), scan.word(second + 4)].join(' ');
  return noon === 'de l après midi' ? { afternoon: true, next: second + 5 } : null;
}

const ENGLISH_HALVES = new Map([
  ['morning', false],
  ['afternoon', true],
  ['evening', true],
]);

function englishHalf(scan: Scan, at: number): HalfOfDay | null {
  const second = scan.pastSpace(at + 1);
  if (scan.word(at) === 'at' && scan.word(second) === 'night') return { afternoon: true, next: second + 1 };
  const third = scan.pastSpace(second + 1);
  const afternoon = ENGLISH_HALVES.get(scan.word(third));
  const named = scan.word(at) === 'in' && scan.word(second) === 'the' && afternoon !== undefined;
  return named ? { afternoon, next: third + 1 } : null;
}

/** am, pm, a.m., p.m. */
export function halfAt(scan: Scan, at: number): HalfOfDay | null {
  const word = scan.word(at);
  if (word === 'am' || word === 'pm') return { afternoon: word === 'pm', next: at + 1 };
  if ((word !== 'a' && word !== 'p') || scan.sign(at + 1) !== '.' || scan.word(at + 2) !== 'm') return null;
  return { afternoon: word === 'p', next: scan.sign(at + 3) === '.' ? at + 4 : at + 3 };
}

/** The hour of twelve as that of twenty-four; as it is where no half is told. */
export function fullHour(hour: number, half: HalfOfDay | null): number {
  if (!half || hour > 12) return hour;
  return (hour % 12) + (half.afternoon ? 12 : 0);
}
