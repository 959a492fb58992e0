// The spaces and marks of French typography.
import { ELISION_SPACE } from '../text/french-forms.ts';
import namesWithMarks from '../text/names-with-marks.json' with { type: 'json' };
import { APOSTROPHE, APOSTROPHES, NBSP, NNBSP } from '../text/typography.ts';
import type { Fault, Pair, Said } from './check.ts';
import type { PatternRule } from './patterns.ts';
import { quotationsOf } from './quotations.ts';

/** Signs that were typed for an apostrophe: accents, primes, opening quotes. */
const NO_APOSTROPHES = APOSTROPHES.replace(/['\u2019]/g, '');

/** What may stand before a mark that wants a space: the end of a word, number, bracket, quotation or tag. */
const END = '[\\p{L}\\p{N})\\]»”"’\'%€$°\\ufffc]';

const wants = (mark: string, space: string): Said => ({
  en: `French puts a ${space === NBSP ? 'no-break' : 'narrow no-break'} space before "${mark}": add it.`,
  fr: `Une espace ${space === NBSP ? 'insécable' : 'fine insécable'} précède «\u00a0${mark}\u00a0»\u00a0: ajoutez-la.`,
});
const NO_SPACE: Said = { en: 'No space here in French: take it out.', fr: 'Pas d’espace ici\u00a0: supprimez-la.' };
const INSIDE: Said = {
  en: 'A no-break space stands inside guillemets: add it.',
  fr: 'Une espace insécable sépare le guillemet du texte\u00a0: ajoutez-la.',
};
const BEFORE_UNIT: Said = {
  en: 'A no-break space stands between a number and its unit: add it.',
  fr: 'Une espace insécable sépare le nombre de son unité\u00a0: ajoutez-la.',
};

/** True where the word and its mark are a name ("Yahoo!"), known or written so in the middle of the source. */
function isName(found: RegExpExecArray, { source }: Pair): boolean {
  if (found[0] === ';') return false;
  const word = /[\p{L}\p{N}]+$/u.exec(found.input.slice(0, found.index))?.[0] ?? '';
  const name = word + found[0];
  return (
    namesWithMarks.includes(name) ||
    new RegExp(`(?<![\\p{L}])${word}[${found[0]}]['’]?s?\\s+\\p{Ll}`, 'u').test(source.text)
  );
}

/** True for the end of a statement of code, « run(); », that the source has too. */
function isStatement({ input, index, 0: mark }: RegExpExecArray, { source }: Pair): boolean {
  const call = /\S*\)$/.exec(input.slice(0, index))?.[0];
  return mark === ';' && call !== undefined && source.text.includes(`${call};`);
}

/** Spaces on which all of French agrees. */
export const SPACES: readonly PatternRule[] = [
  {
    hint: ':',
    pattern: new RegExp(`(?<=${END}):(?=\\s|$)`, 'gu'),
    message: wants(':', NBSP),
    fix: () => `${NBSP}:`,
  },
  { hint: '«', pattern: /«(?=[^\s«\u2060])/gu, message: INSIDE, fix: () => `«${NBSP}` },
  { hint: '»', pattern: /(?<=[^\s»\u2060,])»/gu, message: INSIDE, fix: () => `${NBSP}»` },
  {
    hint: /\s[,.…]/,
    pattern: /(?<=[\p{L}\p{N})\]»”%])\s+(?=,(?!\d)|\.(?![.\p{L}\p{N}])|…(?:$|\s+\p{Lu}))/gu,
    message: NO_SPACE,
    fix: () => '',
  },
  { hint: /[([]\s/, pattern: /(?<=[([])[ \u00a0\u202f]+(?=[\p{L}\p{N}«])/gu, message: NO_SPACE, fix: () => '' },
  { hint: /\s[)\]]/, pattern: /(?<=[\p{L}\p{N}.»!?…%])[ \u00a0\u202f]+(?=[)\]])/gu, message: NO_SPACE, fix: () => '' },
  {
    hint: /['’][ \u00a0]/,
    ...ELISION_SPACE,
    message: {
      en: 'No space after an elision: take it out.',
      fr: 'Pas d’espace après une élision\u00a0: supprimez-la.',
    },
  },
  {
    hint: new RegExp(`[${NO_APOSTROPHES}]`),
    pattern: new RegExp(
      `(?<=(?<!\\p{L})(?:[ldjmtsnc]|qu|jusqu|lorsqu|puisqu|aujourd))[${NO_APOSTROPHES}](?=\\p{L})`,
      'giu',
    ),
    message: {
      en: 'Not an apostrophe: type the right sign.',
      fr: 'Ce signe n’est pas une apostrophe\u00a0: remplacez-le.',
    },
    fix: () => APOSTROPHE,
  },
  {
    hint: /,\s?»/,
    pattern: /,[ \u00a0\u202f]?»(?!\p{L})/gu,
    message: {
      en: 'French puts the comma behind the guillemet: move it.',
      fr: 'La virgule se place après le guillemet\u00a0: déplacez-la.',
    },
    fix: () => `${NBSP}»,`,
  },
  {
    hint: ':',
    pattern: /(?<=(?<![\p{L}\p{N}./@#_-])\p{Ll}{3,}):(?=\p{Ll}{2,}[\s,.]|\p{Lu}\p{Ll}+\s)/gu,
    message: {
      en: 'Spaces stand around a colon: add them.',
      fr: 'Le deux-points veut ses espaces\u00a0: ajoutez-les.',
    },
    fix: () => `${NBSP}: `,
    unless: (_, { source }) => /\p{L}:\p{L}/u.test(source.prose),
  },
  {
    hint: /,\S/,
    pattern: /(?<=\p{L}{2}),(?=\p{L}{2})/gu,
    message: { en: 'A space follows a comma: add it.', fr: 'Une espace suit la virgule\u00a0: ajoutez-la.' },
    fix: () => ', ',
    unless: (_, { source }) => /\p{L}{2},\p{L}{2}/u.test(source.prose),
  },
  {
    hint: /\.[A-Z]/,
    pattern: /(?<=\p{Ll}{2})\.(?=(?:Le|La|Les|Un|Une|Il|Elle|Ils|Elles|En|Ce|Cette|Et|Mais|Pour|Selon|On|Nous)\s)/gu,
    message: { en: 'A space follows a full stop: add it.', fr: 'Une espace suit le point\u00a0: ajoutez-la.' },
    fix: () => '. ',
  },
  {
    hint: /;\S/,
    pattern: /(?<=\p{L}{2}[ \u00a0\u202f]);(?=\p{L}{2})/gu,
    message: { en: 'A space follows a semicolon: add it.', fr: 'Une espace suit le point-virgule\u00a0: ajoutez-la.' },
    fix: () => '; ',
    unless: (_, { source }) => /\p{L}{2};\p{L}{2}/u.test(source.prose),
  },
  {
    hint: /\d[%€$£°]/,
    pattern: /(?<=\d)(?:[%€$£]|°[CF])(?![\p{L}\p{N}])/gu,
    message: BEFORE_UNIT,
    fix: ([sign]) => NBSP + sign,
    // « 2€/10 », « a$b »: neither is an amount.
    unless: ({ input, index, 0: sign }) => sign === '$' && /^[\p{L}\d({]/u.test(input.slice(index + 1)),
  },
  {
    hint: /\d[kcmnGMTKHPdW]/,
    pattern:
      /(?<=(?<![\p{L}\p{N}.-])\d[\d\s.,]*)(?:km|cm|mm|nm|kg|mg|Go|Mo|To|Ko|ko|Po|Gio|Mio|Tio|Gbit|Mbit|Tbit|kbit|Gb|Mb|Wh|kWh|MWh|GWh|TWh|kW|MW|GW|TW|GHz|MHz|kHz|Hz|mAh|dB|Md€|M€|k€|Mds?\s€|milli(?:ons?|ards?)|euros?|dollars?)(?![\p{L}\p{N}])/gu,
    message: BEFORE_UNIT,
    fix: ([unit]) => NBSP + unit,
  },
];

const BEFORE_HIGH = new RegExp(`(?<=${END})[;!?](?=[\\s)\\]»”"’!?…]|$)`, 'gu');

const FRANCE: readonly PatternRule[] = [
  {
    hint: /[;!?]/,
    pattern: BEFORE_HIGH,
    message: ([mark]) => wants(mark, NNBSP),
    fix: ([mark]) => NNBSP + mark,
    unless: (found, pair) => isName(found, pair) || isStatement(found, pair),
  },
  {
    hint: / [;!?]/,
    pattern: / (?=[;!?](?:[\s)\]»”"’!?…]|$))/gu,
    rule: 'plain-space',
    message: {
      en: 'This space may break: make it narrow and no-break.',
      fr: 'Cette espace est sécable\u00a0: mettez une fine insécable.',
    },
    fix: () => NNBSP,
  },
];

const QUEBEC: readonly PatternRule[] = [
  {
    hint: /[ \u00a0][;!?]/,
    pattern: /(?<=\S)[ \u00a0]+(?=[;!?](?:[\s)\]»”"’!?…]|$))/gu,
    message: {
      en: 'Québec puts no space (or a thin one) before this mark: take it out.',
      fr: 'Pas d’espace (ou une fine) devant ce signe au Québec\u00a0: supprimez-la.',
    },
    fix: () => '',
  },
];

/** The spaces on which regions differ: Switzerland leaves both usages free. */
export function spacesOf(region: string): readonly PatternRule[] {
  return region === 'CA' ? QUEBEC : region === 'CH' ? [] : FRANCE;
}

/** Plain spaces where a careful typesetter puts no-break ones. */
export const STRICT_SPACES: readonly PatternRule[] = [
  {
    hint: / [:»%€]|« /,
    pattern: /(?<=\S) (?=:(?:\s|$)|»)|(?<=«) (?=\S)|(?<=\d) (?=[%€])/gu,
    rule: 'plain-space',
    message: {
      en: 'This space may break: make it no-break.',
      fr: 'Cette espace est sécable\u00a0: mettez une insécable.',
    },
    fix: () => NBSP,
  },
];

/** What makes {@link foreignQuotes} worth asking. */
export const ENGLISH_MARKS = /["“‘]/;

/** Quotations at the first level between English or straight marks; what a command or a program quotes is code. */
export function* foreignQuotes({ source, target: { prose } }: Pair): Generator<Fault> {
  for (const { start, end, open, text, depth } of quotationsOf(prose).spans) {
    if (depth > 0 || open === '«' || open === "'" || text === '') continue;
    const argument = /(?:-[\w-]+\s|[\w)\]][=([])$/.exec(prose.slice(0, start))?.[0];
    if (argument && source.text.includes(argument + prose.slice(start, end))) continue;
    yield {
      side: 'target',
      start,
      end,
      message: {
        en: 'French quotes with «\u00a0»: change the marks.',
        fr: 'Le français cite entre «\u00a0»\u00a0: changez les guillemets.',
      },
      fix: `«${NBSP}${text}${NBSP}»`,
    };
  }
}
