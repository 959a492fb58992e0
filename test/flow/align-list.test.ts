// An archive of published pairs: gone through pair by pair, stopped and taken up, and reported.
import { describe, expect, it } from 'vitest';
import { NotFound } from '../../server/errors.ts';
import { correctAlignment } from '../../server/flow/align-desk.ts';
import { alignList, type ListedPair } from '../../server/flow/align-list.ts';
import { finished, freshDesk, textFile } from '../fresh-desk.ts';
import { ENGLISH, FRENCH } from '../text/rocket.ts';

const CAKE = [
  'Beat the butter until it is soft and pale.',
  'Add the sugar, a little at a time.',
  'Fold in flour and milk with a wooden spoon.',
  'Pour everything into a greased tin.',
  'Bake until golden, then let it cool on a rack.',
];
const FILES: Record<string, readonly string[]> = {
  'a.fr': FRENCH,
  'a.en': ENGLISH,
  'b.fr': FRENCH.slice(0, 5),
  'b.en': ENGLISH.slice(0, 5).map((one) => one.replace('98%', '89%')),
  'cake.en': CAKE,
};
const pair = (source: string, target: string): ListedPair => ({ source, target, from: 'fr', to: 'en' });
const ALL = [pair('a.fr', 'a.en'), pair('b.fr', 'b.en'), pair('a.fr', 'cake.en'), pair('a.fr', 'missing.en')];

function archive() {
  const desk = freshDesk();
  const stop = new AbortController();
  const read = async (name: string) => {
    const text = FILES[name];
    if (!text) throw new NotFound(`there is no file ${name}`);
    return textFile(text.join('\n'), name);
  };
  const go = (above: number | null, signal = stop.signal) => alignList(desk, ALL, { read, by: 'Maud', above, signal });
  return { desk, stop, go };
}

describe('an archive', () => {
  it('is aligned, told and left on the desk; nothing enters the memory unasked', async () => {
    const { desk, go } = archive();
    const report = await finished(go(null));
    expect(report).toMatchObject({ pairs: 4, aligned: 2, known: 0, remembered: 0, counts: { pairs: 12, flagged: 1 } });
    expect(report.refused).toMatchObject([{ target: 'cake.en', why: expect.stringContaining('not a translation') }]);
    expect(report.failed).toMatchObject([{ target: 'missing.en' }]);
    expect(Object.values(report.confidence).reduce((sum, n) => sum + n, 0)).toBe(12);
    expect(report.lookFirst[0]).toMatchObject({ source: 'b.fr', alignment: 2 });
    expect((await desk.stores.memory.stats()).units).toBe(0);
    expect(await desk.stores.alignments.list()).toHaveLength(3);
  });

  it('is not gone through twice: what people corrected stays, what is no translation is not tried again', async () => {
    const { desk, go } = archive();
    await finished(go(null));
    const out = { at: 0, removed: 1, beads: [{ source: [0], target: [0], decided: 'out' as const }] };
    await correctAlignment(desk, 1, { version: 1, ...out }, 'Maud');
    const again = await finished(go(null));
    expect(again).toMatchObject({ aligned: 0, known: 2, counts: { out: 1 } });
    expect(again.refused).toHaveLength(1);
    expect(await desk.stores.alignments.list()).toHaveLength(3);
  });

  it('goes on where it was stopped', async () => {
    const { desk, stop, go } = archive();
    for await (const { done } of go(null)) if (done === 1) stop.abort();
    expect(await desk.stores.alignments.list()).toHaveLength(1);
    expect(await finished(go(null, new AbortController().signal))).toMatchObject({ aligned: 1, known: 1 });
  });

  it('is remembered above a score, once; what a check doubts waits', async () => {
    const { desk, go } = archive();
    const first = await finished(go(0.5));
    const { units } = await desk.stores.memory.stats();
    expect(units).toBeGreaterThan(0);
    expect(first.remembered).toBeGreaterThanOrEqual(units);
    const texts = (await desk.stores.memory.page(0, 100)).map(({ target }) => target);
    expect(texts.filter((text) => text.includes('89%'))).toEqual([]);
    const imports = (await desk.stores.memory.imports()).length;
    expect((await finished(go(0.5))).remembered).toBe(first.remembered);
    expect((await desk.stores.memory.imports()).length).toBe(imports);
  });
});
