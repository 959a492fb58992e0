// What fails and what stays out, in French: every code that the server may send to the editor has its sentence.
import { NBSP as nb, NNBSP as nn } from '../../server/text/typography.ts';
import { figuresOf } from './count.ts';
import type { failuresEn, Named } from './failures-en.ts';

const f = figuresOf('fr-FR');
const quoted = (text: string | undefined) => `«${nb}${text ?? ''}${nb}»`;

/** What goes wrong between people and their work. */
const WORK = {
  conflict: `Quelqu’un d’autre a modifié cette phrase${nb}: relisez-la.`,
  blocked: 'Des remarques bloquent l’approbation.',
  'not-found': 'Cela n’existe plus.',
  'name-needed': 'Dites d’abord qui vous êtes.',
  'not-yet': 'Ce n’est pas encore possible.',
  invalid: 'Le serveur n’accepte pas ces valeurs.',
  'bad-request': 'Le serveur n’a pas compris la demande. Rechargez la page.',
  'not-approved': 'Ce segment n’est pas approuvé.',
  'nothing-to-reject': `Le segment est vide${nb}: il n’y a rien à rejeter.`,
  'nothing-to-join': 'Ce segment est le dernier de son paragraphe.',
  'bad-offset': 'Chaque partie doit contenir du texte.',
  'no-reason': 'Donnez un motif.',
  'bad-places': 'Indiquez des numéros de segments, comme 1,4-9.',
  'no-version': 'Cette version n’existe pas.',
  codes: 'Un code du texte manque ou n’est pas fermé.',
  'finding-gone': `Le texte a changé depuis${nb}: revoyez ses remarques.`,
  'bad-word': 'Écrivez un seul mot, sans espace.',
  'bad-style': 'Ce fichier n’est pas une marche exportée par une rédaction.',
  'bad-exceptions': 'Une exception tient sur une ligne, avec un texte de chaque côté de sa barre.',
  'too-many-exceptions': 'Il y a trop d’exceptions pour cette langue.',
  'no-srx-rules': 'Le fichier n’a pas de règles pour cette langue.',
  'several-directions': `Un CSV ne contient qu’un sens${nb}: choisissez TBX, ou un sens.`,
  'still-running': 'Ce travail est encore en cours.',
  cancelled: 'Arrêté.',
  stopped: 'Arrêté avant la fin.',
};

/** What goes wrong with files and pages. */
const FILES = {
  'too-large': 'C’est plus que le serveur n’en prend en une fois.',
  'nothing-sent': 'Choisissez d’abord un texte, un fichier ou une adresse.',
  'send-again': `Le fichier n’est plus ici${nb}: envoyez-le de nouveau.`,
  'empty-file': 'Le fichier ne contient pas de texte.',
  'binary-file': 'Ce fichier n’est pas un texte.',
  'refused-file': 'Ce document contient des macros ou des éléments extérieurs. Enregistrez-le sans eux.',
  'damaged-file': 'Le fichier est endommagé. Enregistrez-le de nouveau.',
  'unknown-format': 'Ce fichier n’est d’aucun des formats acceptés.',
  'other-format': 'L’original est venu dans un autre format. Apportez-le dans celui-là.',
  'unsupported-type': 'Ce fichier n’est d’aucun des formats acceptés.',
  'malformed-form': 'Envoyez un seul fichier.',
  'broken-form': `L’envoi n’est pas arrivé entier${nb}: recommencez.`,
  'too-slow': `L’envoi a pris trop de temps${nb}: recommencez.`,
  'wrong-encoding': 'L’encodage du fichier est défectueux. Enregistrez-le en UTF-8.',
  'no-entities': `Ce format n’a pas d’entités${nb}: choisissez des caractères.`,
  'too-many-codes': 'Un paragraphe change trop souvent de forme. Enregistrez-le plus simplement.',
  'bad-xml': 'Le XML du fichier est mal formé.',
  'refused-xml': 'Le XML du fichier demande plus que ce qui est permis.',
  'not-tmx': 'Ce fichier n’est pas du TMX.',
  'not-xliff': 'Ce fichier n’est pas du XLIFF.',
  'bad-terms': 'Ce fichier n’est pas un glossaire. Un tableau commence par une ligne comme fr,en,forbidden,note.',
  'languages-missing':
    'La première ligne ne nomme pas les langues. Écrivez-les en tête des colonnes (fr, en), ou choisissez-les ici.',
  'row-too-long': 'Une ligne est trop longue pour un tableau de phrases.',
  'line-too-long': 'Une ligne est trop longue.',
  'too-deep': 'La page est trop enchevêtrée pour être lue.',
  'no-language': `Le fichier ne dit pas sa langue${nb}: choisissez-la.`,
  'same-language': 'L’original et la traduction ne peuvent être dans la même langue.',
  'wrong-article': 'Rien dans ce fichier n’est de cet article.',
  'import-ended': 'Cet import est déjà terminé.',
  'no-article': 'Aucun article n’a été trouvé dans la page. Enregistrez-la et importez le fichier.',
  'malformed-address': 'Donnez l’adresse entière de la page, avec https://.',
  'address-with-password': 'Donnez l’adresse sans nom ni mot de passe.',
  'private-address': 'Cette adresse n’est pas sur l’internet public. Enregistrez la page et importez le fichier.',
  'page-refused': `Le site refuse la page. Si votre navigateur l’ouvre, enregistrez-la et importez le fichier.`,
  'page-unreachable': 'La page est injoignable. Vérifiez l’adresse et la connexion.',
  'page-too-slow': 'Le site ne répond pas. Réessayez plus tard.',
  'page-too-large': 'La page est trop lourde pour un article.',
  'page-too-complex': 'La page est trop enchevêtrée pour un article.',
  'not-a-page': 'Cette adresse n’est pas celle d’une page. Téléchargez le fichier et importez-le.',
  'too-many-redirects': 'La page renvoie sans cesse ailleurs. Donnez l’adresse finale.',
};

/** What goes wrong with the memory and with alignments. */
const MEMORY = {
  'read-only': `Cette mémoire est en lecture seule. Donnez-lui d’abord le droit d’écriture.`,
  'no-memory': 'Aucune mémoire n’est ouverte à l’écriture.',
  'name-taken': 'Une mémoire porte déjà ce nom.',
  'empty-name': 'Une mémoire doit avoir un nom.',
  'long-name': 'Ce nom est trop long.',
  removed: `Cette paire a été retirée${nb}: annulez d’abord son retrait.`,
  'empty-text': `Un côté est vide${nb}: retirez plutôt la paire.`,
  'not-seen': 'Cette paire ne sert plus, rien ne peut lui être joint.',
  'nothing-to-do': 'Il n’y a plus rien à faire ici.',
  'changed-since': `Ces paires ont changé depuis${nb}: cela ne s’annule plus.`,
  'too-long': `Le texte est trop long pour être aligné d’un coup${nb}: coupez-le.`,
  'nothing-to-align': 'Aucune phrase n’a été trouvée.',
  'not-a-translation': 'Ces deux textes ne semblent pas se traduire.',
  'does-not-fit': 'L’alignement a changé depuis. Regardez-le de nouveau.',
  'not-aligned': 'Cette paire n’est pas encore alignée.',
  aligned: 'Cette paire est déjà alignée.',
  'not-remembered': 'Rien de cet alignement n’est en mémoire.',
  'no-pairs': 'Il n’y a pas de paires.',
};

/** What goes wrong with services. */
const SERVICES = {
  offline: `Le serveur ne répond pas. Est-il en marche${nn}?`,
  unreadable: 'La réponse du serveur est illisible. Rechargez la page.',
  internal: 'Une erreur s’est produite sur le serveur. Son journal dit laquelle.',
  confidential: 'L’article ne doit pas quitter cette machine.',
  'no-memories': 'Ce service ne tient pas de mémoire de traduction.',
  'provider-not-configured': 'Ce service n’est pas configuré sur cette installation.',
  'provider-quota': 'Le quota du service de traduction est épuisé.',
  'provider-auth': 'Le service de traduction refuse la clé.',
  'provider-network': 'Le service de traduction est injoignable.',
  'provider-timeout': 'Le service de traduction ne répond pas.',
  'provider-rate-limited': 'Le service de traduction demande d’attendre.',
  'provider-too-large': 'Le texte est trop long pour le service de traduction.',
  'provider-unsupported': 'Le service de traduction ne prend pas cette langue ou ce réglage.',
  'provider-no-glossary': `Le glossaire n’est plus chez le service${nb}: il sera refait au prochain remplissage.`,
  'provider-unknown': 'Le service de traduction a répondu autre chose que prévu.',
};

export const failuresFr: typeof failuresEn = {
  failures: { ...SERVICES, ...WORK, ...FILES, ...MEMORY },
  atLine: (said, n) => `${said.replace(/\.$/, '')} (ligne ${f.number(n)}).`,
  refused: {
    at: (place, why) => `${place}${nb}: ${why}`,
    line: (n) => `ligne ${f.number(n)}`,
    unit: (n) => `unité ${f.number(n)}`,
    unitNamed: (n, name) => `unité ${f.number(n)} (${name})`,
    named: (name) => `unité ${name}`,
    more: (n) => `et ${f.number(n)} de plus`,
    because: {
      'source-empty': () => 'l’original est vide',
      'target-empty': () => 'la traduction est vide',
      'too-long': ({ most }: Named) => `il y a plus de ${f.number(Number(most))} caractères`,
      'one-language': ({ language }: Named) => `les deux côtés sont dans une même langue (${language})`,
      alone: ({ language }: Named) => `il n’y a de texte que dans une langue (${language})`,
      'no-text': () => 'il n’y a de texte dans aucune langue',
      'names-no-language': () => 'un des textes ne dit pas sa langue',
      'bad-language': ({ language }: Named) => `${quoted(language)} n’est pas une langue`,
      'no-segment': ({ language }: Named) => `le texte manque (${language})`,
      'empty-text': ({ language }: Named) => `le texte est vide (${language})`,
      'not-translated': () => 'il n’y a pas de traduction',
      'not-confirmed': ({ state }: Named) => `la traduction n’est pas confirmée (${state})`,
      'file-names-no-languages': () => 'le fichier ne dit pas ses langues',
      columns: ({ has, wanted }: Named) => `la ligne a ${has} colonnes sur ${wanted}`,
      'empty-cell': ({ language }: Named) => `une case est vide (${language})`,
      'term-source-empty': () => 'le terme est vide',
      'term-without-words': () => 'il n’y a ni traduction, ni mot interdit',
      'term-contradicts': ({ word }: Named) => `${quoted(word)} est à la fois une traduction et un mot interdit`,
      'concept-alone': () => 'la notion n’a pas de terme dans les deux langues',
    },
  },
  brought: {
    otherLanguage: (taken) => `Le fichier est en ${taken}${nb}: c’est ce qui a été pris.`,
    kept: (asked) => `Le fichier dit autre chose${nn}; ${asked} a été pris, selon votre choix.`,
    locked: (n) =>
      n === 1
        ? `Un segment est verrouillé dans le fichier${nb}: il garde ce qui s’y trouve.`
        : `${n} segments sont verrouillés dans le fichier${nb}: ils gardent ce qui s’y trouve.`,
  },
};
