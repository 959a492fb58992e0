// A later version of an owner's XLIFF brings what its owner has said of the translation meanwhile.
import { describe, expect, it } from 'vitest';
import { approve } from '../../server/flow/approve.ts';
import { exportArticle } from '../../server/flow/export-article.ts';
import { segmentHistory } from '../../server/flow/history.ts';
import { importArticle } from '../../server/flow/import-article.ts';
import { setSegment } from '../../server/flow/review.ts';
import { showArticle } from '../../server/flow/show-article.ts';
import { updateArticle } from '../../server/flow/update-article.ts';
import { freshDesk } from '../fresh-desk.ts';

const by = 'Ada';

/** A unit of 1.2: its source, its target with attributes, and what comes behind. */
const unit = (id: string, source: string, target = '', more = '') =>
  `<trans-unit id="${id}"><source>${source}</source>${target}${more}</trans-unit>`;
const target = (text: string, state = 'translated') => `<target state="${state}">${text}</target>`;
const file = (...units: string[]) =>
  new TextEncoder().encode(
    `<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a.docx" source-language="en" target-language="fr" datatype="x-docx"><body>${units.join('')}</body></file></xliff>`,
  );

async function owned(...units: string[]) {
  const desk = freshDesk();
  const { id } = await importArticle(desk, { bytes: file(...units), fileName: 'a.xlf' }, by);
  const segments = async () => (await showArticle(desk, id)).segments;
  const later = (...changed: string[]) => updateArticle(desk, id, { bytes: file(...changed), fileName: 'b.xlf' }, 'Bo');
  const say = async (at: number, text: string) =>
    setSegment(desk, { segment: (await segments())[at]?.id ?? 0, target: text, by });
  return { desk, id, segments, later, say };
}

describe('a later file of the owner', () => {
  it('that says nothing new changes nothing', async () => {
    const units = [unit('1', 'One.', target('Un.', 'final')), unit('2', 'Two.', '', '<note>Short</note>')];
    const { segments, later } = await owned(...units);
    const before = (await segments()).map(({ version, state, target: text }) => [version, state, text]);
    expect(await later(...units)).toMatchObject({ unchanged: 2, taken: 0, kept: 0 });
    expect((await segments()).map(({ version, state, target: text }) => [version, state, text])).toEqual(before);
  });

  it('gives its translations to segments without one, at most as translated', async () => {
    const { desk, segments, later } = await owned(unit('1', 'One.'), unit('2', 'Two.'));
    const units = [unit('1', 'One.', target('Un.', 'final')), unit('2', 'Two.', target('Deux', 'needs-translation'))];
    expect(await later(...units)).toMatchObject({ unchanged: 2, taken: 2, kept: 0 });
    const [first, second] = await segments();
    expect(first).toMatchObject({ target: 'Un.', state: 'translated', origin: 'imported' });
    expect(second).toMatchObject({ target: 'Deux', state: 'draft', origin: 'imported' });
    const { versions } = await segmentHistory(desk, first?.id ?? 0);
    expect(versions.at(-1)).toMatchObject({ author: 'Bo', provenance: { file: 'b.xlf' } });
  });

  it('replaces its own earlier translation that nobody here has touched, again and again', async () => {
    const { segments, later } = await owned(unit('1', 'One.', target('Un')));
    for (const text of ['Un.', 'Une.']) {
      expect(await later(unit('1', 'One.', target(text)))).toMatchObject({ taken: 1, kept: 0 });
      expect((await segments())[0]).toMatchObject({ target: text, state: 'translated' });
    }
  });

  it('says of a repetition what it has not said before', async () => {
    const { segments, later } = await owned(unit('1', 'OK', target('Bien')), unit('2', 'OK'));
    expect(await later(unit('1', 'OK', target('Bien')), unit('2', 'OK', target('D’accord')))).toMatchObject({
      kept: 0,
    });
    expect(await segments()).toMatchObject([{ target: 'Bien' }, { target: 'D’accord' }]);
  });

  it('never overwrites what a person here wrote, and tells so', async () => {
    const { desk, id, segments, later, say } = await owned(unit('1', 'One.', target('Un')), unit('2', 'Two.'));
    await say(0, 'Et d’un.');
    await say(1, 'Deux.');
    await approve(desk, id, { named: [2] }, { by, insist: true });
    const units = [unit('1', 'One.', target('Unique.')), unit('2', 'Two.', target('Paire.'))];
    expect(await later(...units)).toMatchObject({ taken: 0, kept: 2 });
    expect((await segments()).map(({ target: text, state }) => [text, state])).toEqual([
      ['Et d’un.', 'translated'],
      ['Deux.', 'approved'],
    ]);
    // What was said is known now.
    expect(await later(...units)).toMatchObject({ taken: 0, kept: 0 });
  });

  it('brings sentences with their translations, and translations of changed sentences', async () => {
    const { segments, later } = await owned(unit('1', 'The chip runs hot.', target('La puce chauffe.')));
    const units = [
      unit('1', 'The new chip runs hot.', target('La nouvelle puce chauffe.')),
      unit('2', 'Rennes waits.', target('Rennes attend.')),
    ];
    expect(await later(...units)).toMatchObject({ changed: 1, added: 1, taken: 2 });
    expect((await segments()).map(({ target: text, state }) => [text, state])).toEqual([
      ['La nouvelle puce chauffe.', 'translated'],
      ['Rennes attend.', 'translated'],
    ]);
  });

  it('has its suggestions shown only where nothing stands', async () => {
    const match = (text: string) => `<alt-trans match-quality="90%"><target>${text}</target></alt-trans>`;
    const { segments, later, say } = await owned(unit('1', 'One.'), unit('2', 'Two.'));
    await say(1, 'Deux.');
    await later(unit('1', 'One.', '', match('Un.')), unit('2', 'Two.', '', match('Paire.')));
    expect((await segments()).map(({ target: text, state }) => [text, state])).toEqual([
      ['Un.', 'suggested'],
      ['Deux.', 'translated'],
    ]);
  });

  it('brings new remarks into the history, once', async () => {
    const { desk, segments, later, say } = await owned(unit('1', 'One.'));
    await say(0, 'Un.');
    const units = [unit('1', 'One.', '', '<note from="Chief">Watch the rhyme</note>')];
    await later(...units);
    await later(...units);
    const [segment] = await segments();
    expect(segment).toMatchObject({ target: 'Un.', state: 'translated' });
    const { versions } = await segmentHistory(desk, segment?.id ?? 0);
    expect(versions.map(({ note }) => note)).toEqual([null, 'Chief: Watch the rhyme']);
  });

  it('goes back with what was decided here', async () => {
    const { desk, id, later, say } = await owned(unit('1', 'One.'));
    await say(0, 'Un.');
    await later(unit('1', 'One.', target('Unique.'), '<note>n</note>'));
    const { bytes } = await exportArticle(desk, id, { as: 'article', allowIncomplete: true });
    expect(new TextDecoder().decode(bytes)).toContain(
      '<source>One.</source><target state="needs-review-translation">Un.</target><note>n</note>',
    );
  });
});
