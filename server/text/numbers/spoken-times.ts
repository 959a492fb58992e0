// Times of day as they are said: « dix-sept heures trente », « midi moins le quart », "half past five", "ten to six", "eight p.m.".
import { clockValue, fullHour, type HalfOfDay, halfAt, halfOfDay } from './clock.ts';
import type { Reading } from './quantity.ts';
import { rational, written } from './rational.ts';
import { type Found, made, type Scan } from './scan.ts';
import { readWords } from './words.ts';

/** Reads the time in words that begins at an atom; null for none. */
export function readSpokenTime(scan: Scan, at: number): Found | null {
  const { language } = scan.lexicon;
  if (language === 'fr') return frenchTime(scan, at);
  return language === 'en' ? (pastOrTo(scan, at) ?? spokenHour(scan, at)) : null;
}

/** A whole number below a limit, in digits or words, and the index behind it. */
interface Small {
  value: number;
  next: number;
  inWords: boolean;
}

function smallAt(scan: Scan, at: number, most: number): Small | null {
  const digits = scan.digits(at);
  const words = digits ? null : readWords(scan, at);
  const value = digits ? Number(digits) : words?.value.over === 1n ? Number(words.value.top) : Number.NaN;
  if (!(value >= 0 && value <= most) || digits.length > 2) return null;
  return { value, next: words?.next ?? at + 1, inWords: words !== null };
}

interface Hour extends Small {
  /** « midi », « minuit »: no measure of hours. */
  named: boolean;
}

function frenchTime(scan: Scan, at: number): Found | null {
  const hour = frenchHour(scan, at);
  if (!hour) return null;
  const minutes = frenchMinutes(scan, hour);
  const half = hour.named ? null : halfOfDay(scan, minutes?.next ?? hour.next);
  if (!minutes && !half && (hour.named || !hour.inWords || isSpan(scan, at, hour))) return null;
  const next = half?.next ?? minutes?.next ?? hour.next;
  const value = clockValue(fullHour(hour.value, half), minutes?.value ?? 0);
  const certain = half !== null || hour.named || (minutes?.value ?? 0) < 0;
  return certain ? made(scan, at, next, 'time', value) : timeOrSpan(scan, at, next, value, hour, minutes);
}

/** « une heure », « une journée de huit heures »: without « à » hours alone are a span. */
function isSpan(scan: Scan, at: number, hour: Hour): boolean {
  return hour.value === 1 || scan.lexicon.articles.has(scan.word(at)) || !isPlaced(scan, at);
}

function isPlaced(scan: Scan, at: number): boolean {
  return BEFORE_TIME.has(scan.word(scan.wordBefore(at)));
}

function frenchHour(scan: Scan, at: number): Hour | null {
  const word = scan.word(at);
  const named = { next: at + 1, inWords: true, named: true };
  if (scan.lexicon.noon.has(word)) return { value: 12, ...named };
  if (scan.lexicon.midnight.has(word)) return { value: 0, ...named };
  const hour = smallAt(scan, at, 24);
  const mark = hour ? scan.pastSpace(hour.next) : at;
  const unit = scan.word(mark);
  const isHour = unit === 'heures' || unit === 'heure' || (unit === 'h' && !hour?.inWords);
  return hour && isHour ? { ...hour, next: mark + 1, named: false } : null;
}

/** What stands behind an hour: « et demie », « et quart », « moins le quart », « moins dix », « trente ». */
function frenchMinutes(scan: Scan, hour: Hour): Small | null {
  const first = scan.pastSpace(hour.next);
  const second = scan.pastSpace(first + 1);
  if (first === hour.next) return null;
  if (scan.word(first) === 'et') return quarterOrHalf(scan, second);
  if (scan.word(first) === 'moins') return minutesBefore(scan, second);
  const minutes = hour.inWords ? smallAt(scan, first, 59) : null;
  return minutes && minutes.value > 1 && !isCounting(scan, minutes.next) ? minutes : null;
}

function quarterOrHalf(scan: Scan, at: number): Small | null {
  const value = { quart: 15, demi: 30, demie: 30 }[scan.word(at)];
  return value ? { value, next: at + 1, inWords: true } : null;
}

/** « moins le quart », « moins dix ». */
function minutesBefore(scan: Scan, at: number): Small | null {
  const quarter = scan.word(at) === 'le' ? scan.pastSpace(at + 1) : at;
  if (scan.word(quarter) === 'quart') return { value: -15, next: quarter + 1, inWords: true };
  const minutes = smallAt(scan, at, 29);
  return minutes && minutes.value > 1 ? { ...minutes, value: -minutes.value } : null;
}

/** Whether a number goes on to count something: « huit heures cinq jours par semaine », « deux heures trente minutes ». */
function isCounting(scan: Scan, next: number): boolean {
  const at = scan.pastJoint(next);
  const { units, scales, fractions } = scan.lexicon;
  return units.match(scan.atoms, at) !== null || scales.has(scan.word(at)) || fractions.has(scan.word(at));
}

const BEFORE_TIME = new Set(['à', 'vers', 'dès', 'est', 'avant', 'après', 'depuis', 'entre', 'et']);

/** « à deux heures et demie » is a time, « deux heures et demie de film » a span; each may be the other. */
function timeOrSpan(scan: Scan, at: number, next: number, value: string, hour: Hour, minutes: Small | null): Found {
  const hours = written(rational(hour.value * 60 + (minutes?.value ?? 0), 60));
  const time: Reading = { kind: 'time', value };
  const span: Reading = { kind: 'measure', value: hours, unit: 'h' };
  const after = scan.word(scan.pastSpace(next));
  const isTime = isPlaced(scan, at) && after !== 'de' && after !== 'd';
  const said = minutes !== null && scan.word(minutes.next - 1) !== 'demie' && scan.word(minutes.next - 1) !== 'quart';
  return isTime || said
    ? made(scan, at, next, 'time', value, { also: [span] })
    : made(scan, at, next, 'measure', hours, { unit: 'h', also: [time], canonical: seconds(hour, minutes) });
}

function seconds(hour: Hour, minutes: Small | null): { dimension: string; value: string } {
  return { dimension: 'time', value: String((hour.value * 60 + (minutes?.value ?? 0)) * 60) };
}

const AT = new Set([
  'at',
  'by',
  'until',
  'till',
  'around',
  'about',
  'before',
  'after',
  'from',
  'since',
  'is',
  'was',
  's',
]);

/** "half past five", "a quarter to nine", "at ten to six", "twenty minutes to six in the evening"; "from ten to five" is a range. */
function pastOrTo(scan: Scan, at: number): Found | null {
  const minutes = englishMinutes(scan, at);
  if (!minutes) return null;
  const link = scan.word(scan.pastSpace(minutes.next));
  const back = link === 'to' || link === 'till';
  if (link !== 'past' && !back) return null;
  const hour = hourOfTwelve(scan, scan.pastSpace(scan.pastSpace(minutes.next) + 1));
  if (!hour || isCounting(scan, hour.next)) return null;
  const half = halfOfDay(scan, hour.next);
  const placed = half !== null || AT.has(scan.word(scan.wordBefore(at)));
  const span = back && !minutes.named && !(minutes.inWords && placed && scan.word(scan.wordBefore(at)) !== 'from');
  return span ? null : saidInEnglish(scan, at, hour, back ? -minutes.value : minutes.value, half);
}

/** "half", "a quarter", "ten minutes"; `named` tells that it is hardly anything but a part of an hour. */
function englishMinutes(scan: Scan, at: number): Hour | null {
  const noun = scan.lexicon.articles.has(scan.word(at)) ? scan.pastSpace(at + 1) : at;
  const part = { half: 30, quarter: 15 }[scan.word(noun)];
  if (part) return { value: part, next: noun + 1, inWords: true, named: true };
  const count = smallAt(scan, at, 29);
  if (!count || count.value < 1) return null;
  const unit = scan.pastSpace(count.next);
  if (scan.word(unit) === 'minutes') return { ...count, next: unit + 1, named: true };
  return count.value % 5 === 0 ? { ...count, named: false } : null;
}

function hourOfTwelve(scan: Scan, at: number): Small | null {
  const word = scan.word(at);
  const named = scan.lexicon.noon.has(word) ? 12 : scan.lexicon.midnight.has(word) ? 0 : -1;
  if (named >= 0) return { value: named, next: at + 1, inWords: false };
  const hour = smallAt(scan, at, 12);
  return hour && hour.value > 0 ? hour : null;
}

/** "five o’clock", "eight p.m.", "seven-thirty p.m.", "at five thirty", "at 8 in the morning". */
function spokenHour(scan: Scan, at: number): Found | null {
  const hour = smallAt(scan, at, 12);
  if (!hour || hour.value === 0) return null;
  const clock = pastClock(scan, hour.next);
  const placed = AT.has(scan.word(scan.wordBefore(at)));
  const minutes = hour.inWords && clock === hour.next ? minutesInWords(scan, hour.next) : null;
  const behind = minutes?.next ?? clock;
  const half = placed || clock > hour.next ? halfOfDay(scan, behind) : hour.inWords ? halfBehind(scan, behind) : null;
  const isTime = clock > hour.next || half !== null || (minutes !== null && placed && minutes.value >= 10);
  return isTime ? saidInEnglish(scan, at, { ...hour, next: behind }, minutes?.value ?? 0, half) : null;
}

function halfBehind(scan: Scan, at: number): HalfOfDay | null {
  return halfAt(scan, scan.pastSpace(at));
}

/** The index behind "o’clock". */
function pastClock(scan: Scan, next: number): number {
  const at = scan.pastSpace(next);
  return scan.word(at) === 'o' && scan.word(at + 2) === 'clock' ? at + 3 : next;
}

function minutesInWords(scan: Scan, next: number): Small | null {
  const at = scan.pastJoint(next);
  const minutes = at > next && !scan.digits(at) ? smallAt(scan, at, 59) : null;
  return minutes && minutes.value >= 5 && !isCounting(scan, minutes.next) ? minutes : null;
}

/** Without the half of the day a time of the English clock may be either. */
function saidInEnglish(scan: Scan, at: number, hour: Small, minutes: number, half: HalfOfDay | null): Found {
  const full = fullHour(hour.value, half);
  const other: Reading = { kind: 'time', value: clockValue(full + 12, minutes) };
  return made(scan, at, half?.next ?? hour.next, 'time', clockValue(full, minutes), half ? {} : { also: [other] });
}
