// Times of day: « 20 h 30 », "8.30pm", "8:30 p.m.", 20:30, « midi ».
import { type Found, made, type Scan } from './scan.ts';

/** Reads the time of day that begins at an atom; null for none. */
export function readTime(scan: Scan, at: number): Found | null {
  const { noon, midnight } = scan.lexicon;
  const word = scan.word(at);
  if (word && !scan.isCapital(at)) {
    if (noon.has(word)) return made(scan, at, at + 1, 'time', '12:00');
    if (midnight.has(word)) return made(scan, at, at + 1, 'time', '00:00');
  }
  if (!scan.digits(at)) return null;
  return halfDay(scan, at) ?? frenchTime(scan, at) ?? clock(scan, at);
}

/** "8pm", "8.30pm", "8:30 p.m.". */
function halfDay(scan: Scan, at: number): Found | null {
  const minutes = minutesAt(scan, at + 1, '.:');
  const half = halfAt(scan, scan.pastSpace(minutes?.next ?? at + 1));
  const hour = Number(scan.digits(at));
  if (!half || hour < 1 || hour > 12) return null;
  const full = (hour % 12) + (half.afternoon ? 12 : 0);
  return made(scan, at, half.next, 'time', written(full, minutes?.value ?? '00'));
}

/** am, pm, a.m., p.m. */
function halfAt(scan: Scan, at: number): { afternoon: boolean; next: number } | null {
  const word = scan.word(at);
  if (word === 'am' || word === 'pm') return { afternoon: word === 'pm', next: at + 1 };
  if ((word !== 'a' && word !== 'p') || scan.sign(at + 1) !== '.' || scan.word(at + 2) !== 'm') return null;
  return { afternoon: word === 'p', next: scan.sign(at + 3) === '.' ? at + 4 : at + 3 };
}

function minutesAt(scan: Scan, mark: number, marks: string): { value: string; next: number } | null {
  const sign = scan.sign(mark);
  const minutes = scan.digits(mark + 1);
  const fits = sign !== '' && marks.includes(sign) && minutes.length === 2 && minutes < '60';
  return fits ? { value: minutes, next: mark + 2 } : null;
}

/** « 20 h 30 », « 20h30 », « 20 h », « 20 heures » (also a duration). */
function frenchTime(scan: Scan, at: number): Found | null {
  if (scan.lexicon.language !== 'fr') return null;
  const hour = Number(scan.digits(at));
  const mark = scan.pastSpace(at + 1);
  const word = scan.word(mark);
  if ((word !== 'h' && word !== 'heures' && word !== 'heure') || hour > 24 || scan.sign(at - 1) === ',') return null;
  const behind = scan.pastSpace(mark + 1);
  const minutes = scan.digits(behind);
  if (minutes.length === 2 && minutes < '60' && !scan.sign(behind + 1).match(/[/%€$]/))
    return made(scan, at, behind + 1, 'time', written(hour % 24, minutes));
  if (scan.sign(mark + 1) === '/') return null;
  if (hour < 12 && isEvening(scan, mark + 1)) return made(scan, at, mark + 1, 'time', written(hour + 12, '00'));
  const also = [{ kind: 'measure' as const, value: String(hour), unit: 'h' }];
  return made(scan, at, mark + 1, 'time', written(hour % 24, '00'), { also });
}

/** « 8 heures du soir ». */
function isEvening(scan: Scan, at: number): boolean {
  const of = scan.pastSpace(at);
  return scan.word(of) === 'du' && scan.word(scan.pastSpace(of + 1)) === 'soir';
}

/** 20:30; a ratio has no two digits behind its colon. */
function clock(scan: Scan, at: number): Found | null {
  const minutes = minutesAt(scan, at + 1, ':');
  const hour = scan.digits(at);
  if (!minutes || hour.length > 2 || Number(hour) > 24 || scan.sign(minutes.next) === ':') return null;
  return made(scan, at, minutes.next, 'time', written(Number(hour) % 24, minutes.value), {
    also: [{ kind: 'ratio', value: `${Number(hour)}:${Number(minutes.value)}` }],
  });
}

function written(hour: number, minutes: string): string {
  return `${String(hour).padStart(2, '0')}:${minutes}`;
}
