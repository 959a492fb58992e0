// Who speaks in a text: the names and pronouns beside verbs of saying, in French and English.
import { foldForSearch } from '../text/normalize.ts';
import lists from './attributions.json' with { type: 'json' };
import { phraseIndex } from './phrase-index.ts';
import { isExonym, isGivenName, isOrdinary } from './proper-names.ts';
import type { Side } from './side.ts';

/** A name that speaks, with its place. */
export interface Speaker {
  start: number;
  end: number;
  /** The last word, folded. */
  last: string;
  /** True for a first name and a last name; false for one word, which may be a firm. */
  person: boolean;
  /** True where the first word is a known first name. */
  given: boolean;
}

const TITLE = '(?:M\\.|Mme|Mlle|Mr\\.?|Mrs\\.?|Ms\\.?|Dr\\.?)';
const NAME = "\\p{Lu}[\\p{L}'’-]+(?:[ \\u00a0\\u202f](?:(?:de|du|von|van) )?\\p{Lu}[\\p{L}'’-]*)*";
const AUXILIARY = "(?:(?:a|ont|avait|s['’]est|se|s['’]était|l['’]a|has|had|have|also) )*";

interface Grammar {
  before: RegExp;
  after: RegExp;
  says: RegExp;
  pronoun: RegExp;
}

const grammars: Readonly<Record<string, Grammar>> = { fr: grammarOf(lists.fr), en: grammarOf(lists.en) };

function grammarOf({ verbs, according }: { verbs: string[]; according: string[] }): Grammar {
  const says = `(?:${verbs.join('|')})`;
  const subject = '(?<pronoun>elle|il|she|he)(?!s)';
  return {
    before: new RegExp(`(?<name>${NAME}),? (?=${AUXILIARY}${says}(?!\\p{L}))`, 'gu'),
    after: new RegExp(
      `(?<=(?<!\\p{L})(?:${says}|${capitalised(according)})[ \\u00a0](?:${TITLE}[ \\u00a0])?)(?<name>${NAME})`,
      'gu',
    ),
    says: new RegExp(`(?<!\\p{L})${says}(?!\\p{L})`, 'u'),
    pronoun: new RegExp(
      `-(?:t-)?${subject}(?!\\p{L})|(?<!\\p{L})${subject} ${AUXILIARY}${says}(?!\\p{L})|(?<!\\p{L})${says} ${subject}(?!\\p{L})`.replace(
        /\(\?<pronoun>/g,
        '(',
      ),
      'giu',
    ),
  };
}

const words: Readonly<Record<string, (side: Side) => unknown[]>> = {
  fr: phraseIndex([lists.fr], ({ verbs, according }) => [...verbs, ...according]),
  en: phraseIndex([lists.en], ({ verbs, according }) => [...verbs, ...according]),
};

/** Whether a side may attribute anything at all: a cheap question before those below. */
export function mayAttribute(side: Side): boolean {
  return (words[side.language]?.(side).length ?? 0) > 0;
}

/** Either capital or small at the head: « Selon », « selon ». */
function capitalised(phrases: readonly string[]): string {
  return phrases
    .map((phrase) => `[${phrase.charAt(0).toUpperCase()}${phrase.charAt(0)}]${phrase.slice(1).replace("'", "['’]")}`)
    .join('|');
}

/** The names beside a verb of saying, or behind « selon » and "according to", in order. */
export function speakersOf(side: Side): Speaker[] {
  const grammar = grammars[side.language];
  if (!grammar) return [];
  const found = [grammar.before, grammar.after].flatMap((pattern) => [...side.prose.matchAll(pattern)]);
  return found.map(speaker).sort((a, b) => a.start - b.start);
}

function speaker({ index, groups }: RegExpExecArray): Speaker {
  const name = groups?.['name'] ?? '';
  const words = name.split(/[ \u00a0\u202f]/).map(foldForSearch);
  const given = isGivenName(words[0] ?? '');
  const person = words.length > 1 && (given || !words.some(isOrdinary));
  return { start: index, end: index + name.length, last: words.at(-1) ?? '', person, given };
}

/** True where two speakers can be one: the same last name, or its form in the other language. */
export function isSameSpeaker(a: Speaker, b: Speaker): boolean {
  return (
    a.last === b.last || isExonym(a.last, b.last) || (a.last.length > 3 && a.last.slice(0, 4) === b.last.slice(0, 4))
  );
}

/** A cheap question before the dear one. */
const PRONOUN = /\b(?:elle|il|she|he)\b/i;

/** The pronouns that speak: their gender and place. */
export function speakingPronouns(side: Side): { gender: 'm' | 'f'; start: number; end: number }[] {
  const grammar = grammars[side.language];
  if (!grammar || !PRONOUN.test(side.prose)) return [];
  return [...side.prose.matchAll(grammar.pronoun)].map((found) => {
    const pronoun = found.slice(1).find((group) => group !== undefined) ?? '';
    const start = found.index + found[0].toLowerCase().lastIndexOf(pronoun.toLowerCase());
    const gender = /^(?:elle|she)$/i.test(pronoun) ? 'f' : 'm';
    return { gender, start, end: start + pronoun.length };
  });
}

/** True where a verb of saying stands on a side. */
export function says(side: Side): boolean {
  return grammars[side.language]?.says.test(side.prose) ?? false;
}
