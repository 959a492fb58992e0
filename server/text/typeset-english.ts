// The rules of English typography as a typesetter sets them: closed marks, curly quotes, and the dashes of a house.
import type { Role } from '../model.ts';
import { type Form, THREE_POINTS } from './french-forms.ts';
import { APOSTROPHE, CLOSE_SINGLE_QUOTE, EM_DASH, EN_DASH, OPEN_SINGLE_QUOTE } from './typography.ts';

/** How an English house sets its texts. */
export interface EnglishManner {
  /** The dash of an aside, spaced. */
  dash: string;
  /** Where single marks stand outside and double ones inside. */
  display: readonly Role[];
}

/**
 * By house. AP Stylebook, "dash": a space on both sides of the em dash; "quotation marks", "headlines": double outside, single in
 * headlines. Guardian and Observer style guide, "dashes": spaced en dashes; "quotation marks": double outside, but single in headlines,
 * standfirsts, captions and display quotes.
 */
export const ENGLISH_MANNERS = {
  ap: { dash: EM_DASH, display: ['kicker', 'title'] },
  guardian: { dash: EN_DASH, display: ['kicker', 'title', 'standfirst', 'crosshead', 'pull-quote', 'caption'] },
} as const satisfies Record<string, EnglishManner>;

const SP = '[ \\u00a0\\u202f\\u2009]';
const rule = (pattern: string, written: string): Form => ({ pattern: new RegExp(pattern, 'gu'), fix: () => written });

/** Single marks: apostrophes first, then what is quoted, then what is left before a word. */
const SINGLES: readonly Form[] = [
  rule("(?<=\\p{L})'(?=\\p{L})", APOSTROPHE),
  rule("(?<![\\p{L}\\p{N}])'(?=\\d0s(?!\\p{L})|(?:em|[Tt]il|[Tt]is|[Tt]was|cause|n)(?!\\p{L}))", APOSTROPHE),
  rule(`(?<=[ \\u00a0]${APOSTROPHE}n)'(?=[ \\u00a0])`, APOSTROPHE),
  {
    pattern: /(?<=^|[\s([“"\u2014\u2013])'([\p{L}\p{N}](?:[^'\n]*?[\p{L}\p{N},.?!…])?)'(?![\p{L}\p{N}])/gu,
    fix: ([, quoted]) => OPEN_SINGLE_QUOTE + quoted + CLOSE_SINGLE_QUOTE,
  },
  rule("(?<=s)'(?=\\s\\p{L})", APOSTROPHE),
];

/** The rules of a house, in the order in which they are set. */
export function englishForms({ dash }: EnglishManner): readonly Form[] {
  return [
    ...SINGLES,
    THREE_POINTS,
    rule(`(?<=[\\p{L}\\p{N})\\]”’%])${SP}+(?=[?!:;](?:[\\s)\\]”’?!]|$))`, ''),
    rule(`(?<=[\\p{L}\\p{N})\\]”’%])${SP}+(?=,(?!\\d)|\\.(?!${SP}?\\.|[\\p{L}\\p{N}]))`, ''),
    rule(`(?<=\\d)${SP}+(?=%(?![\\p{L}\\p{N}]))`, ''),
    rule(`(?<=[$€£¥])${SP}+(?=\\d)`, ''),
    rule(`(?<=[([])${SP}+(?=[\\p{L}\\p{N}“])`, ''),
    rule(`(?<=[\\p{L}\\p{N}.”!?…%])${SP}+(?=[)\\]])`, ''),
    rule(`(?<=“)${SP}+(?=\\S)`, ''),
    rule(`(?<=[\\p{L}\\p{N}.,!?…])${SP}+(?=”)`, ''),
    rule(`(?<=[\\p{L}\\p{N},.”’)])${SP}*\u2014${SP}*(?=[\\p{L}“‘(])`, ` ${dash} `),
    // "git --help" is no aside: two hyphens are a dash with a space on either side of them, or on none.
    rule(`(?<=[\\p{L}\\p{N},.”’)])(?:${SP}+--${SP}+|--)(?=[\\p{L}“‘(])`, ` ${dash} `),
    rule(`(?<=[\\p{L}\\p{N},.”’)])${SP}+\u2013${SP}+(?=[\\p{L}“‘(])`, ` ${dash} `),
    rule("(?<=(?<!\\d)(?:1[5-9]|20)\\d0)['’](?=s(?!\\p{L}))", ''),
  ];
}
