import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ENGLISH, FRENCH } from '../text/rocket.ts';
import { bitexte, build } from './bitexte.ts';

let folder: string;
beforeAll(() => {
  build();
  folder = mkdtempSync(join(tmpdir(), 'bitexte-align-'));
  for (const place of ['fr', 'en', 'lists']) mkdirSync(join(folder, place));
  file('rocket.fr.txt', FRENCH);
  file('rocket.en.txt', ENGLISH);
  file('fr/lune.txt', FRENCH.slice(1));
  file('en/lune.txt', ENGLISH.slice(1));
  file('cake.en.txt', [
    'Beat the butter.',
    'Add sugar slowly.',
    'Fold in flour and milk.',
    'Pour into a tin.',
    'Bake it.',
  ]);
  file('lists/all.tsv', ['fr\ten', '# the archive', 'rocket.fr.txt\trocket.en.txt', '../fr/lune.txt\t../en/lune.txt']);
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true }));

const PATIENCE = 60_000;
const file = (name: string, lines: readonly string[]) => writeFileSync(join(folder, name), `${lines.join('\n')}\n`);
const align = (...args: string[]) => bitexte(folder, ['align', ...args]);
const LANGUAGES = ['--from', 'fr', '--to', 'en'];

test(
  'two files are aligned; texts that do not translate each other are refused with exit 1',
  async () => {
    const { out, code } = await align('rocket.fr.txt', 'rocket.en.txt', ...LANGUAGES, '--sentences', '--json');
    expect(code).toBe(0);
    const { beads } = JSON.parse(out) as { beads: { source: number[]; target: number[] }[] };
    expect(beads.map(({ source, target }) => [source, target])).toEqual(FRENCH.map((_, i) => [[i], [i]]));
    const refused = await align('rocket.fr.txt', 'cake.en.txt', ...LANGUAGES);
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(refused.err).toMatch(/^bitexte: cake\.en\.txt is not a translation of rocket\.fr\.txt/);
  },
  PATIENCE,
);

test(
  'what is remembered stands in the memory, and the rest waits on the alignment desk',
  async () => {
    const args = ['rocket.fr.txt', 'rocket.en.txt', ...LANGUAGES, '--remember', '--above', '0.5', '--json'];
    const { out } = await align(...args);
    const { remembered } = JSON.parse(out) as { remembered: { alignment: number; added: number; waiting: number } };
    expect(remembered.added + remembered.waiting).toBe(FRENCH.length);
    const stats = JSON.parse((await bitexte(folder, ['memory', 'stats', '--json'])).out) as { units: number };
    expect(stats.units).toBe(remembered.added);
  },
  PATIENCE,
);

test(
  'a list of pairs is gone through once, wherever its files lie; folders and many files are matched by name',
  async () => {
    const first = JSON.parse((await align('--pairs', 'lists/all.tsv', '--json')).out) as object;
    expect(first).toMatchObject({ pairs: 2, aligned: 1, known: 1, failed: [], refused: [] });
    const folders = JSON.parse((await align('fr', 'en', ...LANGUAGES, '--json')).out) as object;
    expect(folders).toMatchObject({ pairs: 1, known: 1 });
    const many = await align('rocket.en.txt', 'fr/lune.txt', 'rocket.fr.txt', ...LANGUAGES, '--json');
    expect(JSON.parse(many.out)).toMatchObject({ pairs: 1, known: 1 });
    expect(many.err).toContain('fr/lune.txt: its other language was not found');
  },
  PATIENCE,
);

test(
  'wrong usage says what to write',
  async () => {
    expect(await align('rocket.fr.txt', ...LANGUAGES)).toMatchObject({ code: 2 });
    expect(await align('rocket.fr.txt', 'rocket.en.txt')).toMatchObject({ code: 2 });
    file('lists/bad.tsv', ['rocket.fr.txt']);
    const bad = await align('--pairs', 'lists/bad.tsv', ...LANGUAGES);
    expect([bad.code, bad.err]).toEqual([1, expect.stringContaining('line 1 names one side only')]);
    expect((await align('cake.en.txt', 'a.txt', 'b.txt', ...LANGUAGES)).code).toBe(1);
  },
  PATIENCE,
);
