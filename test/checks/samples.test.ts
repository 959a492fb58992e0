// One loop over every sample of every check: a failure reads as two sentences, the expected marks and the received ones.
import { describe, expect, it } from 'vitest';
import type { Sample } from '../../server/checks/check.ts';
import { CHECKS, runChecks } from '../../server/checks/index.ts';
import type { Finding } from '../../server/model.ts';
import { marked, pairOfSample, unmarked } from './marks.ts';

const found = (id: string, sample: Sample): Finding[] =>
  runChecks(pairOfSample(sample), { profile: sample.profile ?? 'default' }).filter(({ check }) => check === id);

const applied = (text: string, findings: readonly Finding[]): string =>
  findings
    .filter(({ fix, side }) => fix !== undefined && side === 'target')
    .sort((a, b) => b.start - a.start)
    .reduce((out, { start, end, fix }) => out.slice(0, start) + fix + out.slice(end), text);

describe.each(CHECKS.map((check) => [check.id, check] as const))('%s', (id, check) => {
  it.each(check.samples.map((sample) => [sample.target, sample] as const))('points exactly there: %s', (_, sample) => {
    const findings = found(id, sample);
    const side = (name: 'source' | 'target') =>
      marked(
        unmarked(sample[name]),
        findings.filter((finding) => finding.side === name),
      );
    expect([side('source'), side('target')]).toEqual([sample.source, sample.target]);
  });

  it.each(check.samples.filter(({ fixed }) => fixed !== undefined).map((sample) => [sample.target, sample] as const))(
    'mends %s',
    (_, sample) => {
      const findings = found(id, sample);
      expect(applied(unmarked(sample.target), findings)).toBe(sample.fixed);
      const again = found(id, { ...sample, target: sample.fixed ?? '' });
      expect(again).toEqual([]);
    },
  );

  it('shows a pair that passes and one that does not', () => {
    const speaks = (sample: Sample) => sample.target.includes('⟦') || sample.source.includes('⟦');
    expect(check.samples.some(speaks)).toBe(true);
    expect(check.samples.some((sample) => !speaks(sample))).toBe(true);
  });
});
