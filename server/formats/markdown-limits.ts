// What no article holds and a Markdown parser takes the square of, or worse: refused before it is parsed.
import { UserError } from '../errors.ts';

/** Quotations in quotations, and steps of a list's indentation in columns. */
const DEEPEST_QUOTE = 32;
const WIDEST_INDENT = 200;
/** Marks of emphasis, links, code and tags in one paragraph; cells in one row. */
const MOST_MARKS = 10_000;
const MOST_CELLS = 1000;

const QUOTES = new RegExp(`^(?:[ \\t]*>){${DEEPEST_QUOTE + 1}}`, 'm');
const INDENTED = new RegExp(`^[ \\t>]{${WIDEST_INDENT},}(?:[-*+]|\\d{1,9}[.)])[ \\t]`, 'm');
const ROW = new RegExp(`^(?:[^|\\n]*\\|){${MOST_CELLS + 1}}`, 'm');
const MARKS = /[*_[\]`~<!]/g;

/** Throws a UserError for a file that nests deeper, or marks a paragraph more often, than any article. */
export function refuseKnots(source: string): void {
  if (QUOTES.test(source)) throw knot('more than 32 quotations inside each other');
  if (INDENTED.test(source)) throw knot('a list indented by more than 200 columns');
  if (ROW.test(source)) throw knot('a table of more than 1000 columns');
  for (const paragraph of source.split(/\n[ \t]*\r?\n/))
    if (paragraph.length > MOST_MARKS && holdsMore(paragraph)) throw knot('more than 10,000 marks in one paragraph');
}

function holdsMore(paragraph: string): boolean {
  let marks = 0;
  for (const _ of paragraph.matchAll(MARKS)) if (++marks > MOST_MARKS) return true;
  return false;
}

function knot(what: string): UserError {
  return new UserError('too-deep', `The Markdown has ${what}; no article does. Save the article alone.`);
}
