// Repairing dates: each part that changed is exchanged where it stands, so that the order and the manner stay the target's.

import { baseLanguage } from './language.ts';
import { MONTHS, WEEKDAYS } from './numbers/write-calendar.ts';
import type { Quantity } from './numbers.ts';
import { fitted } from './repair-fitting.ts';
import type { Edit } from './repair-quantities.ts';

/** Parts of a date, '' for one that is not said. */
interface Parts {
  year: string;
  month: string;
  day: string;
}

/** The piece with its date, month or weekday exchanged; null where a part does not stand there once, or is said only once. */
export function redated(piece: string, language: string, old: Quantity, wanted: Quantity): string | null {
  if (language !== 'fr' && language !== 'en') return null;
  if (old.kind === 'weekday') return otherName(piece, WEEKDAYS[language], old.value, wanted.value);
  const [was, now] = [partsOf(old), partsOf(wanted)];
  if (!was || !now || !(['year', 'month', 'day'] as const).every((part) => (was[part] === '') === (now[part] === '')))
    return null;
  if (!/\p{L}{3}/u.test(piece)) return inNumbers(piece, was, now);
  const named = otherName(piece, MONTHS[language], was.month, now.month);
  const dayed = named !== null && was.day !== '' ? otherDay(named, language, was.day, now.day) : named;
  return dayed !== null && was.year !== now.year ? once(dayed, was.year, now.year) : dayed;
}

function partsOf({ kind, value }: Quantity): Parts | null {
  const parts = kind === 'date' ? /^(\d{4}|-)-(\d\d)(?:-(\d\d))?$/.exec(value) : null;
  return parts && { year: (parts[1] ?? '').replace('-', ''), month: parts[2] ?? '', day: parts[3] ?? '' };
}

/** Another month or weekday, by its number, in the place of one that is written in full: « les lundis » → « les mardis ». */
function otherName(piece: string, names: readonly string[], old: string, now: string): string | null {
  const [before = '', after = ''] = [names[Number(old) - 1], names[Number(now) - 1]];
  const found = new RegExp(`(?<!\\p{L})${before}(?=s?(?!\\p{L}))`, 'iu').exec(piece);
  if (!found || !before || !after) return null;
  const capital = /^\p{Lu}/u.test(found[0]) ? after.charAt(0).toUpperCase() + after.slice(1) : after;
  return piece.slice(0, found.index) + capital + piece.slice(found.index + before.length);
}

const DAY = /(?<!\d)(\d{1,2})(er|st|nd|rd|th)?(?![\d\p{L}])/giu;

/** Another day of the month: « 12 mars », « 1er mars », "March 12", "12th March". */
function otherDay(piece: string, language: string, old: string, now: string): string | null {
  const [found, more] = piece.matchAll(DAY);
  if (!found || more || Number(found[1]) !== Number(old)) return null;
  const suffix = language === 'fr' ? (now === '01' ? 'er' : '') : found[2] ? suffixOf(Number(now)) : '';
  return piece.slice(0, found.index) + Number(now) + suffix + piece.slice(found.index + found[0].length);
}

function suffixOf(day: number): string {
  return day >= 11 && day <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][day % 10] ?? 'th');
}

function once(text: string, old: string, now: string): string | null {
  return text.split(old).length === 2 ? text.replace(old, now) : null;
}

/** 25/03/2024, 2024-03-25: each number by what it was, which must be certain. */
function inNumbers(piece: string, was: Parts, now: Parts): string | null {
  if (was.day === was.month) return null;
  const names = ['year', 'month', 'day'] as const;
  let left = 3;
  const text = piece.replace(/\d+/g, (digits) => {
    const part = names.find((name) => was[name] !== '' && Number(was[name]) === Number(digits));
    left -= part ? 1 : 4;
    return part ? now[part].padStart(digits.length, '0').slice(-Math.max(digits.length, 2)) : digits;
  });
  return left === 0 ? text : null;
}

/** The piece with another hour and minute: « 8 heures », « 20 h 15 », "9:30 am"; null where that is not certain. */
export function retimed(piece: string, language: string, old: Quantity, wanted: Quantity): string | null {
  if (old.kind !== 'time' || wanted.kind !== 'time') return null;
  if (language === 'en') return retimedInEnglish(piece, wanted.value);
  if (language !== 'fr') return null;
  const [was, now] = [old, wanted].map(({ value }) =>
    value
      .split(':')
      .map(Number)
      .filter((part, i) => i === 0 || part > 0),
  );
  const numerals = piece.match(/\d+/g)?.map(Number) ?? [];
  if (!was || !now || was.length !== now.length || String(numerals) !== String(was)) return null;
  // « 1 heure » and « 0 heure » stand in the singular.
  if (was[0] === undefined || now[0] === undefined || was[0] < 2 !== now[0] < 2) return null;
  let next = 0;
  return piece.replace(/\d+/g, (digits) => String(now[next++]).padStart(next === 1 ? 1 : digits.length, '0'));
}

const HALF_DAY = /^(\d{1,2})([:.]\d\d)(\s?)([ap])(\.?m\.?)$/;

function retimedInEnglish(piece: string, value: string): string | null {
  const [, , minutes = '', space = '', , tail = ''] = HALF_DAY.exec(piece) ?? [];
  const [, hours, now = ''] = /^(\d\d):(\d\d)$/.exec(value) ?? [];
  if (minutes === '' || hours === undefined || now === '00') return null;
  const hour = Number(hours);
  return `${hour % 12 || 12}${minutes.charAt(0)}${now}${space}${hour < 12 ? 'a' : 'p'}${tail}`;
}

/**
 * The edit that puts one month in the place of another where only its bare name stands: "the March figures", « les chiffres de
 * mars ». null where the target does not name it once, as it names months.
 */
export function monthEdit(target: string, to: string, old: number, now: number): Edit | null {
  const language = baseLanguage(to);
  if (language !== 'fr' && language !== 'en') return null;
  const [before, after] = [MONTHS[language][old], MONTHS[language][now]];
  if (before === undefined || after === undefined) return null;
  const [found, more] = target.matchAll(new RegExp(`(?<![\\p{L}\\d])${before}(?![\\p{L}\\d])`, 'giu'));
  // In another case it may be the planet or a verb, as "May" at the beginning; beside a number it is a date, with what belongs to it.
  if (!found || more || found[0] !== before || (found.index === 0 && before === 'May')) return null;
  if (isDated(target, found.index, found.index + before.length)) return null;
  return fitted(target, { start: found.index, end: found.index + before.length, text: after }, to);
}

function isDated(text: string, start: number, end: number): boolean {
  return /\d(?:er|st|nd|rd|th)?\s?(?:of )?$/u.test(text.slice(0, start)) || /^,?\s?\d/u.test(text.slice(end));
}

/** The months (from 0) that two words name in a language, as it writes months; null where they do not. */
export function monthsNamed(from: string, old: string, now: string): [number, number] | null {
  const language = baseLanguage(from);
  if (language !== 'fr' && language !== 'en') return null;
  const names: readonly string[] = MONTHS[language];
  const [was, is] = [names.indexOf(old), names.indexOf(now)];
  return was < 0 || is < 0 ? null : [was, is];
}
