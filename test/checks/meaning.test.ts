// The checks of meaning, on pairs written for them: an alarm is nearly always right, and most faults are found.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runChecks } from '../../server/checks/index.ts';
import { readTriples } from './triples.ts';

const read = (id: string) => readTriples(readFileSync(join(import.meta.dirname, `../cases/checks/${id}.txt`), 'utf8'));

describe.each(['negation', 'hedge', 'attribution'])('%s', (id) => {
  const tried = read(id);
  const speaks = (pair: (typeof tried)[number]) =>
    runChecks(pair).some(({ check, rule }) => check === id && rule !== 'back-translated');

  it('is tried on sixty errors and twice as many right pairs', () => {
    expect(tried.filter(({ wrong }) => wrong).length).toBeGreaterThanOrEqual(60);
    expect(tried.filter(({ wrong }) => !wrong).length).toBeGreaterThanOrEqual(120);
  });

  it('says nothing on right pairs', () => {
    const alarms = tried.filter((pair) => !pair.wrong && speaks(pair)).map(({ source, target }) => [source, target]);
    expect(alarms).toEqual([]);
  });

  it('finds nine errors in ten', () => {
    const errors = tried.filter(({ wrong }) => wrong);
    const missed = errors.filter((pair) => !speaks(pair));
    expect(missed.length / errors.length).toBeLessThan(0.1);
  });
});
