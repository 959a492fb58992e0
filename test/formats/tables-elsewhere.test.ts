// The table of two columns in the programs in which readers correct it. Each test runs where its program is installed, and says
// loudly where it is not.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { mergeFile } from '../../server/flow/merge-file.ts';
import { pack, unpack, utf8 } from '../../server/formats/zip.ts';
import { installed, leaving, run } from './elsewhere.ts';

const folder = mkdtempSync(join(tmpdir(), 'bitexte-tables-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const pandoc = installed('pandoc', 'pandoc', '--version');
const soffice = installed('LibreOffice', 'soffice', '--version');

/** The table with a translation beside a source, inserted as a tracked change and remarked on, as Word saves it. */
function remarkedOn(
  bytes: Uint8Array,
  source: string,
  target: string,
  comment: { by: string; text: string },
): Uint8Array {
  const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const files = unpack(bytes, 'table.docx');
  const text = (name: string) => new TextDecoder().decode(files.get(name));
  const put = (name: string, content: string) => files.set(name, utf8(content));
  const at = `w:id="900" w:author="${comment.by}" w:date="2026-09-02T08:00:00Z"`;
  const inserted = `<w:ins ${at}><w:r><w:t>${target}</w:t></w:r></w:ins><w:r><w:commentReference w:id="0"/></w:r>`;
  const document = text('word/document.xml').replace(
    new RegExp(`(>${source}<.*?)<w:p/>`),
    (_, before: string) =>
      `${before}<w:p><w:commentRangeStart w:id="0"/><w:commentRangeEnd w:id="0"/>${inserted}</w:p>`,
  );
  put('word/document.xml', document);
  put(
    'word/comments.xml',
    `<?xml version="1.0" encoding="UTF-8"?><w:comments xmlns:w="${word}"><w:comment ${at.replace('900', '0')} w:initials="Z"><w:p><w:r><w:t>${comment.text}</w:t></w:r></w:p></w:comment></w:comments>`,
  );
  put(
    'word/_rels/document.xml.rels',
    `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r9" Type="${office}/comments" Target="comments.xml"/></Relationships>`,
  );
  put(
    '[Content_Types].xml',
    text('[Content_Types].xml').replace(
      '</Types>',
      '<Override PartName="/word/comments.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"/></Types>',
    ),
  );
  return pack(files);
}

describe('a table that a reader corrects elsewhere', () => {
  it.skipIf(!pandoc)(
    'the table that a reader opens and saves as a Word document elsewhere is merged',
    async () => {
      for (const as of ['table', 'table-docx'] as const) {
        const { desk, id, bytes } = await leaving(as, false);
        const [from, out] = [
          join(folder, `${as}.${as === 'table' ? 'html' : 'docx'}`),
          join(folder, `${as}-back.docx`),
        ];
        writeFileSync(
          from,
          Buffer.from(bytes)
            .toString('latin1')
            .replace(/(It is fast\.<\/td><td[^>]*>)/, '$1Elle est rapide.'),
          'latin1',
        );
        expect(run('pandoc', [from, '-o', out])).toMatchObject({ status: 0 });
        const merged = await mergeFile(desk, id, { bytes: readFileSync(out), fileName: 'back.docx' }, 'Agence');
        expect([as, merged]).toMatchObject([as, { updated: as === 'table' ? 1 : 0, unknown: 0, conflicts: [] }]);
      }
    },
    60_000,
  );

  it.skipIf(!soffice)(
    'the table as a Word document, corrected and remarked on, that LibreOffice opens and saves is merged',
    async () => {
      const { desk, id, bytes } = await leaving('table-docx', false);
      const path = join(folder, 'read.docx');
      writeFileSync(path, remarkedOn(bytes, 'It is fast.', 'Elle est rapide.', { by: 'Zoé', text: 'Vraiment ?' }));
      const out = join(folder, 'saved');
      const profile = `-env:UserInstallation=file://${join(folder, 'office')}`;
      const convert = ['--headless', '--norestore', profile, '--convert-to', 'docx:MS Word 2007 XML', '--outdir', out];
      expect(run('soffice', [...convert, path])).toMatchObject({ status: 0 });
      const back = { bytes: readFileSync(join(out, 'read.docx')), fileName: 'read.docx' };
      expect(await mergeFile(desk, id, back, 'Agence')).toMatchObject({
        ...{ updated: 1, unchanged: 1, unknown: 0, conflicts: [], comments: 1 },
      });
      const second = (await desk.stores.segments.of(id))[1]!;
      expect(second).toMatchObject({ target: 'Elle est rapide.', state: 'translated' });
      const versions = await desk.stores.segments.versions(second.id);
      expect(versions.map(({ author, note }) => [author, note])).toEqual([
        ['Agence', null],
        ['Zoé', 'Vraiment ?'],
      ]);
    },
    120_000,
  );
});
