// An XLIFF that comes in as an article and goes back to its owner: with the owner's cuts, whatever was cut anew here.
import { describe, expect, it } from 'vitest';
import { approve } from '../../server/flow/approve.ts';
import { exportArticle } from '../../server/flow/export-article.ts';
import { fillArticle } from '../../server/flow/fill-article.ts';
import { importArticle } from '../../server/flow/import-article.ts';
import { mergeFile } from '../../server/flow/merge-file.ts';
import { joinSegment, splitSegment } from '../../server/flow/recut.ts';
import { reject } from '../../server/flow/reject.ts';
import { setSegment } from '../../server/flow/review.ts';
import { showArticle } from '../../server/flow/show-article.ts';
import { updateArticle } from '../../server/flow/update-article.ts';
import { withdraw } from '../../server/flow/withdraw.ts';
import { lint } from '../../server/formats/lint.ts';
import { finished, freshDesk } from '../fresh-desk.ts';

const by = 'Ada';
const TWELVE = `<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a.docx" source-language="en" target-language="fr" datatype="x-docx"><body><trans-unit id="u"><source>It is <g id="7">hot</g>. It is wet.</source><seg-source><mrk mtype="seg" mid="1">It is <g id="7">hot</g>.</mrk> <mrk mtype="seg" mid="2">It is wet.</mrk></seg-source></trans-unit></body></file></xliff>`;
const TWO = `<xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="en" trgLang="fr"><file id="f"><unit id="u"><segment id="a"><source>It is <pc id="7">hot</pc>.</source></segment><ignorable><source> </source></ignorable><segment id="b"><source>It is wet.</source></segment></unit></file></xliff>`;

async function taken(text: string) {
  const desk = freshDesk();
  const { id } = await importArticle(desk, { bytes: new TextEncoder().encode(text), fileName: 'a.xlf' }, by);
  const ids = async () => (await showArticle(desk, id)).segments.map((segment) => segment.id);
  const sent = async () =>
    new TextDecoder().decode((await exportArticle(desk, id, { as: 'article', allowIncomplete: true })).bytes);
  const said = async (segment: number | undefined, target: string) =>
    setSegment(desk, { segment: segment ?? 0, target, by, state: 'translated' });
  return { desk, id, ids, sent, said };
}

it.each([
  [
    '1.2',
    TWELVE,
    '<target state="final"><mrk mtype="seg" mid="1">Il fait <g id="7">chaud</g> et humide.</mrk> <mrk mtype="seg" mid="2"></mrk></target>',
  ],
  [
    '2.0',
    TWO,
    '<target>Il fait <pc id="7">chaud</pc> et humide.</target></segment><ignorable><source> </source></ignorable><segment id="b" state="final"><source>It is wet.</source><target></target>',
  ],
])('two segments of %s that were joined go back as two, the first with the text of both', async (_, text, expected) => {
  const { desk, id, ids, sent, said } = await taken(text);
  const joined = await joinSegment(desk, (await ids())[0] ?? 0, { by });
  expect(await sent()).toBe(text);
  await said(
    joined.id,
    joined.source.replace('It is', 'Il fait').replace('hot', 'chaud').replace('. It is wet', ' et humide'),
  );
  await approve(desk, id, { all: true }, { by, insist: true });
  expect(await sent()).toContain(expected);
  expect(lint(await sent())).toEqual([]);
});

it.each([
  ['1.2', TWELVE, ['needs-translation', 'needs-review-translation']],
  ['2.0', TWO, ['state="initial" subState="bitexte:draft"', 'state="translated"']],
])(
  'a segment of %s that was split goes back as one, and as begun while a part is open',
  async (_, text, [begun, done]) => {
    const { desk, ids, sent, said } = await taken(text);
    await splitSegment(desk, (await ids())[1] ?? 0, { offset: 5, by });
    const [first, second, third] = await ids();
    for (const [segment, target] of [
      [first, 'Chaud.'],
      [second, 'Il fait'],
    ] as const)
      await said(segment, target);
    expect(await sent()).toContain(begun);
    await said(third, 'humide.');
    expect(await sent()).toContain(`Il fait humide.</${text === TWO ? 'target' : 'mrk'}>`);
    expect(await sent()).toContain(done);
    expect(await sent()).not.toContain(begun);
  },
);

it('an approval that is withdrawn or turned into a rejection is told by the states of 1.2', async () => {
  const { desk, id, ids, sent, said } = await taken(TWELVE);
  for (const segment of await ids()) await said(segment, 'Voilà.');
  await approve(desk, id, { all: true }, { by, insist: true });
  expect(await sent()).toMatch(/<trans-unit id="u" approved="yes">.*<target state="final">/);
  const [first] = await ids();
  await withdraw(desk, first ?? 0, { by });
  expect(await sent()).toMatch(/<trans-unit id="u">.*<target state="needs-review-translation">/);
  await reject(desk, first ?? 0, { by, reason: 'Faute d’orthographe' });
  expect(await sent()).toContain('<target state="needs-review-translation" state-qualifier="rejected-spelling">');
});

it('what Phrase calls confirmed goes back confirmed, and nothing else changes', async () => {
  const unit = (id: number, confirmed: number) =>
    `<trans-unit id="j:${id}" m:confirmed="${confirmed}" m:locked="false"><source>It is <g id="1">${id}</g>.</source><target></target></trans-unit>`;
  const text = `<xliff version="1.2" xmlns:m="http://www.memsource.com/mxlf/2.0"><file original="a" source-language="en" target-language="fr" datatype="x"><body>${unit(1, 0)}${unit(2, 0)}</body></file></xliff>`;
  const { ids, sent, said } = await taken(text);
  await said((await ids())[0], 'C’est <1>1</1>.');
  expect(await sent()).toBe(text.replace(unit(1, 0), unit(1, 1).replace('<target>', '<target>C’est <g id="1">1</g>.')));
});

describe('what its owner has locked', () => {
  const file = (unit: string) =>
    `<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:mq="MQXliff" xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0" xmlns:m="http://www.memsource.com/mxlf/2.0"><file original="a" source-language="en" target-language="fr" datatype="x"><body>${unit}<trans-unit id="free"><source>It is wet.</source></trans-unit></body></file></xliff>`;
  const memoq = (target: string) =>
    file(
      `<trans-unit id="1" mq:status="ManuallyConfirmed" mq:locked="locked"><source>It is hot.</source><target>${target}</target></trans-unit>`,
    );
  const phrase = memoq('').replace('mq:status="ManuallyConfirmed" mq:locked="locked"', 'm:locked="true"');
  const sdl = file(
    '<trans-unit id="1"><source>It is hot.</source><seg-source><mrk mtype="seg" mid="7">It is hot.</mrk></seg-source><target><mrk mtype="seg" mid="7"></mrk></target><sdl:seg-defs><sdl:seg id="7" conf="Draft" locked="true"/></sdl:seg-defs></trans-unit>',
  );

  it.each([
    ['memoQ', memoq('')],
    ['Phrase', phrase],
    ['SDL', sdl],
  ])('is shown and told, but not filled: %s', async (_, text) => {
    const desk = freshDesk(() => 'Machine');
    const bytes = new TextEncoder().encode(text);
    const { id, notices } = await importArticle(desk, { bytes, fileName: 'a.xlf' }, by);
    expect(notices).toMatchObject([{ code: 'locked', values: { segments: 1 } }]);
    await finished(fillArticle(desk, id, { by, provider: 'deepl' }));
    const { segments } = await showArticle(desk, id);
    expect(segments).toMatchObject([
      { source: 'It is hot.', target: '', state: 'omitted', provenance: { locked: true } },
      { target: 'Machine', state: 'suggested' },
    ]);
    const { bytes: sent } = await exportArticle(desk, id, { as: 'article', allowIncomplete: true });
    expect(new TextDecoder().decode(sent)).toBe(text);
  });

  it('keeps its translation and its state, also where a returned file has another one', async () => {
    const text = memoq('Chaud.');
    const { desk, id, ids, sent, said } = await taken(text);
    await approve(desk, id, { all: true }, { by, insist: true });
    expect(await sent()).toBe(text);
    const bytes = new TextEncoder().encode(memoq('Froid.'));
    const { updated, conflicts } = await mergeFile(desk, id, { bytes, fileName: 'b.xlf' }, by);
    expect({ updated, conflicts }).toMatchObject({ updated: 0, conflicts: [{ ours: 'Chaud.', theirs: 'Froid.' }] });
    await said((await ids())[0], 'Brûlant.');
    expect(await sent()).toContain('Brûlant.');
  });
});

it.each([
  [
    '1.2',
    TWELVE.replace(
      '</seg-source>',
      '</seg-source><target><mrk mtype="seg" mid="1">Il fait <g id="7">chaud</g>.</mrk> <mrk mtype="seg" mid="2"><mrk mtype="x-sdl-comment" cid="9">Humide.</mrk></mrk></target>',
    ),
  ],
  [
    '2.0',
    TWO.replace(
      'It is wet.</source>',
      'It is wet.</source><target><mrk id="m9" type="comment" value="Sure?">Humide.</mrk></target>',
    ),
  ],
])('a mark of %s around all of a translation stays around the new one', async (_, text) => {
  const { ids, sent, said } = await taken(text);
  await said((await ids())[1], 'Il pleut.');
  expect(await sent()).toMatch(
    /<mrk (mtype="x-sdl-comment" cid="9"|id="m9" type="comment" value="Sure\?")>Il pleut\.<\/mrk>/,
  );
});

it('marks inside of a translation that is replaced are told to be gone', async () => {
  const { desk, id, ids, said } = await taken(
    TWO.replace(
      'It is wet.</source>',
      'It is wet.</source><target>Il est <mrk id="m9" type="term">humide</mrk>.</target>',
    ),
  );
  const notices = async () => (await exportArticle(desk, id, { as: 'article', allowIncomplete: true })).notices;
  await said((await ids())[0], 'Il fait <7>chaud</7>.');
  expect(await notices()).toEqual([]);
  await said((await ids())[1], 'Il pleut.');
  expect(await notices()).toEqual([expect.stringContaining('In 1 of the segments marks')]);
});

it('a unit that Phrase has at a later step of the work is confirmed for that step', async () => {
  const unit = (confirmed: number) =>
    `<trans-unit id="j:1" m:confirmed="${confirmed}"><source>It is hot.</source><target>${confirmed === 0 ? '' : 'Chaud.'}</target></trans-unit>`;
  const file = (confirmed: number) =>
    `<xliff version="1.2" xmlns:m="http://www.memsource.com/mxlf/2.0" m:level="2"><file original="a" source-language="en" target-language="fr" datatype="x"><body>${unit(confirmed)}</body></file></xliff>`;
  const { ids, sent, said } = await taken(file(0));
  await said((await ids())[0], 'Chaud.');
  expect(await sent()).toBe(file(2));
  const again = await taken(file(2));
  expect((await showArticle(again.desk, again.id)).segments[0]?.state).toBe('translated');
});

it('a repetition of which a file says nothing has what it says of the first', async () => {
  const unit = (id: number, target: string) =>
    `<trans-unit id="${id}"><source>It is <g id="${id}">hot</g>.</source>${target}</trans-unit>`;
  const file = `<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a" source-language="en" target-language="fr" datatype="x"><body>${unit(1, '')}${unit(2, '')}</body></file></xliff>`;
  const told = file.replace(unit(1, ''), unit(1, '<target>Il fait <g id="1">chaud</g>.</target>'));
  const followers = [{ state: 'translated' }, { state: 'translated', target: 'Il fait <2>chaud</2>.', touched: false }];
  const first = await taken(told);
  expect((await showArticle(first.desk, first.id)).segments).toMatchObject(followers);
  expect(await first.sent()).toBe(told);
  await approve(first.desk, first.id, { all: true }, { by, insist: true });
  expect(await first.sent()).toContain('<target state="final">Il fait <g id="2">chaud</g>.</target>');
  const later = await taken(file);
  await updateArticle(later.desk, later.id, { bytes: new TextEncoder().encode(told), fileName: 'a.xlf' }, by);
  expect((await showArticle(later.desk, later.id)).segments).toMatchObject(followers);
});

it.each([
  ['1.2', TWELVE.replace('target-language="fr"', 'target-language=""')],
  ['1.2', TWELVE.replace('target-language="fr"', 'target-language="en"')],
  ['2.0', TWO.replace('trgLang="fr"', 'trgLang="EN"')],
])(
  'a template of %s, which names no language to translate into, goes back in the one that was asked for',
  async (_, text) => {
    const { desk, id, ids, sent, said } = await taken(text);
    expect(await desk.stores.articles.get(id)).toMatchObject({ from: 'en', to: 'fr' });
    expect(await sent()).toBe(text);
    await said((await ids())[1], 'Il fait humide.');
    expect(await sent()).toMatch(/(target-language|trgLang)="fr"/);
  },
);
