// Letters and signs of words in French typography: ordinals, capitals, abbreviations.
import {
  CLOSED_HOUR,
  FIRST_FEMININE,
  ORDINAL_SUFFIX,
  POINTS_AFTER_ETC,
  STRAIGHT_APOSTROPHE,
  THREE_POINTS,
} from '../text/french-forms.ts';
import nations from './nations.json' with { type: 'json' };
import type { PatternRule } from './patterns.ts';
import capitals from './unaccented-capitals.json' with { type: 'json' };

const MONTHS = 'Janvier|Février|Mars|Avril|Mai|Juin|Juillet|Août|Septembre|Octobre|Novembre|Décembre';
const DAYS = 'Lundi|Mardi|Mercredi|Jeudi|Vendredi|Samedi|Dimanche';
/** Days that are feasts or names: « Vendredi saint », « Mardi gras », « Jeudi noir », and the national ones. */
const FEAST = /^(?:14\s+Juillet|11\s+Novembre|8\s+Mai|1er\s+Mai|11\s+Septembre|4\s+Septembre|10\s+Mai)(?!\s+\d{4})/;
const NATION = nations.fr.map(([, adjective]) => capitalised(adjective as string)).join('|');
/** Plurals, which name people where a verb of people follows: « les français préfèrent », not « les français Thales et Atos ». */
const PEOPLES = nations.fr
  .flatMap(([, adjective = '']) => (/[sx]$/.test(adjective) ? [adjective] : [`${adjective}s`]))
  .filter((word, i, all) => all.indexOf(word) === i)
  .join('|');
const PEOPLE_DO =
  "(?:ne|n['’]|se|s['’]|l['’]|les|la|le|y|en)?\\s?(?:sont|ont|étaient|avaient|auront|seront|veulent|peuvent|doivent|préfèrent|aiment|détestent|craignent|pensent|estiment|croient|jugent|utilisent|achètent|paient|passent|vivent|travaillent|votent|boudent|plébiscitent|adorent|adoptent|apprécient|réclament|attendent|redoutent|connaissent|lisent|regardent|déclarent|possèdent|consomment|dépensent)(?!\\p{L})";
const LANGUAGES =
  'Français|Anglais|Allemand|Espagnol|Italien|Portugais|Russe|Chinois|Japonais|Arabe|Néerlandais|Polonais|Coréen|Hindi|Mandarin';
/** Words that stand before the name of a people, not of a thing: « les jeunes Français », « deux Américains ». */
const BEFORE_PEOPLE = new RegExp(`^(?:${nations.beforePeople.join('|')})$`, 'iu');

const SMALL = { en: 'French writes this with a small letter.', fr: 'En français, ce mot prend une minuscule.' };
const ORDINAL = {
  en: 'French writes 1er, 1re, 2e: shorten the ordinal.',
  fr: 'On écrit 1er, 1re, 2e\u00a0: abrégez l’ordinal.',
};
const lower = ([found]: RegExpExecArray) => found.toLowerCase();

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
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
    hint: /etc/,
    ...POINTS_AFTER_ETC,
    message: { en: '"etc." has one point.', fr: '«\u00a0etc.\u00a0» ne prend qu’un point.' },
  },
  {
    hint: /etc/,
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
    hint: new RegExp(`\\s(?:${NATION})`),
    pattern: new RegExp(
      `(?<=(?:^|[^\\p{L}-])(?:\\p{L}+-)*\\p{Ll}{2,}\\s)(?:${NATION})(?!\\p{L}|-|\\s+(?:et|ou)\\s+\\p{Lu})`,
      'gu',
    ),
    message: {
      en: 'An adjective of nationality has a small letter in French.',
      fr: 'L’adjectif de nationalité prend une minuscule.',
    },
    fix: lower,
    unless: ({ input, index }) => BEFORE_PEOPLE.test(/[\p{L}-]+(?=\s$)/u.exec(input.slice(0, index))?.[0] ?? ''),
  },
  {
    hint: /es\s[\p{Ll}-]+s\s/u,
    pattern: new RegExp(
      `(?<=(?:^|[.!?…«\u00a0]\\s|^.{0,200}(?<!\\p{L})(?:que|qu['’]|si|et|mais|car|où|quand)\\s)[Ll]es\\s)(?:${PEOPLES})(?=\\s(?:${PEOPLE_DO}))`,
      'gu',
    ),
    message: {
      en: 'The name of a people has a capital in French.',
      fr: 'Le nom d’un peuple prend une majuscule.',
    },
    fix: ([found]) => found.charAt(0).toUpperCase() + found.slice(1),
  },
  {
    hint: /[Ee]n\s[A-Z]/,
    pattern: new RegExp(`(?<=(?<!\\p{L})[Ee]n\\s)(?:${LANGUAGES})(?!\\p{L})`, 'gu'),
    message: {
      en: 'The name of a language has a small letter in French.',
      fr: 'Le nom d’une langue prend une minuscule.',
    },
    fix: lower,
  },
  {
    hint: /Mr/,
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
    hint: /E[a-z]|Ile/,
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
    hint: /'/,
    ...STRAIGHT_APOSTROPHE,
    rule: 'apostrophe',
    message: { en: 'Use the typographic apostrophe.', fr: 'Employez l’apostrophe typographique.' },
  },
  {
    hint: /\.\.\./,
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
