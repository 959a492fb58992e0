// Measures in another unit than the source's, and symbols of the other language or without their space.
import type { Quantity } from '../text/numbers.ts';
import { NBSP } from '../text/typography.ts';
import { type Check, intoEnglish, intoFrench, type Pair } from './check.ts';
import { mannerFault, settledTargets, slipFaults, textOf } from './quantity-faults.ts';

export const unit: Check = {
  id: 'unit',
  about: {
    en: 'A measure is in another unit than the source’s, or its symbol is not the language’s own.',
    fr: 'Une mesure est dans une autre unité que la source, ou son symbole n’est pas celui de la langue.',
  },
  samples: [
    intoEnglish('L’ordinateur a 16 Go de mémoire.', 'The computer has ⟦16MB⟧ of memory.', {
      fixed: 'The computer has 16GB of memory.',
    }),
    intoEnglish('Le débit atteint 1 Gbit/s.', 'Speeds reach ⟦1GB/s⟧.', { fixed: 'Speeds reach 1Gbit/s.' }),
    intoFrench('It has a 512GB disk.', 'Il a un disque de ⟦512 GB⟧.', { fixed: `Il a un disque de 512${NBSP}Go.` }),
    intoFrench('It has a 512GB disk.', 'Il a un disque de ⟦512Go⟧.', { fixed: `Il a un disque de 512${NBSP}Go.` }),
    intoFrench('The cable is 186 miles (300km) long.', 'Le câble mesure 300 km.'),
    intoEnglish('La voiture développe 120 ch.', 'The car delivers 120hp.'),
  ],
  *run(pair) {
    yield* slipFaults(pair, 'unit');
    for (const quantity of settledTargets(pair)) {
      if (quantity.kind === 'measure' && !quantity.foreign && isMisspelt(pair, quantity))
        yield mannerFault(pair, quantity, MISSPELT);
    }
  },
};

const MISSPELT = {
  en: 'The unit is not written as the language writes it.',
  fr: 'L’unité n’est pas écrite comme la langue l’écrit.',
};

const FRENCH =
  /\d[ \u00a0\u202f]?(?:[KMGTP]B(?:\/s)?|hp)$|\d(?:[kMGT]?(?:o|bit)(?:\/s)?|k?m|kg|[kMGT]?Wh?|[kMG]?Hz|mAh|m²|ch)$/;
const ENGLISH = /\d[ \u00a0\u202f]?(?:[kKMGTP]o(?:\/s)?|ch)$/;

/** « 16 GB », « 16Go » in French, "16 Go" in English. */
function isMisspelt(pair: Pair, quantity: Quantity): boolean {
  const text = textOf(pair.target, quantity);
  if (pair.target.language === 'fr') return FRENCH.test(text);
  return pair.target.language === 'en' && ENGLISH.test(text);
}
