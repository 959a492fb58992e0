// Words that look like the other language’s and mean something else.
import { type Check, type Fault, intoEnglish, intoFrench, type Pair } from './check.ts';
import list from './false-friends.json' with { type: 'json' };
import { anyOf } from './patterns.ts';

interface Entry {
  /** The source's words. */
  source: RegExp;
  /** The target's words that look like them. */
  wrong: RegExp;
  /** Right words of the target: where one stands, the others may be right too. */
  right: RegExp | null;
  /** What makes the source's word mean what it looks like. */
  unless: RegExp | null;
  instead: string;
  strict: boolean;
}

const entries: Readonly<Record<string, readonly Entry[]>> = {
  'fr-en': list.intoEnglish.map(read),
  'en-fr': list.intoFrench.map(read),
};

function read(row: {
  source: string[];
  wrong: string[];
  right: string[];
  unless?: string[];
  instead: string;
  strict?: boolean;
}): Entry {
  return {
    source: anyOf(row.source),
    wrong: anyOf(row.wrong),
    right: row.right.length > 0 ? anyOf(row.right) : null,
    unless: row.unless ? anyOf(row.unless) : null,
    instead: row.instead,
    strict: row.strict ?? false,
  };
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
  ],
  *run(pair) {
    for (const entry of entries[`${pair.source.language}-${pair.target.language}`] ?? []) yield* faults(entry, pair);
  },
};

function* faults({ source, wrong, right, unless, instead, strict }: Entry, pair: Pair): Generator<Fault> {
  if (pair.target.prose.search(wrong) < 0 || pair.source.prose.search(source) < 0) return;
  if (unless && pair.source.prose.search(unless) >= 0) return;
  if (right && pair.target.prose.search(right) >= 0) return;
  for (const found of pair.target.prose.matchAll(wrong)) {
    yield {
      side: 'target',
      start: found.index,
      end: found.index + found[0].length,
      message: {
        en: `"${found[0]}" is a false friend here: think of ${instead}.`,
        fr: `«\u00a0${found[0]}\u00a0» est un faux ami ici\u00a0: pensez à ${instead}.`,
      },
      ...(strict ? { rule: 'house-style' } : {}),
    };
  }
}
