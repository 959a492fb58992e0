import { describe, expect, it } from 'vitest';
import { analyseArticle } from '../../server/flow/analyse-article.ts';
import { approve } from '../../server/flow/approve.ts';
import type { Desk } from '../../server/flow/desk.ts';
import { fillArticle } from '../../server/flow/fill-article.ts';
import { importArticle } from '../../server/flow/import-article.ts';
import { importMemory } from '../../server/flow/import-memory.ts';
import { setSegment } from '../../server/flow/review.ts';
import { segmentAt, showArticle } from '../../server/flow/show-article.ts';
import { finished, freshDesk, textFile } from '../fresh-desk.ts';

const by = 'Zoé';
const nothing = { context: 0, exact: 0, repaired: 0, fuzzy: 0, assembled: 0, machine: 0, propagated: 0, empty: 0 };

async function imported(desk: Desk, text: string) {
  return (await importArticle(desk, { ...textFile(text), from: 'fr', to: 'en' }, by)).id;
}

/** Translates and approves a whole article, a sentence a target. */
async function taught(desk: Desk, text: string, ...targets: string[]) {
  const id = await imported(desk, text);
  for (const [i, target] of targets.entries())
    await setSegment(desk, { segment: (await segmentAt(desk, id, i + 1)).id, target, by });
  await approve(desk, id, { all: true }, { by, insist: true });
}

const fill = (desk: Desk, id: number, over: Partial<Parameters<typeof fillArticle>[2]> = {}) =>
  finished(fillArticle(desk, id, { by, ...over }));

describe('the memory', () => {
  it('answers in context, then exactly, then alike, and leaves the rest empty', async () => {
    const desk = freshDesk();
    await taught(
      desk,
      'La puce est lente. Le code est libre. Le four chauffe déjà bien trop.',
      'The chip is slow.',
      'The code is free.',
      'The oven is already far too hot.',
    );
    const id = await imported(
      desk,
      'La puce est lente. Le code est libre. Rien de tout cela ici. Le code est libre !\nLe four chauffe déjà bien trop fort.',
    );
    expect(await fill(desk, id)).toMatchObject({
      ...nothing,
      context: 1,
      exact: 1,
      repaired: 1,
      fuzzy: 1,
      empty: 1,
      billedCharacters: 0,
      stoppedBy: null,
    });
    expect(await segmentAt(desk, id, 2)).toMatchObject({
      state: 'suggested',
      origin: 'memory',
      provenance: { score: 100, kind: 'exact' },
    });
  });
  it('knows a second coming of the same article wholly, in its context', async () => {
    const desk = freshDesk();
    const text = 'Titre de puce\nLa puce est lente. Le code est libre. La puce est lente.';
    await taught(desk, text, 'Chip title', 'The chip is slow.', 'The code is free.');
    const id = await imported(desk, text);
    expect(await fill(desk, id)).toMatchObject({ ...nothing, context: 3, propagated: 1 });
  });
  it('never takes over by itself what hangs on the day', async () => {
    const desk = freshDesk();
    await taught(desk, 'Lumen a fermé hier.', 'Lumen closed yesterday.');
    const id = await imported(desk, 'Autre phrase avant.\nLumen a fermé hier.');
    expect(await fill(desk, id)).toMatchObject({ exact: 0, empty: 2 });
  });
  it('never writes over a person’s text, and changes nothing when asked again', async () => {
    const desk = freshDesk();
    await taught(desk, 'La puce est lente. Le code est libre.', 'The chip is slow.', 'The code is free.');
    const id = await imported(desk, 'La puce est lente. Le code est libre.');
    await setSegment(desk, { segment: (await segmentAt(desk, id, 1)).id, target: 'My chip', state: 'draft', by });
    const first = await fill(desk, id);
    expect(first).toMatchObject({ ...nothing, context: 1 });
    const versions = (await showArticle(desk, id)).segments.map((one) => one.version);
    expect(await fill(desk, id)).toEqual(first);
    expect((await showArticle(desk, id)).segments.map((one) => [one.target, one.version])).toEqual([
      ['My chip', versions[0]],
      ['The code is free.', versions[1]],
    ]);
  });
  it('takes no suggestion below the least score', async () => {
    const desk = freshDesk();
    await taught(desk, 'Le four chauffe déjà bien trop.', 'The oven is already far too hot.');
    const id = await imported(desk, 'Le four chauffe déjà bien trop fort.');
    expect(await fill(desk, id, { min: 99, dryRun: true })).toMatchObject({ fuzzy: 0, empty: 1 });
    expect(await fill(desk, id, { min: 60, dryRun: true })).toMatchObject({ fuzzy: 1, empty: 0 });
    expect(await segmentAt(desk, id, 1)).toMatchObject({ state: 'empty', version: 0 });
  });
});

describe('a provider', () => {
  const machine = (desk = freshDesk(({ text }) => `EN ${text}`)) => desk;
  it('gets what the memory lacks, each sentence once', async () => {
    const desk = machine();
    await taught(desk, 'La puce est lente.', 'The chip is slow.');
    const id = await imported(desk, 'La puce est lente. Rien ne presse. Rien ne presse.');
    const plan = await fill(desk, id, { dryRun: true });
    expect(plan).toMatchObject({ exact: 1, machine: 1, propagated: 1, empty: 0, billedCharacters: 15 });
    const { plan: _, usage: __, ...planned } = plan;
    expect(await fill(desk, id)).toMatchObject(planned);
    expect(await segmentAt(desk, id, 2)).toMatchObject({
      state: 'suggested',
      origin: 'machine',
      target: 'EN Rien ne presse.',
    });
    expect(await approve(desk, id, { all: true }, { by })).toMatchObject({ approved: 0 });
    expect(await fill(desk, id)).toMatchObject({ machine: 1, billedCharacters: 0 });
  });
  it('is not asked where the memory alone is wanted', async () => {
    const id = await imported(machine(), 'Rien ne presse.');
    expect(await fill(machine(), id, { provider: 'none' }).catch((error) => error.status)).toBe(404);
    const desk = machine();
    expect(await fill(desk, await imported(desk, 'Rien.'), { provider: 'none' })).toMatchObject({
      machine: 0,
      empty: 1,
    });
  });
  it('stops at a signal and says so', async () => {
    const desk = machine();
    const id = await imported(desk, 'Rien ne presse.');
    expect(await fill(desk, id, { signal: AbortSignal.abort() })).toMatchObject({
      empty: 1,
      stoppedBy: { code: 'cancelled' },
    });
  });
});

it('analyses an article by bands that add up', async () => {
  const desk = freshDesk();
  await taught(desk, 'La puce est lente. Le code est libre.', 'The chip is slow.', 'The code is free.');
  const id = await imported(desk, 'La puce est lente. Le code est libre. Rien ne presse. Rien ne presse.');
  const { total, ...bands } = await analyseArticle(desk, id);
  expect(bands).toMatchObject({
    context: { segments: 1, words: 4 },
    exact: { segments: 1 },
    none: { segments: 1, words: 3 },
    repetition: { segments: 1, words: 3 },
  });
  for (const count of ['segments', 'words', 'signs'] as const)
    expect(Object.values(bands).reduce((sum, band) => sum + band[count], 0)).toBe(total[count]);
});

describe('drafts of parts', () => {
  const source = 'Notre centre de données lève dix millions.';
  const KNOWN = `fr\ten
Centre de données.\tData centre.
la start-up lève dix millions\tthe start-up raises ten million
elle lève dix millions en mai\tit raises ten million in May
un rival lève dix millions\ta rival raises ten million
le rival ferme en mai\tthe rival closes in May
`;

  async function knowing(machine?: () => string) {
    const desk = freshDesk(machine);
    const open = async function* () {
      yield new TextEncoder().encode(KNOWN);
    };
    await finished(importMemory(desk, { name: 'known.tsv', open }, { by }));
    return { desk, id: await imported(desk, `Rien de pareil ici\n${source} Autre chose encore. ${source}`) };
  }
  it('are put together only where somebody asks, saying which words they cover', async () => {
    const { desk, id } = await knowing();
    expect(await fill(desk, id)).toMatchObject({ ...nothing, empty: 4 });
    const counts = { ...nothing, assembled: 1, propagated: 1, empty: 2 };
    expect(await fill(desk, id, { assemble: true, dryRun: true })).toMatchObject(counts);
    expect((await segmentAt(desk, id, 2)).state).toBe('empty');
    expect(await fill(desk, id, { assemble: true })).toMatchObject(counts);
    const { target, state, origin, provenance } = await segmentAt(desk, id, 2);
    expect({ target, state, origin }).toEqual({
      target: 'Notre data centre raises ten million.',
      state: 'suggested',
      origin: 'assembled',
    });
    expect(provenance).toEqual({
      kind: 'assembled',
      reasons: [
        { name: 'covered', points: 43, words: 'centre de données' },
        { name: 'covered', points: 43, words: 'lève dix millions' },
      ],
    });
    expect(await fill(desk, id, { assemble: true })).toMatchObject(counts);
  });
  it('give way to any match, and come after the machine', async () => {
    const { desk, id } = await knowing();
    await fill(desk, id, { assemble: true });
    await taught(desk, source, 'Our data centre has raised ten million.');
    await fill(desk, id);
    expect(await segmentAt(desk, id, 2)).toMatchObject({ origin: 'memory', state: 'suggested' });
    const other = await knowing(() => 'By machine');
    expect(await fill(other.desk, other.id, { assemble: true })).toMatchObject({
      machine: 3,
      propagated: 1,
      assembled: 0,
    });
  });
  it('are never written over a person’s text', async () => {
    const { desk, id } = await knowing();
    await setSegment(desk, { segment: (await segmentAt(desk, id, 2)).id, target: 'Ours', state: 'draft', by });
    expect(await fill(desk, id, { assemble: true })).toMatchObject({ assembled: 0 });
    expect(await segmentAt(desk, id, 2)).toMatchObject({ target: 'Ours', state: 'draft' });
  });
});
