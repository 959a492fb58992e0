// Numbers and dates as each language writes them.
import { NNBSP } from '../../server/text/typography.ts';

/** What a language's numbers, dates and plurals look like. */
export interface Figures {
  number(n: number): string;
  /** A number with its noun; `many` is what French says from a million upwards (« 1 000 000 de mots »). */
  count(n: number, one: string, other: string, many?: string): string;
  percent(share: number): string;
  /** A number with one digit behind its point. */
  decimal(n: number): string;
  /** How long ago, or the day where it was long ago. `iso` is ISO 8601; `now` is in ms. */
  ago(iso: string, now: number): string;
  /** Day and time in full. */
  moment(iso: string): string;
  /** A month in full, from `2026-11`. */
  month(month: string): string;
  /** The name of a language, from its tag. */
  language(tag: string): string;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * What an article shows at once, written without the browser's help: it knows every language, and takes some 15 ms before
 * its first number or name.
 */
interface AtOnce {
  /** Stands between groups of three digits. */
  group: string;
  /** The names of the desk's own languages. */
  names: ReadonlyMap<string, string>;
}

const AT_ONCE: Record<'en-GB' | 'fr-FR', AtOnce> = {
  'en-GB': { group: ',', names: new Map(Object.entries({ fr: 'French', en: 'English' })) },
  'fr-FR': { group: NNBSP, names: new Map(Object.entries({ fr: 'français', en: 'anglais' })) },
};

type Locale = keyof typeof AT_ONCE;
const known = new Map<Locale, Figures>();

/** The figures of a locale, the same ones for all who ask. */
export function figuresOf(locale: Locale): Figures {
  const figures = known.get(locale) ?? makeFigures(locale);
  known.set(locale, figures);
  return figures;
}

/** What writes them is made at the first use: the browser takes its time over each. */
function makeFigures(locale: Locale): Figures {
  const { group, names: ownNames } = AT_ONCE[locale];
  const fraction = once(() => new Intl.NumberFormat(locale));
  const number = (n: number) => (Number.isSafeInteger(n) ? grouped(n, group) : fraction().format(n));
  const share = once(() => new Intl.NumberFormat(locale, { style: 'percent' }));
  const decimal = once(() => new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }));
  const plural = once(() => new Intl.PluralRules(locale));
  const day = once(() => new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }));
  const moment = once(() => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }));
  const inFull = once(() => new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }));
  const relative = once(() => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }));
  const names = once(() => new Intl.DisplayNames(locale, { type: 'language' }));
  return {
    number,
    count: (n, one, other, many) => `${number(n)}\u0020${nounFor(plural().select(n), one, other, many)}`,
    percent: (part) => share().format(part),
    decimal: (n) => decimal().format(n),
    ago: (iso, now) => {
      const past = now - Date.parse(iso);
      if (past < MINUTE) return relative().format(0, 'second');
      if (past < HOUR) return relative().format(-Math.floor(past / MINUTE), 'minute');
      if (past < DAY) return relative().format(-Math.floor(past / HOUR), 'hour');
      return past < 7 * DAY ? relative().format(-Math.floor(past / DAY), 'day') : day().format(new Date(iso));
    },
    moment: (iso) => moment().format(new Date(iso)),
    month: (month) => {
      const [year, number] = month.split('-');
      return inFull().format(Date.UTC(Number(year), Number(number ?? 1) - 1));
    },
    language: (tag) => ownNames.get(tag) ?? nameOf(names(), tag),
  };
}

const grouped = (n: number, group: string): string => String(n).replace(/\B(?=(\d{3})+$)/g, group);

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function nounFor(rule: Intl.LDMLPluralRule, one: string, other: string, many: string | undefined): string {
  if (rule === 'one') return one;
  return rule === 'many' ? (many ?? other) : other;
}

/** The tag itself where it is not a sound one: names come from files and may be anything. */
function nameOf(names: Intl.DisplayNames, tag: string): string {
  try {
    return names.of(tag) ?? tag;
  } catch {
    return tag;
  }
}
