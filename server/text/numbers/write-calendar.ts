// Writes dates, times, decades and periods in each language's manner.
import { NBSP } from '../typography.ts';
import type { Manner } from './manner.ts';

/** The months as they are written in full, January first. */
export const MONTHS = {
  fr: [
    'janvier',
    'février',
    'mars',
    'avril',
    'mai',
    'juin',
    'juillet',
    'août',
    'septembre',
    'octobre',
    'novembre',
    'décembre',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
} as const;
/** The days of the week as they are written in full, Monday first. */
export const WEEKDAYS = {
  fr: ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
} as const;
const NAMED_HOURS = { fr: ['midi', 'minuit'], en: ['noon', 'midnight'] } as const;
const DATE = /^(?:(\d{4})|-)-(\d\d)(?:-(\d\d))?$/;

/** « 1er mars 2024 », "12 March 2024", "March 12, 2024"; parts that are not said stay out. */
export function writeDate(value: string, manner: Manner): string | null {
  const parts = DATE.exec(value);
  const [, year, monthNumber, dayDigits] = parts ?? [];
  if (!monthNumber) return null;
  if (manner.language === '') return value;
  const month = MONTHS[manner.language][Number(monthNumber) - 1];
  if (!month) return null;
  if (!dayDigits) return year ? `${month} ${year}` : month;
  const day = Number(dayDigits);
  if (manner.american) return `${month} ${day}${year ? `, ${year}` : ''}`;
  const first = manner.language === 'fr' && day === 1 ? '1er' : String(day);
  return `${first}${manner.language === 'fr' ? NBSP : ' '}${month}${year ? ` ${year}` : ''}`;
}

/** 1 is Monday. */
export function writeWeekday(number: number, manner: Manner): string | null {
  return WEEKDAYS[manner.language || 'en'][number - 1] ?? null;
}

/** « 20 h 30 », « midi »; "8.30pm", "8:30 p.m.", "noon". */
export function writeTime(value: string, manner: Manner): string | null {
  const [, hours = '', minutes = ''] = /^(\d\d):(\d\d)$/.exec(value) ?? [];
  if (!hours) return null;
  const hour = Number(hours);
  if (manner.language === '') return value;
  if (minutes === '00' && hour % 12 === 0) return NAMED_HOURS[manner.language][hour === 12 ? 0 : 1];
  if (manner.language === 'fr') return `${hour}${NBSP}h${minutes === '00' ? '' : NBSP + minutes}`;
  return englishClock(hour, minutes, manner.american);
}

function englishClock(hour: number, minutes: string, american: boolean): string {
  const tail = minutes === '00' ? '' : `${american ? ':' : '.'}${minutes}`;
  const half = hour < 12 ? 'am' : 'pm';
  return `${hour % 12 || 12}${tail}${american ? ` ${half[0]}.m.` : half}`;
}

/** « années 1990 », "1990s". */
export function writeDecade(value: string, manner: Manner): string {
  return manner.language === 'fr' ? `années ${value}` : `${value}s`;
}

/** « T3 2024 », "Q3 2024", « S1 », "H1". */
export function writePeriod(value: string, manner: Manner): string | null {
  const [, year, letter, digit] = /^(?:(\d{4})-)?([QH])(\d)$/.exec(value) ?? [];
  if (!letter) return null;
  const own = manner.language === 'fr' ? (letter === 'Q' ? 'T' : 'S') : letter;
  return `${own}${digit}${year ? ` ${year}` : ''}`;
}
