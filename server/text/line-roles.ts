// Which role a line of a plain text plays. Nothing but its place and its punctuation says so.
import type { Role } from '../model.ts';

/** The longest line, in signs, that can be a heading. */
const LONGEST_HEADING = 200;
const LONGEST_QUESTION = 140;
const PUNCTUATED = /[.!?…:;,][\s"'»”’)\]]*$/u;
const ASKS_OR_CALLS = /[!?][\s"'»”’)\]]*$/u;
const SENTENCE_INSIDE = /[.!?…]["'»”’)\]]*\s+\p{Lu}/u;
const ITEM = /^(?:[-–—•*▪◦‣·]|\d{1,2}[.)])\s+\S/u;
const BYLINE =
  /^(?:par|by|de notre correspondante?(?: à)?|propos recueillis par)\s+\p{Lu}[\p{L}.'’-]+(?:[\s,&]+(?:et|and|avec|with|de|du|le|la|van|von|\p{Lu}[\p{L}.'’-]*))*(?:\s*[,|•·(-].{0,60})?$/iu;
const DATELINE =
  /^(?:(?:publié|mis à jour|modifié|posté|published|updated|posted|le|on)\b.{0,20})?\D{0,12}(?:\d{1,2}(?:er)?[\s./-]+(?:\p{L}{3,9}\.?|\d{1,2})|\p{L}{3,9}\.? \d{1,2}(?:st|nd|rd|th)?)[\s./,-]+\d{4}.{0,60}$/iu;
/** A person's name alone, as sites set it under a title. */
const NAME = /^\p{Lu}[\p{L}.'’-]+(?: (?:de |du |van |von |le |la )?\p{Lu}[\p{L}.'’-]+){1,2}$/u;
const LONGEST_CROSSHEAD = 80;

/** True for a short line without a mark at its end, which is a title, a crosshead, a byline… and no sentence. */
function isHeading(line: string): boolean {
  return line.length <= LONGEST_HEADING && !PUNCTUATED.test(line) && !ITEM.test(line);
}

/** True for what can stand over a text: a heading, or one short question or call. */
export function canHead(line: string): boolean {
  if (isHeading(line)) return true;
  return (
    ASKS_OR_CALLS.test(line) &&
    line.length <= LONGEST_QUESTION &&
    !SENTENCE_INSIDE.test(line) &&
    !line.startsWith('\u00ab')
  );
}

/**
 * The roles of an article's lines in order (furniture and stray copies left out). Of the short unpunctuated lines before
 * the body the first is the title; a much shorter one before it is the kicker. Such lines within the body are crossheads.
 */
export function lineRoles(lines: readonly string[]): Role[] {
  const body = lines.findIndex((line) => !isHeading(line));
  const begins = body < 0 ? lines.length : body;
  const title = begins > 0 ? titleAmong(lines.slice(0, begins)) : questionTitle(lines);
  return lines.map((line, i) => {
    if (i === title) return 'title';
    if (i < begins && i < title) return 'kicker';
    const role = roleOfLine(line, i === lines.length - 1);
    return i < begins && i > title && role === 'crosshead' ? underTitle(line) : role;
  });
}

function underTitle(line: string): Role {
  if (NAME.test(line)) return 'byline';
  return line.length > LONGEST_CROSSHEAD ? 'standfirst' : 'crosshead';
}

function roleOfLine(line: string, last: boolean): Role {
  if (ITEM.test(line)) return 'list';
  if (!isHeading(line)) return 'body';
  if (DATELINE.test(line) && line.length < 100) return 'dateline';
  if (BYLINE.test(line)) return 'byline';
  // Nothing stands under the last line, so it heads nothing.
  return last ? 'body' : 'crosshead';
}

function titleAmong(lines: readonly string[]): number {
  const candidates = lines.flatMap((line, i) => (roleOfLine(line, false) === 'crosshead' ? [i] : []));
  const [first = -1, second] = candidates;
  if (second === undefined) return first;
  const [one, other] = [lines[first] ?? '', lines[second] ?? ''];
  return one.length <= 25 && other.length > 2 * one.length ? second : first;
}

/** A title may ask: one short sentence on the first line, before longer text. -1 where there is none. */
function questionTitle(lines: readonly string[]): number {
  const [first = '', second = ''] = lines;
  return canHead(first) && second.length > first.length ? 0 : -1;
}
