// The names of checks and of the reasons of matches, in French.
import { NBSP as nb } from '../../server/text/typography.ts';
import type { findingsEn } from './findings-en.ts';

const quoted = (text: string) => `«${nb}${text}${nb}»`;

/** What only the server finds comes in English; everything else is worded by the checks themselves. */
const SENTENCES: Record<string, (span: string) => string> = {
  inconsistent: () => 'La même phrase est traduite autrement ailleurs.',
  spelling: (span) => `${quoted(span)} n’est pas au dictionnaire.`,
};

export const findingsFr: typeof findingsEn = {
  severities: { error: 'Erreur', warning: 'Avertissement', note: 'Remarque' },
  checks: {
    number: 'Nombre',
    currency: 'Monnaie',
    date: 'Date',
    unit: 'Unité',
    percent: 'Pourcentage',
    'typography-fr': 'Typographie française',
    'typography-en': 'Typographie anglaise',
    quotes: 'Guillemets',
    brackets: 'Parenthèses',
    'end-punctuation': 'Fin de phrase',
    untranslated: 'Non traduit',
    'repeated-word': 'Mot répété',
    'double-space': 'Espace double',
    length: 'Longueur',
    tag: 'Code',
    url: 'Adresse',
    term: 'Terme',
    'forbidden-term': 'Mot à éviter',
    acronym: 'Sigle',
    name: 'Nom',
    inconsistent: 'Incohérence',
    'false-friend': 'Faux ami',
    spelling: 'Orthographe',
    boilerplate: 'Habillage de page',
    negation: 'Négation',
    hedge: 'Réserve',
    attribution: 'Attribution',
  },
  finding: (message, check, span) => SENTENCES[check]?.(span) ?? message,
  reasons: {
    words: 'autres mots',
    inflection: 'autres formes',
    numbers: 'autres nombres',
    case: 'capitales',
    punctuation: 'ponctuation',
    spacing: 'espaces',
    apostrophes: 'apostrophes',
    quotes: 'guillemets',
    codes: 'codes',
    'both-neighbours-agree': 'mêmes voisines',
    'previous-agrees': 'même phrase avant',
    'next-agrees': 'même phrase après',
    'other-role': 'y jouait un autre rôle',
    'same-block': 'même place dans cet article',
    day: 'dépend du jour',
    'not-reviewed': 'aligné, relu par personne',
    'other-desk': 'd’une autre rédaction',
    machine: 'traduction automatique',
    'several-targets': 'traduit de plusieurs façons',
    old: 'ancien',
    covered: 'repris de la mémoire',
    repaired: 'réparé',
  },
};
