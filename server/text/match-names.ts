// Which files or addresses are the two languages of one text, told by their names: `x.fr.txt` and `x.en.txt`, `fr/x` and `en/x`.
import type { Language } from '../model.ts';
import { baseLanguage } from './language.ts';

/** Names paired by what they share, and those that are left. */
export interface MatchedNames {
  pairs: { source: string; target: string }[];
  unmatched: string[];
}

type Side = 'source' | 'target' | null;

interface Reading {
  name: string;
  /** null where nothing in the name says a language. */
  side: Side;
  /** The name without its language and its ending. */
  key: string;
}

/**
 * Pairs names of files or web addresses. A language is a part of its own between other signs: its tag, or what that begins
 * with (fr of fr-CA). A name without a language goes with one that has it (`x.txt`, `x.en.txt`). What could be paired in two
 * ways is left.
 */
export function matchNames(names: readonly string[], from: Language, to: Language): MatchedNames {
  const groups = new Map<string, Reading[]>();
  for (const name of new Set(names)) {
    for (const reading of readings(name, from, to)) {
      groups.set(reading.key, [...(groups.get(reading.key) ?? []), reading]);
    }
  }
  const pairs: MatchedNames['pairs'] = [];
  const taken = new Set<string>();
  for (const group of groups.values()) {
    const pair = pairIn(group.filter(({ name }) => !taken.has(name)));
    if (!pair) continue;
    pairs.push(pair);
    taken.add(pair.source).add(pair.target);
  }
  return { pairs, unmatched: [...new Set(names)].filter((name) => !taken.has(name)) };
}

function pairIn(group: readonly Reading[]): { source: string; target: string } | null {
  const of = (side: Side) => group.filter((reading) => reading.side === side).map(({ name }) => name);
  const [sources, targets, plain] = [of('source'), of('target'), of(null)];
  const [source] = sources.length === 0 ? plain : sources;
  const [target] = targets.length === 0 ? plain : targets;
  const single = sources.length <= 1 && targets.length <= 1 && plain.length <= 1;
  return single && source && target && source !== target ? { source, target } : null;
}

/** All ways to read a language out of a name. */
function readings(name: string, from: Language, to: Language): Reading[] {
  const found: Reading[] = [];
  const sides: [Side, Language][] = [
    ['source', from],
    ['target', to],
  ];
  for (const [side, language] of sides) {
    for (const tag of new Set([language.toLowerCase(), baseLanguage(language)])) {
      for (const at of placesOf(name.toLowerCase(), tag)) {
        found.push({ name, side, key: keyOf(name.slice(0, at), name.slice(at + tag.length)) });
      }
    }
  }
  return found.length > 0 ? found : [{ name, side: null, key: keyOf(name, '') }];
}

/** Where a tag stands alone: no letter or digit touches it. */
function placesOf(name: string, tag: string): number[] {
  const places: number[] = [];
  for (let at = name.indexOf(tag); at >= 0; at = name.indexOf(tag, at + 1)) {
    const touching = `${name[at - 1] ?? ''}${name[at + tag.length] ?? ''}`;
    if (!/[\p{L}\p{N}]/u.test(touching)) places.push(at);
  }
  return places;
}

/** What stands before and behind a language, without the sign that set it off and without the file's ending. */
function keyOf(before: string, behind: string): string {
  const whole = behind === '' ? before : before.replace(/[._\-/\\]$/, '') + behind;
  return whole
    .toLowerCase()
    .replace(/\.(?:txt|text|md|markdown|html?|xhtml|docx|odt|xlf|xliff|sdlxliff|mqxliff|mxliff)$/, '')
    .replace(/^[._\-/\\]+|[._\-/\\]+$/g, '');
}
