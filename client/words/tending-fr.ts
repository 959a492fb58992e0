// The care of the memory, in French.
import { NBSP as nb, NNBSP as nn } from '../../server/text/typography.ts';
import { figuresOf } from './count.ts';
import type { tendingEn } from './tending-en.ts';

const f = figuresOf('fr-FR');
const pairs = (n: number) => f.count(n, 'paire', 'paires', 'de paires');
const quoted = (text: string) => `«${nb}${text}${nb}»`;

export const tendingFr: typeof tendingEn = {
  tending: {
    edit: 'Modifier',
    remove: 'Retirer',
    source: 'Original',
    target: 'Traduction',
    note: 'Note',
    save: 'Enregistrer',
    saved: 'La paire est corrigée.',
    removed: (n) => `${pairs(n)} ${n > 1 ? 'retirées' : 'retirée'} de la mémoire.`,
    merged: (_) => 'Deux paires n’en font plus qu’une.',
    undone: (n, stale) =>
      `${pairs(n)} ${n > 1 ? 'remises' : 'remise'} en place.${stale > 0 ? ` ${pairs(stale)} ${stale > 1 ? 'ont' : 'a'} changé depuis, et n’y ${stale > 1 ? 'reviennent' : 'revient'} pas.` : ''}`,
    meanwhile: `Quelqu’un a modifié cette paire entre-temps. Elle dit maintenant${nb}:`,
    fromFile: (file, by) => `Importée de ${file} par ${by}`,
    fromArticle: (title, n) => `Approuvée dans ${quoted(title)}, segment ${f.number(n)}`,
    inMemory: (name) => `Dans ${quoted(name)}`,
    history: 'Historique',
    kinds: { edit: 'Modifiée', remove: 'Retirée', merge: 'Réunie', undo: 'Remise en place' },
    before: 'Avant',
    takeBack: 'Annuler ce geste',
    takenBack: 'annulé',
    journal: 'Ce qui a été fait à la main',
    journalNone: 'Rien n’a été modifié, retiré ni réuni à la main.',
    andMore: (n) => `et ${pairs(n)} de plus`,
  },
  memories: {
    title: 'Mémoires',
    about: 'Quand plusieurs mémoires connaissent un texte, la plus haute de cette liste répond d’abord.',
    name: 'Nom de la nouvelle mémoire',
    rename: (name) => `Nom de ${quoted(name)}`,
    add: 'Créer une mémoire',
    answers: 'Répond',
    learns: 'Apprend',
    answersOf: (name) => `${quoted(name)} répond`,
    learnsOf: (name) => `${quoted(name)} apprend`,
    up: 'Monter',
    upOf: (name) => `Monter ${quoted(name)}`,
    into: 'Dans la mémoire',
  },
  doubtful: {
    title: 'Paires douteuses',
    about: `Les paires répétées, contradictoires ou abîmées sont cherchées et montrées. Rien n’est retiré sans vous.`,
    look: 'Examiner la mémoire',
    looking: 'Examen de la mémoire',
    done: (n) => (n === 0 ? 'Rien n’est douteux.' : `${f.count(n, 'paire douteuse', 'paires douteuses')}.`),
    kinds: {
      duplicate: 'En double',
      near: 'Presque en double',
      numbers: 'Autres chiffres',
      contradictory: 'Deux traductions',
      codes: 'Codes',
      language: 'Langue',
      empty: 'Vides',
      copied: 'Recopiées',
    },
    kind: 'Sorte de doute',
    older: 'La plus ancienne',
    newer: 'La plus récente',
    keepOlder: 'Garder la plus ancienne',
    keepNewer: 'Garder la plus récente',
    removeAll: (n) => `Retirer les ${f.number(n)}`,
    none: 'Il n’en reste aucune de cette sorte.',
  },
  penalties: {
    title: 'Ce qui ôte des points à une correspondance',
    about: `Chaque circonstance ôte ces points au score, de 0 à 100${nn}; 0 dit qu’elle ne compte pas.`,
    of: {
      day: 'Mots qui tiennent au jour',
      'not-reviewed': 'Alignée et pas encore relue',
      'other-desk': 'D’une autre rédaction',
      machine: 'Écrite par une machine',
      'several-targets': 'Traduite de plusieurs façons',
      old: 'Ancienne',
    },
    years: `Ancienne au bout de combien d’années (0${nb}: jamais)`,
    save: 'Enregistrer les points',
    kept: 'Les points sont enregistrés.',
  },
};
