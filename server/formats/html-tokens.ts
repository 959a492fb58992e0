// The one door to parse5: its tokenizer, driven as a browser's tree builder would, gives every tag and text with its place.
import { type Token, Tokenizer, TokenizerMode } from 'parse5';
import { UserError } from '../errors.ts';
import type { Place } from '../model.ts';

/** An attribute with its decoded value and the place of the whole `name="value"`. */
export interface HtmlAttribute extends Place {
  name: string;
  value: string;
}

/** A tag, a run of text with its entities decoded, or a comment (doctypes and `<?…>` included). */
export interface HtmlToken extends Place {
  kind: 'start' | 'end' | 'text' | 'comment';
  /** The element's name in lower case; '' for text and comments. */
  name: string;
  /** Decoded text; the inside of a comment; '' for tags. */
  text: string;
  attributes: HtmlAttribute[];
}

/** How the inside of these is to be read: as text with entities, or as raw text (HTML, "Parsing HTML documents"). */
const MODES: Record<string, (typeof TokenizerMode)[keyof typeof TokenizerMode]> = {
  title: TokenizerMode.RCDATA,
  textarea: TokenizerMode.RCDATA,
  style: TokenizerMode.RAWTEXT,
  xmp: TokenizerMode.RAWTEXT,
  iframe: TokenizerMode.RAWTEXT,
  noembed: TokenizerMode.RAWTEXT,
  noframes: TokenizerMode.RAWTEXT,
  noscript: TokenizerMode.RAWTEXT,
  script: TokenizerMode.SCRIPT_DATA,
  plaintext: TokenizerMode.PLAINTEXT,
};

/** Tags and texts of a page: the longest pages of the web have a tenth of that. */
const MOST_TOKENS = 300_000;

/**
 * The tokens of a page in order; with the text between none, their places cover it whole. Throws a UserError (`too-large`) for
 * more than {@link MOST_TOKENS}.
 */
export function htmlTokens(source: string): HtmlToken[] {
  refuseManyTags(source);
  const tokens: HtmlToken[] = [];
  let foreign = 0;
  const push = (kind: HtmlToken['kind'], place: Token.Location | null, rest: Partial<HtmlToken>) => {
    if (!place) throw new Error('a token without a place: this is a bug');
    const token = { kind, name: '', text: '', attributes: [], start: place.startOffset, end: place.endOffset, ...rest };
    if (tokens.push(token) > MOST_TOKENS) throw tooManyTokens();
  };
  const text = (token: Token.CharacterToken) => addText(tokens, token.chars);
  const tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: true },
    {
      onComment: (token) => push('comment', token.location, { text: token.data }),
      onDoctype: (token) => push('comment', token.location, {}),
      onStartTag: (token) => {
        push('start', token.location, { name: token.tagName, attributes: attributesOf(token) });
        if (isForeign(token.tagName) && !token.selfClosing) foreign++;
        const mode = Object.hasOwn(MODES, token.tagName) ? MODES[token.tagName] : undefined;
        if (mode !== undefined && foreign === 0) tokenizer.state = mode;
      },
      onEndTag: (token) => {
        push('end', token.location, { name: token.tagName });
        if (isForeign(token.tagName) && foreign > 0) foreign--;
      },
      onEof: () => {},
      onCharacter: text,
      onNullCharacter: text,
      onWhitespaceCharacter: text,
    },
  );
  tokenizer.write(source, true);
  return placed(tokens, source.length);
}

/** Signs that begin tags, as far as one sees without reading: a script may hold some too. */
function refuseManyTags(source: string): void {
  let begun = 0;
  for (let at = source.indexOf('<'); at >= 0; at = source.indexOf('<', at + 1))
    if (++begun > 2 * MOST_TOKENS) throw tooManyTokens();
}

function tooManyTokens(): UserError {
  const most = MOST_TOKENS.toLocaleString('en');
  return new UserError(
    'too-large',
    `The page holds more than ${most} tags; no article does. Save the article alone.`,
    413,
  );
}

const isForeign = (name: string) => name === 'svg' || name === 'math';

/** Text comes in pieces whose places are unsure around entities: pieces join, and their neighbours say where they stand. */
function addText(tokens: HtmlToken[], chars: string): void {
  const last = tokens.at(-1);
  if (last?.kind === 'text') last.text += chars;
  else tokens.push({ kind: 'text', name: '', text: chars, attributes: [], start: -1, end: -1 });
}

function placed(tokens: HtmlToken[], length: number): HtmlToken[] {
  for (const [i, token] of tokens.entries()) {
    if (token.kind !== 'text') continue;
    token.start = tokens[i - 1]?.end ?? 0;
    token.end = tokens[i + 1]?.start ?? length;
  }
  return tokens;
}

function attributesOf(token: Token.TagToken): HtmlAttribute[] {
  return token.attrs.flatMap(({ name, value }) => {
    const place = token.location?.attrs?.[name];
    return place ? [{ name, value, start: place.startOffset, end: place.endOffset }] : [];
  });
}

/** The value of an attribute, or undefined. */
export function attribute(token: Pick<HtmlToken, 'attributes'>, name: string): string | undefined {
  return token.attributes.find((one) => one.name === name)?.value;
}
