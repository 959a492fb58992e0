// British and American spelling: only differences that hold for every sense of a word. -ise and -ize are both British.
import type { Fault, Said } from './check.ts';
import lists from './english-variants.json' with { type: 'json' };
import { quotationsOf } from './quotations.ts';
import type { Side, Word } from './side.ts';

type Variant = 'US' | 'GB';

const IN_OUR = [
  '',
  's',
  'ed',
  'ing',
  'ful',
  'fully',
  'less',
  'able',
  'ably',
  'ite',
  'ites',
  'er',
  'ers',
  'hood',
  'hoods',
  'ly',
  'al',
];
const IN_ISE = ['e', 'es', 'ed', 'ing', 'er', 'ers', 'ation', 'ations'];
const IN_YSE = ['e', 'ed', 'ing', 'er', 'ers'];
const DOUBLED = ['ed', 'ing', 'ings', 'er', 'ers', 'or', 'ors'];

/** What both spell, American first. */
const both = [
  ...spread(lists.our, IN_OUR, 'or', 'our'),
  ...spread(lists.yse, IN_YSE, 'yz', 'ys'),
  ...spread(lists.l, DOUBLED, '', 'l'),
  ...lists.er.flatMap(([us = '', gb = '']) => [[us, gb] as const, [`${us}s`, `${gb}s`] as const]),
  ...lists.words.map(([us = '', gb = '']) => [us, gb] as const),
];
/** What Britain spells in both ways, the American one first. */
const british = [
  ...spread(lists.ise, IN_ISE, 'iz', 'is'),
  ...lists.britishOnly.map(([us = '', gb = '']) => [us, gb] as const),
];
const toAmerican = new Map([...both, ...british].map(([us, gb]) => [gb, us] as const));
const toBritish = new Map(both);

function spread(stems: readonly string[], endings: readonly string[], us: string, gb: string) {
  return stems.flatMap((stem) => endings.map((ending) => [stem + us + ending, stem + gb + ending] as const));
}

/** Words of an English side in the other region's spelling; where no region is known, those of fewer kind beside the others. */
export function* variantFaults(side: Side): Generator<Fault> {
  const found = side.words.flatMap((word) => spelledIn(word, side) ?? []);
  const wanted = side.region === 'US' || side.region === 'GB' ? side.region : prevailing(found);
  if (wanted === null) return;
  for (const { word, variant, other } of found) {
    if (variant === wanted) continue;
    const fix = /^\p{Lu}/u.test(word.text) ? other.charAt(0).toUpperCase() + other.slice(1) : other;
    const message = side.region === '' ? mixed(word.text, fix) : foreign(wanted, fix);
    yield { side: 'target', start: word.start, end: word.end, rule: 'variant', message, fix };
  }
}

interface Spelled {
  word: Word;
  variant: Variant;
  other: string;
}

/** A common word, or the first one; what has a capital elsewhere is a name ("Lincoln Center"), what is quoted may be. */
function spelledIn(word: Word, { prose }: Side): Spelled | null {
  const american = toAmerican.get(word.low);
  const other = american ?? toBritish.get(word.low);
  if (other === undefined || (word.text !== word.low && word.start > 0)) return null;
  if (quotationsOf(prose).spans.some(({ start, end }) => start < word.start && end > word.end)) return null;
  return { word, variant: american === undefined ? 'US' : 'GB', other };
}

/** The variant of more words than the other; null where all are of one, or none prevails. */
function prevailing(found: readonly Spelled[]): Variant | null {
  const american = found.filter(({ variant }) => variant === 'US').length;
  const others = found.length - american;
  if (american === 0 || others === 0 || american === others) return null;
  return american > others ? 'US' : 'GB';
}

function foreign(wanted: Variant, fix: string): Said {
  return wanted === 'US'
    ? {
        en: `American English spells it “${fix}”: write that.`,
        fr: `L’anglais américain écrit «\u00a0${fix}\u00a0»\u00a0: corrigez.`,
      }
    : {
        en: `British English spells it “${fix}”: write that.`,
        fr: `L’anglais britannique écrit «\u00a0${fix}\u00a0»\u00a0: corrigez.`,
      };
}

function mixed(found: string, fix: string): Said {
  return {
    en: `British and American spelling are mixed here: write “${fix}” for “${found}”.`,
    fr: `Graphies britannique et américaine se mêlent ici\u00a0: écrivez «\u00a0${fix}\u00a0» pour «\u00a0${found}\u00a0».`,
  };
}
