import { beforeEach, describe, expect, it } from 'vitest';
import { approve } from '../../server/flow/approve.ts';
import type { Desk } from '../../server/flow/desk.ts';
import { type ExportKind, exportArticle } from '../../server/flow/export-article.ts';
import { importArticle } from '../../server/flow/import-article.ts';
import { mergeFile } from '../../server/flow/merge-file.ts';
import { setSegment } from '../../server/flow/review.ts';
import { pack, unpack, utf8 } from '../../server/formats/zip.ts';
import type { Segment } from '../../server/model.ts';
import { freshDesk } from '../fresh-desk.ts';

const PAGE = '<h1>Une puce</h1><p>Elle <b>chauffe</b> vite. Elle coûte cher.</p><p>Personne ne la veut.</p>';

let desk: Desk;
let id: number;

beforeEach(async () => {
  desk = freshDesk();
  const bytes = new TextEncoder().encode(PAGE);
  id = (await importArticle(desk, { bytes, fileName: 'puce.html', from: 'fr', to: 'en' }, 'Ada')).id;
});

const segments = () => desk.stores.segments.of(id);
const at = async (n: number) => (await segments())[n - 1] as Segment;
const set = async (n: number, target: string) => setSegment(desk, { segment: (await at(n)).id, target, by: 'Ada' });

async function sent(as: ExportKind, fillEmpty = false): Promise<string> {
  const { bytes } = await exportArticle(desk, id, { as, fillEmpty });
  return new TextDecoder().decode(bytes);
}

const back = (text: string, fileName = 'back.xlf') =>
  mergeFile(desk, id, { bytes: new TextEncoder().encode(text), fileName }, 'Ada');

const returned = (bytes: Uint8Array, fileName: string) => mergeFile(desk, id, { bytes, fileName }, 'Ada');

/** The document as a reader saves it, with a comment of theirs. */
function edited(bytes: Uint8Array, change: (xml: string) => string): Uint8Array {
  const files = unpack(bytes, 'a.docx');
  const part = 'word/document.xml';
  files.set(part, utf8(change(new TextDecoder().decode(files.get(part)))));
  const said = '<w:comment w:id="7" w:author="Relectrice"><w:p><w:r><w:t>An animal?</w:t></w:r></w:p></w:comment>';
  files.set('word/comments.xml', utf8(`<w:comments>${said}</w:comments>`));
  return pack(files);
}

/** The agency's work: a target behind the source of that text. */
function translated(text: string, source: string, target: string): string {
  const close = `${source}</source>`;
  expect(text).toContain(close);
  return text.replace(close, `${close}<target>${target}</target>`);
}

describe.each(['xliff', 'xliff2'] as const)('an outside translator’s %s file', (as) => {
  it('brings translations, at most as translated, and the same file again changes nothing', async () => {
    await set(2, 'It runs <1>hot</1> fast.');
    const returned = translated(await sent(as), 'Une puce', 'A chip');
    expect(await back(returned)).toMatchObject({ updated: 1, unchanged: 3, conflicts: [], unknown: 0 });
    expect(await at(1)).toMatchObject({ target: 'A chip', state: 'translated', origin: 'imported' });
    const version = (await at(1)).version;
    expect(await back(returned)).toMatchObject({ updated: 0, unchanged: 4 });
    expect((await at(1)).version).toBe(version);
  });

  it('never overwrites what was changed here since it left: both sides are shown', async () => {
    await set(3, 'It is dear.');
    const left = await sent(as);
    await set(3, 'It is expensive.');
    const merged = await back(left.replace('It is dear.', 'It costs a lot.'));
    expect(merged.conflicts).toEqual([
      expect.objectContaining({ n: 3, before: 'It is dear.', ours: 'It is expensive.', theirs: 'It costs a lot.' }),
    ]);
    expect(await at(3)).toMatchObject({ target: 'It is expensive.' });
  });

  it('takes over what only they changed, also over an approval, which it ends', async () => {
    await set(4, 'Nobody wants it.');
    await approve(desk, id, { ranges: [[4, 4]] }, { by: 'Bo' });
    const merged = await back((await sent(as)).replace('Nobody wants it.', 'No one wants it.'));
    expect(merged.updated).toBe(1);
    expect(await at(4)).toMatchObject({ target: 'No one wants it.', state: 'translated' });
  });

  it('keeps the codes of the segment under their own numbers', async () => {
    await set(2, 'It <1>overheats</1> fast.');
    await back((await sent(as)).replace('overheats', 'runs hot'));
    expect(await at(2)).toMatchObject({ target: 'It <1>runs hot</1> fast.' });
  });

  it('names units of another article, and refuses a file that has nothing of this one', async () => {
    const left = (await sent(as)).replace('Une puce</source>', 'Une mouche</source>');
    expect(await back(left)).toMatchObject({ unknown: 1, unknownUnits: [{ source: 'Une mouche' }] });
    const other = left.replaceAll(/<source([^>]*)>/g, '<source$1>Non ');
    await expect(back(other)).rejects.toMatchObject({ code: 'wrong-article' });
  });

  it('takes a copied source for no translation', async () => {
    expect(await back(await sent(as, true))).toMatchObject({ updated: 0, unchanged: 4 });
  });
});

it('a source that XML cannot hold is known again, and its translation is no other one', async () => {
  const text = `<xliff version="2.0" srcLang="fr" trgLang="en"><file id="f"><unit id="u"><segment state="translated"><source>Ctrl<cp hex="0003"/></source><target> Ctrl<cp hex="0003"/></target></segment></unit></file></xliff>`;
  id = (await importArticle(desk, { bytes: new TextEncoder().encode(text), fileName: 'a.xlf' }, 'Ada')).id;
  expect(await back(await sent('xliff'))).toMatchObject({ updated: 0, unchanged: 1, unknown: 0, conflicts: [] });
});

it('a sign that one kind of file cannot hold is no change of the translator’s', async () => {
  const bell = String.fromCharCode(7);
  await set(1, `A${bell} chip`);
  for (const as of ['xliff', 'xliff2'] as const)
    expect(await back(await sent(as))).toMatchObject({ updated: 0, conflicts: [] });
  expect((await at(1)).target).toBe(`A${bell} chip`);
});

it.each(['xliff', 'xliff2'] as const)('codes that the translation alone has come back in %s', async (as) => {
  const text =
    '<xliff version="1.2"><file original="a" source-language="fr" target-language="en" datatype="x"><body><trans-unit id="1"><source>Une puce</source><target state="translated">A <bpt id="1">&lt;b&gt;</bpt>chip<ept id="1">&lt;/b&gt;</ept></target></trans-unit></body></file></xliff>';
  id = (await importArticle(desk, { bytes: new TextEncoder().encode(text), fileName: 'a.xlf' }, 'Ada')).id;
  const [{ target } = { target: '' }] = await segments();
  const file = await sent(as);
  expect(await back(file)).toMatchObject({ updated: 0, unchanged: 1 });
  expect(await back(file.replace(/(<target.*)chip/, '$1flea'))).toMatchObject({ updated: 1 });
  expect((await at(1)).target).toBe(target.replace('chip', 'flea'));
});

describe('a table in which nobody has written anything', () => {
  it('confirms no suggestion', async () => {
    const first = await at(1);
    const suggested = {
      segment: first.id,
      target: 'A chip',
      state: 'suggested',
      origin: 'machine',
      provenance: {},
    } as const;
    const writes = [{ ...suggested, basedOn: 0, touched: false, note: null, by: 'none' }];
    await desk.stores.segments.decide({ writes, remember: [], forget: [], by: 'none', at: desk.now() });
    const page = await sent('table');
    expect(page).toContain('A chip');
    expect(await back(page, 'a.html')).toMatchObject({ updated: 0, unchanged: 4 });
    expect(await back(page.replace('A chip', 'One chip'), 'a.html')).toMatchObject({ updated: 1, unchanged: 3 });
  });

  it('holds sources that are no translations, unless it says that they are none', async () => {
    expect(await back(await sent('table', true), 'a.html')).toMatchObject({ updated: 0, unchanged: 4 });
    const copied = (await sent('table')).replace('Une puce</td><td lang="en">', 'Une puce</td><td lang="en">Une puce');
    expect(await back(copied.replace(/<meta name="bitexte[^>]*>/, ''), 'a.html')).toMatchObject({ updated: 0 });
    expect(await back(copied, 'a.html')).toMatchObject({ updated: 1 });
  });
});

describe('what comes back beside translations', () => {
  it('puts remarks into the history under the name that the file gives them, once', async () => {
    const returned = (await sent('xliff')).replace(
      'Une puce</source>',
      'Une puce</source><target>A chip</target><note from="Agence Wu">Ou « microchip » ?</note>',
    );
    expect(await back(returned)).toMatchObject({ updated: 1, comments: 1 });
    expect(await back(returned)).toMatchObject({ updated: 0, comments: 0 });
    const versions = await desk.stores.segments.versions((await at(1)).id);
    expect(versions.map(({ author, target, note }) => [author, target, note])).toEqual([
      ['Ada', 'A chip', null],
      ['Agence Wu', 'A chip', 'Ou « microchip » ?'],
    ]);
  });

  it('takes back the table that a reader corrected in any program', async () => {
    await set(2, 'It runs <1>hot</1> fast.');
    await set(3, 'It is deer.');
    const page = await sent('table');
    expect(page).toContain('not translated');
    const corrected = page.replace('deer', 'dear &amp; rare').replaceAll(/<tr id="s\d+"/g, '<TR');
    expect(await back(corrected, 'back.html')).toMatchObject({ updated: 1, unchanged: 3, unknown: 0 });
    expect(await at(3)).toMatchObject({ target: 'It is dear & rare.', state: 'translated' });
    expect(await at(2)).toMatchObject({ target: 'It runs <1>hot</1> fast.' });
  });

  it('takes back the table as a Word document, tracked changes accepted and comments as remarks', async () => {
    await set(2, 'It runs <1>hot</1> fast.');
    await set(3, 'It is deer.');
    const { bytes, fileName } = await exportArticle(desk, id, { as: 'table-docx' });
    expect(fileName).toBe('puce.fr-en.docx');
    expect(await returned(bytes, 'puce.docx')).toMatchObject({ updated: 0, unchanged: 4, unknown: 0 });
    const changed = edited(bytes, (xml) =>
      xml
        .replace(
          '<w:t xml:space="preserve">It is deer.</w:t>',
          '<w:t>It is </w:t></w:r><w:del><w:r><w:delText>deer</w:delText></w:r></w:del><w:ins><w:r><w:t>dear</w:t></w:r></w:ins><w:r><w:t>.</w:t><w:commentReference w:id="7"/>',
        )
        // Other programs drop names that they do not know.
        .replaceAll(/<w:bookmark(Start|End)[^>]*>/g, ''),
    );
    expect(await returned(changed, 'puce.docx')).toMatchObject({ updated: 1, unchanged: 3, unknown: 0, comments: 1 });
    expect(await at(3)).toMatchObject({ target: 'It is dear.', state: 'translated' });
    const versions = await desk.stores.segments.versions((await at(3)).id);
    expect(versions.at(-1)).toMatchObject({ author: 'Relectrice', note: 'An animal?' });
    expect(await at(2)).toMatchObject({ target: 'It runs <1>hot</1> fast.' });
  });

  it('tells rows of one source apart by their order where a program dropped their names', async () => {
    const bytes = new TextEncoder().encode('Un titre\n\nUne phrase ici.\n\nUne phrase ici.\n');
    id = (await importArticle(desk, { bytes, fileName: 'a.txt', from: 'fr', to: 'en' }, 'Ada')).id;
    await set(2, 'A sentence.');
    const page = (await sent('table')).replaceAll(/ id="s\d+"/g, '');
    const [before = '', behind = ''] = page.split(/(?<=A sentence\..*)A sentence\./s);
    expect(await back(`${before}One here.${behind}`, 'a.html')).toMatchObject({ updated: 1, unchanged: 2, unknown: 0 });
    expect([(await at(2)).target, (await at(3)).target]).toEqual(['A sentence.', 'One here.']);
  });

  it('lets repetitions follow of which the file says nothing', async () => {
    const bytes = new TextEncoder().encode('Un titre\nUne phrase ici.\nUne phrase ici.\n');
    id = (await importArticle(desk, { bytes, fileName: 'a.txt', from: 'fr', to: 'en' }, 'Ada')).id;
    const left = await sent('xliff');
    const second = (await at(3)).id;
    const only = left.replace(new RegExp(`<group[^>]*><trans-unit id="${second}".*?</group>`), '');
    await back(translated(only, 'Une phrase ici.', 'A sentence here.'));
    expect(await at(3)).toMatchObject({ target: 'A sentence here.', origin: 'propagated' });
  });

  it('takes the row of languages for none, whatever name a program gave it', async () => {
    const page = (await sent('table')).replace(/<thead><tr>.*<\/thead>/, '<tr id="s1"><td>fr</td><td>en</td></tr>');
    expect(await back(page, 'a.html')).toMatchObject({ updated: 0, unchanged: 4, unknown: 0 });
  });

  it('refuses what is neither XLIFF nor a table', async () => {
    await expect(back('<p>Bonjour</p>', 'x.html')).rejects.toMatchObject({ code: 'unknown-format' });
    const memory = '<tmx version="1.4"><header/><body/></tmx>';
    await expect(back(memory, 'm.tmx')).rejects.toThrow(/m\.tmx is a memory \(TMX\), not an article/);
  });
});
