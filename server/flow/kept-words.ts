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
const TOKEN = /^(?:\p{Ll}{4,}|(?=.*\p{Ll}\p{Lu})[\p{L}\p{N}]{4,})$/u;

/** Endings and letters that make a word of its language out of what no dictionary has: « mobinautes », "vlogging". */
const WORDLIKE: Readonly<Record<string, RegExp>> = {
  fr: /[à-öø-ÿœæ]|(?:eur|euse|eux|aire|iste|isme|tion|ment|age|able|ible|ique|naute|ette|elle|aux|oir|oire|ance|ence|esse|erie|er|ez|ent|ant|ante|ais|aise|ait|ois|oise|ien|ienne|tte|sse)s?$/,
  en: /[à-öø-ÿœæ]|(?:ing|ed|er|ly|ness|tion|able|ible|less|ful|ment|ity|ism|ist|i[sz]e|ish|ship|hood|like|ware|ous|al|ic)s?$/,
};

const SHORTEST_PART = 4;

/** The words, in small letters, that neither language knows and whose parts and endings explain nothing either. */
function unexplained(sides: readonly Side[], { from, to, terms, knows }: Keeping): Set<string> {
  if (!knows) return new Set();
  const settled = new Set(terms.flatMap(({ source }) => source.toLowerCase().split(/\s+/)));
  const known = (word: string) => knows(word, from) || knows(word, to);
  const isToken = ({ text, low }: Word, { language }: Side) =>
    TOKEN.test(text) && !settled.has(low) && !known(text) && !isWordlike(text, language) && !isCompound(low, known);
  return new Set(sides.flatMap((side) => side.words.filter((word) => isToken(word, side)).map(({ low }) => low)));
}

function isWordlike(text: string, language: string): boolean {
  return text === text.toLowerCase() && (WORDLIKE[language]?.test(text) ?? false);
}

/** Two known words in one: « blockchain ». */
function isCompound(low: string, known: (word: string) => boolean): boolean {
  for (let at = SHORTEST_PART; at <= low.length - SHORTEST_PART; at++)
    if (known(low.slice(0, at)) && known(low.slice(at))) return true;
  return false;
}
