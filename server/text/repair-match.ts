// A ranked match put right, where that is certain, with the raw target beside it.
import type { Code, Match, Unit } from '../model.ts';
import { pieces } from './inline.ts';
import { recode } from './recode.ts';
import { repair } from './repair.ts';
import type { KnownTerm } from './repair-terms.ts';

/** The first of the characters that stand for codes while a text is repaired. */
const FIRST = 0xe100;
const PRIVATE = /[\ue000-\uf8ff]/;

/**
 * The match with its target repaired, kind `repaired` and the raw target in `raw`; the match itself where nothing is to be
 * repaired, where it is not certain how, or where the codes differ. The score stays that of the raw match.
 */
export function repairedMatch(
  query: { source: string; codes: readonly Code[] },
  match: Match,
  unit: Unit,
  terms: readonly KnownTerm[] = [],
): Match {
  const done = match.kind === 'fuzzy' ? repairedTarget(query, unit, terms) : null;
  if (!done) return match;
  const changes = { name: 'repaired', points: 0, words: done.changes };
  return { ...match, kind: 'repaired', target: done.target, raw: match.target, reasons: [...match.reasons, changes] };
}

/** A pair's target repaired for the query, under the query's codes; null where {@link repairedMatch} leaves a match as it is. */
export function repairedTarget(
  query: { source: string; codes: readonly Code[] },
  pair: Pick<Unit, 'source' | 'target' | 'codes' | 'from' | 'to'>,
  terms: readonly KnownTerm[] = [],
): { target: string; changes: string } | null {
  if (PRIVATE.test(query.source + pair.source + pair.target)) return null;
  const recoded = recode(query, pair);
  if (!recoded?.whole) return null;
  const { from, to } = pair;
  const hide = hider(query.codes);
  const done = repair({
    query: hide(query.source),
    source: hide(recoded.source),
    target: hide(recoded.target),
    from,
    to,
    terms,
  });
  if (!done) return null;
  return { target: show(done.target, hide.forms), changes: show(done.changes.join(', '), hide.forms) };
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
