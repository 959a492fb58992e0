// The walls hold: who may import whom, and each npm package by its one door.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { allReferences, exportsOf, packageOf, referencesOf, sourceFiles } from './house/imports.ts';
import { brokenWall, DOORS } from './house/walls.ts';

const root = join(import.meta.dirname, '..');
const FOLDERS = ['server', 'db', 'client'];
const references = allReferences(root, FOLDERS);

const planted = (file: string, text: string) =>
  referencesOf(file, text)
    .map(brokenWall)
    .filter((broken) => broken !== null);

describe('the walls', () => {
  it('hold everywhere', () => {
    expect(references.length).toBeGreaterThan(100);
    expect(references.map(brokenWall).filter((broken) => broken !== null)).toEqual([]);
  });

  it.each([
    ['server/text/segment.ts', "import { readFileSync } from 'node:fs';"],
    ['server/text/segment.ts', "export { readFileSync } from 'node:fs';"],
    ['server/text/segment.ts', "export * from '../flow/jobs.ts';"],
    ['server/text/segment.ts', "const fs = await import('node:fs');"],
    ['server/text/segment.ts', 'const fs = await import(`node:fs`);'],
    ['server/text/segment.ts', "import '../../db/open.ts';"],
    ['server/text/match.ts', "import Database from 'better-sqlite3';"],
    ['server/checks/number.ts', "import { html } from '../formats/html.ts';"],
    ['server/formats/text.ts', "const { request } = require('node:http');"],
    ['server/flow/approve.ts', "import { openStores } from '../../db/open.ts';"],
    ['server/flow/approve.ts', "import { decide } from '../../db/stores.ts';"],
    ['server/flow/approve.ts', "import express from 'express';"],
    ['db/memory.ts', "import { rankMatches } from '../server/text/match.ts';"],
    ['server/http/articles.ts', "import { openStores } from '../../db/open.ts';"],
    ['client/api/api.ts', "import { approve } from '../../server/flow/approve.ts';"],
    ['server/flow/export-article.ts', "import {\n  one,\n  other,\n} from 'deepl-node';"],
    ['server/model.ts', "import type { Stores } from '../db/stores.ts';"],
  ])('stop %s from %s', (file, text) => {
    expect(planted(file, text)).toHaveLength(1);
  });

  it.each([
    ['server/flow/approve.ts', "import type { Stores } from '../../db/stores.ts';"],
    ['server/text/difference.ts', "import { diffArrays } from 'diff';"],
    ['server/text/segment.ts', "// import { readFileSync } from 'node:fs';\nimport { NBSP } from './typography.ts';"],
  ])('let %s have %s', (file, text) => {
    expect(planted(file, text)).toEqual([]);
  });

  it('give every package that runs a door, and every door a package that is used there', () => {
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<'dependencies', object>;
    const used = new Set(references.map(({ to }) => packageOf(to)));
    for (const name of Object.keys(manifest.dependencies))
      expect([name, Object.hasOwn(DOORS, name)]).toEqual([name, true]);
    for (const name of Object.keys(DOORS)) expect([name, used.has(name)]).toEqual([name, true]);
  });
});

describe('what a file lets out', () => {
  it('is taken by another one', () => {
    const taken = new Set<string>();
    for (const { to, names } of [...references, ...allReferences(root, ['test'])])
      for (const name of names ?? ['*']) taken.add(`${to} ${name}`);
    const files = sourceFiles(root, [...FOLDERS, 'test']).filter((file) => !taken.has(`${file} *`));
    const all = files.flatMap((file) =>
      exportsOf(readFileSync(join(root, file), 'utf8')).map((name) => `${file} ${name}`),
    );
    expect(all.length).toBeGreaterThan(1000);
    expect(all.filter((one) => !taken.has(one))).toEqual([]);
  });
});

describe('the sizes', () => {
  const lines = (file: string) => readFileSync(join(root, file), 'utf8').split('\n').length - 1;
  it('keep every file under 300 lines', () => {
    const long = sourceFiles(root, [...FOLDERS, 'test']).filter((file) => lines(file) > 300);
    expect(long).toEqual([]);
  });

  it('leave invisible spaces to the one page that names them, and to the words of the editor', () => {
    const raw = sourceFiles(root, FOLDERS).filter(
      (file) =>
        /[\u00a0\u202f\u2009\u200b\ufeff]/.test(readFileSync(join(root, file), 'utf8')) &&
        !file.startsWith('client/words/'),
    );
    expect(raw).toEqual([]);
  });
});
