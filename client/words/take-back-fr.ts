// A file that comes back from outside, in French.
import { NBSP as nb, NNBSP as nnb } from '../../server/text/typography.ts';
import { figuresOf } from './count.ts';
import type { takeBackEn } from './take-back-en.ts';

const f = figuresOf('fr-FR');

export const takeBackFr: typeof takeBackEn = {
  takeBack: {
    open: 'Reprendre un fichier…',
    title: 'Reprendre un fichier',
    about: `Un fichier XLIFF ou un tableau à deux colonnes (HTML ou Word) sur lequel un traducteur ou un relecteur a travaillé. Ce qu’il a changé entre comme traduit, jamais comme approuvé${nnb}; ce que vous avez changé entre-temps n’est jamais écrasé.`,
    file: 'Le fichier',
    take: 'Le reprendre',
    updated: (n: number) => `${f.count(n, 'segment mis à jour', 'segments mis à jour')}`,
    unchanged: (n: number) => `${f.number(n)}${nb}inchangé${n < 2 ? '' : 's'}`,
    comments: (n: number) => f.count(n, 'remarque', 'remarques'),
    conflicts: (n: number) => f.count(n, 'segment changé des deux côtés', 'segments changés des deux côtés'),
    segment: (n: number) => `Segment${nb}${f.number(n)}`,
    go: (n: number) => `Aller au segment${nb}${f.number(n)}`,
    before: 'À son départ',
    ours: 'Ici',
    theirs: 'Dans le fichier',
    keepOurs: 'Garder le nôtre',
    takeTheirs: 'Prendre le leur',
    kept: 'Le nôtre reste.',
    taken: 'Le leur est pris.',
    unknown: (n: number) =>
      f.count(n, 'unité du fichier n’est pas de cet article', 'unités du fichier ne sont pas de cet article'),
    done: 'Terminé',
  },
};
