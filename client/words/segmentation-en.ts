// Where sentences end at this desk, in English.
import type { RegexFaultCode } from '../../server/text/regex-fault.ts';
import { figuresOf } from './count.ts';

const f = figuresOf('en-GB');

/** Why a rule of an SRX file is left out; a reason may name a piece of it. */
type Because = Record<RegexFaultCode, (piece: string) => string>;

export const segmentationEn = {
  segmentation: {
    title: 'Where sentences end',
    about:
      'Articles that come in are cut by the rules of their language, and by what you settle here. Those on the desk stay as they are.',
    exceptions: 'Exceptions, one a line',
    hint: 'After “Kilo.” no sentence ends. “beta | Update” always parts the two. A line that begins with # is a remark.',
    save: 'Keep these exceptions',
    saved: (n: number) => `${f.count(n, 'exception', 'exceptions')} kept.`,
    fault: (line: number) => `Line ${line}: put one text, or two with one | between them.`,
    file: 'From a file: exceptions, or SRX rules',
    take: 'Take this file',
    srx: (n: number) => `${f.count(n, 'rule', 'rules')} of an SRX file stand in for those of the language.`,
    drop: 'Back to the language’s own rules',
    dropped: 'The rules of the language hold again.',
    refused: (n: number) => `${f.count(n, 'rule was', 'rules were')} left out`,
    line: (n: number, why: string) => `Line ${f.number(n)}: ${why}.`,
    because: {
      malformed: () => 'the expression is malformed',
      'class-in-class': () => 'a class of characters holds another one',
      'class-intersection': () => 'classes of characters are intersected',
      'flags-inside': () => 'flags change inside the expression',
      'unknown-piece': (piece) => `“${piece}” is not understood here`,
      'lone-backslash': () => 'a backslash stands alone at the end',
      'back-reference': () => 'it refers back to a group',
      thousands: () => 'something is repeated thousands of times',
      'look-arounds': () => 'conditions lie too deep within one another',
    } satisfies Because as Because,
    meanwhile: 'Others have changed these exceptions while you were writing: keeping yours replaces theirs.',
    theirs: 'Show theirs',
  },
};
