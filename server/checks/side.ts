// One side of a pair as the checks read it: the text without its codes, its words, and its prose without addresses and markup.
import type { Code, Language } from '../model.ts';
import { plain } from '../text/inline.ts';
import { foldForSearch } from '../text/normalize.ts';
import { MAY_HOLD, NOT_PROSE } from '../text/not-prose.ts';
import { type Token, tokenize } from '../text/tokenize.ts';
import { WORD_JOINER } from '../text/typography.ts';

/** A word, number or handle of a side: as written, in lower case with straight apostrophes, and its place in `text`. */
export interface Word {
  text: string;
  low: string;
  start: number;
  end: number;
}

/** How many letters of a word {@link Side.starts} goes up to. */
export const STARTS_OF = 5;

/** What stands in `prose` for each UTF-16 unit of an address, tag, placeholder or emoticon: neither letter nor space nor mark. */
const MASK = '\ufffc';

/** A space that HTML spells out: neither a space twice over nor a sign. */
const SPACE_ENTITY = /^&(?:nbsp|thinsp|#160|#8239|#8201);$/;

/** One side of a pair. Offsets of checks are UTF-16 units of `text`; `place` carries them into the one string. */
export class Side {
  /** The one string, codes included. */
  readonly whole: string;
  readonly codes: readonly Code[];
  /** The text without its codes. */
  readonly text: string;
  /** The language's tag as it was given, such as `fr-CA`. */
  readonly tag: Language;
  /** The language alone: `fr`. */
  readonly language: string;
  /** The region in capitals (`CA`), or '' without one. */
  readonly region: string;
  readonly #offsets: readonly number[] | null;
  #prose: string | null = null;
  #tokens: Token[] | null = null;
  #words: Word[] | null = null;
  #folded: string | null = null;
  #starts: ReadonlySet<string> | null = null;

  constructor(whole: string, codes: readonly Code[], tag: Language) {
    this.whole = whole;
    this.codes = codes;
    const flat = codes.length === 0 ? null : plain(whole, codes);
    this.text = flat ? flat.text : whole;
    this.#offsets = flat ? flat.offsets : null;
    this.tag = tag;
    const [language = '', ...subtags] = tag.split(/[-_]/);
    this.language = language.toLowerCase();
    this.region = subtags.find((part) => /^(?:[A-Za-z]{2}|\d{3})$/.test(part))?.toUpperCase() ?? '';
  }

  /** `text` with each unit of what is not prose (addresses, tags, placeholders, code, emoticons) as {@link MASK}. */
  get prose(): string {
    this.#prose ??= MAY_HOLD.test(this.text)
      ? this.text.replace(NOT_PROSE, (found) => (SPACE_ENTITY.test(found) ? WORD_JOINER : MASK).repeat(found.length))
      : this.text;
    return this.#prose;
  }

  /** The tokens of `prose`. */
  get tokens(): readonly Token[] {
    this.#tokens ??= tokenize(this.prose);
    return this.#tokens;
  }

  /** The words, numbers and handles of `prose`, in order. */
  get words(): readonly Word[] {
    this.#words ??= wordsOf(this.tokens);
    return this.#words;
  }

  /** `text` in small letters without accents, to look a name up in. */
  get folded(): string {
    this.#folded ??= foldForSearch(this.text);
    return this.#folded;
  }

  /** The first letters of all words, one to five of them, in lower case with straight apostrophes; behind a hyphen a word begins anew. */
  get starts(): ReadonlySet<string> {
    this.#starts ??= startsOf(this.words);
    return this.#starts;
  }

  /** A span of `text` as a span of the one string; `whole` is false where codes stand inside it, so that no fix may replace it. */
  place(start: number, end: number): { start: number; end: number; whole: boolean } {
    if (!this.#offsets) return { start, end, whole: true };
    const from = this.#offsets[start] ?? this.whole.length;
    const to = end > start ? (this.#offsets[end - 1] ?? from) + 1 : from;
    return { start: from, end: to, whole: to - from === end - start };
  }
}

function wordsOf(tokens: readonly Token[]): Word[] {
  const words: Word[] = [];
  for (const { kind, text, start, end } of tokens) {
    if (kind !== 'word' && kind !== 'number' && kind !== 'handle') continue;
    words.push({ text, low: text.toLowerCase().replaceAll('\u2019', "'"), start, end });
  }
  return words;
}

function startsOf(words: readonly Word[]): Set<string> {
  const starts = new Set<string>();
  for (const { low } of words) {
    for (let at = 0; at >= 0; at = nextPart(low, at)) {
      for (let length = Math.min(STARTS_OF, low.length - at); length > 0; length--) {
        const start = low.slice(at, at + length);
        // All shorter ones came with it.
        if (starts.has(start)) break;
        starts.add(start);
      }
    }
  }
  return starts;
}

/** Where the part of a word behind its next hyphen begins; -1 behind the last. */
function nextPart(low: string, at: number): number {
  const hyphen = low.indexOf('-', at);
  return hyphen < 0 ? -1 : hyphen + 1;
}
