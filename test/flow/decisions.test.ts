// What becomes of one segment: each verb's states, and what a stale or a wrong one is told.
import { describe, expect, it } from 'vitest';
import { approve, approveSegment, selectionOf } from '../../server/flow/approve.ts';
import type { Desk } from '../../server/flow/desk.ts';
import { segmentHistory } from '../../server/flow/history.ts';
import { importArticle } from '../../server/flow/import-article.ts';
import { omit } from '../../server/flow/omit.ts';
import { reject } from '../../server/flow/reject.ts';
import { restoreVersion } from '../../server/flow/restore-version.ts';
import { setSegment } from '../../server/flow/review.ts';
import { segmentAt } from '../../server/flow/show-article.ts';
import { withdraw } from '../../server/flow/withdraw.ts';
import { freshDesk, textFile } from '../fresh-desk.ts';

const by = 'Zoé';

/** A desk with one article; `at(n)` is the segment in place n, `set(n, target)` writes it. */
async function opened(text = 'La puce est lente. Le code est libre. Rien ne presse.', desk: Desk = freshDesk()) {
  const { id } = await importArticle(desk, { ...textFile(text), from: 'fr', to: 'en' }, by);
  const at = (n: number) => segmentAt(desk, id, n);
  const set = async (n: number, target: string, state?: 'draft') =>
    setSegment(desk, { segment: (await at(n)).id, target, by, ...(state ? { state } : {}) });
  const units = async () => (await desk.stores.memory.page(0, 100)).map((unit) => unit.target);
  return { desk, id, at, set, units };
}

describe('a person’s text', () => {
  it('is translated, or a draft on demand, or empty', async () => {
    const { set, at } = await opened();
    expect((await set(1, ' The chip is slow.\n')).segment).toMatchObject({
      state: 'translated',
      target: 'The chip is slow.',
      version: 1,
    });
    expect((await set(1, 'The chip', 'draft')).segment).toMatchObject({ state: 'draft', version: 2 });
    expect((await set(1, '  ')).segment).toMatchObject({ state: 'empty', target: '', version: 3 });
    expect(await at(1)).toMatchObject({ version: 3, origin: 'human' });
  });
  it('is refused on a stale version, with what stands now', async () => {
    const { desk, set, at } = await opened();
    await set(1, 'One.');
    const { id } = await at(1);
    const stale = setSegment(desk, { segment: id, target: 'Two.', version: 0, by });
    await expect(stale).rejects.toMatchObject({ status: 409, current: { target: 'One.', version: 1 } });
    expect((await at(1)).target).toBe('One.');
  });
  it('is kept whoever comes first, where two write at once', async () => {
    const { desk, at } = await opened();
    const { id, version } = await at(1);
    const edits = ['One.', 'Two.', 'Three.'].map((target) => setSegment(desk, { segment: id, target, version, by }));
    const outcomes = await Promise.allSettled(edits);
    expect(outcomes.map((outcome) => outcome.status).toSorted()).toEqual(['fulfilled', 'rejected', 'rejected']);
    const winner = outcomes.find((outcome) => outcome.status === 'fulfilled');
    expect((await at(1)).target).toBe(winner?.status === 'fulfilled' ? winner.value.segment.target : '');
    const unversioned = ['Four.', 'Five.'].map((target) => setSegment(desk, { segment: id, target, by }));
    expect((await Promise.all(unversioned)).map((one) => one.segment.version).toSorted()).toEqual([2, 3]);
  });
  it('goes back to translated over an approval, and stays approved where nothing changed', async () => {
    const { desk, id, set, units } = await opened();
    await set(1, 'The chip is slow.');
    await approve(desk, id, { named: [1] }, { by });
    expect((await set(1, 'The chip is slow.')).segment.state).toBe('approved');
    expect((await set(1, 'This chip is slow.')).segment.state).toBe('translated');
    // The unit stays until the next approval replaces it.
    expect(await units()).toEqual(['The chip is slow.']);
    await approve(desk, id, { named: [1] }, { by });
    expect(await units()).toEqual(['This chip is slow.']);
  });
});

describe('approving', () => {
  it('takes what is translated and blocks the rest, each with its reason', async () => {
    const { desk, id, set, at, units } = await opened();
    await set(1, 'The chip is slow.');
    await set(2, 'The code', 'draft');
    expect(await approve(desk, id, { all: true }, { by })).toEqual({
      approved: 1,
      blocked: [
        { n: 2, why: 'still a draft' },
        { n: 3, why: 'it is empty' },
      ],
    });
    expect(await approve(desk, id, { named: [9] }, { by })).toEqual({
      approved: 0,
      blocked: [{ n: 9, why: 'there is no such segment' }],
    });
    // Naming a draft confirms it; approving twice remembers once and writes nothing.
    expect(await approve(desk, id, { named: [2], ranges: [[1, 1]] }, { by })).toEqual({ approved: 1, blocked: [] });
    expect(await approve(desk, id, { named: [1, 2] }, { by })).toEqual({ approved: 0, blocked: [] });
    expect([(await at(1)).version, (await units()).length]).toEqual([2, 2]);
  });
  it('leaves omitted segments omitted and does not block them', async () => {
    const { desk, id, at } = await opened();
    for (const n of [1, 2, 3]) await omit(desk, (await at(n)).id, { reason: 'cut', by });
    expect(await approve(desk, id, { all: true }, { by })).toEqual({ approved: 0, blocked: [] });
    expect((await at(2)).state).toBe('omitted');
  });
  it('is held back by an error finding unless one insists, which is recorded', async () => {
    const { desk, id, at, set } = await opened('La puce coûte 12 euros.');
    await set(1, 'The chip costs 15 euros.');
    const { blocked } = await approve(desk, id, { all: true }, { by });
    expect(blocked).toMatchObject([{ n: 1, findings: [{ check: 'number', severity: 'error' }] }]);
    await expect(approveSegment(desk, (await at(1)).id, { by })).rejects.toMatchObject({ status: 422 });
    const { segment } = await approveSegment(desk, (await at(1)).id, { by, insist: true });
    expect(segment).toMatchObject({ state: 'approved', provenance: { insisted: ['number'] } });
    const { segment: again } = await withdraw(desk, segment.id, { by });
    expect(again.provenance.insisted).toBeUndefined();
  });
  it('trusts a match of 102 where the desk does', async () => {
    const { desk, id, at } = await opened();
    const { id: segment } = await at(1);
    const suggested = (score: number) => ({
      ...{ segment, target: 'The chip is slow.', state: 'suggested', origin: 'memory', note: null, touched: false },
      provenance: { score },
    });
    const write = async (score: number) =>
      desk.stores.segments.decide({
        writes: [{ ...suggested(score), state: 'suggested', origin: 'memory', basedOn: (await at(1)).version }],
        ...{ remember: [], forget: [], by, at: desk.now() },
      });
    const trusting = { ...desk, trusts102: true };
    await write(101);
    expect(await approve(trusting, id, { ranges: [[1, 1]] }, { by })).toMatchObject({ approved: 0 });
    await write(102);
    expect(await approve(desk, id, { ranges: [[1, 1]] }, { by })).toMatchObject({ approved: 0 });
    expect(await approve(trusting, id, { ranges: [[1, 1]] }, { by })).toMatchObject({ approved: 1 });
  });
  it('teaches nothing on demand', async () => {
    const { desk, id, set, at, units } = await opened();
    await set(1, 'The chip is slow.');
    expect(await approve(desk, id, { all: true }, { by, noMemory: true })).toMatchObject({ approved: 1 });
    expect([(await at(1)).state, await units()]).toEqual(['approved', []]);
  });
  it('remembers the pair with its neighbours', async () => {
    const { desk, id, set } = await opened();
    for (const [n, text] of [
      [1, 'One.'],
      [2, 'Two.'],
    ] as const)
      await set(n, text);
    await approve(desk, id, { named: [1, 2] }, { by });
    expect(await desk.stores.memory.page(0, 10)).toMatchObject([
      { previous: { kind: 'edge' }, next: { kind: 'text', key: 'Le code est libre.' }, taught: 'approve', author: by },
      { previous: { kind: 'text', key: 'La puce est lente.' }, next: { kind: 'text', key: 'Rien ne presse.' } },
    ]);
  });
  it('reads places and ranges', () => {
    expect(selectionOf('1, 4-9,12')).toEqual({ named: [1, 12], ranges: [[4, 9]] });
    for (const wrong of ['', '0', 'a', '4-2', '1,,2', '-3'])
      expect(() => selectionOf(wrong)).toThrow('names no segments');
  });
});

describe('taking back', () => {
  it('withdraws an approval and what it taught', async () => {
    const { desk, id, set, at, units } = await opened();
    await set(1, 'The chip is slow.');
    await expect(withdraw(desk, (await at(1)).id, { by })).rejects.toMatchObject({ code: 'not-approved' });
    await approve(desk, id, { all: true }, { by });
    expect((await withdraw(desk, (await at(1)).id, { by })).segment.state).toBe('translated');
    expect(await units()).toEqual([]);
  });
  it('keeps a pair in the memory as long as another approval of it stands', async () => {
    const desk = freshDesk();
    const [one, other] = [await opened(undefined, desk), await opened(undefined, desk)];
    for (const { id, set } of [one, other]) {
      await set(1, 'The chip is slow.');
      await approve(desk, id, { all: true }, { by });
    }
    const answered = async () =>
      (await desk.stores.memory.exact('fr', 'en', ['La puce est lente.'])).get('La puce est lente.')?.[0]?.target;
    await withdraw(desk, (await one.at(1)).id, { by });
    expect(await answered()).toBe('The chip is slow.');
    await withdraw(desk, (await other.at(1)).id, { by });
    expect(await answered()).toBeUndefined();
  });
  it('rejects with a reason, which stays in the history when the text is mended', async () => {
    const { desk, id, set, at, units } = await opened();
    const { id: segment } = await at(1);
    await expect(reject(desk, segment, { reason: 'wrong', by })).rejects.toMatchObject({ code: 'nothing-to-reject' });
    await set(1, 'The chip is slow.');
    await approve(desk, id, { all: true }, { by });
    await expect(reject(desk, segment, { reason: '  ', by })).rejects.toMatchObject({ code: 'no-reason' });
    expect((await reject(desk, segment, { reason: 'Too harsh.', by })).segment.state).toBe('rejected');
    expect(await units()).toEqual([]);
    expect((await set(1, 'The chip is slow.')).segment.state).toBe('translated');
    const { versions } = await segmentHistory(desk, segment);
    expect(versions.map(({ state, note }) => [state, note])).toContainEqual(['rejected', 'Too harsh.']);
  });
  it('restores any version as a new one', async () => {
    const { desk, set, at } = await opened();
    const { id } = await at(1);
    await set(1, 'One.');
    await set(1, 'Two.');
    expect((await restoreVersion(desk, id, { to: 1, by })).segment).toMatchObject({
      ...{ target: 'One.', state: 'translated', origin: 'restored', version: 3, provenance: { restores: 1 } },
    });
    expect((await restoreVersion(desk, id, { to: 0, by })).segment).toMatchObject({ target: '', state: 'empty' });
    await expect(restoreVersion(desk, id, { to: 9, by })).rejects.toMatchObject({ status: 404 });
  });
});

it('tells who names a segment or an article that does not stand', async () => {
  const { desk, id } = await opened();
  await expect(setSegment(desk, { segment: 99, target: 'x', by })).rejects.toMatchObject({ status: 404 });
  await expect(segmentAt(desk, id, 99)).rejects.toThrow('has no segment 99');
  await expect(approve(desk, 99, { all: true }, { by })).rejects.toMatchObject({ status: 404 });
});
