// Cutting and joining segments, pages by address, and drafts from pieces, in English.
import { figuresOf } from './count.ts';

const f = figuresOf('en-GB');

export const cutEn = {
  cut: {
    split: 'Split',
    join: 'Join with the next',
    splitTitle: (n: number) => `Split segment ${f.number(n)}`,
    splitHint: 'Move the cut with the arrow keys; the translation stays with the first part.',
    place: 'Where the second part begins',
    first: 'First part',
    second: 'Second part',
    splitGo: 'Split here',
    splitDone: (n: number) => `Segment ${f.number(n)} is in two parts.`,
    joined: (n: number) => `Segment ${f.number(n)} took in the next one.`,
    whole: 'This sentence is one word: it cannot be split.',
    url: 'Or the address of a page',
    urlHint: 'The article is found in the page; its menus stay apart, and the page’s own language is taken.',
    copies: (n: number) =>
      `${f.count(n, 'sentence stands', 'sentences stand')} on the page twice: the second copy follows by itself and does not leave.`,
    assemble: 'Assemble',
    assembleHint: 'Drafts for what is empty, put together from pieces that the memory knows. Nothing is sent anywhere.',
  },
};
