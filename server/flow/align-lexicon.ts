// The lexicon that the memory teaches alignment: learnt once, kept, and learnt again when the memory has grown by a good part.
import type { Stores } from '../../db/stores.ts';
import type { Language } from '../model.ts';
import { type Lexicon, learnFromTexts, lexiconFrom, lexiconText, turnedLexicon } from '../text/lexicon.ts';

/** How many pairs teach: more cost time and add little. */
const SAMPLE = 32_000;
/** Fewer teach nothing that the document does not. */
const LEAST = 500;
/** The share of new changes after which it is learnt again. */
const GROWTH = 0.25;

/** The lexicon from one language to another; undefined where the memory is too small for one. Learning takes seconds. */
export async function lexiconFor(
  { memory, lexicons }: Pick<Stores, 'memory' | 'lexicons'>,
  from: Language,
  to: Language,
): Promise<Lexicon | undefined> {
  const [one, other] = [base(from), base(to)].sort() as [string, string];
  const changes = await memory.changes();
  const kept = await lexicons.get(one, other);
  const fresh = kept !== null && Math.abs(changes - kept.atChange) <= LEAST + kept.atChange * GROWTH;
  const words = fresh ? lexiconFrom(kept.words) : await learnt(lexicons, one, other, changes);
  if (words.pairs < LEAST) return undefined;
  return one === base(from) ? words : turnedLexicon(words);
}

async function learnt(lexicons: Stores['lexicons'], one: string, other: string, atChange: number): Promise<Lexicon> {
  const pairs = (await lexicons.sample(one, other, SAMPLE)).map((pair) => ({ source: pair.one, target: pair.other }));
  const words = learnFromTexts(pairs);
  await lexicons.keep(one, other, { atChange, words: lexiconText(words) });
  return words;
}

function base(language: Language): string {
  return language.toLowerCase().split('-')[0] ?? '';
}
