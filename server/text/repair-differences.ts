// Where two texts differ, word by word, once their quantities are out of sight.
import { alignWords, type WordPair } from './explain.ts';
import { type Token, tokenize } from './tokenize.ts';
import { type Word, wordOf } from './weigh.ts';

/** A stretch that differs, as both texts write it ('' where one has nothing there). */
export interface Difference {
  query: string;
  source: string;
  /** Whether it begins, or ends, both texts. */
  first: boolean;
  last: boolean;
  /** Where it stands in the source whose quantities are out of sight (UTF-16 offsets); start and end are equal for ''. */
  text: string;
  start: number;
  end: number;
}

/** The stretches in which two texts differ, in order. White space alone is no difference. */
export function differences(query: string, source: string): Difference[] {
  const mine = wordsOf(query);
  const theirs = wordsOf(source);
  const found: Difference[] = [];
  let [q, s] = [0, 0];
  let run: { q: number; s: number } | null = null;
  const close = () => {
    if (run) found.push(differenceOf([query, mine, run.q, q], [source, theirs, run.s, s]));
    run = null;
  };
  for (const pair of alignWords(mine.words, theirs.words)) {
    if (isSame(pair)) close();
    else run ??= { q, s };
    if (pair.one) q++;
    if (pair.other) s++;
  }
  close();
  return found;
}

function isSame({ one, other }: WordPair): boolean {
  return one?.form === other?.form;
}

interface Words {
  tokens: Token[];
  words: Word[];
}

function wordsOf(text: string): Words {
  const tokens = tokenize(text).filter((token) => token.kind !== 'space');
  return { tokens, words: tokens.map((token) => wordOf(token.kind, token.text)) };
}

type Stretch = [text: string, words: Words, from: number, to: number];

function differenceOf(mine: Stretch, theirs: Stretch): Difference {
  const [source, { tokens }, from, to] = theirs;
  const start = tokens[from]?.start ?? source.length;
  return {
    query: textOf(mine),
    source: textOf(theirs),
    first: mine[2] === 0 && from === 0,
    last: mine[3] === mine[1].tokens.length && to === tokens.length,
    text: source,
    start,
    end: to > from ? (tokens[to - 1]?.end ?? start) : start,
  };
}

function textOf([text, { tokens }, from, to]: Stretch): string {
  return to > from ? text.slice(tokens[from]?.start, tokens[to - 1]?.end) : '';
}

const OF = /^d(?:e(?= |$)|['\u2019]) ?/iu;

/** A difference of French texts without the « de » of one and the « d’ » of the other that they begin with: what follows decides between the two. */
export function withoutElision(difference: Difference): Difference {
  const [mine, theirs] = [OF.exec(difference.query)?.[0], OF.exec(difference.source)?.[0]];
  const isAlike = mine !== undefined && mine.toLowerCase().startsWith('de') === theirs?.toLowerCase().startsWith('de');
  if (mine === undefined || theirs === undefined || isAlike) return difference;
  const [query, source] = [difference.query.slice(mine.length), difference.source.slice(theirs.length)];
  return { ...difference, query, source, first: false, start: difference.start + theirs.length };
}
