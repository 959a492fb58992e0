// The words that decide whether a full stop ends a sentence, by language and by kind; the lists stand in abbreviations.json.
import type { Language } from '../model.ts';
import tables from './abbreviations.json' with { type: 'json' };
import { baseLanguage } from './language.ts';

const KINDS = [
  'titles',
  'closers',
  'lists',
  'joiners',
  'references',
  'months',
  'openers',
  'continuers',
  'particles',
  'lettered',
  'names',
  'clock',
  'afterClock',
  'speech',
] as const;

/**
 * The lists of one language, as sets. An abbreviation stands in them without its last full stop.
 * `titles` stand before a name and end no sentence (« Mme », "Sen."); `closers` stand behind what they belong to, and end
 * a sentence where a word follows that opens one ("Inc."); `lists` end an enumeration, and the sentence where any capital
 * follows (« etc. »); `joiners` end no sentence (« cf. »); `references` go with a number or letter (« art. 5 »), `months`
 * with a day or year. `openers` are words that, with a capital, begin a sentence and hardly ever a name; `particles` are
 * those among them that begin family names too (« A. Le Pen »). `lettered` nouns take a letter (« vitamine C »). `names`
 * end in an exclamation mark. `clock` tells the half of the day, `afterClock` goes on behind it ("5 p.m. Monday").
 * `speech` verbs report what was said; `continuers` go on, in small letters, behind a question that is a name.
 */
export type Abbreviations = Readonly<Record<(typeof KINDS)[number], ReadonlySet<string>>>;

const byLanguage = new Map(Object.entries(tables).map(([language, lists]) => [language, setsOf(lists)]));
const neutral = setsOf(tables.neutral);

function setsOf(lists: Partial<Record<string, string[]>>): Abbreviations {
  return Object.fromEntries(KINDS.map((kind) => [kind, new Set(lists[kind] ?? [])])) as unknown as Abbreviations;
}

/** The lists of a language by its primary tag (`fr-CA` has those of `fr`); the neutral ones for a language without its own. */
export function abbreviationsOf(language: Language): Abbreviations {
  return byLanguage.get(baseLanguage(language)) ?? neutral;
}
