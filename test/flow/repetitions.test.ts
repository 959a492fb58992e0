// Who follows whom: untouched repetitions follow their first occurrence, and a stray copy follows the body.
import { describe, expect, it } from 'vitest';
import { approve } from '../../server/flow/approve.ts';
import { importArticle } from '../../server/flow/import-article.ts';
import { omit } from '../../server/flow/omit.ts';
import { propagate, undoPropagate } from '../../server/flow/propagate.ts';
import { setSegment } from '../../server/flow/review.ts';
import { segmentAt, showArticle } from '../../server/flow/show-article.ts';
import { freshDesk, textFile } from '../fresh-desk.ts';

const by = 'Zoé';
const THRICE = 'Titre\nRien ne presse. La puce est lente. Rien ne presse.\nLe code est libre. Rien ne presse.';

async function opened(text = THRICE) {
  const desk = freshDesk();
  const { id } = await importArticle(desk, { ...textFile(text), from: 'fr', to: 'en' }, by);
  const at = (n: number) => segmentAt(desk, id, n);
  const set = async (n: number, target: string) => setSegment(desk, { segment: (await at(n)).id, target, by });
  const texts = async () => (await showArticle(desk, id)).segments.map((one) => `${one.state} ${one.target}`.trim());
  return { desk, id, at, set, texts };
}

describe('an untouched repetition', () => {
  it('has the text and the state of the first, and one unit in the memory', async () => {
    const { desk, id, set, at, texts } = await opened();
    const { followed } = await set(2, 'There is no hurry.');
    expect(followed.map((one) => one.n)).toEqual([4, 6]);
    expect(await at(4)).toMatchObject({
      origin: 'propagated',
      provenance: { follows: (await at(2)).id },
      touched: false,
    });
    expect(await approve(desk, id, { all: true }, { by })).toMatchObject({ approved: 3 });
    expect((await texts()).filter((one) => one === 'approved There is no hurry.')).toHaveLength(3);
    expect((await desk.stores.memory.stats()).units).toBe(1);
    await set(2, 'No hurry.');
    expect((await texts()).filter((one) => one === 'translated No hurry.')).toHaveLength(3);
  });
  it('is left alone once a person has changed it', async () => {
    const { desk, set, at, texts } = await opened();
    await set(4, 'Nothing is urgent.');
    await set(2, 'There is no hurry.');
    expect((await texts())[3]).toBe('translated Nothing is urgent.');
    expect((await texts())[5]).toBe('translated There is no hurry.');
    await omit(desk, (await at(2)).id, { reason: 'cut', by });
    expect([(await texts())[3], (await texts())[5]]).toEqual(['translated Nothing is urgent.', 'omitted']);
  });
  it('goes on following where a person writes the text that it has', async () => {
    const { desk, id, set, at, texts } = await opened();
    for (const n of [2, 4, 6]) await set(n, 'There is no hurry.');
    expect((await at(6)).touched).toBe(false);
    await approve(desk, id, { all: true }, { by });
    expect((await desk.stores.memory.stats()).units).toBe(1);
    expect((await texts())[5]).toBe('approved There is no hurry.');
  });
  it('takes the text on demand, and gives it back', async () => {
    const { desk, set, at, texts } = await opened();
    await set(4, 'Nothing is urgent.');
    await set(2, 'There is no hurry.');
    expect((await propagate(desk, (await at(2)).id, { by })).map((one) => one.n)).toEqual([4]);
    expect((await texts())[3]).toBe('translated There is no hurry.');
    await undoPropagate(desk, (await at(2)).id, { by });
    expect((await texts())[3]).toBe('translated Nothing is urgent.');
  });
  it('carries its own codes', async () => {
    const desk = freshDesk();
    const html = '<p>Un. <b>Rien ne presse.</b></p><p><i>Deux</i> fois. <b>Rien ne presse.</b></p>';
    const file = { bytes: new TextEncoder().encode(html), fileName: 'a.html', from: 'fr', to: 'en' };
    const { id } = await importArticle(desk, file, by);
    const first = await segmentAt(desk, id, 2);
    const [code] = first.codes;
    await setSegment(desk, { segment: first.id, target: `<${code?.id}>No hurry.</${code?.id}>`, by });
    const follower = await segmentAt(desk, id, 4);
    const own = follower.codes[0]?.id;
    expect(follower.target).toBe(`<${own}>No hurry.</${own}>`);
  });
});

describe('a stray copy', () => {
  const body =
    'Lumen a présenté sa puce mardi à Rennes. Elle tient douze heures sur une batterie ordinaire, sans chauffer.\nL’usine ouvrira avant l’hiver, promet la société. Elle emploiera trois cents personnes, dont la moitié vient de la région.';
  const page = `${body}\nLumen grave sa puce\n${body}`;
  it('follows the body although it stands before it', async () => {
    const { desk, id, set, at, texts } = await opened(page);
    // 1-4 are the copy, 5 the title, 6-9 the body.
    await set(6, 'Lumen unveiled its chip on Tuesday in Rennes.');
    expect((await texts())[0]).toBe('translated Lumen unveiled its chip on Tuesday in Rennes.');
    expect((await at(1)).provenance.follows).toBe((await at(6)).id);
    expect(await approve(desk, id, { all: true }, { by })).toMatchObject({ approved: 2 });
    expect((await desk.stores.memory.stats()).units).toBe(1);
    await set(6, 'Lumen showed its chip in Rennes on Tuesday.');
    expect((await texts())[0]).toBe('translated Lumen showed its chip in Rennes on Tuesday.');
  });
  it('leads the body where a person writes there', async () => {
    const { set, texts } = await opened(page);
    await set(1, 'Lumen unveiled its chip on Tuesday in Rennes.');
    expect((await texts())[5]).toBe('translated Lumen unveiled its chip on Tuesday in Rennes.');
  });
});
