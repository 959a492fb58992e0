// The words after which a full stop may not end a sentence, by language and by kind; the lists stand in abbreviations.json.
import type { Language } from '../model.ts';
import lists from './abbreviations.json' with { type: 'json' };

/** The lists of one language, as sets. A word stands in them without its last full stop. */
export interface Abbreviations {
  /** Before a name, never at the end of a sentence: « Mme », "Sen.". */
  titles: ReadonlySet<string>;
  /** In the middle of a sentence, never at its end: « cf. », "e.g.". */
  joiners: ReadonlySet<string>;
  /** Before a number or letter of reference: « art. 5 », "No. 7", « janv. 2024 ». */
  references: ReadonlySet<string>;
  /** Behind what they belong to, and so often at the end: « etc. », "Inc.". */
  closers: ReadonlySet<string>;
  /** Words that, with a capital, begin a sentence and hardly ever a name: « Le », "However". */
  openers: ReadonlySet<string>;
  /** Names that end in an exclamation mark. */
  names: ReadonlySet<string>;
  /** The time of day, "a.m." and "p.m.". */
  clock: ReadonlySet<string>;
  /** What goes on after the time of day: "ET", "Monday". */
  afterClock: ReadonlySet<string>;
  /** Verbs by which English puts words into a mouth. */
  speech: ReadonlySet<string>;
}

type Lists = Partial<Record<keyof Abbreviations, string[]>>;
const tables = new Map(
  Object.entries(lists as Record<string, Lists>).map(([language, table]) => [language, setsOf(table)]),
);
const neutral = setsOf({});

function setsOf(lists: Lists): Abbreviations {
  const set = (kind: keyof Abbreviations) => new Set(lists[kind] ?? []);
  return {
    titles: set('titles'),
    joiners: set('joiners'),
    references: set('references'),
    closers: set('closers'),
    openers: set('openers'),
    names: set('names'),
    clock: set('clock'),
    afterClock: set('afterClock'),
    speech: set('speech'),
  };
}

/** The lists of a language by its primary tag (`fr-CA` has those of `fr`); empty ones for a language without lists. */
export function abbreviationsOf(language: Language): Abbreviations {
  return tables.get(language.toLowerCase().split('-')[0] ?? '') ?? neutral;
}
