// English typography: closed punctuation, curly quotes, capitals of days, months and nations; French habits taken out.
import { type Check, intoEnglish, type Pair } from './check.ts';
import nations from './nations.json' with { type: 'json' };
import { anyOf, type PatternRule, patternFaults } from './patterns.ts';
import { mannersOf } from './typography-en-manners.ts';

const DAYS = 'monday|tuesday|wednesday|thursday|friday|saturday|sunday';
const MONTHS = 'january|february|april|june|july|august|september|october|november|december';
const PHRASES = anyOf(nations.notCapital);

const NO_SPACE = {
  en: 'No space here in English: take it out.',
  fr: 'Pas d’espace ici en anglais\u00a0: supprimez-la.',
};
const CAPITAL = { en: 'English writes this with a capital.', fr: 'En anglais, ce mot prend une majuscule.' };
const MARKS = {
  en: 'English quotes with “ ”: change the marks.',
  fr: 'L’anglais cite entre “ ”\u00a0: changez les guillemets.',
};
const capital = ([found]: RegExpExecArray) => found.charAt(0).toUpperCase() + found.slice(1);
const nothing = () => '';

/** True where the source has the same words around the mark: a command, a ratio. */
function isCopied({ index, 0: spaces, input }: RegExpExecArray, { source }: Pair): boolean {
  const before = /\S+$/.exec(input.slice(0, index))?.[0] ?? '';
  const after = /^(\S)\s+([^\s.,]+)/.exec(input.slice(index + spaces.length));
  if (!after || /^\p{Lu}/u.test(before)) return false;
  const [, mark = '', word = ''] = after;
  return new RegExp(`${escaped(before)}\\s+${escaped(mark)}\\s+${escaped(word)}(?![\\p{L}\\p{N}])`, 'u').test(
    source.text,
  );
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

const RULES: readonly PatternRule[] = [
  {
    hint: /[ \u00a0\u202f][?!:;]/,
    pattern: /(?<=[\p{L}\p{N})\]”’"'%\ufffc])[ \u00a0\u202f]+(?=[?!:;](?:[\s)\]”’"'?!]|$))/gu,
    message: NO_SPACE,
    fix: nothing,
    unless: isCopied,
  },
  {
    hint: /[ \u00a0\u202f][,.]/,
    pattern: /(?<=[\p{L}\p{N})\]”’"'%\ufffc])[ \u00a0\u202f]+(?=,(?!\d)|\.(?![.\p{L}\p{N}]))/gu,
    message: NO_SPACE,
    fix: nothing,
    unless: isCopied,
  },
  { hint: /\s%/, pattern: /(?<=\d)[ \u00a0\u202f]+(?=%(?![\p{L}\p{N}]))/gu, message: NO_SPACE, fix: nothing },
  { hint: /[$€£¥]\s/, pattern: /(?<=[$€£¥])[ \u00a0\u202f]+(?=\d)/gu, message: NO_SPACE, fix: nothing },
  { hint: /[([]\s/, pattern: /(?<=[([])[ \u00a0\u202f]+(?=[\p{L}\p{N}“])/gu, message: NO_SPACE, fix: nothing },
  { hint: /\s[)\]]/, pattern: /(?<=[\p{L}\p{N}.”!?…%])[ \u00a0\u202f]+(?=[)\]])/gu, message: NO_SPACE, fix: nothing },
  { hint: '«', pattern: /«[ \u00a0\u202f]?/gu, message: MARKS, fix: () => '“' },
  { hint: '»', pattern: /[ \u00a0\u202f]?»/gu, message: MARKS, fix: () => '”' },
  {
    hint: /,\S/,
    pattern: /(?<=\p{L}{2}),(?=\p{L}{2})/gu,
    message: { en: 'A space follows a comma: add it.', fr: 'Une espace suit la virgule\u00a0: ajoutez-la.' },
    fix: () => ', ',
    unless: (_, { source }) => /\p{L}{2},\p{L}{2}/u.test(source.prose),
  },
  {
    hint: 'day',
    pattern: new RegExp(`(?<![\\p{L}\\p{N}@#._/-])(?:${DAYS})s?(?![\\p{L}\\p{N}@/]|[.-]\\p{L})`, 'gu'),
    message: CAPITAL,
    fix: capital,
  },
  {
    hint: new RegExp(`${MONTHS}|march|may`),
    pattern: new RegExp(
      `(?<![\\p{L}\\p{N}@#._/-])(?:${MONTHS})(?![\\p{L}\\p{N}@/]|[.-]\\p{L})|(?<![\\p{L}\\p{N}])(?:march|may)(?=\\s\\d)|(?<=(?<!\\p{L})(?:since|until|by|of|last|next|early|late|mid|this)[\\s-])(?:march|may)(?=[,.]|\\s\\d|$)`,
      'gu',
    ),
    message: CAPITAL,
    fix: capital,
    unless: ({ input, index, 0: month }) =>
      month === 'august' &&
      /^\s+\p{Ll}/u.test(input.slice(index + 6)) &&
      /(?<!\p{L})(?:an?|the|most|this|that|these|those|such|its|his|her|our|their) $/iu.test(input.slice(0, index)),
  },
  {
    hint: new RegExp(nations.en.join('|')),
    pattern: new RegExp(`(?<![\\p{L}\\p{N}@#._/-])(?:${nations.en.join('|')})(?![\\p{L}\\p{N}@/_]|\\.\\p{L})`, 'gu'),
    message: CAPITAL,
    fix: capital,
    unless: ({ input, index }) => startsWith(PHRASES, input.slice(index)),
  },
  {
    hint: /M\.|MM|Mme|Mlle/,
    pattern:
      /(?<!\p{L}|\p{Lu}\p{Ll}+\s)(?:MM?\.|Mme|Mmes|Mlle)(?=\s\p{Lu}\p{Ll})(?!\s(?:Night|Butterfly|de Sta[eë]l))/gu,
    message: {
      en: 'A French title: write Mr, Ms or Mrs, or the whole name.',
      fr: 'Titre français\u00a0: écrivez Mr, Ms ou Mrs, ou le nom complet.',
    },
    unless: ({ input, index, 0: title }, { source }) => {
      const name = /^\s(\p{Lu}[\p{L}-]*)/u.exec(input.slice(index + title.length))?.[1] ?? '';
      return source.language !== 'fr' && source.text.includes(`${title} ${name}`);
    },
  },
  {
    hint: 'etc',
    pattern: /(?<![\p{L}/.])etc(?:\s?\.{2,}|\s?\.?…)/gu,
    message: { en: '"etc." has one point.', fr: '«\u00a0etc.\u00a0» ne prend qu’un point.' },
    fix: () => 'etc.',
  },
  {
    hint: '°',
    pattern: /(?<!\p{L})[Nn]°\s?(?=\d)/gu,
    message: { en: 'English writes "No.".', fr: 'L’anglais écrit «\u00a0No.\u00a0».' },
    fix: () => 'No. ',
  },
  {
    hint: /0['’]s/,
    pattern: /(?<=(?<!\d)(?:1[5-9]|20)\d0)['’](?=s(?!\p{L}))/gu,
    rule: 'decade',
    message: {
      en: 'No apostrophe in a decade: take it out.',
      fr: 'Pas d’apostrophe dans une décennie\u00a0: supprimez-la.',
    },
    fix: nothing,
  },
];

function startsWith(pattern: RegExp, text: string): boolean {
  return text.search(pattern) === 0;
}

export const typographyEn: Check = {
  id: 'typography-en',
  about: {
    en: 'Spaces before punctuation, guillemets, French titles, and small letters where English wants capitals.',
    fr: 'Espaces devant la ponctuation, guillemets, titres à la française, minuscules là où l’anglais met une majuscule.',
  },
  samples: [
    intoEnglish('Pourquoi maintenant\u202f?', 'Why now⟦ ⟧?', { fixed: 'Why now?' }),
    intoEnglish('Deux options\u00a0: payer ou partir.', 'Two options⟦\u00a0⟧: pay or leave.', {
      fixed: 'Two options: pay or leave.',
    }),
    intoEnglish('Oui, mais.', 'Yes⟦ ⟧, but.', { fixed: 'Yes, but.' }),
    intoEnglish('Les ventes progressent de 12\u00a0%.', 'Sales rise 12⟦ ⟧%.', { fixed: 'Sales rise 12%.' }),
    intoEnglish('Elle coûte 5\u00a0€.', 'It costs €⟦ ⟧5.', { fixed: 'It costs €5.' }),
    intoEnglish('«\u00a0Oui\u00a0», dit-il.', '⟦« ⟧Yes⟦ »⟧, he says.', { fixed: '“Yes”, he says.' }),
    intoEnglish('Il ferme lundi, en France.', 'It closes on ⟦monday⟧ in ⟦france⟧.', {
      fixed: 'It closes on Monday in France.',
    }),
    intoEnglish('La start-up française ouvre en juin.', 'The ⟦french⟧ startup opens in ⟦june⟧.', {
      fixed: 'The French startup opens in June.',
    }),
    intoEnglish('M.\u00a0Breton a démissionné.', '⟦M.⟧ Breton resigned.'),
    intoEnglish('Dans les années 1990.', 'In the 1990⟦’⟧s.', { profile: 'strict', fixed: 'In the 1990s.' }),
    intoEnglish('Le 12\u00a0mars, à 14\u00a0h\u00a030.', 'On ⟦12 March⟧, at ⟦2.30pm.⟧', {
      to: 'en-US',
      profile: 'strict',
      fixed: 'On March 12, at 2:30 p.m.',
    }),
    intoEnglish('M.\u00a0Breton veut 3\u00a0milliards d’euros.', 'Mr⟦.⟧ Breton wants €3⟦ billion⟧.', {
      to: 'en-GB',
      profile: 'strict',
      fixed: 'Mr Breton wants €3bn.',
    }),
    intoEnglish('Les années 90 sont de retour.', 'The ’90s are back.'),
    intoEnglish('Tapez make ; make install.', 'Type make ; make install.'),
    intoEnglish('M.\u00a0Night Shyamalan tourne.', 'M. Night Shyamalan is shooting.'),
    intoEnglish('Ils peuvent défiler en mai.', 'They may march in May.'),
    intoEnglish('Un ratio de 3 pour 1, merci :)', 'A 3:1 ratio, thanks :)'),
    intoEnglish('Des frites.', 'Some french fries.'),
  ],
  *run(pair) {
    if (pair.target.language !== 'en') return;
    yield* patternFaults(pair, RULES);
    yield* patternFaults(pair, mannersOf(pair.target.region));
  },
};
