// A file that comes back from outside, in English.
import { figuresOf } from './count.ts';

const f = figuresOf('en-GB');

export const takeBackEn = {
  takeBack: {
    open: 'Take back a file…',
    title: 'Take back a file',
    about:
      'An XLIFF file or a two-column table (HTML or Word) that a translator or reader has worked on. What they changed comes in as translated, never as approved; what you changed meanwhile is never overwritten.',
    file: 'The file',
    take: 'Take it back',
    updated: (n: number) => `${f.count(n, 'segment', 'segments')} updated`,
    unchanged: (n: number) => `${f.number(n)} unchanged`,
    comments: (n: number) => f.count(n, 'remark', 'remarks'),
    conflicts: (n: number) => `${f.count(n, 'segment was', 'segments were')} changed on both sides`,
    segment: (n: number) => `Segment ${f.number(n)}`,
    go: (n: number) => `Go to segment ${f.number(n)}`,
    before: 'When it left',
    ours: 'Here',
    theirs: 'In the file',
    keepOurs: 'Keep ours',
    takeTheirs: 'Take theirs',
    kept: 'Ours stays.',
    taken: 'Theirs is taken.',
    unknown: (n: number) => `${f.count(n, 'unit of the file is', 'units of the file are')} not of this article`,
    done: 'Done',
  },
};
