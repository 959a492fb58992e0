// Concordance: the units that hold some words, where in them, and what stands for these words on the other side.
import type { Language, Unit } from '../model.ts';
import { type CodedText, counterpartStems, countStems, type StemCounts, stemSpans } from '../text/counterparts.ts';
import { type Span, spanFinder } from '../text/found-spans.ts';
import { baseLanguage } from '../text/language.ts';
import { typedPhrases } from '../text/typed-words.ts';
import type { Desk } from './desk.ts';

/**
 * A unit in which the words were found. `spans` stand in the source, `targetSpans` in the target, `counterparts` on the side
 * that was not asked for: what translates the words, where the memory's statistics can tell. All in UTF-16 units.
 */
export interface FoundUnit
  extends Pick<Unit, 'id' | 'memory' | 'from' | 'to' | 'source' | 'target' | 'codes' | 'author' | 'changedAt'> {
  spans: Span[];
  targetSpans: Span[];
  counterparts: Span[];
}

/** What is asked of the concordance. With `from`, the words stand on that language's side, which is then the units' source. */
export interface Concordance {
  text: string;
  from?: Language;
  limit: number;
  offset?: number;
}

/** Statistics want more hits than a page shows. */
const JUDGED = 50;
/** Units from all over the memory that say how frequent a word is. */
const ANYWHERE = 800;

/** The newest units that hold the words of `text`. */
export async function searchMemory(
  { stores }: Pick<Desk, 'stores'>,
  { text, limit, ...where }: Concordance,
): Promise<FoundUnit[]> {
  const units = await stores.memory.search(text, { ...where, limit: Math.max(limit, JUDGED) });
  const spansOf = spanFinder(text);
  const found = units.map((unit) => spansIn(unit, spansOf, where.from !== undefined));
  await markCounterparts(stores.memory, found, text);
  return found.slice(0, limit);
}

function spansIn(unit: Unit, spansOf: ReturnType<typeof spanFinder>, sourceOnly: boolean): FoundUnit {
  const { id, memory, from, to, source, target, codes, author, changedAt } = unit;
  const spans = spansOf(source, codes);
  const targetSpans = sourceOnly ? [] : spansOf(target, codes);
  return {
    ...{ id, memory, from, to, source, target, codes, author, changedAt },
    ...{ spans, targetSpans, counterparts: [] },
  };
}

/** The side of a hit without the words: what may translate them; null where both sides have them. */
function otherSide(hit: FoundUnit): (CodedText & { language: string }) | null {
  const { source, target, codes } = hit;
  if (hit.spans.length > 0 === hit.targetSpans.length > 0) return null;
  return hit.spans.length > 0
    ? { text: target, codes, language: baseLanguage(hit.to) }
    : { text: source, codes, language: baseLanguage(hit.from) };
}

async function markCounterparts(memory: Desk['stores']['memory'], found: FoundUnit[], text: string): Promise<void> {
  const words = typedPhrases(text).reduce((sum, phrase) => sum + phrase.words.length, 0);
  const hits = found.flatMap((hit) => {
    const other = otherSide(hit);
    return other ? [{ hit, other }] : [];
  });
  for (const language of new Set(hits.map(({ other }) => other.language))) {
    const alike = hits.filter(({ other }) => other.language === language);
    const anywhere = await countsOf(memory, language);
    const stems = counterpartStems(countStems(alike.map(({ other }) => other)), anywhere, words + 1);
    for (const { hit, other } of alike) hit.counterparts = stemSpans(other, stems);
  }
}

interface KeptCounts {
  at: number;
  counts: Map<Language, StemCounts>;
}

const kept = new WeakMap<object, KeptCounts>();

/** How frequent stems are in a language, by units from all over the memory; kept until the memory has changed by a tenth. */
async function countsOf(memory: Desk['stores']['memory'], language: Language): Promise<StemCounts> {
  const now = await memory.changes();
  let known = kept.get(memory);
  if (!known || Math.abs(now - known.at) > known.at / 10) {
    const units = await memory.spread(ANYWHERE);
    const sides = units.flatMap(({ from, to, source, target, codes }) => [
      { language: baseLanguage(from), text: source, codes },
      { language: baseLanguage(to), text: target, codes },
    ]);
    const languages = new Set(sides.map((side) => side.language));
    const counted = [...languages].map((one): [Language, StemCounts] => [
      one,
      countStems(sides.filter((side) => side.language === one)),
    ]);
    known = { at: now, counts: new Map(counted) };
    kept.set(memory, known);
  }
  return known.counts.get(language) ?? { texts: 0, counts: new Map() };
}
