// Regular expressions as ICU and Java write them (SRX files hold such), in the words of JavaScript with the `u` flag.

import { FaultyRegex, type RegexFault } from './regex-fault.ts';

/** The expression translated, with its flags; or why it cannot be. */
export type Translated = { source: string; flags: string } | { refused: RegexFault };

const SPACES = ' \\t\\u00a0\\u1680\\u180e\\u2000-\\u200a\\u202f\\u205f\\u3000';
const LINE_ENDS = '\\n\\v\\f\\r\\u0085\\u2028\\u2029';
const WORD = '\\p{L}\\p{M}\\p{Nd}\\p{Pc}';
/** What an escape means inside a class; outside it stands in brackets of its own. */
const CLASSES: Readonly<Record<string, string>> = { h: SPACES, v: LINE_ENDS, w: WORD, d: '\\p{Nd}' };
const NEGATED: Readonly<Record<string, string>> = { H: SPACES, V: LINE_ENDS, W: WORD, D: '\\p{Nd}', N: '\\n' };
const SINGLE: Readonly<Record<string, string>> = { e: '\\u001b', a: '\\u0007' };
const PLACES: Readonly<Record<string, string>> = {
  A: '^',
  z: '$',
  Z: '$',
  R: `(?:\\r\\n|[${LINE_ENDS}])`,
  b: `(?:(?<=[${WORD}])(?![${WORD}])|(?<![${WORD}])(?=[${WORD}]))`,
  B: `(?:(?<=[${WORD}])(?=[${WORD}])|(?<![${WORD}])(?![${WORD}]))`,
};
const NAMES: Readonly<Record<string, string>> = {
  Alpha: 'Alphabetic',
  Upper: 'Lu',
  Lower: 'Ll',
  Punct: 'P',
  Digit: 'Nd',
  Space: 'White_Space',
  Alphabetic: 'Alphabetic',
  Letter: 'L',
  Uppercase: 'Uppercase',
  Lowercase: 'Lowercase',
  White_Space: 'White_Space',
};

interface Reading {
  text: string;
  at: number;
  inClass: boolean;
  flags: Set<string>;
}

/**
 * Translates one expression. \Q…\E, \h, \x{…}, \p{IsLu}, flags at the head and the Unicode sense of \w, \d and \b come over;
 * possessive quantifiers and atomic groups become greedy ones, which match all that they did. What JavaScript lacks
 * altogether (flags inside, class intersections, \G, \X) is refused by name.
 */
export function translateRegex(expression: string): Translated {
  const reading: Reading = { text: expression, at: 0, inClass: false, flags: new Set(['u']) };
  try {
    let source = '';
    while (reading.at < expression.length) source += nextPiece(reading);
    const flags = [...reading.flags].join('');
    new RegExp(source, flags);
    return { source, flags };
  } catch (error) {
    if (error instanceof FaultyRegex) return { refused: error.fault };
    if (error instanceof SyntaxError) return { refused: { code: 'malformed', why: error.message, piece: '' } };
    throw error;
  }
}

const HEAD_FLAGS = /^\(\?([a-zA-Z]+)\)/;
const POSSESSIVE = /(?:[*+?]|\{\d+(?:,\d*)?\})\+/y;
const QUANTIFIER = /\{\d+(?:,\d*)?\}/y;

function nextPiece(reading: Reading): string {
  const { text, at } = reading;
  const char = String.fromCodePoint(text.codePointAt(at) ?? 0);
  if (char === '\\') return escaped(reading);
  if (reading.inClass) return inClass(reading, char);
  if (char === '(') return group(reading);
  const possessive = matchAt(POSSESSIVE, text, at);
  if (possessive !== '') return take(reading, possessive.length, possessive.slice(0, -1));
  const quantifier = matchAt(QUANTIFIER, text, at);
  if (quantifier !== '') return take(reading, quantifier.length, quantifier);
  if (char === '[') {
    reading.inClass = true;
    const negated = text.charAt(at + 1) === '^' ? '[^' : '[';
    const literal = text.charAt(at + negated.length) === ']' ? '\\]' : '';
    return take(reading, negated.length + literal.length / 2, negated + literal);
  }
  return take(reading, char.length, '{}]'.includes(char) ? `\\${char}` : char);
}

function inClass(reading: Reading, char: string): string {
  if (char === ']') reading.inClass = false;
  if (char === '[') throw new FaultyRegex('class-in-class', 'a class inside a class ([…[…]])');
  if (reading.text.startsWith('&&', reading.at))
    throw new FaultyRegex('class-intersection', 'an intersection of classes (&&)');
  return take(reading, char.length, char);
}

function group(reading: Reading): string {
  const { text, at } = reading;
  if (text.startsWith('(?>', at)) return take(reading, 3, '(?:');
  const flags = HEAD_FLAGS.exec(text.slice(at, at + 12));
  if (flags && at === 0) {
    for (const flag of flags[1] ?? '') addFlag(reading, flag);
    return take(reading, flags[0].length, '');
  }
  if (/^\(\?[a-zA-Z-]+[:)]/.test(text.slice(at, at + 12)))
    throw new FaultyRegex('flags-inside', 'flags inside an expression ((?i:…))');
  return take(reading, 1, '(');
}

function addFlag(reading: Reading, flag: string): void {
  if (flag === 'i' || flag === 'm' || flag === 's') reading.flags.add(flag);
  else if (flag !== 'u' && flag !== 'U' && flag !== 'w')
    throw new FaultyRegex('unknown-piece', `the flag (?${flag})`, `(?${flag})`);
}

function escaped(reading: Reading): string {
  const { text, at } = reading;
  const letter = text.charAt(at + 1);
  if (letter === '') throw new FaultyRegex('lone-backslash', 'a lone backslash at the end');
  if (letter === 'Q') return quoted(reading);
  if (letter === 'p' || letter === 'P') return property(reading);
  if (letter === 'x' && text.charAt(at + 2) === '{') return take(reading, 2, '\\u');
  if (letter === 'G' || letter === 'X') throw unknown(`\\${letter}`);
  return take(reading, 2, escapeOf(reading, letter));
}

function escapeOf({ inClass }: Reading, letter: string): string {
  const members = CLASSES[letter];
  if (members !== undefined) return inClass ? members : `[${members}]`;
  const others = NEGATED[letter];
  if (others !== undefined) {
    if (inClass) throw new FaultyRegex('unknown-piece', `\\${letter} inside a class`, `[\\${letter}]`);
    return `[^${others}]`;
  }
  const place = inClass ? undefined : PLACES[letter];
  return place ?? SINGLE[letter] ?? (/[\w^$\\.*+?()[\]{}|/-]/.test(letter) ? kept(letter, inClass) : letter);
}

/** JavaScript knows \- inside a class alone. */
function kept(letter: string, inClass: boolean): string {
  return letter === '-' && !inClass ? '-' : letter === '_' ? '_' : `\\${letter}`;
}

function quoted(reading: Reading): string {
  const start = reading.at + 2;
  const end = reading.text.indexOf('\\E', start);
  const literal = reading.text.slice(start, end < 0 ? undefined : end);
  return take(
    reading,
    literal.length + (end < 0 ? 2 : 4),
    literal.replace(/[\\^$.*+?()[\]{}|/-]/g, (sign) => (sign === '-' && !reading.inClass ? sign : `\\${sign}`)),
  );
}

const PROPERTY = /\\([pP])(?:\{(\^?)([\w= ]+)\}|([A-Z]))/y;

function property(reading: Reading): string {
  PROPERTY.lastIndex = reading.at;
  const found = PROPERTY.exec(reading.text);
  if (!found) throw new FaultyRegex('unknown-piece', '\\p without a name', '\\p');
  const [whole, letter = 'p', inverted, braced, single] = found;
  const name = (braced ?? single ?? '').trim();
  const sign = inverted === '^' ? (letter === 'p' ? 'P' : 'p') : letter;
  return take(reading, whole.length, `\\${sign}{${propertyName(name)}}`);
}

function propertyName(name: string): string {
  if (/^(?:In|java|blk=|block=)/.test(name) && name !== 'Inherited') throw unknown(`\\p{${name}}`);
  const bare = name.replace(/^Is(?=[A-Z])/, '');
  const known = NAMES[bare] ?? bare;
  for (const candidate of [known, `Script=${bare}`]) if (isProperty(candidate)) return candidate;
  throw unknown(`\\p{${name}}`);
}

const unknown = (piece: string) => new FaultyRegex('unknown-piece', piece, piece);

function isProperty(name: string): boolean {
  try {
    new RegExp(`\\p{${name}}`, 'u');
    return true;
  } catch {
    return false;
  }
}

function take(reading: Reading, length: number, piece: string): string {
  reading.at += length;
  return piece;
}

function matchAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}
