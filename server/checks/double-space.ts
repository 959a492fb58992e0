// Two spaces or more in a row, of any width, that the source does not have.

import { NBSP, NNBSP } from '../text/typography.ts';
import { type Check, intoEnglish, intoFrench } from './check.ts';

const RUN = /(?<=\S)[ \u00a0\u202f\u2009]{2,}(?=\S)/g;

export const doubleSpace: Check = {
  id: 'double-space',
  about: {
    en: 'Two spaces or more in a row, no-break ones included, unless the source has them too.',
    fr: 'Deux espaces ou plus à la suite, insécables comprises, sauf si la source les a aussi.',
  },
  samples: [
    intoEnglish('Le groupe a publié ses résultats.', 'The group⟦  ⟧has published its results.', {
      fixed: 'The group has published its results.',
    }),
    intoFrench('Two options: pay or leave.', 'Deux options⟦\u00a0 ⟧: payer ou partir.', {
      fixed: 'Deux options\u00a0: payer ou partir.',
    }),
    intoFrench('Two options: pay or leave.', 'Deux options\u00a0: payer ou partir.'),
    intoFrench('Run  it  now.', 'Exécutez-le  maintenant.'),
  ],
  *run({ source, target }) {
    if (/(?<=\S)[ \u00a0\u202f\u2009]{2,}(?=\S)/.test(source.prose)) return;
    for (const found of target.prose.matchAll(RUN)) {
      const [spaces] = found;
      yield {
        side: 'target',
        start: found.index,
        end: found.index + spaces.length,
        message: {
          en: 'Two spaces in a row: leave one.',
          fr: 'Deux espaces à la suite\u00a0: n’en laissez qu’une.',
        },
        fix: spaces.includes(NBSP) ? NBSP : spaces.includes(NNBSP) ? NNBSP : ' ',
      };
    }
  },
};
