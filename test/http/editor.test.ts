// The editor's page tells the browser what its code will ask for first, so that the answers are on their way before the code runs.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askedFirst } from '../../server/http/asked-first.ts';
import { type Served, serve } from './serve.ts';

let served: Served;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bitexte-editor-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'assets/index-A1.js'), '');
  writeFileSync(
    join(folder, 'index.html'),
    '<meta name="newest-event" content="" /><script type="module" crossorigin src="/assets/index-A1.js"></script>',
  );
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

describe('the page of the editor', () => {
  it('names the newest event, by which it knows on joining the stream whether it has missed one', async () => {
    const page = async () => (await fetch(`${served.url}/`, { headers: { Accept: 'text/html' } })).text();
    const before = await page();
    expect(before).toContain(`name="newest-event" content="${served.parts.events.newest()}"`);
    served.parts.events.publish('memory', {});
    expect(await page()).not.toBe(before);
  });

  it('announces its own code before the answers that the code will ask for', async () => {
    for (const path of ['/articles/7', '/', '/memory']) {
      expect(await announced(path)).toEqual({ code: ['/assets/index-A1.js'], answers: askedFirst(path) });
    }
  });

  it('is asked for afresh each time, while its files are kept for ever', async () => {
    const page = await fetch(`${served.url}/articles/7`);
    expect(page.headers.get('cache-control')).toBe('no-cache');
    expect(page.headers.get('content-type')).toContain('text/html');
    const file = await fetch(`${served.url}/assets/index-A1.js`);
    expect(file.headers.get('cache-control')).toContain('immutable');
  });

  it('names no folder where a file is missing', async () => {
    for (const path of ['/assets/', '/assets/none.js']) {
      const answer = await fetch(served.url + path);
      const text = await answer.text();
      expect([answer.status, text]).toEqual([404, '{"error":{"code":"not-found","message":"There is no such file."}}']);
    }
  });
});
