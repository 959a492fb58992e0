// The rules of French typography as a typesetter sets them, by the manner of a house.
import {
  CLOSED_HOUR,
  ELISION_SPACE,
  FIRST_FEMININE,
  type Form,
  ORDINAL_SUFFIX,
  POINTS_AFTER_ETC,
  STRAIGHT_APOSTROPHE,
  THREE_POINTS,
} from './french-forms.ts';
import namesWithMarks from './names-with-marks.json' with { type: 'json' };
import { APOSTROPHE, NBSP, NNBSP } from './typography.ts';

/** How a French house sets its texts. */
export interface FrenchManner {
  /** Before ; ! ? */
  high: string;
  /** Between groups of three digits. */
  group: string;
  /** « 20 h 30 », not « 20h30 ». */
  openHours: boolean;
  /** Guillemets, typographic apostrophe and ellipsis; else the marks of a typewriter, as on a wire. */
  marks: boolean;
}

/**
 * By house, each with where its rules come from.
 * `imprimerie`: « Lexique des règles typographiques en usage à l’Imprimerie nationale » (2002), entries « ponctuation », « espaces »,
 * « guillemets », « nombres »: a thin no-break space before ; ! ? and in numbers, a no-break one before : and inside guillemets.
 * `web`: what French news sites print: U+00A0 throughout, since fonts long lacked the thin one, and closed hours.
 * `afp`: AFP publishes no code of spaces; its dispatches as clients receive them come from 7-bit wires (IPTC 7901): typewriter's quotes
 * and apostrophe, three points, closed hours. The spaces are those of `web`.
 * `quebec`: OQLF, Vitrine linguistique, « Espacement avant et après les signes de ponctuation et les symboles », and « Le français au
 * bureau »: none before ; ! ? where no thin space is to be had, a no-break one before : % $ and inside guillemets; « 20 h 30 ».
 */
export const FRENCH_MANNERS = {
  imprimerie: { high: NNBSP, group: NNBSP, openHours: true, marks: true },
  web: { high: NBSP, group: NBSP, openHours: false, marks: true },
  afp: { high: NBSP, group: NBSP, openHours: false, marks: false },
  quebec: { high: '', group: NBSP, openHours: true, marks: true },
} as const satisfies Record<string, FrenchManner>;

const SP = '[ \\u00a0\\u202f\\u2009]';
/** What may stand before a mark that wants a space: the end of a word, number, bracket, quotation, address or tag. */
const END = '[\\p{L}\\p{N})\\]»”"’\'%€$°…\\ufffc\\p{Extended_Pictographic}]';
const UNITS = 'km|cm|mm|kg|Go|Mo|To|Ko|ko|kWh|MWh|GWh|TWh|kW|MW|GW|GHz|MHz|kHz|Hz|mAh|Md€|M€|ms|nm|°C|°F';

const rule = (pattern: string, written: string): Form => ({ pattern: new RegExp(pattern, 'gu'), fix: () => written });

/** A space on which all houses agree. */
const SPACES: readonly Form[] = [
  rule(`(?<=${END}(?<!(?<!\\d)\\d{1,3}))${SP}*(?=:(?:\\s|$|[»”)]))`, NBSP),
  rule(`(?<=(?<!\\d)\\d{1,3})${SP}*(?=:(?:$|[»”)]|\\s(?!\\d{1,3}(?!\\d))))`, NBSP),
  rule(`(?<=«)${SP}*(?=[^\\s»])`, NBSP),
  rule(`(?<=[^\\s«])${SP}*(?=»)`, NBSP),
  rule(`(?<=[\\p{L}\\p{N})\\]»”%])${SP}+(?=,(?!\\d)|\\.(?!${SP}?\\.|[\\p{L}\\p{N}]))`, ''),
  rule(`(?<=[([])${SP}+(?=[\\p{L}\\p{N}«])`, ''),
  rule(`(?<=[\\p{L}\\p{N}.»!?…%])${SP}+(?=[)\\]])`, ''),
  rule(`(?<=\\d)${SP}*(?=[%‰€$£¥](?![\\p{L}\\p{N}]))`, NBSP),
  rule(`(?<=\\d)${SP}*(?=(?:${UNITS})(?![\\p{L}\\p{N}]))`, NBSP),
  rule(`(?<=\\d)${SP}(?=(?:millions?|milliards?|euros?|dollars?|octets?)(?!\\p{L}))`, NBSP),
  rule(`(?<=(?<!\\p{L})(?:M\\.|MM\\.|Mme|Mlle|Mmes|n[o°]))${SP}(?=[\\p{Lu}\\d])`, NBSP),
  rule(`(?<=(?<!\\p{L})[nN]°)${SP}*(?=\\d)`, NBSP),
  rule(`(?<=(?<!\\p{L})(?:pp?|art|chap|vol|fig)\\.)${SP}(?=\\d)`, NBSP),
  rule(`(?<=(?<![\\p{L}\\p{N}])[IVX]+er?)${SP}(?=siècles?(?!\\p{L}))`, NBSP),
  rule(`(?<=(?<![\\p{L}\\p{N}])\\d{1,2})${SP}(?=h(?:${SP}?[0-5]\\d)?(?![\\p{L}\\p{N}]))`, NBSP),
  rule(`(?<=(?<![\\p{L}\\p{N}])\\d{1,2}${SP}?h)${SP}(?=[0-5]\\d(?!\\d))`, NBSP),
  rule('(?<=\\p{L}[ \\u00a0]?:)(?=[«“])', ' '),
  ELISION_SPACE,
];

/** The rules of a house, in the order in which they are set. */
export function frenchForms({ high, group, openHours, marks }: FrenchManner): readonly Form[] {
  return [
    FIRST_FEMININE,
    ORDINAL_SUFFIX,
    POINTS_AFTER_ETC,
    ...(marks ? [STRAIGHT_APOSTROPHE, QUOTED_ELISION, THREE_POINTS] : TYPEWRITER),
    ...(openHours ? [CLOSED_HOUR, HALF_OPEN_HOUR] : []),
    ...SPACES,
    rule(`(?<=(?<![\\d.,]|\\d${SP})\\d{1,3}|(?<![\\d.,])\\d{1,3}${SP}\\d{3})${SP}(?=\\d{3}(?!\\d))`, group),
    ...beforeHigh(high),
  ];
}

/** « 20 h30 ». */
const HALF_OPEN_HOUR = rule(`(?<=(?<![\\p{L}\\p{N}])\\d{1,2}${SP}h)(?=[0-5]\\d(?!\\d))`, NBSP);

/** « l'« IA » »: an elision before a quotation. */
const QUOTED_ELISION = rule(
  `(?<=(?<![\\p{L}\\p{N}])(?:[LDJMTSNCldjmtsnc]|[Qq]u|[Jj]usqu|[Ll]orsqu|[Pp]uisqu))'(?=[«“"])`,
  APOSTROPHE,
);

/** No space stands inside guillemets that are to become straight marks. */
export const CLOSED_GUILLEMETS: readonly Form[] = [rule(`(?<=«)${SP}+`, ''), rule(`${SP}+(?=»)`, '')];

/** The marks as a wire sends them. */
const TYPEWRITER: readonly Form[] = [rule('(?<=\\p{L})’(?=[\\p{L}\\d])', "'"), rule('(?<!\\.)…(?!\\.)', '...')];

function beforeHigh(space: string): Form[] {
  const fix = ({ input, index, 0: found }: RegExpExecArray) => (isName(input, index, found) ? found : space);
  const behind = '(?=[;!?]+(?:[\\s)\\]»”"’…]|$))';
  return [
    { pattern: new RegExp(`(?<=${END})${SP}*${behind}`, 'gu'), fix },
    { pattern: new RegExp(`(?<=[^\\s;!?])${SP}+${behind}`, 'gu'), fix },
  ];
}

/** True where the word and its mark are a name: « Yahoo! ». */
function isName(text: string, at: number, space: string): boolean {
  if (space !== '') return false;
  const word = /[\p{L}\p{N}]+$/u.exec(text.slice(Math.max(0, at - 20), at))?.[0] ?? '';
  return word !== '' && NAMES.has(word + text.charAt(at));
}

const NAMES: ReadonlySet<string> = new Set(namesWithMarks.filter((name) => !['Oui!', 'Air!', 'Ideal!'].includes(name)));
