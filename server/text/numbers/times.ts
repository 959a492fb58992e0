// Times of day: « 20 h 30 », "8.30pm", "8:30 p.m.", 20:30, « midi ».
import { clockValue, fullHour, halfAt, halfOfDay } from './clock.ts';
import type { Reading } from './quantity.ts';
import { rational, written } from './rational.ts';
import { type Found, made, type Scan } from './scan.ts';
import { readSpokenTime } from './spoken-times.ts';

/** Reads the time of day that begins at an atom; null for none. */
export function readTime(scan: Scan, at: number): Found | null {
  const spoken = readSpokenTime(scan, at);
  if (spoken) return spoken;
  const { noon, midnight } = scan.lexicon;
  const word = scan.word(at);
  if (word && !scan.isCapital(at)) {
    if (noon.has(word)) return made(scan, at, at + 1, 'time', '12:00');
    if (midnight.has(word)) return made(scan, at, at + 1, 'time', '00:00');
  }
  if (!scan.digits(at)) return null;
  return halfDay(scan, at) ?? frenchTime(scan, at) ?? clock(scan, at) ?? zoned(scan, at);
}

/** "8pm", "8.30pm", "8:30 p.m.", and the 5 of "5-7pm". */
function halfDay(scan: Scan, at: number): Found | null {
  const minutes = minutesAt(scan, at + 1, '.:');
  const half = halfAt(scan, scan.pastSpace(minutes?.next ?? at + 1));
  const hour = Number(scan.digits(at));
  if (hour < 1 || hour > 12) return null;
  if (!half) return minutes ? null : halfOfRange(scan, at, hour);
  return made(scan, at, half.next, 'time', clockValue(fullHour(hour, half), Number(minutes?.value ?? 0)));
}

/** The later end of "11-1pm" is in the other half of the day. */
function halfOfRange(scan: Scan, at: number, hour: number): Found | null {
  const last = Number(scan.digits(at + 2));
  const half = DASHES.includes(scan.sign(at + 1) || ' ') && last <= 12 ? halfAt(scan, scan.pastSpace(at + 3)) : null;
  if (!half || last < 1) return null;
  const afternoon = hour % 12 < last % 12 ? half.afternoon : !half.afternoon;
  return made(scan, at, at + 1, 'time', clockValue(fullHour(hour, { ...half, afternoon }), 0));
}

const DASHES = '-\u2010\u2011\u2013';

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
  // « la version 22H2 »: half a year, not ten in the evening.
  if (scan.isCapital(mark) && scan.digits(mark + 1).length === 1) return null;
  const behind = scan.pastSpace(mark + 1);
  const minutes = scan.digits(behind);
  if (minutes.length === 2 && minutes < '60' && !scan.sign(behind + 1).match(/[/%€$]/))
    return hourAndMinutes(scan, at, behind, hour, Number(minutes));
  if (scan.sign(mark + 1) === '/') return null;
  return made(scan, at, mark + 1, 'time', clockValue(hour, 0), { also: [spanOf(hour, 0)] });
}

/** « 2 h 15 » may be a span; « 1 h 47 min » is one. */
function hourAndMinutes(scan: Scan, at: number, last: number, hour: number, minutes: number): Found | null {
  const unit = scan.word(scan.pastSpace(last + 1));
  if (scan.isSpace(last + 1) && (unit === 'min' || unit === 'minutes')) return null;
  const half = halfOfDay(scan, last + 1);
  const value = clockValue(fullHour(hour, half), minutes);
  if (half) return made(scan, at, half.next, 'time', value);
  return made(scan, at, last + 1, 'time', value, { also: [spanOf(hour, minutes)] });
}

function spanOf(hour: number, minutes: number): Reading {
  return { kind: 'measure', value: written(rational(hour * 60 + minutes, 60)), unit: 'h' };
}

/** 20:30; a ratio has no two digits behind its colon. */
function clock(scan: Scan, at: number): Found | null {
  const minutes = minutesAt(scan, at + 1, ':');
  const hour = scan.digits(at);
  if (!minutes || hour.length > 2 || Number(hour) > 24 || scan.sign(minutes.next) === ':') return null;
  return made(scan, at, minutes.next, 'time', clockValue(Number(hour), Number(minutes.value)), {
    also: [{ kind: 'ratio', value: `${Number(hour)}:${Number(minutes.value)}` }],
  });
}

const ZONES = new Set(['gmt', 'utc', 'bst', 'cet', 'cest', 'est', 'edt', 'pst', 'pdt', 'tu']);

/** "0830 GMT". */
function zoned(scan: Scan, at: number): Found | null {
  const [, hour = '', minutes = ''] = /^([01]\d|2[0-3])([0-5]\d)$/.exec(scan.digits(at)) ?? [];
  const zone = scan.isSpace(at + 1) && scan.isCapital(at + 2) ? scan.word(at + 2) : '';
  return hour && ZONES.has(zone) ? made(scan, at, at + 1, 'time', clockValue(Number(hour), Number(minutes))) : null;
}
