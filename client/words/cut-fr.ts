// Cutting and joining segments, pages by address, and drafts from pieces, in French.
import { NBSP as nb, NNBSP as nn } from '../../server/text/typography.ts';
import { figuresOf } from './count.ts';
import type { cutEn } from './cut-en.ts';

const f = figuresOf('fr-FR');

export const cutFr: typeof cutEn = {
  cut: {
    split: 'Couper',
    join: 'Joindre au suivant',
    splitTitle: (n) => `Couper le segment ${f.number(n)}`,
    splitHint: `Déplacez la coupe avec les flèches${nn}; la traduction reste avec la première partie.`,
    place: 'Où commence la seconde partie',
    first: 'Première partie',
    second: 'Seconde partie',
    splitGo: 'Couper ici',
    splitDone: (n) => `Le segment ${f.number(n)} est en deux parties.`,
    joined: (n) => `Le segment ${f.number(n)} a pris le suivant.`,
    whole: `Cette phrase est d’un seul mot${nb}: elle ne se coupe pas.`,
    url: 'Ou l’adresse d’une page',
    urlHint: `L’article est cherché dans la page${nn}; ses menus restent à part, et la langue de la page est prise.`,
    copies: (n) =>
      `${f.count(n, 'phrase figure', 'phrases figurent')} deux fois sur la page${nb}: la seconde copie suit d’elle-même et ne part pas.`,
    assemble: 'Assembler',
    assembleHint: 'Des ébauches pour ce qui est vide, faites de morceaux que la mémoire connaît. Rien n’est envoyé.',
  },
};
