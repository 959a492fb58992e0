// What is wrong with units of a memory, for a review list before anything is removed: nothing here removes.
import type { Unit } from '../model.ts';
import { codeFaults } from '../text/code-faults.ts';
import { hash53 } from '../text/hash.ts';
import { matchKey } from '../text/normalize.ts';
import { words } from '../text/tokenize.ts';
import lists from './function-words.json' with { type: 'json' };

/**
 * `duplicate`: an earlier unit has the same source and target. `near`: one differs in case and marks alone; `numbers`: in its
 * figures too. `contradictory`: an earlier one has the same source and another
 * target. `codes`: the target's codes are not its source's. `language`: a side is written in another language than it says.
 * `empty`, `copied`: the target is nothing, or the source again although it is prose.
 */
export type UnitFaultKind =
  | 'duplicate'
  | 'near'
  | 'numbers'
  | 'contradictory'
  | 'codes'
  | 'language'
  | 'empty'
  | 'copied';

/** One fault of one unit; `other` is the earlier unit that it is compared with. */
export interface UnitFault {
  unit: number;
  kind: UnitFaultKind;
  other?: number;
}

/** The part of a unit that is looked at. */
export type CheckedUnit = Pick<Unit, 'id' | 'from' | 'to' | 'source' | 'target' | 'codes'>;

/** Reads a stream of units once and yields their faults as it goes; it keeps a few numbers for each different unit. */
export function* unitFaults(units: Iterable<CheckedUnit>): Generator<UnitFault> {
  const faultsOf = unitJudge();
  for (const unit of units) yield* faultsOf(unit);
}

/** {@link unitFaults} for a stream that comes in its own time: what it gives says each unit's faults, all earlier ones in mind. */
export function unitJudge(): (unit: CheckedUnit) => UnitFault[] {
  // In the order in which one says more than the next: the first that an earlier unit shares is told.
  const seen = (['duplicate', 'near', 'numbers', 'contradictory'] as const).map((kind) => ({
    kind,
    first: new Map<number, number>(),
  }));
  return (unit) => {
    const faults = [...ownFaults(unit)];
    const keys = keysOf(unit);
    const told = seen.find(({ kind, first }) => first.has(keys[kind]));
    if (told) faults.push({ unit: unit.id, kind: told.kind, other: told.first.get(keys[told.kind]) ?? 0 });
    for (const { kind, first } of seen) if (!first.has(keys[kind])) first.set(keys[kind], unit.id);
    return faults;
  };
}

/** What a unit shares with those that repeat or contradict it, as a number for each kind. */
function keysOf(unit: CheckedUnit): Record<'duplicate' | 'near' | 'numbers' | 'contradictory', number> {
  const pair = `${baseOf(unit.from)} ${baseOf(unit.to)} `;
  const source = matchKey(unit.source, unit.codes);
  const target = matchKey(unit.target, unit.codes);
  const both = `${source}\n${target}`;
  const loose = loosened(both);
  return {
    duplicate: hash53(pair + both),
    near: hash53(pair + loose),
    numbers: hash53(pair + loose.replace(/\d+/g, '0')),
    contradictory: hash53(pair + source),
  };
}

/** A pair without its case and its marks; what consists of marks alone stays as it is. */
function loosened(both: string): string {
  const loose = both.toLowerCase().replace(/[^\p{L}\p{N}\p{M}\n]+/gu, ' ');
  return loose.split('\n').some((side) => side.trim() === '') ? both : loose.replace(/^ | $| (?=\n)|(?<=\n) /g, '');
}

function* ownFaults(unit: CheckedUnit): Generator<UnitFault> {
  const { id, source, target, codes } = unit;
  if (target.trim() === '') {
    yield { unit: id, kind: 'empty' };
    return;
  }
  if (codeFaults(source, target, codes).length > 0) yield { unit: id, kind: 'codes' };
  if (isCopied(unit)) yield { unit: id, kind: 'copied' };
  else if (isForeign(target, unit.to, unit.from) || isForeign(source, unit.from, unit.to))
    yield { unit: id, kind: 'language' };
}

function isCopied({ source, target, codes, from, to }: CheckedUnit): boolean {
  if (baseOf(from) === baseOf(to)) return false;
  return matchKey(source, codes) === matchKey(target, codes) && functionWords(words(source), from) > 1;
}

/** Three small words of the other language or of a neighbour's, and more of them than of its own; or hardly a letter of its script. */
function isForeign(text: string, own: string, other: string): boolean {
  if (baseOf(own) === baseOf(other)) return false;
  const found = words(text);
  if (!small[baseOf(own)]) return functionWords(found, other) > 2;
  const enough = Math.max(2, functionWords(found, own));
  if (functionWords(found, other) > enough) return true;
  const neighbours = Object.keys(lists.neighbours).filter((language) => ![own, other].map(baseOf).includes(language));
  // A capital makes a name of « Las Vegas », and none of the sentence.
  const plain = found.filter((word) => /^\p{Ll}/u.test(word));
  return neighbours.some((language) => functionWords(plain, language) > enough) || isOfOtherScript(text);
}

/** Most letters are of no Latin alphabet. */
function isOfOtherScript(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  return letters.length > 4 && letters.filter((letter) => /\p{Script=Latin}/u.test(letter)).length * 2 < letters.length;
}

const small: Readonly<Record<string, ReadonlySet<string>>> = Object.fromEntries(
  Object.entries({ ...lists.own, ...lists.neighbours }).map(([language, words]) => [language, new Set(words)]),
);

/** How many of some words only that language's grammar has; 0 for a language without a list. */
function functionWords(found: readonly string[], language: string): number {
  const known = small[baseOf(language)];
  return known ? found.filter((word) => known.has(word.toLowerCase().replace('\u2019', "'"))).length : 0;
}

function baseOf(language: string): string {
  return language.toLowerCase().split(/[-_]/)[0] ?? '';
}
