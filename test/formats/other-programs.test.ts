// Files that pandoc 2.17 and LibreOffice 7.4 made of one text of ours (test/cases/formats/puces.*) make the round trip.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadFormat, readDocument, writeDocument } from '../../server/formats/format.ts';
import { unpack } from '../../server/formats/zip.ts';

await loadFormat({ format: 'markdown' });

const FILES = [
  'pandoc.docx',
  'pandoc.odt',
  'pandoc.md',
  'libreoffice.docx',
  'libreoffice.odt',
  'libreoffice.html',
] as const;
type File = (typeof FILES)[number];

const folder = mkdtempSync(join(tmpdir(), 'bitexte-programs-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const bytesOf = (file: File) =>
  new Uint8Array(readFileSync(new URL(`../cases/formats/puces.${file}`, import.meta.url)));

/** The file with each of its texts changed, codes and all else kept. */
function changed(file: File) {
  const bytes = bytesOf(file);
  const document = readDocument(bytes, { fileName: `puces.${file}` });
  const texts = document.blocks.map(({ text }) => `${text} Fin.`);
  const written = writeDocument(bytes, document.format, document.blocks, texts).bytes;
  return { bytes, document, texts, written };
}

const WORDS = [
  'cloud',
  'le rapport',
  'Premier point',
  'Lumen',
  'La suite',
  'Selon le groupe',
  'Une plaquette de silicium',
];

describe.each(FILES)('%s', (file) => {
  it('is read whole, with the roles that the program wrote', () => {
    const { document } = changed(file);
    const said = document.blocks.map(({ text }) => text).join('\n');
    for (const words of WORDS) expect(said).toContain(words);
    expect(document.title).toBe('Les puces qui manquent');
    const roles = document.blocks.map(({ role }) => role);
    for (const role of ['title', 'crosshead', 'list', 'quote', 'body']) expect(roles).toContain(role);
  });

  it('comes back byte for byte where nothing is new', () => {
    const { bytes, document } = changed(file);
    const same = document.blocks.map(({ text }) => text);
    expect(writeDocument(bytes, document.format, document.blocks, same).bytes).toBe(bytes);
  });

  it('holds new texts where the old ones stood, and all else as it was', () => {
    const { bytes, document, texts, written } = changed(file);
    const again = readDocument(written, { fileName: `puces.${file}` });
    expect(again.blocks.map(({ text }) => text)).toEqual(texts);
    expect(again.blocks.map(({ codes }) => codes.map(({ type }) => type))).toEqual(
      document.blocks.map(({ codes }) => codes.map(({ type }) => type)),
    );
    if (!/\.(?:docx|odt)$/.test(file)) return;
    const [before, after] = [unpack(bytes, 'before'), unpack(written, 'after')];
    const other = [...before].filter(([part, one]) => !Buffer.from(one).equals(Buffer.from(after.get(part) ?? [])));
    const holding = new Set(document.blocks.map(({ layout }) => (layout as { part: string }).part));
    expect([...after.keys()]).toEqual([...before.keys()]);
    expect(other.map(([part]) => part).every((part) => holding.has(part))).toBe(true);
  });
});

function installed(command: string): boolean {
  const found = spawnSync(command, ['--version']).status === 0;
  if (!found) console.warn(`SKIPPED: ${command} is not installed, so nothing is known of what it makes of our files.`);
  return found;
}

const pandoc = installed('pandoc');
const soffice = installed('soffice');

/** What a program reads in a file of ours, as plain text. */
function plainText(program: 'pandoc' | 'soffice', file: File): string {
  const name = `ours.${file}`;
  writeFileSync(join(folder, name), changed(file).written);
  if (program === 'pandoc')
    return spawnSync('pandoc', [join(folder, name), '-t', 'plain'], { encoding: 'utf8' }).stdout;
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  const args = [
    '--headless',
    profile,
    '--convert-to',
    'txt:Text (encoded):UTF8',
    '--outdir',
    folder,
    join(folder, name),
  ];
  spawnSync('soffice', args, { timeout: 100_000 });
  return readFileSync(join(folder, name.replace(/\.\w+$/, '.txt')), 'utf8');
}

describe('programs open what we write', () => {
  it.skipIf(!pandoc)(
    'pandoc',
    () => {
      for (const file of ['libreoffice.docx', 'libreoffice.odt'] as const) {
        const said = plainText('pandoc', file);
        for (const words of ['attend', 'Premier point Fin.', 'Lumen Fin.']) expect(said).toContain(words);
      }
    },
    60_000,
  );
  it.skipIf(!soffice)(
    'LibreOffice',
    () => expect(plainText('soffice', 'pandoc.docx')).toContain('Premier point Fin.'),
    120_000,
  );
});
