// The tokens of a text as matching sees them: no space, no code, and a number is a number in words too.
import { isOne, isScale, numberPart } from './number-words.ts';
import { type Token, tokenize } from './tokenize.ts';

/** A token's kind and text. */
export type MatchToken = Pick<Token, 'kind' | 'text'>;

/**
 * The tokens of a text without codes, in order and without its spaces. A number in words has the kind `number`, and those of
 * one number are one token: "3.5 million", « deux cents », "twenty-first". "second" is a number behind a word that asks for one.
 */
export function matchTokens(text: string): MatchToken[] {
  const found: MatchToken[] = [];
  let last: MatchToken | undefined;
  for (const token of tokenize(text)) {
    if (token.kind === 'space' || token.kind === 'code') continue;
    const part = token.kind === 'word' ? numberPart(token.text) : null;
    if (part === null) last = token;
    else if (part === 'more' && last && continues(last, token.text)) {
      last = { kind: 'number', text: `${last.text} ${token.text}` };
      found.pop();
    } else last = part === 'first' && !isOrdinal(token.text, last) ? token : { kind: 'number', text: token.text };
    found.push(last);
  }
  return found;
}

/** Whether a number goes on with a word: behind another one, or a scale behind « un » and "one". */
function continues(last: MatchToken, word: string): boolean {
  return last.kind === 'number' || (isOne(last.text) && isScale(word));
}

const SECOND = /^second$/i;
/** "the second quarter", « au second semestre »; not "per second", "a second", "%d second". */
const ASKS = /^(?:the|its|their|his|her|our|this|in|for|since|le|au|du|ce|son|sa|leur|notre)$/i;

function isOrdinal(word: string, before: MatchToken | undefined): boolean {
  return !SECOND.test(word) || before === undefined || ASKS.test(before.text);
}
