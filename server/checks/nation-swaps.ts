// One people's adjective instead of another's: « suédois » for "Danish".
import type { Pair } from './check.ts';
import lists from './name-swaps.json' with { type: 'json' };
import nations from './nations.json' with { type: 'json' };
import type { Side, Word } from './side.ts';

/** A word of the target that speaks of another nation, and the source's word that it stands for. */
export interface NationSwap {
  word: Word;
  own: Word;
}

const known: Readonly<Record<string, ReadonlyMap<string, string>>> = {
  fr: new Map(nations.fr.flatMap(([en = '', fr = '']) => [fr, `${fr}s`].map((form) => [form, en] as const))),
  en: new Map(nations.fr.flatMap(([en = '']) => [en, `${en}s`].map((form) => [form, en] as const))),
};

/** Nations that one may say for another, and what is no nation. */
const LOOSE = new Set(['british', 'english', 'european', 'african', 'asian', 'parisian', 'californian']);

const wordsFor = new Map(
  [...new Set(nations.fr.map(([en = '']) => en))].map((nation) => [nation, sayingsOf(nation)] as const),
);

/** All that says a nation besides its adjective: its country, its capital; null where no row is known to be its own. */
function sayingsOf(nation: string): readonly string[] | null {
  return (
    lists.countries.find((row) => row.some((word) => word.length > 3 && nation.startsWith(word.toLowerCase()))) ?? null
  );
}

/** The one nation of the source that nothing in the target says beside the one of the target that nothing in the source says. */
export function nationSwapIn({ source, target }: Pair): NationSwap | null {
  const [theirs, ours] = [nationsOf(source), nationsOf(target)];
  const lost = [...theirs].filter(([nation]) => !ours.has(nation));
  const gained = [...ours].filter(([nation]) => !theirs.has(nation));
  const [[before, word] = ['', null], [after, own] = ['', null]] = [lost[0], gained[0]];
  if (!word || !own || lost.length > 1 || gained.length > 1) return null;
  return isSaid(before, target) || isSaid(after, source) ? null : { word, own };
}

function nationsOf(side: Side): Map<string, Word> {
  const found = new Map<string, Word>();
  for (const word of side.words) {
    const nation = known[side.language]?.get(word.low);
    if (nation !== undefined && !found.has(nation) && !isOfMoney(word, side)) found.set(nation, word);
  }
  return found;
}

/** « Danish kroner », « couronnes danoises »: another money is the currency check's. */
function isOfMoney({ start, end }: Word, { prose }: Side): boolean {
  return MONEY.test(prose.slice(Math.max(0, start - 10), start)) || MONEY.test(prose.slice(end, end + 10));
}

const MONEY = /(?:couronne|kron|franc|livre|pound|dollar|dinar|peso|real|riyal|zlot|euro)/i;

/** Whether a side may mean a nation in some other word; a nation of which no other word is known may always be meant. */
function isSaid(nation: string, { prose }: Side): boolean {
  const words = wordsFor.get(nation);
  if (!words || LOOSE.has(nation)) return true;
  const low = prose.toLowerCase();
  return words.some((word) => low.includes(word.toLowerCase()));
}
