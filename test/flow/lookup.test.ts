import { afterEach, describe, expect, it } from 'vitest';
import { openStores } from '../../db/open.ts';
import { type LookupDesk, lookup } from '../../server/flow/lookup.ts';
import { penalties, setPenalties } from '../../server/flow/penalties.ts';
import { indexHere } from '../../server/memory/open-index.ts';
import { PENALTIES } from '../../server/text/match.ts';
import { matchKey } from '../../server/text/normalize.ts';
import { AT, aUnit } from '../db/samples.ts';

const open: { close(): unknown }[] = [];

afterEach(() => {
  for (const one of open.splice(0)) one.close();
});

async function deskWith(units: ReturnType<typeof aUnit>[]) {
  const stores = openStores(':memory:');
  open.push(stores);
  const { id } = await stores.memory.beginImport({ file: 'm.tmx', hash: 'a', by: 'Zoé', at: AT });
  await stores.memory.addUnits(id, units);
  await stores.memory.finishImport(id);
  return { stores, index: indexHere(stores.memory, ':memory:') };
}

const LATE = '2030-01-01T00:00:00.000Z';
const asked = { text: 'La puce sort enfin en mai à Lyon', from: 'fr', to: 'en' };

describe('a lookup', () => {
  it('finds the unit that loses nothing behind any number of newer ones that lose points', async () => {
    const doubtful = Array.from({ length: 60 }, (_, i) => ({
      ...aUnit('La puce sort en mai à Lyon', `The chip ships in May in Lyon, version ${i}`),
      taught: 'align' as const,
      changedAt: '2026-05-01T00:00:00.000Z',
    }));
    const sure = aUnit('La puce sort en mai à Lyon', 'The chip ships in May in Lyon');
    const desk = await deskWith([...doubtful, sure]);
    const [best] = await lookup(desk, { ...asked, limit: 1 });
    expect(best?.target).toBe('The chip ships in May in Lyon');
    expect(best?.reasons.map(({ name }) => name)).not.toContain('not-reviewed');
  });

  it('answers a pair that came many times once, and the others behind it', async () => {
    const same = Array.from({ length: 12 }, (_, i) => ({
      ...aUnit('La puce sort en mai à Lyon', 'The chip ships in May in Lyon'),
      previous: { kind: 'text' as const, key: `before ${i}` },
    }));
    const desk = await deskWith([...same, aUnit('La puce sort en mai à Paris', 'The chip ships in May in Paris')]);
    const found = await lookup(desk, { ...asked, min: 50, limit: 2 });
    expect(found.map(({ target }) => target)).toEqual([
      'The chip ships in May in Lyon',
      'The chip ships in May in Paris',
    ]);
  });

  it('takes off what the desk has settled, by name, from the next question on', async () => {
    const desk = {
      ...(await deskWith([aUnit('La puce sort en mai à Lyon', 'The chip ships in May in Lyon')])),
      now: () => LATE,
    };
    const before = await lookup(desk, asked);
    await setPenalties(desk, { points: { old: 4 }, oldAfterYears: 3 });
    const [now] = await lookup(desk, asked);
    expect(now?.reasons).toContainEqual({ name: 'old', points: -4 });
    expect(now?.score).toBe((before[0]?.score ?? 0) - 4);
    expect((await penalties(desk)).points).toEqual({ ...PENALTIES, old: 4 });
    await setPenalties(desk, { oldAfterYears: 0 });
    expect((await lookup(desk, asked))[0]?.score).toBe(before[0]?.score);
  });

  it('names several targets of a text however few matches are asked for', async () => {
    const keyed = (source: string, target: string) =>
      aUnit(source, target, { sourceKey: matchKey(source), targetKey: matchKey(target) });
    const desk = await deskWith([
      keyed('La puce sort en mai à Lyon', 'The chip ships in May in Lyon'),
      keyed('La puce sort en mai à Lyon', 'The chip is out in May in Lyon'),
      keyed('La puce sort en mai à Lille', 'The chip ships in May in Lille'),
    ]);
    const named = async (limit: number) => (await lookup(desk, { ...asked, limit }))[0]?.reasons;
    expect(await named(5)).toContainEqual({ name: 'several-targets', points: 0 });
    expect(await named(1)).toEqual(await named(5));
  });

  it('does not believe scores of an index that a text does not bear out any more', async () => {
    const desk = await deskWith([
      aUnit('La puce sort en mai à Lille', 'The chip ships in May in Lille'),
      aUnit('La puce sort en mai à Lyon', 'The chip ships in May in Lyon'),
    ]);
    const now = await lookup(desk, { ...asked, min: 50 });
    const before: LookupDesk['index'] = {
      ...desk.index,
      near: async (query) => (await desk.index.near(query)).map((one) => ({ ...one, score: 55 + 10 * (one.unit % 2) })),
    };
    expect(await lookup({ ...desk, index: before }, { ...asked, min: 50 })).toEqual(now);
  });
});
