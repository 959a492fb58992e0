// A unit's target under the codes of the text that it is wanted for.
import type { Code } from '../model.ts';
import { codesIn, form, pieces, renumber, withoutCodes } from './inline.ts';

/** A target ready to be put under a source, and whether every code found its counterpart. */
export interface Recoded {
  /** The unit's source under the same numbers. */
  source: string;
  target: string;
  /** True where the unit has the codes of the wanted text, of the same types in the same order, and no other. */
  whole: boolean;
}

/**
 * Gives a unit's target the numbers of the wanted text's codes, by order of appearance in the two sources; a code without
 * a counterpart of its kind is left out. null where the target literally holds a form that would be read as a code.
 */
export function recode(
  wanted: { source: string; codes: readonly Code[] },
  unit: { source: string; target: string; codes: readonly Code[] },
): Recoded | null {
  if (wanted.codes.length === 0 && unit.codes.length === 0)
    return { source: unit.source, target: unit.target, whole: true };
  const mine = codesIn(wanted.source, wanted.codes);
  const theirs = codesIn(unit.source, unit.codes);
  const to = new Map<number, number>();
  theirs.forEach((code, i) => {
    const own = mine[i];
    if (own && own.kind === code.kind) to.set(code.id, own.id);
  });
  const literal = withoutCodes(unit.target, unit.codes);
  if (mine.some((code) => ['open', 'close', 'single'].some((end) => literal.includes(form(end as 'open', code.id)))))
    return null;
  const whole =
    theirs.length === mine.length && theirs.every((code, i) => sameCode(code, mine[i])) && isWhole(unit, to);
  const under = (text: string) => renumber(text, unit.codes, to);
  return { source: under(unit.source), target: under(unit.target), whole };
}

function sameCode(one: Code, other: Code | undefined): boolean {
  return other !== undefined && one.kind === other.kind && one.type === other.type;
}

/** True where the target uses exactly the codes that have a number to take. */
function isWhole(unit: { target: string; codes: readonly Code[] }, to: ReadonlyMap<number, number>): boolean {
  const used = new Set(pieces(unit.target, unit.codes).flatMap((piece) => (piece.kind === 'text' ? [] : [piece.id])));
  return used.size === to.size && [...used].every((id) => to.has(id));
}
