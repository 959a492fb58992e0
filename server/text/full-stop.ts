// Whether a lone full stop ends its sentence: rules in order, of which the first that has an answer decides.
import type { Abbreviations } from './abbreviations.ts';
import { isCapitalAt, kindAt, SPACE } from './characters.ts';
import { beginsWith, type Ending, nextWord } from './ending.ts';

/** True where the full stop of an ending with white space behind it ends the sentence. */
export function stopEnds(ending: Ending, lists: Abbreviations): boolean {
  const { word } = ending;
  if (word === '') return true;
  if (lists.clock.has(word.toLowerCase()) && word.includes('.')) return clockEnds(ending, lists);
  if (isListNumber(ending)) return false;
  const begins = beginsWith(ending);
  if (lists.titles.has(word)) return begins === 'nothing';
  if (lists.closers.has(word)) return begins === 'capital' && closerEnds(ending, lists);
  if (lists.joiners.has(word) || lists.joiners.has(lower(word))) return false;
  if (isInitials(word)) return initialsEnd(ending, lists);
  if (lists.references.has(lower(word))) return referenceEnds(ending, begins);
  return true;
}

function lower(word: string): string {
  return word.charAt(0).toLowerCase() + word.slice(1);
}

function opensSentence(ending: Ending, lists: Abbreviations): boolean {
  return lists.openers.has(nextWord(ending));
}

function closerEnds(ending: Ending, lists: Abbreviations): boolean {
  return /^etc$|^co$|^st$/.test(ending.word) || opensSentence(ending, lists);
}

const INITIALS = /^\p{L}(?:\.?-?\p{L})?(?:\.-?\p{L}){0,7}$/u;
const ONE_LETTER = /^\p{L}$/u;

function isInitials(word: string): boolean {
  return ONE_LETTER.test(word) || (word.includes('.') && INITIALS.test(word));
}

/** "Albert I. Jones" goes on, "you and I. Did" does not; "the U.S. Senate" goes on, "the U.S. It" does not. */
function initialsEnd(ending: Ending, lists: Abbreviations): boolean {
  if (ending.word.length === 1 && !isCapitalAt(ending.word, 0)) return beginsWith(ending) === 'capital';
  return beginsWith(ending) !== 'digit' && opensSentence(ending, lists);
}

const ROMAN_OR_LETTER = /^(?:[IVXLC]+|[A-Z])$/;

function referenceEnds(ending: Ending, begins: string): boolean {
  if (begins === 'digit') return false;
  return !(begins === 'capital' && ROMAN_OR_LETTER.test(nextWord(ending)));
}

/** "at 5 p.m. Lawyers" ends, "5 p.m. Monday" and "At 5 a.m. Mr. Smith went" do not. */
function clockEnds(ending: Ending, lists: Abbreviations): boolean {
  if (beginsWith(ending) !== 'capital') return false;
  if (lists.afterClock.has(nextWord(ending))) return false;
  return !/^\p{Lu}\p{Ll}+ [\d:.]+ ?$/u.test(
    ending.text.slice(ending.from, Math.min(ending.from + 24, ending.start - ending.word.length)),
  );
}

const LIST_NUMBER = /^(?:\d{1,3}|[ivx]{1,4}|[IVX]{1,4}|[a-z])$/;

/** "1." at the head of the sentence, or behind a colon, counts; it does not end anything. */
function isListNumber({ text, from, start, word }: Ending): boolean {
  if (!LIST_NUMBER.test(word)) return false;
  let at = start - word.length;
  while (at > from && kindAt(text, at - 1) === SPACE) at--;
  return at <= from || /[:;(\u2022\u2043-]/.test(text.charAt(at - 1));
}
