// The season that a side names, where its words leave no doubt: « été » is a participle as well, "fall" a verb.
import type { Side, Word } from './side.ts';

const SEASONS: Readonly<Record<string, ReadonlyMap<string, string>>> = {
  fr: new Map(Object.entries({ printemps: 'spring', été: 'summer', automne: 'autumn', hiver: 'winter' })),
  en: new Map(
    ['spring', 'summer', 'autumn', 'fall', 'winter'].map((word) => [word, word === 'fall' ? 'autumn' : word]),
  ),
};
const BEFORE: Readonly<Record<string, RegExp>> = {
  fr: /(?:(?<!\p{L})(?:[aà]u|ce|du|le|en|cet|dès|pour|[ld]['’]|cet)\s?)$/iu,
  en: /(?<!\p{L})(?:this|last|next|in|by|early|late|mid|the|of|since|until)(?:\s|-)(?:the\s)?$/iu,
};
const BEHIND =
  /^\s(?:(?:of\s)?(?:19|20)\d\d|dernier|dernière|prochain|(?:de\s)?l['’]an|or\s|et\s|and\s|ou\s)|^[,.;)]|^$/u;

/** A cheap look before the dear one. */
const MAY_NAME = /printemps|été|automne|hiver|spring|summer|autumn|fall|winter/i;

/** A season in English with its word. */
export interface Season {
  name: string;
  word: Word;
}

/** The only season of a side; null for none, and where several are named. */
export function seasonOf(side: Side): Season | null {
  if (!MAY_NAME.test(side.prose)) return null;
  const found: Season[] = [];
  for (const word of side.words) {
    const name = SEASONS[side.language]?.get(word.low);
    if (name !== undefined && isSeason(word, side)) found.push({ name, word });
  }
  return found.length === 1 ? (found[0] ?? null) : null;
}

function isSeason({ start, end }: Word, { prose, language }: Side): boolean {
  return Boolean(BEFORE[language]?.test(prose.slice(Math.max(0, start - 12), start))) && BEHIND.test(prose.slice(end));
}
