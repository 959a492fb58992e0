// Letters and signs of words in French typography: ordinals, capitals, abbreviations.
import {
  CLOSED_HOUR,
  FIRST_FEMININE,
  ORDINAL_SUFFIX,
  POINTS_AFTER_ETC,
  STRAIGHT_APOSTROPHE,
  THREE_POINTS,
} from '../text/french-forms.ts';
import { NNBSP } from '../text/typography.ts';
import ligatures from './ligatures.json' with { type: 'json' };
import type { PatternRule } from './patterns.ts';
import capitals from './unaccented-capitals.json' with { type: 'json' };

const MONTHS = 'Janvier|Février|Mars|Avril|Mai|Juin|Juillet|Août|Septembre|Octobre|Novembre|Décembre';
const DAYS = 'Lundi|Mardi|Mercredi|Jeudi|Vendredi|Samedi|Dimanche';
/** Days that are feasts or names: « Vendredi saint », « Mardi gras », « Jeudi noir », and the national ones. */
const FEAST = /^(?:14\s+Juillet|11\s+Novembre|8\s+Mai|1er\s+Mai|11\s+Septembre|4\s+Septembre|10\s+Mai)(?!\s+\d{4})/;
const SMALL = { en: 'French writes this with a small letter.', fr: 'En français, ce mot prend une minuscule.' };
const ORDINAL = {
  en: 'French writes 1er, 1re, 2e: shorten the ordinal.',
  fr: 'On écrit 1er, 1re, 2e\u00a0: abrégez l’ordinal.',
};
const lower = ([found]: RegExpExecArray) => found.toLowerCase();

function grouped(digits: string, sign: string): string {
  return digits.replace(/(?<=\d)(?=(?:\d{3})+$)/g, sign);
}

/** The rules, those of a house's style last. */
export const WORDS: readonly PatternRule[] = [
  {
    hint: /[1I]\s?i?[èe]re/,
    ...FIRST_FEMININE,
    message: ORDINAL,
  },
  {
    hint: /[èeé]me/,
    ...ORDINAL_SUFFIX,
    message: ORDINAL,
  },
  {
    hint: 'etc',
    ...POINTS_AFTER_ETC,
    message: { en: '"etc." has one point.', fr: '«\u00a0etc.\u00a0» ne prend qu’un point.' },
  },
  {
    hint: 'etc',
    pattern: /(?<![\p{L}/.])etc(?![\p{L}.…/])/gu,
    message: { en: '"etc." has a point: add it.', fr: '«\u00a0etc.\u00a0» prend un point\u00a0: ajoutez-le.' },
    fix: () => 'etc.',
  },
  {
    hint: new RegExp(`\\d\\S{0,2}\\s+(?:${MONTHS})`),
    pattern: new RegExp(`(?<=(?:^|[^\\p{L}\\p{N}])\\d{1,2}(?:er)?\\s+)(?:${MONTHS})(?!\\p{L})`, 'gu'),
    message: SMALL,
    fix: lower,
    unless: ({ input, index, 0: month }) =>
      FEAST.test(
        `${/\d{1,2}(?:er)?\s+$/.exec(input.slice(0, index))?.[0]}${month}${input.slice(index + month.length)}`,
      ),
  },
  {
    hint: new RegExp(MONTHS),
    pattern: new RegExp(
      `(?<=(?<!\\p{L})(?:[Ee]n|[Ff]in|[Dd]ébut|[Dd]epuis|[Dd]ès|[Mm]i-|[Cc]ourant|de|[Àà]|d['’]|[Ee]ntre|[Jj]usqu['’]en|mois\\s+de)\\s?|[:,;\u2013\u2014]\\s)(?:${MONTHS})(?=\\s+\\d{4})|(?<=(?<!\\p{L})(?:[Ee]n|[Ff]in|[Dd]ébut|[Mm]i-|[Cc]ourant|mois\\s+d['’]|mois\\s+de)\\s?)(?:${MONTHS.replace('Mars|', '')})(?!\\p{L}|\\s+\\p{Lu})`,
      'gu',
    ),
    message: SMALL,
    fix: lower,
  },
  {
    hint: new RegExp(DAYS),
    pattern: new RegExp(
      `(?<=\\p{Ll}[,)]?\\s)(?:${DAYS})s?(?!\\p{L}|\\s+(?:\\p{Lu}|saint|gras|noir|rouge|des\\s+Cendres))`,
      'gu',
    ),
    message: SMALL,
    fix: lower,
  },
  {
    hint: /\dH\d/,
    pattern: /(?<=(?<![\p{L}\p{N}])(?:[01]?\d|2[0-3]))H(?=[0-5]\d(?![\p{L}\p{N}]))/gu,
    message: { en: 'The "h" of an hour is a small letter.', fr: 'Le «\u00a0h\u00a0» de l’heure est une minuscule.' },
    fix: lower,
    unless: ({ input, index }, { source }) => source.text.includes(input.slice(index - 1, index + 3)),
  },
  {
    hint: 'Mr',
    pattern: /(?<!\p{L})Mr\.?(?=\s\p{Lu})(?!\s(?:Robot|Bean|Big|Freeze|Nobody|Cooper|Beast|Propre)\b)/gu,
    message: { en: 'French shortens "monsieur" to "M.".', fr: '«\u00a0Monsieur\u00a0» s’abrège en «\u00a0M.\u00a0».' },
    fix: () => 'M.',
  },
  {
    hint: /M[lm]/,
    pattern: /(?<!\p{L})(?:Mme|Mlle|Mmes)\.(?=\s\p{Lu})/gu,
    message: { en: 'No point after Mme.', fr: 'Pas de point après Mme.' },
    fix: ([found]) => found.slice(0, -1),
  },
  {
    hint: /Mr?s/,
    pattern: /(?<!\p{L})(?:Mrs|Ms)\.?(?=\s\p{Lu}\p{Ll})/gu,
    message: { en: 'French says "Mme".', fr: 'En français, on écrit «\u00a0Mme\u00a0».' },
    fix: () => 'Mme',
  },
  {
    hint: /e\s1\s/,
    pattern:
      /(?<=(?<![\p{L}\p{N}.,])[Ll]e\s)1(?=\s(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre))/gu,
    message: { en: 'The first of the month is "1er".', fr: 'Le premier du mois s’écrit «\u00a01er\u00a0».' },
    fix: () => '1er',
  },
  {
    hint: /oe/i,
    pattern: new RegExp(`(?<!\\p{L})(?:${ligatures.join('|')})(?!\\p{L})`, 'giu'),
    message: { en: 'French ties o and e here: œ.', fr: 'Ici, o et e se lient\u00a0: œ.' },
    fix: ([found]) =>
      found
        .replace(/o(?=e)/, 'œ')
        .replace(/O(?=[eE])/, 'Œ')
        .replace(/(?<=œ)e|(?<=Œ)[eE]/, ''),
    unless: ({ 0: word }, { source }) => /^\p{Lu}/u.test(word) && source.text.includes(word),
  },
  {
    hint: /\d{5}/,
    pattern: /(?<![\p{L}\p{N}.,#/_-])[1-9]\d{4,8}(?![\p{L}\p{N}_/-]|[.,]\d)/gu,
    message: {
      en: 'French parts the digits by threes: add the space.',
      fr: 'Les chiffres vont par tranches de trois\u00a0: ajoutez l’espace.',
    },
    fix: ([found]) => grouped(found, NNBSP),
    // Only an amount that the source groups is one: a postcode or a port is not.
    unless: ({ 0: digits }, { source }) => !source.prose.includes(grouped(digits, ',')),
  },
  {
    hint: /E(?!lle|st\s)[a-z]{2}|Iles?\b/,
    pattern: new RegExp(`(?<![\\p{L}\\p{N}])(?:${Object.keys(capitals).join('|')})(?!\\p{L})`, 'gu'),
    rule: 'capital-accent',
    message: { en: 'Capitals keep their accents in French.', fr: 'Les capitales gardent leurs accents.' },
    fix: ([found]) => (capitals as Readonly<Record<string, string>>)[found],
  },
  {
    hint: /A\s/,
    pattern:
      /(?<=^|[.!?…»]\s|«\s)A(?=\s(?:l['’]|(?:la|le|partir|propos|peine|moins|cause|cet|cette|ce|son|sa|ses|noter|savoir|travers|terme|Paris|Bruxelles|côté|nouveau|lire|quoi|qui|cela|chaque|défaut|force|mesure|titre)(?!\p{L})))/gu,
    rule: 'capital-accent',
    message: { en: 'Capitals keep their accents in French.', fr: 'Les capitales gardent leurs accents.' },
    fix: () => 'À',
  },
  {
    hint: /Ca\s/,
    pattern:
      /(?<=^|[.!?…»]\s|«\s)Ca(?=\s(?:ne|va|fait|marche|y|a|sera|serait|se|suffit|commence|change|dépend|reste|devient)(?!\p{L}))/gu,
    rule: 'capital-accent',
    message: { en: 'Capitals keep their cedilla in French.', fr: 'Les capitales gardent leur cédille.' },
    fix: () => 'Ça',
  },
  {
    hint: "'",
    ...STRAIGHT_APOSTROPHE,
    rule: 'apostrophe',
    message: { en: 'Use the typographic apostrophe.', fr: 'Employez l’apostrophe typographique.' },
  },
  {
    hint: '...',
    ...THREE_POINTS,
    rule: 'ellipsis',
    message: { en: 'Use the ellipsis as one character.', fr: 'Employez les points de suspension en un signe.' },
  },
  {
    hint: /\dh/,
    ...CLOSED_HOUR,
    rule: 'hour',
    message: {
      en: 'Put no-break spaces around the "h" of an hour.',
      fr: 'Séparez le «\u00a0h\u00a0» de l’heure par des insécables.',
    },
  },
];
