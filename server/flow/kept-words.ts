// Which words of a sentence a machine is to leave as they are: those that the desk writes alike in both languages, and tokens
// that nobody can explain (« diddojo »).
import { occurrences } from '../checks/inflection.ts';
import { Side, type Word } from '../checks/side.ts';
import type { Language, Segment, Term } from '../model.ts';

/** UTF-16 spans of a segment's one-string source, in order. */
export type Spans = { start: number; end: number }[];

/** What decides which words are kept. */
export interface Keeping {
  from: Language;
  to: Language;
  terms: readonly Term[];
  /** Absent without dictionaries: then no token counts as unexplained. */
  knows?: ((word: string, language: Language) => boolean) | undefined;
}

/** The kept words of each segment of an article, by segment id; segments without any are left out. */
export function keptWords(segments: readonly Segment[], keeping: Keeping): Map<number, Spans> {
  const sides = segments.map((segment) => new Side(segment.source, segment.codes, keeping.from));
  const tokens = unexplained(sides, keeping);
  const names = keeping.terms.filter(({ source, targets }) => targets.includes(source)).map(({ source }) => source);
  const kept = new Map<number, Spans>();
  for (const [i, side] of sides.entries()) {
    const found = [
      ...names.flatMap((name) => placesOf(name, side)),
      ...side.words.filter(({ low }) => tokens.has(low)),
    ];
    const spans = found.map(({ start, end }) => side.place(start, end)).filter(({ whole }) => whole);
    const apart = disjoint(spans);
    const segment = segments[i];
    if (segment && apart.length > 0) kept.set(segment.id, apart);
  }
  return kept;
}

/** Where a name stands to the letter: « mistral » the wind is not « Mistral » the firm. */
function placesOf(name: string, side: Side): Spans {
  return occurrences(name, side).filter(({ start, end }) => side.text.slice(start, end) === name);
}

/** In order, and of overlapping spans the longest that begins first. */
function disjoint(spans: readonly { start: number; end: number }[]): Spans {
  const kept: Spans = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start || b.end - a.end))
    if (start >= (kept.at(-1)?.end ?? 0)) kept.push({ start, end });
  return kept;
}

/** Small letters, or capitals inside: other capitals make a name, whose form in the other language a machine may know. */
const TOKEN = /^(?:\p{Ll}{4,}|(?=.*\p{Ll}\p{Lu})\p{L}[\p{L}\p{N}]{3,})$/u;

/** Endings and letters that make a word of its language out of what no dictionary has: « mobinautes », "vlogging". */
const WORDLIKE: Readonly<Record<string, RegExp>> = {
  fr: /[à-öø-ÿœæ]|(?:eur|euse|eux|aire|iste|isme|tion|ment|age|able|ible|ique|naute|ette|elle|aux|oir|oire|ance|ence|esse|erie|er|ez|ent|ant|ante|ais|aise|ait|ois|oise|ien|ienne|tte|sse)s?$/,
  en: /[à-öø-ÿœæ]|(?:ing|ed|er|or|ly|ness|tion|sion|able|ible|less|ful|ment|ity|ty|ism|ist|i[sz]e|ish|ship|hood|like|ware|ous|al|ics?|logy|gy|gen|ene|ide|ite|ate|yl|sis|oid|hedra|hedron|nuclide|graph|gram|metre|meter|scope|sphere|type|wise|age|ance|ence|ant|ent|ary|ory|ure|tude|dom|ies|ia|ium|gel|ock|map|book|site|word|ways?|fil|ane|in|gon)s?$|[^s]s$/,
};

const SHORTEST_PART = 4;

/** The words, in small letters, that neither language knows and whose parts and endings explain nothing either. */
function unexplained(sides: readonly Side[], { from, to, terms, knows }: Keeping): Set<string> {
  if (!knows) return new Set();
  const settled = new Set(terms.flatMap(({ source }) => source.toLowerCase().split(/\s+/)));
  const known = (word: string) => knows(word, from) || knows(word, to);
  const isToken = ({ text, low }: Word, { language }: Side) =>
    TOKEN.test(text) && !settled.has(low) && !known(text) && !isExplained(text, language, known);
  return new Set(sides.flatMap((side) => side.words.filter((word) => isToken(word, side)).map(({ low }) => low)));
}

/** Whether a word that no dictionary has is one of its language all the same: by its ending, its parts, or a lost accent. */
function isExplained(text: string, language: string, known: (word: string) => boolean): boolean {
  if (text !== text.toLowerCase()) return false;
  if (WORDLIKE[language]?.test(text) || isCompound(text, known)) return true;
  return language === 'fr' && accented(text).some(known);
}

/** A word with one accent more, as it was written before the reform of 1990 or before its accents were lost: « maitrise ». */
function accented(word: string): string[] {
  const at = [...word].flatMap((letter, i) =>
    (ACCENTS[letter] ?? []).map((other) => word.slice(0, i) + other + word.slice(i + 1)),
  );
  return [...at, word.replace('oe', 'œ')].filter((one) => one !== word);
}

const ACCENTS: Readonly<Record<string, readonly string[]>> = { i: ['î'], u: ['û'], e: ['é', 'è', 'ê'], a: ['â', 'à'] };

/** Small words that a lost space glues to others. */
const GLUED = new Set('au aux de des du en est et il la le les se sont un une of the to and in is'.split(' '));

/** Two known words in one: « blockchain », or « rapportdu » where a space was lost. */
function isCompound(low: string, known: (word: string) => boolean): boolean {
  for (let at = 2; at <= low.length - 2; at++) {
    const parts = [low.slice(0, at), low.slice(at)];
    const counts = parts.every(({ length }) => length >= SHORTEST_PART) || parts.some((part) => GLUED.has(part));
    if (counts && parts.every(known)) return true;
  }
  return false;
}
