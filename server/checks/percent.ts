// Percentages that became points or lost their sign, and the space before %, which French has and English has not.
import type { Quantity } from '../text/numbers.ts';
import { NBSP } from '../text/typography.ts';
import { type Check, intoEnglish, intoFrench, type Pair } from './check.ts';
import { mannerFault, settledTargets, slipFaults, textOf } from './quantity-faults.ts';

export const percent: Check = {
  id: 'percent',
  about: {
    en: 'A percentage became points or the reverse, or % is spaced as the other language spaces it.',
    fr: 'Un pourcentage est devenu des points ou l’inverse, ou l’espace devant % est celle de l’autre langue.',
  },
  samples: [
    intoFrench('The bank cut rates by 25 basis points.', 'La banque a baissé ses taux de ⟦25 %⟧.', {
      fixed: `La banque a baissé ses taux de 0,25${NBSP}point.`,
    }),
    intoFrench('Sales rose 12%.', 'Les ventes ont progressé de ⟦12%⟧.', {
      fixed: `Les ventes ont progressé de 12${NBSP}%.`,
    }),
    intoEnglish('Les ventes ont progressé de 12 %.', 'Sales rose ⟦12 %⟧.', { fixed: 'Sales rose 12%.' }),
    intoEnglish('Douze pour cent ont résilié.', 'Twelve per cent cancelled.'),
    intoEnglish('Entre 5 et 7 % des puces sont défectueuses.', 'Between 5% and 7% of chips are faulty.'),
  ],
  *run(pair) {
    yield* slipFaults(pair, 'percent');
    for (const quantity of settledTargets(pair)) {
      if (quantity.kind === 'percent' && !quantity.foreign && isMisspaced(pair, quantity))
        yield mannerFault(pair, quantity, MISSPACED);
    }
  },
};

const MISSPACED = {
  en: 'French puts a no-break space before %, English none.',
  fr: 'Le français met une espace insécable devant %, l’anglais aucune.',
};

function isMisspaced(pair: Pair, quantity: Quantity): boolean {
  const text = textOf(pair.target, quantity);
  if (pair.target.language === 'fr') return /\d%$/.test(text);
  return pair.target.language === 'en' && /\s%$/.test(text);
}
