// A ranked match put right, where that is certain, with the raw target beside it.
import type { Code, Match, Unit } from '../model.ts';
import { pieces } from './inline.ts';
import { recode } from './recode.ts';
import { repair } from './repair.ts';

/** The first of the characters that stand for codes while a text is repaired. */
const FIRST = 0xe100;
const PRIVATE = /[\ue000-\uf8ff]/;

/**
 * The match with its target repaired, kind `repaired` and the raw target in `raw`; the match itself where nothing is to be
 * repaired, where it is not certain how, or where the codes differ. The score stays that of the raw match.
 */
export function repairedMatch(query: { source: string; codes: readonly Code[] }, match: Match, unit: Unit): Match {
  if (match.kind !== 'fuzzy' || PRIVATE.test(query.source + unit.source + unit.target)) return match;
  const recoded = recode(query, unit);
  if (!recoded?.whole) return match;
  const { from, to } = unit;
  const hide = hider(query.codes);
  const done = repair({
    query: hide(query.source),
    source: hide(recoded.source),
    target: hide(recoded.target),
    from,
    to,
  });
  if (!done) return match;
  const target = show(done.target, hide.forms);
  const changes = { name: 'repaired', points: 0, words: show(done.changes.join(', '), hide.forms) };
  return { ...match, kind: 'repaired', target, raw: match.target, reasons: [...match.reasons, changes] };
}

/** Writes one character for every form of a code, and remembers which; `forms` are those so far. */
function hider(codes: readonly Code[]): { (text: string): string; forms: string[] } {
  const forms: string[] = [];
  const character = (form: string) => {
    if (!forms.includes(form)) forms.push(form);
    return String.fromCharCode(FIRST + forms.indexOf(form));
  };
  const hide = (text: string) =>
    codes.length === 0
      ? text
      : pieces(text, codes)
          .map((piece) => (piece.kind === 'text' ? piece.text : character(piece.text)))
          .join('');
  return Object.assign(hide, { forms });
}

function show(text: string, forms: readonly string[]): string {
  return text.replace(/[\ue100-\uf8ff]/g, (char) => forms[char.charCodeAt(0) - FIRST] ?? char);
}
