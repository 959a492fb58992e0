// Names and tokens that no dictionary knows, over a whole article: one question for each, and one answer settles all its places.
import type { CheckedPair } from './index.ts';
import { pairOf } from './index.ts';
import type { Side, Word } from './side.ts';

/** Where an unknown word stands: the place of its pair in the list given, the side, and the span in the plain text. */
export interface UnknownPlace {
  pair: number;
  side: 'source' | 'target';
  start: number;
  end: number;
}

/** A word as it is written first, with all its places; `copied` where every pair whose source has it has it in the target too. */
export interface UnknownWord {
  word: string;
  copied: boolean;
  places: UnknownPlace[];
}

/**
 * The words of the sources that neither side's language knows, in the order of their first place; never corrected, for they
 * are names until somebody says otherwise. Short words, those with digits and those in capitals alone are not asked about.
 */
export function unknownWords(pairs: readonly CheckedPair[], knows: NonNullable<CheckedPair['knows']>): UnknownWord[] {
  const found = new Map<string, UnknownWord>();
  for (const [at, checked] of pairs.entries()) {
    const { source, target } = pairOf(checked);
    for (const word of source.words) {
      if (!isToken(word) || knows(word.text, source.tag) || knows(word.text, target.tag)) continue;
      const known = found.get(word.low) ?? { word: word.text, copied: true, places: [] };
      found.set(word.low, known);
      add(known, at, word, target);
    }
  }
  return [...found.values()];
}

const TOKEN = /^(?=.*\p{Ll})[\p{L}\u2019'-]{4,}$/u;

function isToken({ text }: Word): boolean {
  return TOKEN.test(text) && !/['\u2019]$/.test(text);
}

function add(known: UnknownWord, pair: number, { low, start, end }: Word, target: Side): void {
  known.places.push({ pair, side: 'source', start, end });
  const copies = target.words.filter((word) => word.low === low);
  known.copied &&= copies.length > 0 || target.text.trim() === '';
  const isNew = (word: Word) =>
    !known.places.some((place) => place.pair === pair && place.side === 'target' && place.start === word.start);
  for (const word of copies.filter(isNew))
    known.places.push({ pair, side: 'target', start: word.start, end: word.end });
}
