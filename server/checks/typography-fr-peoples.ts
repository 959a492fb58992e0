// Peoples and languages in French: « les Français », but « le marché français » and « le français » that one speaks.
import nations from './nations.json' with { type: 'json' };
import type { PatternRule } from './patterns.ts';
import type { Side } from './side.ts';

const NATION = nations.fr.map(([, adjective]) => capitalised(adjective as string)).join('|');
/** Plurals, which name people where a verb of people follows: « les français préfèrent », not « les français Thales et Atos ». */
const PEOPLES = nations.fr
  .map(([, adjective = '']) => (/[sx]$/.test(adjective) ? adjective : `${adjective}s`))
  .join('|');
/** The same with the singulars: « un français sur deux ». */
const ONES_OF_A_PEOPLE = `${PEOPLES}|${nations.fr.map(([, adjective]) => adjective).join('|')}`;
/** Institutions named with a capital and their people's adjective: « Union européenne ». */
const INSTITUTIONS =
  'Union|Commission|Parlement|Conseil|Cour|Banque\\s[Cc]entrale|Agence\\s[Ss]patiale|République|Académie|Assemblée|Congrès|Communauté|Armée|Trésor|Gouvernement|Sénat|Chambre|Justice|Police|Marine';
/** What counts people: « la majorité des français », « un américain sur trois ». */
const COUNTED =
  '(?:majorité|moitié|tiers|quarts?|plupart|millions?|milliers?|centaines?|dizaines?|milliards?|part|nombre|%|pour\\scent)\\sdes\\s(?:jeunes\\s)?';
const PEOPLE_DO =
  "(?:ne|n['’]|se|s['’]|l['’]|les|la|le|y|en)?\\s?(?:sont|ont|étaient|avaient|auront|seront|veulent|peuvent|doivent|préfèrent|aiment|détestent|craignent|pensent|estiment|croient|jugent|utilisent|achètent|paient|passent|vivent|travaillent|votent|boudent|plébiscitent|adorent|adoptent|apprécient|réclament|attendent|redoutent|connaissent|lisent|regardent|déclarent|possèdent|consomment|dépensent)(?!\\p{L})|(?:ne|n['’]|se|s['’])\\s?(?:[lsmt]['’]|(?:se|le|la|les|lui|y|en|nous|vous)\\s)?\\p{L}*(?:ent|ont)(?!\\p{L})";
const LANGUAGES =
  'Français|Anglais|Allemand|Espagnol|Italien|Portugais|Russe|Chinois|Japonais|Arabe|Néerlandais|Polonais|Coréen|Hindi|Mandarin';
/** Words that stand before the name of a people, not of a thing: « les jeunes Français », « deux Américains ». */
const BEFORE_PEOPLE = new RegExp(`^(?:${nations.beforePeople.join('|')})$`, 'iu');

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

const lower = ([found]: RegExpExecArray) => found.toLowerCase();

const SMALL_ADJECTIVE = {
  en: 'An adjective of nationality has a small letter in French.',
  fr: 'L’adjectif de nationalité prend une minuscule.',
};
const PEOPLE = {
  en: 'The name of a people has a capital in French.',
  fr: 'Le nom d’un peuple prend une majuscule.',
};

const nationWords = new Set(ONES_OF_A_PEOPLE.split('|'));
/** Four rules ask about one side after another: the latest answer is enough. */
let latest: { target: Side; answer: boolean } | null = null;

function namesNation(target: Side): boolean {
  if (latest?.target !== target) latest = { target, answer: target.words.some(({ low }) => isNation(low)) };
  return latest.answer;
}

/** « américaine », « sud-américaine ». */
function isNation(low: string): boolean {
  return nationWords.has(low) || (low.includes('-') && nationWords.has(low.slice(low.lastIndexOf('-') + 1)));
}

/** The rules about names of peoples, of languages and their adjectives. */
export const PEOPLES_AND_LANGUAGES: readonly PatternRule[] = [
  {
    hint: namesNation,
    pattern: new RegExp(
      `(?<=(?:^|[^\\p{L}-])(?:(?:\\p{L}+-)*\\p{Ll}{2,}|${INSTITUTIONS})\\s)(?:(?:Sud|Nord|Latino|Franco|Anglo|Germano)-)?(?:${NATION})(?!\\p{L}|-|\\s+(?:et|ou)\\s+\\p{Lu})`,
      'gu',
    ),
    message: SMALL_ADJECTIVE,
    fix: lower,
    unless: ({ input, index, 0: adjective }, { source }) => {
      const before = /[\p{L}-]+(?=\s$)/u.exec(input.slice(0, index))?.[0] ?? '';
      return BEFORE_PEOPLE.test(before) || source.text.includes(`${before} ${adjective}`);
    },
  },
  {
    hint: namesNation,
    pattern: new RegExp(
      `(?<=(?:^|[.!?…«\u00a0]\\s|^.{0,200}(?<!\\p{L})(?:que|qu['’]|si|et|mais|car|où|quand)\\s)[Ll]es\\s(?:jeunes\\s)?)(?:${PEOPLES})(?=\\s(?:${PEOPLE_DO}))`,
      'gu',
    ),
    message: PEOPLE,
    fix: ([found]) => capitalised(found),
  },
  {
    hint: namesNation,
    pattern: new RegExp(
      `(?<=(?<!\\p{L})(?:[Uu]ne?|[Dd]eux|[Tt]rois|[Qq]uatre|[Cc]inq|[Ss]ix|[Ss]ept|[Hh]uit|[Nn]euf|\\d)\\s(?:jeunes?\\s)?)(?:${ONES_OF_A_PEOPLE})(?=\\ssur\\s(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|cent|\\d))`,
      'gu',
    ),
    message: PEOPLE,
    fix: ([found]) => capitalised(found),
  },
  {
    hint: namesNation,
    pattern: new RegExp(
      `(?<=(?<!\\p{L})${COUNTED})(?:${PEOPLES})(?=[,.;:]|\\s(?:${PEOPLE_DO}|interrogés|sondés|de\\s\\d|âgés|qui|\\p{Ll}+(?<!m)ent(?!\\p{L})))`,
      'gu',
    ),
    message: PEOPLE,
    fix: ([found]) => capitalised(found),
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
];
