// Where the sentences of a paragraph end. French and English have lists of their own, other languages the neutral ones.
import type { Language } from '../model.ts';
import { abbreviationsOf } from './abbreviations.ts';
import { readEnding, TERMINALS } from './ending.ts';
import { itemStarts } from './run-in-list.ts';
import { compileExceptions, type SegmentationException } from './segmentation-exceptions.ts';
import { endsSentence } from './sentence-rules.ts';
import { breaksBySrx, type SrxRule } from './srx-rules.ts';

/** What a desk has settled for itself about where sentences end. Plain data: an article keeps it as JSON, to be cut alike later. */
export interface SegmentOptions {
  exceptions?: readonly SegmentationException[];
  /** Rules from an SRX file, which stand in for those of the language. */
  srx?: readonly SrxRule[];
}

/** The UTF-16 offsets at which sentences after the first begin, in order; white space before them belongs to none. */
export function segment(text: string, language: Language, options: SegmentOptions = {}): number[] {
  const breaks = options.srx ? breaksBySrx(text, options.srx) : breaksByRule(text, language);
  if (!options.exceptions || options.exceptions.length === 0) return breaks;
  const exceptions = compileExceptions(options.exceptions);
  const kept = breaks.filter((at) => !exceptions.joins(text, at));
  return [...new Set([...kept, ...exceptions.cuts(text)])].filter((at) => at < text.length).sort((a, b) => a - b);
}

/** The sentences of a paragraph, each trimmed and an exact piece of it; none for a text of white space alone. */
export function sentences(text: string, language: Language, options: SegmentOptions = {}): string[] {
  const edges = [0, ...segment(text, language, options), text.length];
  return edges
    .slice(1)
    .map((end, i) => text.slice(edges[i], end).trim())
    .filter((sentence) => sentence !== '');
}

const STOP = new RegExp(`[${TERMINALS}"]|\\n[ \\t\\r]*\\n\\s*`, 'g');

/** A line that stands empty parts sentences too; so do the items of a list that runs on. */
function breaksByRule(text: string, language: Language): number[] {
  const lists = abbreviationsOf(language);
  const breaks: number[] = [];
  const items = itemStarts(text);
  let item = 0;
  let from = 0;
  const cutAt = (at: number) => {
    if (at <= from || at >= text.length) return;
    from = at;
    breaks.push(at);
  };
  const stops = new RegExp(STOP);
  let quoteOpen = false;
  for (let found = stops.exec(text); found; found = stops.exec(text)) {
    for (; (items[item] ?? text.length) <= found.index; item++) cutAt(items[item] ?? 0);
    if (found[0] === '"') quoteOpen = opensQuote(text, found.index, quoteOpen);
    else if (found[0].length > 1) cutAt(stops.lastIndex);
    else {
      const ending = readEnding(text, from, found.index, quoteOpen);
      if (endsSentence(ending, lists)) cutAt(ending.next);
      stops.lastIndex = ending.marksEnd;
    }
  }
  for (; item < items.length; item++) cutAt(items[item] ?? 0);
  return breaks;
}

/** Whether a straight quote opens: it has space on its left alone; between spaces (or words) it turns what was open. */
function opensQuote(text: string, at: number, wasOpen: boolean): boolean {
  const left = at === 0 || /[\s([]/.test(text.charAt(at - 1));
  const right = at + 1 >= text.length || /[\s.,;:!?)\]]/.test(text.charAt(at + 1));
  return left === right ? !wasOpen : left;
}
