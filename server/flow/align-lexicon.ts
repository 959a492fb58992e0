// The lexicon that the memory teaches alignment. It is learnt once and kept; what the memory learns afterwards is learnt too
// before each use; and it is learnt afresh when the memory has grown by a good part.
import type { LexiconStore, MemoryFeed } from '../../db/stores.ts';
import type { Language } from '../model.ts';
import { stemsOf } from '../text/align-words.ts';
import { baseLanguage } from '../text/language.ts';
import { type Lexicon, learnFromTexts, type StemPair } from '../text/lexicon.ts';
import { learntMore } from '../text/lexicon-more.ts';
import { lexiconFrom, lexiconText, turnedLexicon } from '../text/lexicon-text.ts';

/** How many pairs teach at once: more cost time and add little. */
const SAMPLE = 32_000;
/** Fewer teach nothing that the document does not. */
const LEAST = 500;
/** The share of pairs learnt one after the other, beside those learnt at once, after which all is learnt afresh. */
const GROWTH = 0.25;
/** Units read from the feed of changes at once. */
const PAGE = 1000;

/** What a lexicon is learnt from, and where it is kept. */
export interface LexiconSources {
  memory: MemoryFeed;
  lexicons: LexiconStore;
}

/**
 * The lexicon from one language to another, up to date with the memory; undefined where the memory is too small for one.
 * Learning it afresh takes seconds, and holds the thread that asks.
 */
export async function lexiconFor(sources: LexiconSources, from: Language, to: Language): Promise<Lexicon | undefined> {
  const [one, other] = [baseLanguage(from), baseLanguage(to)].sort() as [string, string];
  const words = (await caughtUp(sources, one, other)) ?? (await learntAfresh(sources, one, other));
  if (words.pairs + words.more < LEAST) return undefined;
  return one === baseLanguage(from) ? words : turnedLexicon(words);
}

async function learntAfresh({ memory, lexicons }: LexiconSources, one: string, other: string): Promise<Lexicon> {
  const atChange = await memory.changes();
  const pairs = (await lexicons.sample(one, other, SAMPLE)).map((pair) => ({ source: pair.one, target: pair.other }));
  const words = learnFromTexts(pairs);
  await lexicons.keep(one, other, { atChange, words: lexiconText(words) });
  return words;
}

/** The kept lexicon with what the memory has learnt since; null where none is kept, or so much came that all is learnt afresh. */
async function caughtUp({ memory, lexicons }: LexiconSources, one: string, other: string): Promise<Lexicon | null> {
  const kept = await lexicons.get(one, other);
  const words = kept && lexiconFrom(kept.words);
  const changes = await memory.changes();
  // A database that was put back to an earlier day has fewer changes.
  if (!kept || !words || changes < kept.atChange) return null;
  if (changes === kept.atChange) return words;
  const most = LEAST + words.pairs * GROWTH - words.more;
  if (changes - kept.atChange > most + PAGE) return null;
  const pairs = await taughtSince(memory, kept.atChange, one, other);
  if (pairs.length > most) return null;
  const more = learntMore(words, pairs);
  await lexicons.keep(one, other, { atChange: changes, words: lexiconText(more) });
  return more;
}

async function taughtSince(memory: MemoryFeed, after: number, one: string, other: string): Promise<StemPair[]> {
  const pairs: StemPair[] = [];
  const end = await memory.changes();
  for (let at = after; at < end; ) {
    const { seen, seq } = await memory.since(at, PAGE);
    for (const { from, to, source, target } of seen) {
      const [here, there] = [baseLanguage(from), baseLanguage(to)];
      if (here === one && there === other) pairs.push({ source: stemsOf(source), target: stemsOf(target) });
      else if (here === other && there === one) pairs.push({ source: stemsOf(target), target: stemsOf(source) });
    }
    at = seq;
  }
  return pairs;
}
