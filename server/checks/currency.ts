// Amounts in another currency than the source's, and currency signs that stand where the language does not put them.
import type { Quantity } from '../text/numbers.ts';
import { NBSP } from '../text/typography.ts';
import { type Check, intoEnglish, intoFrench, type Pair } from './check.ts';
import { mannerFault, settledTargets, slipFaults, textOf } from './quantity-faults.ts';

export const currency: Check = {
  id: 'currency',
  about: {
    en: 'An amount is in another currency than the source’s, or its sign stands where the language does not put it.',
    fr: 'Un montant est dans une autre monnaie que la source, ou son signe est mal placé.',
  },
  samples: [
    intoFrench('The firm raised $6.6bn.', 'La société a levé ⟦6,6 milliards d’euros⟧.', {
      fixed: `La société a levé 6,6${NBSP}milliards de dollars.`,
    }),
    intoFrench('The fine is €200m.', 'L’amende s’élève à ⟦€200 millions⟧.', {
      fixed: `L’amende s’élève à 200${NBSP}millions d’euros.`,
    }),
    intoEnglish('Il coûte 9,99 €.', 'It costs ⟦9.99€⟧.', { fixed: 'It costs €9.99.' }),
    intoEnglish('Elle a reçu 5 millions de dollars.', 'It received ⟦$5 million dollars⟧.', {
      fixed: 'It received $5 million.',
    }),
    intoFrench('It costs C$12.50.', 'Il coûte 12,50\u00a0$.', { to: 'fr-CA' }),
    intoFrench('It costs 12.50 Swiss francs.', 'Il coûte CHF\u00a012.50.', { to: 'fr-CH' }),
    intoEnglish('Le ticket coûte 0,50 €.', 'The ticket costs 50 cents.'),
    intoFrench('It costs $100 (about €92).', 'Il coûte 100 dollars (environ 92 euros).'),
  ],
  *run(pair) {
    yield* slipFaults(pair, 'currency');
    for (const quantity of settledTargets(pair)) {
      if (quantity.kind === 'money' && !quantity.foreign && isMisplaced(pair, quantity))
        yield mannerFault(pair, quantity, MISPLACED);
    }
  },
};

const MISPLACED = {
  en: 'The currency does not stand where the language puts it.',
  fr: 'La monnaie n’est pas à sa place.',
};

const SIGN = '[$€£¥₹₩₽₿]';
const FRENCH = new RegExp(`^-?(?:\\p{Lu}{0,3}${SIGN}|[A-Z]{3}[ \\u00a0\\u202f]?\\d)|\\d${SIGN}$`, 'u');
const ENGLISH = new RegExp(`\\d[ \\u00a0\\u202f]?(?:m|bn|tn)?${SIGN}$|${SIGN}.*(?:dollars?|euros?|pounds?|yen)$`, 'u');

/** « $1 » in a message of a program, where `$2` would be another word: no amount; the first one is always there. */
function isPlaceholder(pair: Pair, text: string): boolean {
  const first = /\$1(?![\d.,]\d|\d|\s(?:m|bn|[mb]illi|tril))/;
  return (
    /^\$\d$/.test(text) &&
    pair.source.text.includes(text) &&
    first.test(pair.source.text) &&
    first.test(pair.target.text)
  );
}

/** « €200 millions », « 12€ » in French; "200€", "$5 million dollars" in English. */
function isMisplaced(pair: Pair, quantity: Quantity): boolean {
  const text = textOf(pair.target, quantity);
  if (isPlaceholder(pair, text)) return false;
  if (pair.target.language === 'fr') return FRENCH.test(text) && !(pair.target.region === 'CH' && /^CHF/.test(text));
  return pair.target.language === 'en' && ENGLISH.test(text);
}
