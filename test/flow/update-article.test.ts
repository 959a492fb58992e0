import { describe, expect, it } from 'vitest';
import { approve } from '../../server/flow/approve.ts';
import { diffArticle, segmentHistory } from '../../server/flow/history.ts';
import { importArticle } from '../../server/flow/import-article.ts';
import { setSegment } from '../../server/flow/review.ts';
import { showArticle } from '../../server/flow/show-article.ts';
import { updateArticle } from '../../server/flow/update-article.ts';
import { freshDesk, textFile } from '../fresh-desk.ts';

const by = 'Zoé';
const FIRST =
  'Lumen grave sa puce\nLumen a levé 12 millions de francs. Le code est libre. « La puce chauffe », dit Maud Roy.\nRien ne presse. L’usine ouvrira à Rennes.';
const TARGETS = [
  'Lumen etches its chip',
  'Lumen raised 12 million francs.',
  'The code is free.',
  '“The chip runs hot,” says Maud Roy.',
  'There is no hurry.',
  'The plant will open in Rennes.',
];

/** An article of {@link FIRST}, approved, and then its later source. */
async function updated(later: string) {
  const desk = freshDesk();
  const { id } = await importArticle(desk, { ...textFile(FIRST), from: 'fr', to: 'en' }, by);
  for (const [i, { id: segment }] of (await showArticle(desk, id)).segments.entries())
    await setSegment(desk, { segment, target: TARGETS[i] ?? '', by });
  await approve(desk, id, { all: true }, { by, insist: true });
  const before = (await showArticle(desk, id)).segments;
  const counts = await updateArticle(desk, id, textFile(later), by);
  return { desk, id, before, counts, segments: (await showArticle(desk, id)).segments };
}

describe('a later source', () => {
  it('that is the same changes nothing but its version', async () => {
    const { counts, segments, before } = await updated(FIRST);
    expect(counts).toMatchObject({ version: 2, unchanged: 6, changed: 0, moved: 0, added: 0, removed: 0 });
    expect(segments.map(({ id, state, version }) => [id, state, version])).toEqual(
      before.map(({ id, version }) => [id, 'approved', version]),
    );
  });
  it('keeps approvals where only spaces, apostrophes or quote marks changed', async () => {
    const { counts, segments } = await updated(
      FIRST.replace('L’usine', "L'usine")
        .replace('« La puce chauffe »', '«\u00a0La puce chauffe\u00a0»')
        .replace('« La puce', '" La puce'),
    );
    expect(counts).toMatchObject({ unchanged: 6, changed: 0 });
    expect(segments.every((segment) => segment.state === 'approved')).toBe(true);
    expect(segments.find((one) => one.source.startsWith("L'usine"))?.target).toBe('The plant will open in Rennes.');
  });
  it('has its new number carried over, for a person to confirm', async () => {
    const { counts, segments } = await updated(FIRST.replace('12', '15'));
    expect(counts).toMatchObject({ unchanged: 5, changed: 1 });
    expect(segments[1]).toMatchObject({
      state: 'suggested',
      origin: 'repaired',
      target: 'Lumen raised 15 million francs.',
    });
    expect(segments[1]?.provenance.raw).toBe('Lumen raised 12 million francs.');
  });
  it('leaves a draft where words changed', async () => {
    const { desk, id, segments, counts } = await updated(FIRST.replace('est libre', 'est désormais libre'));
    expect(counts).toMatchObject({ changed: 1, added: 0, removed: 0 });
    expect(segments[2]).toMatchObject({ state: 'draft', target: 'The code is free.' });
    expect(await approve(desk, id, { all: true }, { by })).toMatchObject({ blocked: [{ n: 3, why: 'still a draft' }] });
    const { versions } = await segmentHistory(desk, segments[2]?.id ?? 0);
    expect(versions.map((version) => [version.sourceVersion, version.source])).toContainEqual([
      1,
      'Le code est libre.',
    ]);
    expect(versions.at(-1)).toMatchObject({ sourceVersion: 2, source: 'Le code est désormais libre.' });
  });
  it('takes moved sentences along with their ids, and tells what came and went', async () => {
    const [title, one, two] = FIRST.split('\n');
    const { counts, segments, before } = await updated(
      [title, 'Tout à fait autre chose arrive ici.', two, one?.replace('Le code est libre. ', '')].join('\n'),
    );
    expect(counts).toMatchObject({ version: 2, unchanged: 3, changed: 0, moved: 2, added: 1, removed: 1 });
    expect(segments.map((one) => one.id)).toEqual([0, null, 4, 5, 1, 3].map((i) => (i === null ? 7 : before[i]?.id)));
    expect(segments.filter((one) => one.state === 'approved')).toHaveLength(5);
  });
  it('is compared with the one before, and with any', async () => {
    const { desk, id } = await updated(FIRST.replace('12', '15').replace(' Le code est libre.', ''));
    await updateArticle(desk, id, textFile(FIRST.replace('12', '15')), by);
    const kinds = async (from: number, to: number) =>
      (await diffArticle(desk, id, { from, to })).segments.map((one) => one.kind);
    expect((await kinds(1, 2)).toSorted()).toEqual([
      'changed',
      'removed',
      'unchanged',
      'unchanged',
      'unchanged',
      'unchanged',
    ]);
    expect((await kinds(2, 3)).filter((kind) => kind !== 'unchanged')).toEqual(['added']);
    const changed = (await diffArticle(desk, id, { from: 1, to: 2 })).segments.find((one) => one.kind === 'changed');
    expect(changed?.changes.map((change) => [change.kind, change.text])).toContainEqual(['insert', '15']);
    await expect(diffArticle(desk, id, { from: 1, to: 9 })).rejects.toMatchObject({ status: 404 });
  });
  it('that cannot be read changes nothing', async () => {
    const { desk, id, before } = await updated(FIRST);
    await expect(updateArticle(desk, id, textFile(''), by)).rejects.toMatchObject({ code: 'empty-file' });
    expect((await showArticle(desk, id)).version).toBe(2);
    expect((await showArticle(desk, id)).segments.length).toBe(before.length);
  });
  it('that is a file of another format, or none of an article, changes nothing', async () => {
    const { desk, id } = await updated(FIRST);
    const bring = (text: string, fileName: string) => updateArticle(desk, id, textFile(text, fileName), by);
    const xliff =
      '<xliff version="1.2"><file source-language="fr"><body><trans-unit id="1"><source>a</source></trans-unit></body></file></xliff>';
    await expect(bring(xliff, 'a.txt')).rejects.toMatchObject({ code: 'other-format', status: 415 });
    await expect(bring('<tmx version="1.4"><body/></tmx>', 'a.txt')).rejects.toMatchObject({ code: 'unknown-format' });
    const zip = Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0);
    await expect(updateArticle(desk, id, { bytes: zip, fileName: 'a.docx' }, by)).rejects.toMatchObject({
      name: 'UserError',
    });
    const named = { ...textFile(FIRST), format: 'html' as const };
    await expect(updateArticle(desk, id, named, by)).rejects.toMatchObject({ code: 'other-format' });
    expect((await showArticle(desk, id)).version).toBe(2);
  });
  it('gives a new repetition the text of the first', async () => {
    const { segments } = await updated(`${FIRST} Rien ne presse.`);
    expect(segments.at(-1)).toMatchObject({ target: 'There is no hurry.', state: 'approved', origin: 'propagated' });
  });
});
