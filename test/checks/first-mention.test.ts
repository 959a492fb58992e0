// A name is explained at its first mention, and short afterwards.
import { describe, expect, it } from 'vitest';
import { mentionFindings } from '../../server/checks/first-mention.ts';

const bercy = {
  source: 'Bercy',
  target: ['the French finance ministry'],
  gloss: 'the French finance ministry',
  short: 'the ministry',
};
const said = (targets: string[]) => {
  const pairs = targets.map((target) => ({ source: 'Bercy refuse.', target, from: 'fr', to: 'en' }));
  return mentionFindings(pairs, [bercy]).map((findings) => findings.map(({ rule, side }) => `${rule} ${side}`));
};

describe('a term with a gloss', () => {
  it('is explained first and short afterwards', () => {
    expect(said(['The French finance ministry refuses.', 'The ministry refuses.'])).toEqual([[], []]);
  });

  it('that is not explained at first, or explained again, is said', () => {
    expect(said(['The ministry refuses.', 'The French finance ministry refuses.'])).toEqual([
      ['first-mention source'],
      ['short-form target'],
    ]);
  });

  it('says nothing of what is not translated yet, but that was the first mention', () => {
    expect(said(['', 'The French finance ministry refuses.'])).toEqual([[], ['short-form target']]);
  });

  it('without a gloss is no matter of first mentions', () => {
    const pair = { source: 'Une puce.', target: 'A chip.', from: 'fr', to: 'en' };
    expect(mentionFindings([pair], [{ source: 'puce', target: ['chip'] }])).toEqual([[]]);
  });
});
