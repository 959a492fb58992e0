// Words that are numbers in French or in English, for those who see a text's words but not its language.
import english from './numbers/english.json' with { type: 'json' };
import french from './numbers/french.json' with { type: 'json' };

/** What a word is among numbers: `more` may stand behind another one as a part of it, `first` begins one of its own. */
export type Part = 'more' | 'first';

/** « un » and "one" are articles and pronouns more often than numbers; « secondes » are a measure of time. */
const OTHER_WORDS = ['un', 'une', 'one', 'seconde', 'secondes', 'seconds', 'firsts', 'unième'];

const LISTS = [english, french];
const SCALES: ReadonlySet<string> = new Set(LISTS.flatMap(({ scales }) => Object.keys(scales)));
const ONES: ReadonlySet<string> = new Set(LISTS.flatMap(({ ones }) => ones));
const LINKS: ReadonlySet<string> = new Set(LISTS.flatMap(({ and }) => and));
/** By the word as it may be written. */
const PARTS: ReadonlyMap<string, Part> = new Map([
  ...counting('ordinals', 'first'),
  ...counting('cardinals', 'more'),
  ...days(),
]);
const LONGEST = Math.max(...[...PARTS.keys()].map((word) => word.length));

function counting(list: 'cardinals' | 'ordinals', part: Part): [string, Part][] {
  const words = LISTS.flatMap((one) => Object.keys(one[list])).filter((word) => !OTHER_WORDS.includes(word));
  const all = part === 'more' ? [...words, ...SCALES] : words;
  return all.flatMap((word): [string, Part][] =>
    [word, capitalized(word), word.toUpperCase()].map((one) => [one, part]),
  );
}

/** Months, weekdays, quarters: French ones as they stand, of which « Mars » is a planet, English ones by their capital. */
function days(): [string, Part][] {
  const named = ({ months, weekdays }: Record<'months' | 'weekdays', string[][]>) => [
    ...months.flatMap(([full = '']) => full),
    ...weekdays.flat(),
  ];
  const inFrench = named(french);
  const capitals = [...named(english), ...inFrench.filter((word) => word !== 'mars')].map(capitalized);
  const quarters = ['Q', 'T', 'S', 'H'].flatMap((letter) => [1, 2, 3, 4].map((n) => letter + n));
  return [...inFrench, ...capitals, ...quarters].map((word) => [word, 'first']);
}

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** « 3e », "21st", « 20h30 », "8pm", "1990s". */
const NUMBERED = /^\d+(?:st|nd|rd|th|er|re|e|ème|s|[ap]m|h(?:\d\d)?)$/i;

/** Tells whether a word is a number or a part of one: "three", « vingt-deux », « troisième », "million", "March". */
export function numberPart(word: string): Part | null {
  const first = word.charCodeAt(0);
  if (first <= 0x39 && first >= 0x30) return NUMBERED.test(word) ? 'first' : null;
  if (word.length <= LONGEST) {
    const part = PARTS.get(word);
    if (part !== undefined) return part;
  }
  return word.includes('-') && isCompound(word.toLowerCase()) ? 'more' : null;
}

/** "one million", « un milliard »: here the word counts. */
export function isOne(word: string): boolean {
  return word.length <= 3 && ONES.has(word.toLowerCase());
}

/** A thousand, a million and the like. */
export function isScale(word: string): boolean {
  return SCALES.has(word.toLowerCase());
}

/** « vingt-et-un », "twenty-first": nothing but numbers with hyphens between. */
function isCompound(word: string): boolean {
  const [head = '', ...rest] = word.split('-');
  if (PARTS.get(head) !== 'more') return false;
  return rest.every((part) => PARTS.has(part) || ONES.has(part) || LINKS.has(part) || part === 'unième');
}
