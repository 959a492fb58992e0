// The roles of blocks, in French.
import { NBSP as nb, NNBSP as nn } from '../../server/text/typography.ts';
import type { castEn } from './cast-en.ts';

export const castFr: typeof castEn = {
  cast: {
    role: 'Rôle dans l’article',
    short: 'Rôle',
    roleOf: (text) => `Rôle de «${nb}${text}${nb}»`,
    hint: `Ce qu’est ce paragraphe${nn}; l’habillage de la page ne se traduit pas`,
    changed: (role) => `Rôle${nb}: ${role}.`,
  },
};
