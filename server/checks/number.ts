// Numbers that changed, were lost or were added, by value; numbers set in the other language's manner; « billion » in French.
import type { Quantity } from '../text/numbers.ts';
import { NBSP, NNBSP } from '../text/typography.ts';
import { type Check, intoEnglish, intoFrench, type Pair } from './check.ts';
import { mannerFault, settledTargets, slipFaults, textOf } from './quantity-faults.ts';

export const number: Check = {
  id: 'number',
  about: {
    en: 'A number is not what the source says, by value: 3,5 milliards is 3.5 billion, and a third is a third in words or digits.',
    fr: 'Un nombre n’est pas celui de la source, en valeur\u00a0: 3.5 billion font 3,5 milliards, en chiffres ou en lettres.',
  },
  samples: [
    intoEnglish(
      'Le groupe vise 1,2 milliard d’euros de recettes.',
      'The group is targeting revenue of ⟦€1.2 million⟧.',
      {
        fixed: 'The group is targeting revenue of €1.2 billion.',
      },
    ),
    intoFrench('The company is worth $2.5 trillion.', 'L’entreprise vaut ⟦2,5 trillions de dollars⟧.', {
      fixed: `L’entreprise vaut 2${NNBSP}500${NBSP}milliards de dollars.`,
    }),
    intoFrench('The company is worth $2.5 trillion.', 'L’entreprise vaut ⟦2,5 billions de dollars⟧.', {
      fixed: `L’entreprise vaut 2${NNBSP}500${NBSP}milliards de dollars.`,
    }),
    intoEnglish('Le foyer moyen a 4,5 appareils.', 'The average home has ⟦4,5⟧ devices.', {
      fixed: 'The average home has 4.5 devices.',
    }),
    intoEnglish('Il en a vendu 10 000 unités.', 'It sold ⟦10 000⟧ units.', { fixed: 'It sold 10,000 units.' }),
    intoFrench('It sold 10,000 units.', 'Il en a vendu ⟦10.000⟧ unités.', {
      fixed: `Il en a vendu 10${NNBSP}000 unités.`,
    }),
    intoEnglish('Le site emploie ⟦25⟧ personnes.', 'The site employs people.'),
    intoEnglish('Les deux tiers des firmes l’utilisent.', '⟦Half⟧ of the firms use it.'),
    intoEnglish('L’essai dure douze mois.', 'The trial lasts 12 months.'),
    intoEnglish('Seul un client sur quatre est parti.', 'Only one in four customers left.'),
    intoFrench('A dozen startups applied.', 'Une douzaine de start-up ont candidaté.'),
  ],
  *run(pair) {
    yield* slipFaults(pair, 'number');
    for (const quantity of settledTargets(pair)) {
      if (isBillion(pair, quantity)) yield mannerFault(pair, quantity, BILLION, 'billion');
      else if (isForeign(pair, quantity)) yield mannerFault(pair, quantity, FOREIGN);
    }
  },
};

const BILLION = {
  en: 'Readers take the French “billion” for the English one.',
  fr: 'On prend le «\u00a0billion\u00a0» français pour celui des Anglais.',
};
const FOREIGN = {
  en: 'The number is set in the manner of the other language.',
  fr: 'Le nombre est écrit à la manière de l’autre langue.',
};

function isBillion(pair: Pair, quantity: Quantity): boolean {
  return pair.target.language === 'fr' && /[bt]rillion|billion/i.test(textOf(pair.target, quantity));
}

/** « Python 3.8, 3.9 ou 3.10 », « un noyau plus récent que la version 2.6 »: as in the source, and the source speaks of versions. */
function isVersion({ source, target }: Pair, quantity: Quantity, before: string): boolean {
  const digits = textOf(target, quantity);
  if (
    !/^\d+\.\d+$/.test(digits) ||
    !new RegExp(`(?<![\\d.,])${digits.replace('.', '\\.')}(?![\\d%])`).test(source.text)
  )
    return false;
  return /(?<!\p{L})(?:versions?|releases?|kernels?)(?!\p{L})/iu.test(source.prose) || LISTED.test(before);
}

/** The versions before it in a list: « GTK+ 2.10, 2.11 et ». */
const LISTED = /(?:\p{Lu}[\p{L}\d]*\+*\s|\d\.)\d+(?:\.\d+)*,?(?:\s(?:et|ou|and|or|puis))?\s$|\p{Lu}[\p{L}\d]*\+\s$/u;

const VERSION =
  /(?:\p{Lu}[\p{L}\d]*|versions?|v|chapitre|section|figure|articles?|alinéas?|annexes?|norme|ISO|RFC|PEP|mise à jour)[ \u00a0\u202f-]$/u;
const REACH = 24;

/** Digits in the other language’s manner; not those of a version, an article or a heading: « Android 4.4 », « le web 2.0 », « le 49.3 ». */
function isForeign(pair: Pair, quantity: Quantity): boolean {
  // « CHF 12.50 » is how Switzerland writes an amount, in French too.
  if (!quantity.foreign || (pair.target.region === 'CH' && quantity.kind === 'money')) return false;
  const before = pair.target.prose.slice(Math.max(0, quantity.start - REACH), quantity.start);
  if (quantity.kind !== 'cardinal') return true;
  if (before.trim() === '' && quantity.start < REACH) return false;
  return (
    !VERSION.test(before) &&
    !isVersion(pair, quantity, before) &&
    !/^(?:\d\.0|49\.3)$/.test(textOf(pair.target, quantity))
  );
}
