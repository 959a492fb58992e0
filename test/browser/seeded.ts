// A desk with something of everything: every state of a segment, codes, findings, a repetition, a memory, archived work.
import type { APIRequestContext, APIResponse, Page } from '@playwright/test';
import { damaged } from './aligned.ts';
import { bring, expect, write } from './desk.ts';
import { ARTICLE, TMX, TRANSLATION } from './texts.ts';

const PAGE = `<!doctype html><html lang="en"><head><title>Chips</title></head><body><article>
<h1>A chip that listens</h1>
<p>The <b>Tesselle</b> chip hears a <a href="https://example.org/keyword">single word</a> and wakes the rest.</p>
<blockquote><p>“It spends less than a watch.”</p></blockquote>
<figure><img src="chip.png" alt="A chip on a fingertip"><figcaption>The chip. Photo: Tesselle</figcaption></figure>
</article></body></html>`;

/** The ids of the two articles of the desk, one with every state, one with codes, and of a damaged alignment. */
export interface Seeded {
  states: number;
  codes: number;
  alignment: number;
}

/** Fills a fresh server, all through the API. */
export async function seed(page: Page): Promise<Seeded> {
  await importMemory(page);
  const codes = await bring(page, { from: 'en', to: 'fr', text: PAGE, format: 'html' });
  const states = await bring(page, { from: 'en', to: 'fr', text: ARTICLE });
  const ids: number[] = [];
  for (let n = 1; n <= 6; n++) ids.push(await write(page, states, n, TRANSLATION[n - 1] ?? ''));
  await decide(page, ids[0], 'approve', { insist: true });
  await decide(page, ids[1], 'approve', { insist: true });
  await decide(page, ids[3], 'reject', { reason: 'Style\u00a0: trop près de l’anglais' });
  await decide(page, ids[4], 'omit', { reason: 'Coupé pour la longueur' });
  await write(page, states, 6, 'Les centres de données l’accepteront-ils ?', 'draft');
  await fill(page, states);
  return { states, codes, alignment: await damaged(page) };
}

async function decide(page: Page, id: number | undefined, how: string, data: object): Promise<void> {
  // Each was written once.
  const answer = await page.request.post(`/api/segments/${id}/${how}`, { data: { version: 1, ...data } });
  expect(answer.status(), await answer.text()).toBe(200);
}

/** Brings the small memory in and waits for it. */
export async function importMemory(page: Page): Promise<void> {
  const file = { name: 'presse.tmx', mimeType: 'application/xml', buffer: Buffer.from(TMX) };
  await ended(page.request, await page.request.post('/api/memory/import', { multipart: { file } }));
}

/** Fills an article from the memory alone. */
async function fill(page: Page, id: number): Promise<void> {
  await ended(page.request, await page.request.post(`/api/articles/${id}/fill`, { data: { provider: 'none' } }));
}

/** Waits for the job that an answer began; fails where it does not end well. */
export async function ended(request: APIRequestContext, started: APIResponse): Promise<void> {
  expect(started.status(), await started.text()).toBe(202);
  const { job } = (await started.json()) as { job: { id: number } };
  const state = async () => ((await (await request.get(`/api/jobs/${job.id}`)).json()) as { state: string }).state;
  await expect.poll(state, { timeout: 300_000 }).not.toMatch(/queued|running/);
  expect(await state()).toBe('done');
}
