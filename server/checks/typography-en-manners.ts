// Where American and British newsrooms write alike things unlike: times, days, amounts, titles (AP Stylebook; Guardian style guide).
import type { PatternRule } from './patterns.ts';

const MONTH = 'January|February|March|April|May|June|July|August|September|October|November|December';
const said = (en: string, fr: string) => ({ en, fr });
const full = (half: string) => `${half.charAt(0).toLowerCase()}.m.`;
const closed = (half: string) => `${half.charAt(0).toLowerCase()}m`;
const SCALE: Readonly<Record<string, string>> = { bn: 'billion', m: 'million', tn: 'trillion' };
const SHORT: Readonly<Record<string, string>> = { billion: 'bn', million: 'm', trillion: 'tn' };

const US: readonly PatternRule[] = [
  {
    hint: /\d\s?[ap]\.?m/i,
    pattern: /(?<![\d.:])\d{1,2}(?:\.\d\d)?\s?(?:am|pm)(?!\p{L})\.?|(?<![\d.:])\d{1,2}\.\d\d\s[ap]\.m\./gu,
    rule: 'manners',
    message: said('AP writes 2:30 p.m.', 'AP écrit 2:30\u00a0p.m.'),
    fix: ([found]) => {
      const [, hour = '', minutes, half = ''] = /^(\d+)(?:\.(\d\d))?\s?([ap]\.?m)/.exec(found) ?? [];
      return `${hour}${minutes === undefined ? '' : `:${minutes}`} ${full(half)}`;
    },
  },
  {
    hint: new RegExp(`\\d\\s(?:${MONTH})`),
    pattern: new RegExp(`(?<![\\d,.])(\\d{1,2})\\s(${MONTH})(?:\\s(\\d{4}))?(?![\\p{L}\\d])`, 'gu'),
    rule: 'manners',
    message: said('AP puts the month first: March 12.', 'AP met le mois devant\u00a0: March\u00a012.'),
    fix: ([, day, month, year]) => `${month} ${day}${year === undefined ? '' : `, ${year}`}`,
  },
  {
    hint: /[$€£]\d/,
    pattern: /(?<=[$€£]\d[\d,.]*)\s?(?:bn|tn|m)(?!\p{L})/gu,
    rule: 'manners',
    message: said('AP writes $3 billion.', 'AP écrit $3\u00a0billion.'),
    fix: ([found]) => ` ${SCALE[found.trim()]}`,
  },
  {
    hint: /M(?:r|rs|s)\s|Dr\s/,
    pattern: /(?<!\p{L})(?:Mr|Mrs|Ms|Dr)(?=\s\p{Lu})/gu,
    rule: 'manners',
    message: said(
      'American English puts a point behind the title.',
      'L’anglais américain met un point après le titre.',
    ),
    fix: ([found]) => `${found}.`,
  },
];

const GB: readonly PatternRule[] = [
  {
    hint: /\d\s?[ap]\.?m/i,
    pattern: /(?<![\d.:])\d{1,2}(?::\d\d)?\s?[ap]\.m\.|(?<![\d.:])\d{1,2}(?::\d\d(?:\s)?|\s)(?:am|pm)(?!\p{L})/gu,
    rule: 'manners',
    message: said('The Guardian writes 2.30pm.', 'The Guardian écrit 2.30pm.'),
    fix: ([found]) => {
      const [, hour = '', minutes, half = ''] = /^(\d+)(?::(\d\d))?\s?([ap]\.?m)/.exec(found) ?? [];
      return `${hour}${minutes === undefined ? '' : `.${minutes}`}${closed(half)}`;
    },
    // « p.m. » also ends a sentence, whose point it is then.
    unless: ({ input, index, 0: found }) => found.endsWith('.') && index + found.length === input.trimEnd().length,
  },
  {
    hint: new RegExp(`(?:${MONTH})\\s\\d`),
    pattern: new RegExp(`(?<!\\p{L})(${MONTH})\\s(\\d{1,2})(?:,\\s(\\d{4})),?(?![\\p{L}\\d])`, 'gu'),
    rule: 'manners',
    message: said(
      'The Guardian puts the day first: 12 March.',
      'The Guardian met le jour devant\u00a0: 12\u00a0March.',
    ),
    fix: ([, month, day, year]) => `${day} ${month} ${year}`,
  },
  {
    hint: /[$€£]\d/,
    pattern: /(?<=[$€£]\d[\d,.]*)\s(?:billion|trillion|million)(?!\p{L})/gu,
    rule: 'manners',
    message: said('The Guardian writes $3bn.', 'The Guardian écrit $3bn.'),
    fix: ([found]) => SHORT[found.trim()],
  },
  {
    hint: /M(?:r|rs|s)\.|Dr\./,
    pattern: /(?<=(?<!\p{L})(?:Mr|Mrs|Ms|Dr))\.(?=\s\p{Lu})/gu,
    rule: 'manners',
    message: said(
      'British English puts no point behind the title.',
      'L’anglais britannique ne met pas de point après le titre.',
    ),
    fix: () => '',
  },
];

/** The rules of a region; none without one, for both usages are English. */
export function mannersOf(region: string): readonly PatternRule[] {
  return region === 'US' ? US : region === 'GB' ? GB : [];
}
