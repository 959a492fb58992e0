import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bitexte, build } from './bitexte.ts';

let folder: string;
beforeAll(() => {
  build();
  folder = mkdtempSync(join(tmpdir(), 'bitexte-cli-'));
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true }));

const PATIENCE = 60_000;
const file = (name: string, content: string | Uint8Array) => writeFileSync(join(folder, name), content);
const json = (text: string) => JSON.parse(text) as Record<string, unknown>;

test(
  'paragraphs from standard input are cut into sentences, a line each',
  async () => {
    const cut = await bitexte(folder, ['segment', '--lang', 'fr', '-'], 'M. Roux est là. Il part.\n\nFin.');
    expect(
      cut.out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual([['M. Roux est là.', 'Il part.'], [], ['Fin.']]);
  },
  PATIENCE,
);

test(
  'a packed table comes in once, answers, and leaves as it came',
  async () => {
    file('pairs.tsv.gz', gzipSync('fr\ten\nLe four chauffe.\tThe oven is heating.\nSeul.\t\n'));
    const first = json((await bitexte(folder, ['memory', 'import', 'pairs.tsv.gz', '--json'])).out);
    expect(first).toMatchObject({ read: 2, added: 1, refused: 1, refusals: [{ at: 'line 3' }] });
    const second = json((await bitexte(folder, ['memory', 'import', 'pairs.tsv.gz', '--json'])).out);
    expect(second).toMatchObject({ read: 2, added: 0, unchanged: 1, refused: 1 });
    const asked = ['memory', 'lookup', '--from', 'en', '--to', 'fr', 'The oven is heating.', '--json'];
    const found = json((await bitexte(folder, asked)).out);
    expect(found).toMatchObject({ matches: [{ score: 100, kind: 'exact', target: 'Le four chauffe.' }] });
    const left = await bitexte(folder, ['memory', 'export', '--as', 'tsv']);
    expect(left.out).toBe('fr\ten\nLe four chauffe.\tThe oven is heating.\n');
  },
  PATIENCE,
);

test(
  'a file of which nothing can be learnt says so, with what was counted, and fails',
  async () => {
    file('alone.tmx', '<tmx version="1.4"><header/><body><tu><tuv xml:lang="fr"><seg>a</seg></tuv></tu></body></tmx>');
    const ended = await bitexte(folder, ['memory', 'import', 'alone.tmx', '--json']);
    expect([ended.code, json(ended.out)]).toMatchObject([1, { read: 1, added: 0, refused: 1 }]);
    expect(ended.err).toMatch(/^bitexte: nothing in alone\.tmx can be learnt \(line 1, unit 1: it has nothing but fr/);
  },
  PATIENCE,
);

describe('what cannot be done', () => {
  test.each([
    [['nowhere'], 2],
    [['article', 'show', 'x'], 2],
    [['article', 'show'], 2],
    [['segment', '--lang'], 2],
    [['segment', '--lung', 'fr'], 2],
    [['memory', 'lookup', '--from', 'fr', '--to', 'en', '--min', 'many', 'x'], 2],
    [['article', 'export', '1', '--as', 'poem'], 2],
    [['article', 'show', '77'], 1],
    [['article', 'import', 'missing.txt', '--from', 'fr', '--to', 'en'], 1],
    [['article', 'import', 'latin1.txt', '--from', 'fr', '--to', 'en'], 1],
    [['article', 'import', 'empty.txt', '--from', 'fr', '--to', 'en'], 1],
    [['memory', 'import', 'noise.tmx'], 1],
    [['memory', 'import', 'cut.tmx'], 1],
    [['restore', 'latin1.txt'], 1],
    [['--db', 'latin1.txt', 'article', 'list'], 1],
  ])(
    '%j says so in one line',
    async (args, code) => {
      file('latin1.txt', Buffer.from('Le caf\xe9 est chaud.', 'latin1'));
      file('empty.txt', '');
      file('noise.tmx', Buffer.from(Array.from({ length: 3000 }, (_, i) => (i * 97 + 13) % 256)));
      file('cut.tmx', '<tmx version="1.4"><header srclang="fr"/><body><tu><tuv xml:lang="fr"><seg>a</seg></tuv>');
      const before = (await bitexte(folder, ['memory', 'stats', '--json'])).out;
      const ended = await bitexte(folder, args);
      expect([ended.code, ended.out]).toEqual([code, '']);
      expect(ended.err).toMatch(/^bitexte: [^\n]+\n$/);
      expect((await bitexte(folder, ['memory', 'stats', '--json'])).out).toBe(before);
    },
    PATIENCE,
  );
});

test(
  'terms come in from a table once, are listed, and leave as TBX that comes in unchanged',
  async () => {
    file('terms.csv', 'fr,en,forbidden,note\npuce,chip | die,flea,\nseul,,,\n');
    const first = json((await bitexte(folder, ['terms', 'import', 'terms.csv', '--json'])).out);
    expect(first).toMatchObject({ added: 1, updated: 0, unchanged: 0, refused: 1, refusals: [{ at: 'line 3' }] });
    const listed = json((await bitexte(folder, ['terms', 'list', '--json'])).out);
    expect(listed).toMatchObject({ source: 'puce', targets: ['chip', 'die'], forbidden: ['flea'] });
    expect((await bitexte(folder, ['terms', 'export', '--out', 'terms.tbx'])).code).toBe(0);
    const again = json((await bitexte(folder, ['terms', 'import', 'terms.tbx', '--json'])).out);
    expect(again).toMatchObject({ added: 0, updated: 0, unchanged: 1, refused: 0 });
    expect(await bitexte(folder, ['terms', 'import', 'pairs.tsv.gz'])).toMatchObject({ code: 1, out: '' });
  },
  PATIENCE,
);
