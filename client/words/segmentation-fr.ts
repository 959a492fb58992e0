// Where sentences end at this desk, in French.
import { NBSP as nb } from '../../server/text/typography.ts';
import { figuresOf } from './count.ts';
import type { segmentationEn } from './segmentation-en.ts';

const f = figuresOf('fr-FR');

export const segmentationFr: typeof segmentationEn = {
  segmentation: {
    title: 'Où finissent les phrases',
    about:
      'Les articles qui arrivent sont découpés selon les règles de leur langue et selon ce que vous fixez ici. Ceux qui sont déjà là ne changent pas.',
    exceptions: 'Exceptions, une par ligne',
    hint: `Après «${nb}Kilo.${nb}», aucune phrase ne finit. «${nb}bêta | Mise${nb}» sépare toujours les deux. Une ligne qui commence par # est un commentaire.`,
    save: 'Garder ces exceptions',
    saved: (n) => `${f.count(n, 'exception gardée', 'exceptions gardées')}.`,
    fault: (line) => `Ligne ${line}${nb}: mettez un texte, ou deux avec un seul | entre eux.`,
    file: `D’un fichier${nb}: exceptions, ou règles SRX`,
    take: 'Prendre ce fichier',
    srx: (n) =>
      `${f.count(n, 'règle', 'règles')} d’un fichier SRX ${n > 1 ? 'remplacent' : 'remplace'} celles de la langue.`,
    drop: 'Revenir aux règles de la langue',
    dropped: 'Les règles de la langue valent de nouveau.',
    refused: (n) => f.count(n, 'règle laissée de côté', 'règles laissées de côté'),
    line: (n, why) => `Ligne ${f.number(n)}${nb}: ${why}.`,
    because: {
      malformed: () => 'l’expression est mal formée',
      'class-in-class': () => 'une classe de caractères en contient une autre',
      'class-intersection': () => 'des classes de caractères sont croisées',
      'flags-inside': () => 'des options changent au milieu de l’expression',
      'unknown-piece': (piece) => `«${nb}${piece}${nb}» n’est pas compris ici`,
      'lone-backslash': () => 'une barre oblique inverse est seule à la fin',
      'back-reference': () => 'elle renvoie à un groupe qui précède',
      thousands: () => 'quelque chose y est répété des milliers de fois',
      'look-arounds': () => 'des conditions y sont emboîtées trop profondément',
    },
    meanwhile: `D’autres ont changé ces exceptions pendant que vous écriviez${nb}: garder les vôtres remplace les leurs.`,
    theirs: 'Voir les leurs',
  },
};
