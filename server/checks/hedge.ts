// Hearsay printed as fact, or a fact as hearsay: the French conditional, « selon », "reportedly", "allegedly".
import { type Check, intoEnglish, intoFrench } from './check.ts';
import lists from './hedges.json' with { type: 'json' };
import { type Mention, mentionsOf, oneSided } from './one-sided.ts';
import { anyOf } from './patterns.ts';
import { mayStand } from './phrase-index.ts';
import type { Side } from './side.ts';

const strong = { fr: anyOf(lists.fr.strong), en: anyOf(lists.en.strong) };
const mayHedge = { fr: mayStand(lists.fr.strong), en: mayStand(lists.en.strong) };
const weak = { fr: anyOf(lists.fr.weak), en: anyOf(lists.en.weak) };
/** What « selon » and « d’après » may become where they weigh nothing: "depending on", "under", "by". */
const ofSelon = anyOf(lists.en.selon);
/** "According to plan", « selon l’usage »: a measure, not a source. */
const MEASURE =
  /(?<![\p{L}])(?:according to (?:plan|schedule|use|usage|the law|(?:(?:the|its|their|your|his|her|a|an) )?(?:size|age|date|needs?|rules|values?|types?|order|level|number|format|language|location|region|country|taste|preferences?|settings?|circumstances|weight|colou?r|price|income|situation)s?|whether|how|where|when)|(?:selon|d['’]après) (?:(?:l[ea]s? |l['’]|une? |ses |leurs? |son |sa |cette |ces |ce |chaque |différents? )?(?:usage|date|taille|âge|besoin|cas|pays|axe|plateforme|contenu|motif|courbe|diagonale|critère|méthode|modèle|type|mode|niveau|ordre|catégorie|région|secteur|situation|contexte|format|langue|disponibilité|profil|saison|heure|jour|poids|prix|nombre|quantité|formule|principe|calendrier|procédure|règle|barème|norme|préférence|moyen|version|configuration|marché|paramètre|profondeur|loi|zone|quartier|ville|époque|humeur|goût|revenu|circonstance|matériel|appareil|environnement|os|particule|polynôme|importance)s?|que))(?![\p{L}])/giu;

export const hedge: Check = {
  id: 'hedge',
  about: {
    en: 'Hearsay that the target states as fact, or a fact it states as hearsay.',
    fr: 'Information au conditionnel que la cible donne pour un fait, ou l’inverse.',
  },
  samples: [
    intoEnglish('L’entreprise ⟦aurait⟧ versé des pots-de-vin.', 'The company paid bribes.'),
    intoEnglish('⟦Selon⟧ le parquet, il a menti.', 'He lied.'),
    intoFrench('The hackers ⟦reportedly⟧ stole the code.', 'Les pirates ont volé le code.'),
    intoFrench('The leader was arrested.', 'Le chef ⟦présumé⟧ a été arrêté.'),
    intoEnglish('L’entreprise aurait versé des pots-de-vin.', 'The company allegedly paid bribes.'),
    intoEnglish('Ce serait une erreur.', 'That would be a mistake.'),
    intoEnglish('Le prix varie selon les pays.', 'The price varies from country to country.'),
    intoFrench('The group may be sold.', 'Le groupe serait à vendre.'),
  ],
  run: (pair) =>
    oneSided(pair, {
      mentions,
      answers,
      lost: {
        en: 'The source does not vouch for this: say "reportedly", "allegedly" or "according to".',
        fr: 'La source ne l’affirme pas\u00a0: employez le conditionnel, «\u00a0selon\u00a0» ou «\u00a0présumé\u00a0».',
      },
      gained: {
        en: 'The source states this as fact: take the hedge out.',
        fr: 'La source le donne pour un fait\u00a0: supprimez la réserve.',
      },
    }),
};

function mentions(side: Side): Mention[] {
  if (!mayHedge[side.language as 'fr' | 'en'](side)) return [];
  const prose = side.prose.replace(MEASURE, (words) => '\ufffc'.repeat(words.length));
  return mentionsOf(strong[side.language as 'fr' | 'en'], prose);
}

function answers(side: Side, { text }: Mention): boolean {
  if (side.prose.search(weak[side.language as 'fr' | 'en']) >= 0) return true;
  return side.language === 'en' && /^(?:selon|d['’]après)$/i.test(text) && side.prose.search(ofSelon) >= 0;
}
