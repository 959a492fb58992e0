// Lines of pairs in, findings out.
import { describe, expect, it } from 'vitest';
import { type CheckedLine, checkPairs, type PairDefaults } from '../../server/flow/check-pairs.ts';

async function checked(lines: string[], defaults: PairDefaults = { from: 'en', to: 'fr' }): Promise<CheckedLine[]> {
  const out: CheckedLine[] = [];
  for await (const line of checkPairs(lines, defaults)) out.push(line);
  return out;
}

const names = (lines: CheckedLine[]) => lines.map(({ id, findings }) => [id, findings.map(({ check }) => check)]);

describe('lines of pairs', () => {
  it('are tab-separated values, numbered by line, under an optional row of tags', async () => {
    expect(names(await checked(['\ufeffen\tfr', '', 'Yes.\tOui.', 'Yes, now.\tOui,  maintenant.\r']))).toEqual([
      [3, []],
      [4, ['double-space']],
    ]);
  });

  it('are JSON objects that name their own languages and keep their id', async () => {
    const line = JSON.stringify({ id: 'a', source: 'Oui.', target: 'Yes  sir.', from: 'fr-CA', to: 'en' });
    const [first] = await checked([line]);
    expect(first).toMatchObject({
      id: 'a',
      findings: [{ check: 'double-space', side: 'target', start: 3, end: 5, fix: ' ' }],
    });
  });

  it('may begin with a placeholder in a table', async () => {
    expect(names(await checked(['{name} is here.\t{name} est  là.']))).toEqual([[1, ['double-space']]]);
  });

  it.each([
    ['no tab here', 'line 1 has no tab'],
    ['{"source":', 'line 1 is not JSON'],
    ['{"source":"a"}', 'line 1 needs "source" and "target"'],
    ['{"source":"a","target":"b","terms":[1]}', 'line 1 has "terms" in another shape'],
  ])('are refused with their number: %s', async (line, message) => {
    await expect(checked([line])).rejects.toThrow(message);
  });

  it('need languages from somewhere', async () => {
    await expect(checked(['a\tb'], {})).rejects.toThrow('names no languages');
  });
});
