// An article that came as an XLIFF, and the same file back from a translator who worked on it in a tool of theirs.
import { describe, expect, it } from 'vitest';
import { importArticle } from '../../server/flow/import-article.ts';
import { mergeFile } from '../../server/flow/merge-file.ts';
import { setSegment } from '../../server/flow/review.ts';
import { showArticle } from '../../server/flow/show-article.ts';
import { freshDesk } from '../fresh-desk.ts';

const by = 'Ada';

const unit = (id: string, source: string, target = '', more = '') =>
  `<trans-unit id="${id}"${more}><source>${source}</source>${target === '' ? '' : `<target>${target}</target>`}</trans-unit>`;
const file = (...units: string[]) =>
  new TextEncoder().encode(
    `<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:mq="MQXliff"><file original="a" source-language="en" target-language="fr" datatype="x-a"><body>${units.join('')}</body></file></xliff>`,
  );

async function owned(...units: string[]) {
  const desk = freshDesk();
  const { id } = await importArticle(desk, { bytes: file(...units), fileName: 'a.xlf' }, by);
  const segments = async () => (await showArticle(desk, id)).segments;
  const texts = async () => (await segments()).map(({ target }) => target);
  const back = (...changed: string[]) => mergeFile(desk, id, { bytes: file(...changed), fileName: 'b.xlf' }, by);
  const say = async (at: number, text: string) =>
    setSegment(desk, { segment: (await segments())[at]?.id ?? 0, target: text, by });
  return { segments, texts, back, say };
}

describe('an owner’s file that a translator changed', () => {
  it('replaces what the file said itself where nobody here has written, once', async () => {
    const { texts, back } = await owned(unit('a', 'One.', 'Un'), unit('b', 'Two.'));
    const changed = [unit('a', 'One.', 'Un.'), unit('b', 'Two.', 'Deux.')];
    expect(await back(...changed)).toMatchObject({ updated: 2, conflicts: [], unknown: 0 });
    expect(await texts()).toEqual(['Un.', 'Deux.']);
    expect(await back(...changed)).toMatchObject({ updated: 0, unchanged: 2, conflicts: [] });
  });

  it('never overwrites what a person here or another translator has written meanwhile', async () => {
    const { texts, back, say } = await owned(unit('a', 'One.', 'Un'), unit('b', 'Two.', 'Deux'));
    await say(0, 'Un !');
    await back(unit('a', 'One.', 'Un'), unit('b', 'Two.', 'Deux.'));
    const { conflicts } = await back(unit('a', 'One.', 'Un.'), unit('b', 'Two.', 'Deux !'));
    expect(conflicts).toMatchObject([
      { before: 'Un', ours: 'Un !', theirs: 'Un.' },
      { before: 'Deux', ours: 'Deux.', theirs: 'Deux !' },
    ]);
    expect(await texts()).toEqual(['Un !', 'Deux.']);
  });

  it('says of a repetition what it has not said before', async () => {
    const { texts, back } = await owned(unit('a', 'OK', 'Bien'), unit('b', 'OK'), unit('c', 'OK'));
    expect(await texts()).toEqual(['Bien', 'Bien', 'Bien']);
    const told = await back(unit('a', 'OK', 'Bien'), unit('b', 'OK', 'D’accord'), unit('c', 'OK'));
    expect(told).toMatchObject({ updated: 1, unchanged: 2, conflicts: [] });
    expect(await texts()).toEqual(['Bien', 'D’accord', 'Bien']);
  });

  it('is matched by its own ids, though they look like ours', async () => {
    const { texts, back, say } = await owned(unit('2', 'OK', 'Oui'), unit('1', 'OK', 'D’accord'), unit('3', 'End.'));
    await say(0, 'Bien');
    const told = await back(unit('1', 'OK', 'D’accord'), unit('2', 'OK', 'Oui'), unit('3', 'End.', 'Fin.'));
    expect(told).toMatchObject({ updated: 1, unchanged: 2, conflicts: [], unknown: 0 });
    expect(await texts()).toEqual(['Bien', 'D’accord', 'Fin.']);
  });

  it('names its languages as programs do', async () => {
    const desk = freshDesk();
    const bytes = new TextEncoder().encode(
      new TextDecoder()
        .decode(file(unit('a', 'One.')))
        .replace('"fr"', '"fr_CA"')
        .replace('"en"', '"en_US"'),
    );
    expect(await importArticle(desk, { bytes, fileName: 'a.xlf' }, by)).toMatchObject({ from: 'en-US', to: 'fr-CA' });
  });

  it('knows what it does not give to translate', async () => {
    const { back } = await owned(unit('a', 'One.'), unit('b', 'NVMe', '', ' translate="no"'));
    expect(await back(unit('a', 'One.', 'Un.'), unit('b', 'NVMe', '', ' translate="no"'))).toMatchObject({
      updated: 1,
      unknown: 0,
    });
  });

  it('brings as begun what its tool calls begun', async () => {
    const begun = ' mq:status="PartiallyEdited"';
    const { segments, back } = await owned(unit('a', 'One.', '', ' mq:status="NotStarted"'));
    await back(unit('a', 'One.', 'Un', begun));
    expect(await segments()).toMatchObject([{ target: 'Un', state: 'draft' }]);
    await back(unit('a', 'One.', 'Un', ' mq:status="ManuallyConfirmed"'));
    expect(await segments()).toMatchObject([{ target: 'Un', state: 'translated' }]);
  });
});
