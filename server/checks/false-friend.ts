// Words that look like the other language’s and mean something else.
import { type Check, type Fault, intoEnglish, intoFrench, type Pair } from './check.ts';
import list from './false-friends.json' with { type: 'json' };
import { anyOf } from './patterns.ts';
import { phraseIndex, startsOfPhrases } from './phrase-index.ts';
import type { Side } from './side.ts';

interface Row {
  /** The source's words. */
  source: string[];
  /** The target's words that look like them. */
  wrong: string[];
  /** Right words of the target: where one stands, the others may be right too. */
  right: string[];
  /** What makes the source's word mean what it looks like. */
  unless?: string[];
  instead: string;
  strict?: boolean;
}

/** A row whose patterns are made when it is first asked: most never are. */
class Entry {
  readonly row: Row;
  #patterns: Record<'source' | 'wrong' | 'right' | 'unless', RegExp | null> | null = null;

  #starts: readonly string[] | null = null;

  constructor(row: Row) {
    this.row = row;
  }

  /** Whether the first letters of the source's words allow it at all: a cheap question before the dear ones. */
  mayStandIn({ starts }: Side): boolean {
    this.#starts ??= startsOfPhrases(this.row.source) ?? [];
    return this.#starts.length === 0 || this.#starts.some((start) => starts.has(start));
  }

  get patterns() {
    const { source, wrong, right, unless } = this.row;
    const maybe = (words: string[] | undefined) => (words && words.length > 0 ? anyOf(words) : null);
    this.#patterns ??= { source: maybe(source), wrong: maybe(wrong), right: maybe(right), unless: maybe(unless) };
    return this.#patterns;
  }
}

const candidates: Readonly<Record<string, (target: Side) => Entry[]>> = {
  'fr-en': indexOf(list.intoEnglish),
  'en-fr': indexOf(list.intoFrench),
};

function indexOf(rows: readonly Row[]): (target: Side) => Entry[] {
  return phraseIndex(
    rows.map((row) => new Entry(row)),
    ({ row }) => row.wrong,
  );
}

export const falseFriend: Check = {
  id: 'false-friend',
  about: {
    en: 'A word of the target that looks like the source’s and means something else.',
    fr: 'Mot de la cible qui ressemble à celui de la source et dit autre chose.',
  },
  samples: [
    intoEnglish('L’entreprise emploie actuellement 300\u00a0personnes.', 'The company ⟦actually⟧ employs 300 people.'),
    intoFrench('The company eventually backed down.', 'L’entreprise a ⟦éventuellement⟧ reculé.'),
    intoEnglish('Les données sensibles ont fuité.', '⟦Sensible⟧ data was leaked.'),
    intoEnglish('Il a assisté à la conférence.', 'He ⟦assisted⟧ the conference.'),
    intoFrench('The phone supports 5G.', 'Le téléphone ⟦supporte⟧ la 5G.', { profile: 'strict' }),
    intoFrench('The phone supports 5G.', 'Le téléphone supporte la 5G.'),
    intoEnglish('En fait, personne ne sait.', 'Actually, nobody knows.'),
    intoEnglish(
      'Elle emploie actuellement, en fait, 300\u00a0personnes.',
      'It currently, actually, employs 300 people.',
    ),
    intoEnglish('La formation du gouvernement a pris deux mois.', 'The formation of the government took two months.'),
    intoEnglish('Une puce de chien.', 'A dog flea.'),
    intoFrench('Run replace-act-import first.', 'Lancez d’abord replace-act-import.'),
    intoEnglish('La manifestation de ce phénomène.', 'The manifestation of this phenomenon.'),
  ],
  *run(pair) {
    const find = candidates[`${pair.source.language}-${pair.target.language}`];
    for (const entry of find?.(pair.target) ?? []) {
      if (entry.mayStandIn(pair.source)) yield* faults(entry, pair);
    }
  },
};

function* faults({ row, patterns }: Entry, { source, target }: Pair): Generator<Fault> {
  const { wrong } = patterns;
  if (!wrong || !stands(wrong, target) || !stands(patterns.source, source)) return;
  if (stands(patterns.unless, source) || stands(patterns.right, target)) return;
  for (const found of target.prose.matchAll(wrong)) {
    if (isCopied(found, source)) continue;
    yield {
      side: 'target',
      start: found.index,
      end: found.index + found[0].length,
      message: {
        en: `"${found[0]}" is a false friend here: think of ${row.instead}.`,
        fr: `«\u00a0${found[0]}\u00a0» est un faux ami ici\u00a0: pensez à ${row.instead}.`,
      },
      ...(row.strict ? { rule: 'house-style' } : {}),
    };
  }
}

/** Part of an option or a name that the source has letter for letter, "replace-act-import", or a name: "Roman Rädle". */
function isCopied({ input, index, 0: words }: RegExpExecArray, source: Side): boolean {
  const before = /[\w-]*$/.exec(input.slice(0, index))?.[0] ?? '';
  const after = /^[\w-]*/.exec(input.slice(index + words.length))?.[0] ?? '';
  if (before + after !== '') return source.prose.includes(before + words + after);
  if (!/^\p{Lu}\p{Ll}/u.test(words)) return false;
  const isInside = /\p{Ll},?\s$/u.test(input.slice(0, index));
  const next = /^\s\p{Lu}\p{Ll}+/u.exec(input.slice(index + words.length))?.[0];
  const title = /\p{Lu}\p{L}*\s$/u.exec(input.slice(0, index))?.[0];
  if (title !== undefined && source.prose.includes(title + words)) return true;
  return (isInside || next !== undefined) && source.prose.includes(words + (next ?? ''));
}

function stands(pattern: RegExp | null, side: Side): boolean {
  return pattern !== null && side.prose.search(pattern) >= 0;
}
