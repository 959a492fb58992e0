// Where sentences end at this desk, in English.
import { figuresOf } from './count.ts';

const f = figuresOf('en-GB');

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
    line: (n: number, why: string) => `Line ${f.number(n)}: ${why}`,
  },
};
