// A published pair on the alignment desk: taken in, damaged, mended, remembered, and taken back.
import { describe, expect, it } from 'vitest';
import {
  alignmentOf,
  alignTaken,
  correctAlignment,
  forgetAlignment,
  realign,
  rememberAlignment,
  takePair,
} from '../../server/flow/align-desk.ts';
import { importArticle } from '../../server/flow/import-article.ts';
import { publishedArticle, publishedText } from '../../server/flow/published.ts';
import { type Correction, joined } from '../../server/text/align-corrections.ts';
import { finished, freshDesk, textFile } from '../fresh-desk.ts';
import { ENGLISH, FRENCH } from '../text/rocket.ts';

const by = 'Maud';
const page = (sentences: readonly string[], fileName: string, more = {}) => ({
  ...textFile(sentences.join('\n'), fileName),
  ...more,
});
const never = new AbortController().signal;

/** A desk with the rocket's pair, aligned. */
async function aligned(french = FRENCH, english = ENGLISH) {
  const desk = freshDesk();
  const source = await publishedText(page(french, 'fusee.fr.txt', { address: 'https://example.org/fusee' }), 'fr');
  const target = await publishedText(page(english, 'rocket.en.txt', { date: '2026-03-01' }), 'en');
  const id = await takePair(desk, { source, target, from: 'fr', to: 'en' }, by);
  await finished(alignTaken(desk, id, never));
  const correct = async (correction: Correction | null) => {
    const { version } = await alignmentOf(desk, id);
    if (!correction) throw new Error('nothing to correct');
    return correctAlignment(desk, id, { ...correction, version }, by);
  };
  const beads = async () => (await alignmentOf(desk, id)).beads;
  const shown = async () => (await beads()).map((one) => `${one.source.join('+')}:${one.target.join('+')}`);
  return { desk, id, correct, beads, shown };
}

describe('a pair on the alignment desk', () => {
  it('is noted, aligned and open, with its documents', async () => {
    const { desk, id } = await aligned();
    const { source: _, target: __, beads, ...alignment } = await alignmentOf(desk, id);
    expect(alignment).toMatchObject({
      ...{ id, from: 'fr', to: 'en', state: 'open', version: 1, remembered: null, createdBy: by },
      documents: [
        { name: 'fusee.fr.txt', address: 'https://example.org/fusee', date: null },
        { name: 'rocket.en.txt', date: '2026-03-01' },
      ],
      counts: { beads: 7, pairs: 7 },
    });
    expect(beads).toHaveLength(7);
    expect(await desk.stores.alignments.list()).toMatchObject([{ id, state: 'open' }]);
    expect((await desk.stores.memory.stats()).units).toBe(0);
  });

  it('takes a correction, judges what lies around again, and gives back what it changed', async () => {
    const { correct, beads, shown } = await aligned();
    const before = await beads();
    const changed = await correct(joined(before, 2));
    expect(await shown()).toEqual(['0:0', '1:1', '2+3:2+3', '4:4', '5:5', '6:6']);
    const patched = [...before.slice(0, changed.at), ...changed.beads, ...before.slice(changed.at + changed.removed)];
    expect(patched).toEqual(await beads());
    expect(patched[2]).toMatchObject({ decided: 'made', score: 1 });
  });

  it('refuses a correction that loses a sentence, and one over an older version', async () => {
    const { desk, id, correct, beads } = await aligned();
    await expect(correct({ at: 0, removed: 1, beads: [{ source: [0], target: [], decided: null }] })).rejects.toThrow(
      /each sentence/,
    );
    await correct(joined(await beads(), 0));
    const late = { version: 1, ...(joined(await beads(), 0) as Correction) };
    await expect(correctAlignment(desk, id, late, 'Ines')).rejects.toMatchObject({
      ...{ code: 'conflict', current: { version: 2 } },
    });
  });

  it('finds a damaged stretch again, and takes one bead apart', async () => {
    const { desk, id, correct, shown } = await aligned();
    await correct({
      ...{ at: 2, removed: 3 },
      beads: [
        { source: [2], target: [], decided: null },
        { source: [3], target: [2], decided: null },
        { source: [4], target: [3, 4], decided: null },
      ],
    });
    await realign(desk, id, { version: 2, from: 2, to: 5 }, by);
    expect(await shown()).toEqual(['0:0', '1:1', '2:2', '3:3', '4:4', '5:5', '6:6']);
    await correct({ at: 2, removed: 2, beads: [{ source: [2, 3], target: [2, 3], decided: 'made' }] });
    await realign(desk, id, { version: 4, from: 2, to: 3, apart: true }, by);
    expect(await shown()).toEqual(['0:0', '1:1', '2:2', '3:3', '4:4', '5:5', '6:6']);
    await expect(realign(desk, id, { version: 5, from: 3, to: 3 }, by)).rejects.toThrow(/beads that stand/);
  });

  it('is remembered whole with where it came from, and taken back whole', async () => {
    const { desk, id } = await aligned();
    const done = await rememberAlignment(desk, id, { version: 1, above: 0.5 }, by);
    const [unit] = await desk.stores.memory.page(0, 1);
    expect(done.added).toBe((await desk.stores.memory.stats()).units);
    expect(unit).toMatchObject({
      ...{ source: FRENCH[0], target: ENGLISH[0], taught: 'align' },
      properties: {
        documents: 'fusee.fr.txt + rocket.en.txt',
        'source-address': 'https://example.org/fusee',
        'target-date': '2026-03-01',
      },
    });
    expect((await alignmentOf(desk, id)).remembered).toMatchObject({ version: 1, units: done.added });
    await forgetAlignment(desk, id, by);
    expect((await desk.stores.memory.stats()).units).toBe(0);
    await expect(forgetAlignment(desk, id, by)).rejects.toThrow(/in the memory/);
  });

  it('is remembered anew after a correction: what it no longer says goes, what it still says stays', async () => {
    const { desk, id, correct, beads } = await aligned();
    const first = await rememberAlignment(desk, id, { version: 1, above: 0.5 }, by);
    await correct({ at: 3, removed: 1, beads: [{ source: [3], target: [3], decided: 'out' }] });
    expect((await beads())[3]?.decided).toBe('out');
    await rememberAlignment(desk, id, { version: 2, above: 0.5 }, by);
    const texts = (await desk.stores.memory.page(0, 100)).map(({ source }) => source);
    expect(texts).toHaveLength(first.added - 1);
    expect(texts).not.toContain(FRENCH[3]);
  });

  it('knows that its pairs are out of the memory when somebody took the import back', async () => {
    const { desk, id } = await aligned();
    const done = await rememberAlignment(desk, id, { version: 1 }, by);
    await desk.stores.memory.undoImport(done.import);
    expect((await alignmentOf(desk, id)).remembered).toBeNull();
  });

  it('lets a pair wait whose number differs, however sure the bead is', async () => {
    const english = ENGLISH.map((one) => one.replace('98%', '89%'));
    const { desk, id, beads } = await aligned(FRENCH, english);
    const at = (await beads()).findIndex((bead) => bead.source.includes(2));
    expect((await beads())[at]).toMatchObject({ source: [2], target: [2], flags: ['number'] });
    await rememberAlignment(desk, id, { version: 1, above: 0 }, by);
    const texts = (await desk.stores.memory.page(0, 100)).map(({ source }) => source);
    expect(texts).not.toContain(FRENCH[2]);
    await correctAlignment(
      desk,
      id,
      { version: 1, at, removed: 1, beads: [{ source: [2], target: [2], decided: 'kept' }] },
      by,
    );
    await rememberAlignment(desk, id, { version: 2, above: 0 }, by);
    expect((await desk.stores.memory.page(0, 100)).map(({ source }) => source)).toContain(FRENCH[2]);
  });

  it('is refused where one text is not the other’s translation, and says so from then on', async () => {
    const cake = [
      'Beat the butter until it is soft and pale.',
      'Add the sugar, a little at a time.',
      'Fold in flour and milk with a wooden spoon.',
      'Pour everything into a greased tin.',
      'Bake until golden, then let it cool on a rack.',
    ];
    const desk = freshDesk();
    const source = await publishedText(page(FRENCH, 'fusee.txt'), 'fr');
    const target = await publishedText(page(cake, 'cake.txt'), 'en');
    const id = await takePair(desk, { source, target, from: 'fr', to: 'en' }, by);
    await expect(finished(alignTaken(desk, id, never))).rejects.toMatchObject({ code: 'not-a-translation' });
    expect(await alignmentOf(desk, id)).toMatchObject({ state: 'refused', why: expect.stringContaining('cake.txt') });
    await expect(rememberAlignment(desk, id, { version: 1 }, by)).rejects.toMatchObject({ code: 'not-aligned' });
  });

  it('needs two languages and a sentence on each side', async () => {
    const desk = freshDesk();
    const text = await publishedText(page(FRENCH, 'a.txt'), 'fr');
    const empty = await publishedText(page(['***'], 'b.txt'), 'en');
    await expect(takePair(desk, { source: text, target: text, from: 'fr', to: 'fr-CA' }, by)).rejects.toThrow(
      /two languages/,
    );
    await expect(takePair(desk, { source: text, target: empty, from: 'fr', to: 'en' }, by)).rejects.toThrow(/b\.txt/);
  });

  it('may be an article of the desk', async () => {
    const desk = freshDesk();
    const { id } = await importArticle(desk, { ...page(FRENCH, 'a.txt'), from: 'fr', to: 'en', title: 'Aurore' }, by);
    const text = await publishedArticle(desk, id);
    expect(text.sentences).toEqual(FRENCH);
    expect(text.document).toEqual({ name: 'Aurore', address: null, date: null, article: id });
    await expect(publishedArticle(desk, 99)).rejects.toThrow(/no article 99/);
  });

  it('is taken off the list and brought back', async () => {
    const { desk, id } = await aligned();
    expect(await desk.stores.alignments.remove(id, desk.now())).toBe(true);
    expect(await desk.stores.alignments.list()).toEqual([]);
    await expect(alignmentOf(desk, id)).rejects.toThrow(/no alignment/);
    expect(await desk.stores.alignments.undelete(id)).toBe(true);
    expect(await desk.stores.alignments.list()).toHaveLength(1);
  });
});
