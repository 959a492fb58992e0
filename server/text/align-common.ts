// The commonest words of some languages, side by side: what two texts are read with before they, or a memory, teach more.
import { addLink, type BothWays, type Links, type Side, stemsOf } from './align-words.ts';
import common from './common-words.json' with { type: 'json' };
import type { Lexicon } from './lexicon.ts';

/** Rows of words that mean the same. A missing article or pronoun tells nothing; a missing telling word does. */
const ROWS = [...common.small, ...common.telling];
const FIRST_TELLING = common.small.length;

/** One language of the list: the stems of each row, and the rows in which a stem stands. */
interface Language {
  stems: string[][];
  rows: Map<string, number[]>;
}

const LANGUAGES: readonly Language[] = common.languages.map((_, column) => {
  const stems = ROWS.map((row) => [...new Set(stemsOf(row[column] ?? ''))]);
  const rows = new Map<string, number[]>();
  stems.forEach((forms, row) => {
    for (const stem of forms) rows.set(stem, [...(rows.get(stem) ?? []), row]);
  });
  return { stems, rows };
});

/** Below this share of words that stand in the list, a text is in none of its languages. */
const LEAST_COMMON = 0.25;

/** The language in which most words of a text are common ones. */
function languageOf({ types, counts, tokens }: Side): Language | undefined {
  let most = tokens * LEAST_COMMON;
  let found: Language | undefined;
  for (const language of LANGUAGES) {
    const known = types.reduce((sum, stem, id) => sum + (language.rows.has(stem) ? (counts[id] ?? 0) : 0), 0);
    if (known <= most) continue;
    most = known;
    found = language;
  }
  return found;
}

/** The telling words of both texts, whose partners a translation should hold; none unless both languages are in the list. */
export function tellingWords(source: Side, target: Side): BothWays['telling'] {
  const [ours, theirs] = [languageOf(source), languageOf(target)];
  if (!ours || !theirs || ours === theirs) return { source: [], target: [] };
  return { source: tellingOf(source, ours), target: tellingOf(target, theirs) };
}

function tellingOf({ types }: Side, { rows }: Language): number[] {
  return types.flatMap((stem, id) => (rows.get(stem)?.some((row) => row >= FIRST_TELLING) ? id : []));
}

/**
 * Links the common words of two texts, each pair with a probability of at most `share`: the more meanings a word has, or the
 * more words the meaning, the lower. What a memory taught of a word counts instead.
 */
export function addCommonWords(links: Links, from: Side, to: Side, share: number, taught?: Lexicon['forward']): void {
  const [ours, theirs] = [languageOf(from), languageOf(to)];
  if (!ours || !theirs || ours === theirs) return;
  const ids = new Map(to.types.map((stem, id) => [stem, id]));
  from.types.forEach((stem, s) => {
    const rows = taught?.has(stem) ? [] : (ours.rows.get(stem) ?? []);
    for (const row of rows) {
      const there = (theirs.stems[row] ?? []).flatMap((other) => ids.get(other) ?? []);
      for (const t of there) addLink(links, s, t, share / Math.sqrt(rows.length * there.length));
    }
  });
}
