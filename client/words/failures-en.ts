// What fails and what stays out, in English. A failure without words here says the server's own sentence: that is English, and
// knows the names and numbers. Here stand those whose sentence speaks to programs.
import type { RefusalCode } from '../../server/model-refusal.ts';
import { figuresOf } from './count.ts';

const f = figuresOf('en-GB');

/** What a sentence of a refusal names, as text. */
export type Named = Record<string, string>;

export const failuresEn = {
  failures: {
    offline: 'The server does not answer. Is it running?',
    unreadable: 'The server’s answer cannot be read. Load the page again.',
    conflict: 'Someone else has changed this sentence: look at it again.',
    blocked: 'Findings hold the approval back.',
    'too-large': 'That is more than the server takes at once.',
    'not-found': 'That is no longer there.',
    'name-needed': 'Say who you are first.',
    'not-yet': 'This cannot be done yet.',
    invalid: 'The server does not accept these values.',
    'bad-request': 'The server did not understand what was asked of it. Load the page again.',
    'malformed-form': 'Send one file only.',
    'nothing-sent': 'Choose a text, a file or an address first.',
    'unsupported-type': 'This file is of none of the formats that are taken.',
    'unknown-format': 'This file is of none of the formats that are taken.',
    'languages-missing':
      'The first row does not name the languages. Write them above the columns (fr, en), or choose them here.',
    'no-language': 'The file does not say its language: choose it.',
    'bad-places': 'Name segments by their numbers, such as 1,4-9.',
    'bad-offset': 'Each part must hold text.',
    'bad-terms': 'This file is no glossary. A table begins with a row such as fr,en,forbidden,note.',
    'bad-style': 'This file is no house style that a desk has exported.',
    'does-not-fit': 'The alignment has changed since. Look at it again.',
    'several-directions': 'A CSV holds one direction: choose TBX, or a direction.',
    'provider-not-configured': 'This service is not set up in this installation.',
    'provider-quota': 'The translation service’s quota is used up.',
    'provider-auth': 'The translation service refuses the key.',
    'provider-network': 'The translation service cannot be reached.',
    'provider-timeout': 'The translation service does not answer.',
    'provider-rate-limited': 'The translation service asks to wait.',
    internal: 'Something went wrong on the server. Its log says what.',
  } as Record<string, string>,
  /** A failure that has a place in a file. */
  atLine: (said: string, n: number) => `${said.replace(/\.$/, '')} (line ${f.number(n)}).`,
  refused: {
    at: (place: string, why: string) => `${place}: ${why}`,
    line: (n: number) => `line ${f.number(n)}`,
    unit: (n: number) => `unit ${f.number(n)}`,
    unitNamed: (n: number, name: string) => `unit ${f.number(n)} (${name})`,
    named: (name: string) => `unit ${name}`,
    more: (n: number) => `and ${f.number(n)} more`,
    because: {
      'source-empty': () => 'the source is empty',
      'target-empty': () => 'the translation is empty',
      'too-long': ({ most }: Named) => `it is longer than ${f.number(Number(most))} characters`,
      'one-language': ({ language }: Named) => `both sides are in one language (${language})`,
      alone: ({ language }: Named) => `it says something in ${language} only`,
      'no-text': () => 'it holds no text in any language',
      'names-no-language': () => 'one of its texts names no language',
      'bad-language': ({ language }: Named) => `“${language}” is no language`,
      'no-segment': ({ language }: Named) => `its text in ${language} is missing`,
      'empty-text': ({ language }: Named) => `its text in ${language} is empty`,
      'not-translated': () => 'it has no translation',
      'not-confirmed': ({ state }: Named) => `its translation is not confirmed (${state})`,
      'file-names-no-languages': () => 'the file does not say its languages',
      columns: ({ has, wanted }: Named) => `the row has ${has} of ${wanted} columns`,
      'empty-cell': ({ language }: Named) => `the row has no text in ${language}`,
      'term-source-empty': () => 'the term is empty',
      'term-without-words': () => 'there is no translation and no forbidden word',
      'term-contradicts': ({ word }: Named) => `“${word}” is both a translation and a forbidden word`,
      'concept-alone': () => 'the concept has no term in both languages',
    } satisfies Record<RefusalCode, (named: Named) => string> as Record<string, (named: Named) => string>,
  },
  brought: {
    otherLanguage: (taken: string) => `The file is in ${taken}: that is what was taken.`,
    kept: (asked: string) => `The file says otherwise; ${asked} was taken as you chose.`,
    locked: (n: number) =>
      n === 1
        ? 'One segment is locked in the file: it keeps what stands there.'
        : `${n} segments are locked in the file: they keep what stands there.`,
  },
};
