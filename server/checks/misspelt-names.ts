// Names of which the target has a slip of the pen: "Massimo" for "Masimo", "Github" for "GitHub".
import type { Pair } from './check.ts';
import { isClose, isInflected } from './name-likeness.ts';
import { isSpelledAsName, type Name, nextOf, opensSentence } from './names.ts';
import { isExonym, isFirm, isOrdinary, isTranslatedGivenName } from './proper-names.ts';
import type { Side } from './side.ts';

/** A word of the target that is almost a name of the source. */
export interface Misspelling {
  word: Name;
  own: Name;
}

/** The words of the target that the source has almost so, each with the name that is meant. */
export function* misspellingsIn(pair: Pair, theirs: readonly Name[], ours: readonly Name[]): Generator<Misspelling> {
  for (const own of ours) {
    if (own.text.length < 4 || isOrdinary(own.folded) || stands(own, theirs)) continue;
    const word = theirs.find((one) => !stands(one, ours) && isMisspelling(one, own, pair, theirs));
    if (word && (isCertain(word, own, pair) || !opensOrdinary(pair.target, ours, own))) yield { word, own };
  }
}

function isMisspelling(word: Name, own: Name, pair: Pair, theirs: readonly Name[]): boolean {
  if (isOrdinary(word.folded.replace(/\d+\p{L}?$/u, ''))) return false;
  if (word.low === own.low) return hasOtherCapitals(word, own);
  if (word.text.length < 5 || !isSpelledAsName(own) || isExonym(word.folded, own.folded)) return false;
  if (isTranslatedGivenName(word.folded, own.folded)) return false;
  if (!isFirm(word.folded) && (areWords(word, own, pair) || isInflected(word.folded, own.folded))) return false;
  if (!isCertain(word, own, pair) && opensOrdinary(pair.source, theirs, word)) return false;
  return isClose(word.folded, own.folded);
}

/** "Github" for "GitHub": a capital inside was lost or gained; a word in capitals throughout is a headline's. */
function hasOtherCapitals(word: Name, own: Name): boolean {
  return /.\p{Lu}/u.test(word.text) && [word, own].every(({ text }) => /\p{Ll}/u.test(text));
}

/** Whether the place at a sentence's head says nothing against a name: a known house, or a word of no dictionary. */
function isCertain(word: Name, own: Name, pair: Pair): boolean {
  return isFirm(word.folded) || isNoWord(own, pair);
}

/** Whether a name stands among others, whichever its apostrophes: "O’Gorman" and "O'Gorman" are one. */
function stands(name: Name, names: readonly Name[]): boolean {
  return names.some(({ text }) => straight(text) === straight(name.text));
}

function straight(text: string): string {
  return text.replace(/\u2019/g, "'");
}

/** Words of each language's dictionary that happen to have a capital: « Icône », "Icon". */
function areWords(word: Name, own: Name, { source, target, knows }: Pair): boolean {
  return Boolean(knows?.(word.low, source.tag) && knows(own.low, target.tag));
}

/** A word of no dictionary is a name, or a slip, wherever it stands. */
function isNoWord({ low }: Name, { source, target, knows }: Pair): boolean {
  return knows !== null && !knows(low, source.tag) && !knows(low, target.tag);
}

/** At a sentence's head a word is taken for a name only where it goes on as one. */
function opensOrdinary(side: Side, names: readonly Name[], word: Name): boolean {
  return opensSentence(side, word) && nextOf(side, names, word) === undefined;
}
