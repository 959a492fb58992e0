// Where the sentences of a paragraph end. French and English have lists of their own, other languages the neutral rules.
import type { Language } from '../model.ts';
import { type Abbreviations, abbreviationsOf } from './abbreviations.ts';
import { isCapitalAt, isSmallAt } from './characters.ts';
import { beginsWith, type Ending, nextWord, readEnding, wordFrom } from './ending.ts';
import { stopEnds } from './full-stop.ts';
import { compileExceptions, type SegmentationException } from './segmentation-exceptions.ts';

/** What a desk has settled for itself about where sentences end. */
export interface SegmentOptions {
  exceptions?: readonly SegmentationException[];
}

const STOP = /[.!?\u2026\u2047-\u2049\u203d\u3002\uff01\uff0e\uff1f\uff61"]|\n[ \t]*\n/g;

/** The UTF-16 offsets at which sentences after the first begin, in order; white space before them belongs to none. */
export function segment(text: string, language: Language, options: SegmentOptions = {}): number[] {
  const breaks = breaksByRule(text, language);
  if (!options.exceptions || options.exceptions.length === 0) return breaks;
  const exceptions = compileExceptions(options.exceptions);
  const kept = breaks.filter((at) => !exceptions.joins(text, at));
  return [...new Set([...kept, ...exceptions.cuts(text)])].filter((at) => at < text.length).sort((a, b) => a - b);
}

function breaksByRule(text: string, language: Language): number[] {
  const lists = abbreviationsOf(language);
  const breaks: number[] = [];
  let from = 0;
  let quoteOpen = false;
  STOP.lastIndex = 0;
  for (let found = STOP.exec(text); found; found = STOP.exec(text)) {
    if (found[0] === '"') {
      quoteOpen = !quoteOpen;
      continue;
    }
    const ending = readEnding(text, from, found.index, quoteOpen);
    STOP.lastIndex = ending.marksEnd;
    if (!ends(ending, lists)) continue;
    from = ending.next;
    breaks.push(from);
    quoteOpen = false;
    STOP.lastIndex = ending.end;
  }
  return breaks;
}

/** The sentences of a paragraph, each trimmed and an exact piece of it; none for a text of white space alone. */
export function sentences(text: string, language: Language, options: SegmentOptions = {}): string[] {
  const edges = [0, ...segment(text, language, options), text.length];
  return edges
    .slice(1)
    .map((end, i) => text.slice(edges[i], end).trim())
    .filter((sentence) => sentence !== '');
}

function ends(ending: Ending, lists: Abbreviations): boolean {
  if (ending.next >= ending.text.length) return false;
  if (ending.next === ending.end) return runsTogether(ending);
  const begins = beginsWith(ending);
  if (begins === 'small') return false;
  if (/[,;:.!?\u2026)\]}%]/.test(ending.text.charAt(ending.next))) return false;
  if (ending.end > ending.marksEnd && isReported(ending, lists)) return false;
  if (ending.marks === 'point') return stopEnds(ending, lists);
  if (ending.marks === 'tone') return !lists.names.has(ending.word) || lists.openers.has(nextWord(ending));
  return ending.word !== '' || ending.from < ending.start;
}

/** "Hello world.Today": a word of small letters, a mark, and a capitalised word hard against it. */
function runsTogether({ text, start, end, marksEnd, word }: Ending): boolean {
  if (end !== marksEnd || end - start !== 1 || word.includes('.')) return false;
  const before = isSmallAt(text, start - 1) || /\d,\d{3}$/.test(word);
  return (
    before &&
    word.length > 2 &&
    isCapitalAt(text, end) &&
    isSmallAt(text, end + 1) &&
    !/[@/]/.test(text.slice(end, end + 40).split(/\s/, 1)[0] ?? '')
  );
}

const WORD = /\S+/y;

/** "“Is it safe?” Warner asked": the quotation is a part of the sentence that reports it. */
function isReported(ending: Ending, lists: Abbreviations): boolean {
  if (lists.speech.size === 0) return false;
  let at = ending.next;
  for (let i = 0; i < 4; i++) {
    if (lists.speech.has(wordFrom(ending.text, at))) return i > 0;
    WORD.lastIndex = at;
    if (!WORD.test(ending.text)) return false;
    at = WORD.lastIndex + 1;
    if (/[.,!?]/.test(ending.text.charAt(at - 2))) return false;
  }
  return false;
}
