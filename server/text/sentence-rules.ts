// Whether an ending ends its sentence, whatever its marks: rules in order, of which the first that has an answer decides.
import type { Abbreviations } from './abbreviations.ts';
import { DIGIT, IDEOGRAPH, isCapitalAt, isSmallAt, kindAt, LETTER } from './characters.ts';
import { type Ending, nextWord, wordFrom } from './ending.ts';
import { FULL_STOP, type Rule } from './full-stop.ts';

/** True where the sentence ends. */
export function endsSentence(ending: Ending, lists: Abbreviations): boolean {
  for (const rule of ending.marks === 'stop' ? STOP_RULES : MARK_RULES) {
    const answer = rule(ending, lists);
    if (answer !== undefined) return answer;
  }
  return true;
}

const ANY_MARK: readonly Rule[] = [
  nothingFollows,
  nothingBefore,
  noSpace,
  missingCapital,
  goesOn,
  bracketedEllipsis,
  insideBrackets,
];
const STOP_RULES: readonly Rule[] = [...ANY_MARK, ...FULL_STOP];
const MARK_RULES: readonly Rule[] = [...ANY_MARK, nameWithMark, reportedSpeech, hesitation];

/** Nothing, or nothing but signs: "[...]". */
function nothingFollows({ text, next, begins }: Ending): boolean | undefined {
  if (begins === 'nothing') return SEPARATOR.test(text.slice(next, next + LONGEST_SEPARATOR));
  const short = begins === 'sign' && text.length - next < SHORT;
  return short && !SEPARATOR.test(text.slice(next)) && !/[\p{L}\p{N}]/u.test(text.slice(next)) ? false : undefined;
}

/** "***", "-----": a line that parts what stands around it. */
const SEPARATOR = /^(?:\*{3,}|-{3,}|={3,}|_{3,}|~{3,})\s*$/;
const LONGEST_SEPARATOR = 200;

const SHORT = 12;

/** « …Et puis », "?! Oui": marks with neither letter nor digit before them are no sentence. */
function nothingBefore({ text, from, start }: Ending): boolean | undefined {
  if (start - from > SHORT) return undefined;
  for (let at = from; at < start; at++) {
    const kind = kindAt(text, at);
    if (kind === LETTER || kind === DIGIT || kind === IDEOGRAPH) return undefined;
  }
  return false;
}

/** Without white space behind it a mark ends nothing, save in scripts without spaces and where two sentences run together. */
function noSpace(ending: Ending, lists: Abbreviations): boolean | undefined {
  const { text, end, next } = ending;
  // A guillemet hard against a mark opens what follows: a line broke between them.
  if (end !== next || text.startsWith('\u00ab', end)) return undefined;
  return FULL_WIDTH.test(text.slice(ending.start, ending.start + 1)) || runsTogether(ending, lists);
}

const FULL_WIDTH = /[\u3002\uff01\uff1f\uff61]/;

/** "Hello world.Today is": letters, a mark, and a capitalised word hard against it that is no part of an address. */
function runsTogether(ending: Ending, { openers }: Abbreviations): boolean {
  const { text, from, start, end, marksEnd, word } = ending;
  if (end !== marksEnd || word.includes('.') || !isCapitalAt(text, end) || !isSmallAt(text, end + 1)) return false;
  const opens = openers.has(nextWord(ending));
  // Behind a number (of no list) or a word of two letters, which may be cut short, what follows has to be a word that opens sentences.
  const before =
    (word.length > 2 && isSmallAt(text, start - 1)) ||
    AMOUNT.test(text.slice(Math.max(0, start - 6), start)) ||
    (opens && word !== '' && (start - from > SHORT || !/^\d+$/.test(word)));
  const marks = end - start === 1 || (opens && /^[.!?]{2,4}$/.test(text.slice(start, end)));
  return before && marks && !IN_ADDRESS.test(text.slice(end, end + 40));
}

const AMOUNT = /\d,\d{3}$/;
const IN_ADDRESS = /^[^\s]*[@/_]|^[^\s]*\.[a-z]/;

/** "It is great. if you like": after a plain word a stop or question mark ends the sentence even where the typist forgot the capital. */
function missingCapital(ending: Ending, lists: Abbreviations): boolean | undefined {
  const { text, start, marksEnd, end, begins, word } = ending;
  if (begins !== 'small' || end !== marksEnd || marksEnd !== start + 1) return undefined;
  // "It cost a lot (…). he paid": a stop behind a bracket belongs to no word.
  const own = isPlain(word, lists) || text.charAt(start - 1) === ')';
  if (!(text.charAt(start) === '?' || (text.charAt(start) === '.' && own))) return undefined;
  const next = nextWord(ending);
  // "What is a memory? is the question": the title of a thing that asks.
  if (text.charAt(start) === '?' && lists.continuers.has(next)) return undefined;
  return lists.openers.has(next.charAt(0).toUpperCase() + next.slice(1)) ? true : undefined;
}

/** A word in small letters that is long enough to be none of those cut short or opens sentences ("it"), and stands in no list of them. */
function isPlain(word: string, lists: Abbreviations): boolean {
  const listed = [lists.closers, lists.joiners, lists.references, lists.months, lists.titles, lists.lists];
  const opener = word.charAt(0).toUpperCase() + word.slice(1);
  const whole = PLAIN.test(word) || (word !== opener && lists.openers.has(opener));
  return whole && !listed.some((list) => list.has(word));
}

const PLAIN = /^\p{L}?\p{Ll}{3,}$/u;

/** A small letter, a comma, a colon, a closing bracket or another mark goes on with the sentence. */
function goesOn({ text, next, begins, marks, end }: Ending): boolean | undefined {
  if (begins === 'small') return false;
  const sign = text.charAt(next);
  if (sign === '.' && marks === 'stop' && end < next) return undefined;
  return GOES_ON.test(sign) ? false : undefined;
}

const GOES_ON = /[,;:.!?\u2026)\]}%\u00bb\u201d&=+/]/;

/** « (…) », "[...]": what was left out does not end a sentence, unless a word follows that opens one. */
function bracketedEllipsis(ending: Ending, { openers }: Abbreviations): boolean | undefined {
  const { text, start, marksEnd, marks, begins } = ending;
  if (marks !== 'ellipsis' || !/[([]/.test(text.charAt(start - 1)) || !/[)\]]/.test(text.charAt(marksEnd)))
    return undefined;
  return begins === 'capital' && openers.has(nextWord(ending));
}

/** « la recherche (Inria, CNRS, etc.) Macron »: an abbreviation at the end of a remark ends a sentence only before a word that opens one. */
function insideBrackets(ending: Ending, { lists, closers, openers }: Abbreviations): boolean | undefined {
  const { text, start, marksEnd, end, marks, word } = ending;
  if (end === marksEnd || !text.slice(marksEnd, end).includes(')')) return undefined;
  if (marks === 'tone' && text.charAt(start - 1) === '(') return false;
  return marks === 'stop' && (lists.has(word) || closers.has(word)) ? openers.has(nextWord(ending)) : undefined;
}

/** "Yahoo! Inc.": the mark belongs to the name. */
function nameWithMark(ending: Ending, lists: Abbreviations): boolean | undefined {
  return lists.names.has(ending.word) && ending.end === ending.start + 1 && !lists.openers.has(nextWord(ending))
    ? false
    : undefined;
}

/** "“Is it safe?” Warner asked": the quotation is a part of the sentence that reports it. */
function reportedSpeech(ending: Ending, lists: Abbreviations): boolean | undefined {
  if (ending.end === ending.marksEnd || lists.speech.size === 0) return undefined;
  const first = nextWord(ending);
  // "“Sorry!” I say": the one speaker whose word always has its capital.
  if (lists.openers.has(first) && first !== 'I') return undefined;
  let at = ending.next;
  for (let words = 0; words < (first === 'I' ? 2 : 4); words++) {
    const word = wordFrom(ending.text, at);
    if (words > 0 && lists.speech.has(word)) return false;
    at += word.length;
    if (word === '' || !/[ .]/.test(ending.text.charAt(at))) return undefined;
    while (/[ .]/.test(ending.text.charAt(at))) at++;
  }
  return undefined;
}

/** "the thing is . . . I mean": English "I" is no sign of a new sentence. */
function hesitation(ending: Ending, lists: Abbreviations): boolean | undefined {
  return ending.marks === 'ellipsis' &&
    lists.speech.size > 0 &&
    nextWord(ending) === 'I' &&
    /\s/.test(ending.text.charAt(ending.start - 1))
    ? false
    : undefined;
}
