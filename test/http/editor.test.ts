// The editor's page tells the browser what its code will ask for first, so that the answers are on their way before the code runs.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import * as routes from '../../client/api/routes.ts';
import { type Served, serve } from './serve.ts';

let served: Served;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bitexte-editor-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'assets/index-A1.js'), '');
  writeFileSync(join(folder, 'index.html'), '<script type="module" crossorigin src="/assets/index-A1.js"></script>');
  served = await serve(() => ({ editor: folder }));
});

afterAll(async () => {
  await served.close();
  rmSync(folder, { recursive: true });
});

/** The addresses of a page's Link header, in order, by what they are for. */
async function announced(path: string): Promise<{ code: string[]; answers: string[] }> {
  const page = await fetch(`${served.url}${path}`, { headers: { Accept: 'text/html' } });
  const links = (page.headers.get('link') ?? '').split(', ');
  const addresses = (rel: string) =>
    links.filter((link) => link.endsWith(rel)).map((link) => /^<([^>]*)>/.exec(link)?.[1] ?? '');
  return {
    code: addresses('; rel=modulepreload'),
    answers: addresses('; rel=preload; as=fetch; crossorigin=anonymous'),
  };
}

/** What the editor fetches while `ask` runs. */
async function fetched(ask: () => Promise<unknown>): Promise<string[]> {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (address: string) => {
    asked.push(address);
    return new Response('{}');
  });
  await ask().finally(() => vi.unstubAllGlobals());
  return asked;
}

describe('the page of the editor', () => {
  it('announces exactly what the editor then fetches, so that nothing is fetched twice', async () => {
    const { answers } = await announced('/articles/7');
    const asked = await fetched(() => Promise.all([routes.me(), routes.health(), routes.article(7)]));
    expect(answers.toSorted()).toEqual(asked.toSorted());
  });

  it('announces no article where there is none, and its own code first', async () => {
    const asked = await fetched(() => Promise.all([routes.me(), routes.health()]));
    for (const path of ['/', '/memory', '/articles/x']) {
      expect(await announced(path)).toEqual({ code: ['/assets/index-A1.js'], answers: asked });
    }
  });

  it('is asked for afresh each time, while its files are kept for ever', async () => {
    const page = await fetch(`${served.url}/articles/7`);
    expect(page.headers.get('cache-control')).toBe('no-cache');
    expect(page.headers.get('content-type')).toContain('text/html');
    const file = await fetch(`${served.url}/assets/index-A1.js`);
    expect(file.headers.get('cache-control')).toContain('immutable');
  });
});
