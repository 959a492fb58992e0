// Whether a lone full stop ends its sentence: rules in order, of which the first that has an answer decides.
import type { Abbreviations } from './abbreviations.ts';
import { DIGIT, isCapitalAt, kindAt, SPACE } from './characters.ts';
import { type Ending, nextWord } from './ending.ts';

/** True: the sentence ends. False: it goes on. undefined: the rule has nothing to say. */
export type Rule = (ending: Ending, lists: Abbreviations) => boolean | undefined;

/** The rules of the full stop, in the order in which they are asked. Where none answers, the sentence ends. */
export const FULL_STOP: readonly Rule[] = [
  listNumber,
  postscript,
  timeOfDay,
  namedLetter,
  street,
  title,
  smallTitle,
  endingAbbreviation,
  innerAbbreviation,
  initials,
  reference,
  month,
];

/** « 1. Le contexte »: a number or letter at the head of a sentence, or the first of its kind behind a colon, counts. */
function listNumber({ text, from, start, word }: Ending): boolean | undefined {
  if (!LIST_NUMBER.test(word)) return undefined;
  const at = beforeSpace(text, from, start - word.length);
  if (at - from < LONGEST_LABEL && LABEL.test(text.slice(from, at).trim())) return false;
  if (at <= from || INSIDE_LIST.test(text.charAt(at - 1))) return false;
  return text.charAt(at - 1) === ':' && FIRST_NUMBER.test(word) ? false : undefined;
}

const LIST_NUMBER = /^(?:\d{1,3}|\d{1,2}(?:\.\d{1,2}){1,3}|[ivx]{1,4}|[IVX]{1,4}|[a-z]|[A-Z])$/;
/** "Figure 1. The application": what heads a caption or a part. */
const LABEL =
  /^(?:fig(?:ure)?|tab(?:le|leau)?|chap(?:ter|itre)?|box|encadré|annexe|part|partie|image|photo|step|étape)$/i;
const LONGEST_LABEL = 12;
const FIRST_NUMBER = /^[1aiAI]$/;
const INSIDE_LIST = /[;(*\u2022\u2043]/;

/** "P.S. Love the site": what stands before the message is a part of it. */
function postscript({ text, from, start, word }: Ending): boolean | undefined {
  return /^(?:P\.?S|N\.?B)$/.test(word) && beforeSpace(text, from, start - word.length) <= from ? false : undefined;
}

/** "at 5 p.m. Lawyers" ends; "5 p.m. Monday" does not, nor does "At 5 a.m. Mr. Smith". */
function timeOfDay(ending: Ending, lists: Abbreviations): boolean | undefined {
  if (!lists.clock.has(ending.word.toLowerCase())) return undefined;
  if (ending.begins !== 'capital' || lists.afterClock.has(nextWord(ending))) return false;
  const sentence = ending.text.slice(ending.from, Math.min(ending.start, ending.from + LONGEST_OPENING));
  return !OPENING_TIME.test(sentence);
}

const LONGEST_OPENING = 32;
const OPENING_TIME = /^\p{Lu}\p{Ll}+ (?:about |around )?[\d:.]+\s?[ap]\.?m$/iu;

/** « Mme Curie », "Sen. Warner", "GEN. LEE": a title and the name that it belongs to. */
function title({ word, begins }: Ending, { titles }: Abbreviations): boolean | undefined {
  return hasWord(titles, word) ? begins === 'nothing' : undefined;
}

/** "on 21st St. It is", "on Main St. The": a street, where a word follows that opens a sentence and is no name. */
function street(ending: Ending, lists: Abbreviations): boolean | undefined {
  const { text, from, start, word } = ending;
  if (word !== 'St' || !lists.closers.has(word) || !opensSentence(ending, lists)) return undefined;
  const end = beforeSpace(text, from, start - word.length);
  return STREET_NAME.test(text.slice(Math.max(from, end - LONGEST_NOUN), end)) ? true : undefined;
}

const STREET_NAME = /(?:\d(?:st|nd|rd|th)|(?:^|\s)\p{Lu}\p{Ll}{2,})$/u;

/** « le dr. Weil »: without its capital a title may be another word (« un col. La route »), and a word that opens a sentence decides. */
function smallTitle(ending: Ending, lists: Abbreviations): boolean | undefined {
  const { word } = ending;
  if (word.length < 2 || !lists.titles.has(word.charAt(0).toUpperCase() + word.slice(1))) return undefined;
  return ending.begins !== 'capital' || opensSentence(ending, lists);
}

/** « etc. Les autres » ends; "Apple Inc. Chief Executive" goes on, and only a word that opens sentences ends it. */
function endingAbbreviation(ending: Ending, lists: Abbreviations): boolean | undefined {
  if (lists.lists.has(ending.word)) return ending.begins === 'capital';
  return hasWord(lists.closers, ending.word) ? opensSentence(ending, lists) : undefined;
}

/** « cf. Le Monde », "e.g. Apple": the sentence goes on whatever follows. */
function innerAbbreviation({ word }: Ending, { joiners }: Abbreviations): boolean | undefined {
  return joiners.has(word) || joiners.has(uncapitalised(word)) ? false : undefined;
}

/** « le plan B. Les élus », "on X. Users": a noun that takes a letter, and the letter; « le groupe M. Crespo » has a title. */
function namedLetter(ending: Ending, { lettered, titles, openers }: Abbreviations): boolean | undefined {
  const { text, from, start, word } = ending;
  if (word.length !== 1 || !isCapitalAt(word, 0)) return undefined;
  if (titles.has(word) && !openers.has(nextWord(ending))) return undefined;
  const end = beforeSpace(text, from, start - 1);
  const noun = /[\p{L}]+$/u.exec(text.slice(Math.max(from, end - LONGEST_NOUN), end))?.[0] ?? '';
  if (lettered.has(noun.toLowerCase())) return true;
  return word === 'X' && ON_X.test(noun) ? true : undefined;
}

const LONGEST_NOUN = 16;
/** The network that was Twitter: « sur X », "on X". */
const ON_X = /^(?:sur|on|via)$/i;

/** "Albert I. Jones" goes on, "you and I. Did" does not; "the U.S. Senate" goes on, "the U.S. It" does not. */
function initials(ending: Ending, lists: Abbreviations): boolean | undefined {
  const { word, begins } = ending;
  if (!INITIALS.test(word) || INSIDE_FORMULA.test(ending.text.charAt(ending.start - word.length - 1))) return undefined;
  if (word === 'I' && FIRST_PERSON.test(ending.text.slice(Math.max(ending.from, ending.start - 6), ending.start - 1)))
    return true;
  if (word.length === 1 && isUnit(ending)) return opensSentence(ending, lists);
  if (word.length === 1 && !isCapitalAt(word, 0)) return lists.references.has(word) ? undefined : true;
  if (begins === 'digit') return false;
  return opensSentence(ending, lists) && !(word.length <= 4 && lists.particles.has(nextWord(ending)));
}

/** "my family and I. Overall". */
const FIRST_PERSON = /\b(?:and|or|than) $/;

/** « 30 F. Le temps »: a capital behind a number counts. */
function isUnit({ text, from, start, word }: Ending): boolean {
  const end = beforeSpace(text, from, start - word.length);
  return end < start - word.length && kindAt(text, end - 1) === DIGIT;
}

/** "U.S", « J.-C », "Ph.D", "p.m"; "t.co" is an address. */
const INITIALS = /^(?:\p{L}|\p{Lu}\p{Ll}?(?:\.-?\p{Lu}\p{Ll}?){1,8}|\p{Ll}(?:\.-?\p{Ll}){1,4})$/u;
const INSIDE_FORMULA = /[^\s\p{P}]|[)\]/]/u;

/** « art. 5 », "No. 7", "fig. B": the number or letter that is referred to follows. */
function reference(ending: Ending, lists: Abbreviations): boolean | undefined {
  if (!lists.references.has(isShouted(ending.word) ? ending.word.toLowerCase() : uncapitalised(ending.word)))
    return undefined;
  if (ending.begins === 'digit') return false;
  return !ROMAN_OR_LETTER.test(nextWord(ending)) || opensSentence(ending, lists);
}

const ROMAN_OR_LETTER = /^(?:[IVXLC]+|[A-Z])$/;

/** « janv. 2024 », "Oct. 5", « 3 sept. Paris »: but « Ils étaient sept. 3 ont fui » has no date. */
function month(ending: Ending, lists: Abbreviations): boolean | undefined {
  const { text, from, start, word, first } = ending;
  if (!lists.months.has(uncapitalised(word))) return undefined;
  if (YEAR.test(text.slice(first, first + 5))) return false;
  const before = beforeSpace(text, from, start - word.length);
  const dayBefore = DAY.test(text.slice(Math.max(from, before - 3), before));
  if (ending.begins === 'digit') return dayBefore || isCapitalAt(word, 0) ? false : undefined;
  return dayBefore ? opensSentence(ending, lists) : undefined;
}

const YEAR = /^(?:1[5-9]|20)\d\d(?!\d)/;
const DAY = /\d$|1er$/;

/** A word that begins sentences, and no initial: "A" does, "A." does not. */
function opensSentence(ending: Ending, { openers }: Abbreviations): boolean {
  if (ending.begins !== 'capital') return false;
  const next = nextWord(ending);
  return openers.has(next) && !(next.length === 1 && ending.text.charAt(ending.first + 1) === '.');
}

/** Whether a list has a word, or the word that stands in capitals. */
function hasWord(list: ReadonlySet<string>, word: string): boolean {
  return list.has(word) || (isShouted(word) && list.has(word.charAt(0) + word.slice(1).toLowerCase()));
}

function isShouted(word: string): boolean {
  return word.length > 1 && word.length < 8 && word === word.toUpperCase();
}

/** « Cf » as « cf »; a capital that stands alone, or with others, is another word: RTE is a company, « rte » a road. */
function uncapitalised(word: string): string {
  return word.length === 1 || isShouted(word) ? word : word.charAt(0).toLowerCase() + word.slice(1);
}

function beforeSpace(text: string, from: number, end: number): number {
  let at = end;
  while (at > from && kindAt(text, at - 1) === SPACE) at--;
  return at;
}
