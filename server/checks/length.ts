// A target far too short or too long for its source: something is missing, or was added.
import { type Check, intoEnglish, intoFrench, type Pair } from './check.ts';

/** French takes about a fifth more room than English for the same news. */
const FRENCH_PER_ENGLISH = 1.18;
/** Below this many characters a label may be any length: « RGPD » is "General Data Protection Regulation (GDPR)". */
const SHORT = 40;
/** From here on lengths scatter less, and half a sentence that is missing shows. */
const LONG = 100;
const BOUNDS = { short: [0.42, 2.4], long: [0.53, 2] } as const;

export const length: Check = {
  id: 'length',
  about: {
    en: 'A target much shorter or longer than such a source usually gives.',
    fr: 'Une cible bien plus courte ou plus longue que ne le veut une telle source.',
  },
  samples: [
    intoEnglish(
      'Le gouvernement a présenté mercredi en Conseil des ministres un projet de loi visant à simplifier la construction de centres de données.',
      '⟦The government presented a bill.⟧',
    ),
    intoFrench(
      'The regulator has opened an inquiry into the firm.',
      '⟦Le régulateur a ouvert une enquête sur l’entreprise, qui conteste les faits et annonce qu’elle fera appel de toute sanction devant le tribunal, comme elle l’avait déjà fait il y a deux ans.⟧',
    ),
    intoEnglish('RGPD', 'General Data Protection Regulation (GDPR)'),
    intoFrench('AI layoffs', 'Suppressions d’emplois liées à l’IA'),
  ],
  *run(pair) {
    const { source, target } = pair;
    const [from, to] = [source.text.trim().length, target.text.trim().length];
    if (from === 0 || to === 0) return;
    const ratio = (to / from) * scale(pair);
    const [low, high] = from >= LONG ? BOUNDS.long : BOUNDS.short;
    const tooShort = from >= SHORT && ratio < low;
    const tooLong = from >= SHORT ? ratio > high : to > 3 * from + 60;
    if (!tooShort && !tooLong) return;
    const start = target.text.length - target.text.trimStart().length;
    yield { side: 'target', start, end: start + to, message: tooShort ? SHORTER : LONGER };
  },
};

const SHORTER = {
  en: 'Much shorter than the source: see whether something is missing.',
  fr: 'Bien plus court que la source\u00a0: voyez s’il manque quelque chose.',
};
const LONGER = {
  en: 'Much longer than the source: see whether something was added.',
  fr: 'Bien plus long que la source\u00a0: voyez si quelque chose a été ajouté.',
};

function scale({ source, target }: Pair): number {
  if (source.language === 'fr' && target.language === 'en') return FRENCH_PER_ENGLISH;
  return source.language === 'en' && target.language === 'fr' ? 1 / FRENCH_PER_ENGLISH : 1;
}
