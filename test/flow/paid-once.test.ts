import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStores } from '../../db/open.ts';
import type { Stores } from '../../db/stores.ts';
import { fillArticle } from '../../server/flow/fill-article.ts';
import { importArticle } from '../../server/flow/import-article.ts';
import { showArticle } from '../../server/flow/show-article.ts';
import { openLibreTranslate } from '../../server/providers/libretranslate.ts';
import { openOpenAI } from '../../server/providers/openai.ts';
import type { Provider } from '../../server/providers/provider.ts';
import { finished, freshDesk } from '../fresh-desk.ts';
import { type FakeService, startFakeService } from '../providers/fake-json-service.ts';

const by = 'Zoé';
let folder: string;
let stores: Stores;
let libre: FakeService;
let chat: FakeService;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'paid-once-'));
  stores = openStores(join(folder, 'desk.db'));
  libre = await startFakeService(({ body }) => ({ translatedText: body.q.map((text: string) => `[en: ${text}]`) }));
  chat = await startFakeService(({ body }) => {
    const translations = JSON.parse(body.messages[1].content).segments;
    return { model: 'm', choices: [{ message: { content: JSON.stringify({ translations }) } }] };
  });
});
afterEach(async () => {
  stores.close();
  rmSync(folder, { recursive: true });
  await Promise.all([libre.close(), chat.close()]);
});

const libreTranslate = () => openLibreTranslate({ url: libre.url, key: '', pause: 1 });
const model = (name: string) => openOpenAI({ url: chat.url, key: '', model: name, english: 'en-US', pause: 1 });
const desk = (provider: Provider) => freshDesk(undefined, { stores, provider: () => provider });
const sent = () => libre.received.flatMap(({ body }) => body.q as string[]);

async function imported(provider: Provider, html: string) {
  const file = { bytes: new TextEncoder().encode(html), fileName: 'article.html' };
  return (await importArticle(desk(provider), { ...file, from: 'fr', to: 'en' }, by)).id;
}
const fill = (provider: Provider, article: number, dryRun = false) =>
  finished(fillArticle(desk(provider), article, { by, dryRun }));

test('another article, after a restart, sends only the sentence that was never asked', async () => {
  await fill(libreTranslate(), await imported(libreTranslate(), '<p>La puce est lente.</p><p>Le code est libre.</p>'));
  expect(sent()).toEqual(['La puce est lente.', 'Le code est libre.']);
  stores.close();
  stores = openStores(join(folder, 'desk.db'));
  const article = await imported(libreTranslate(), '<p>Le code est libre.</p><p>Tout est neuf.</p>');
  expect(await fill(libreTranslate(), article, true)).toMatchObject({ sentCharacters: 14, billedCharacters: 0 });
  expect(await fill(libreTranslate(), article)).toMatchObject({ machine: 2, empty: 0, stoppedBy: null });
  expect(sent().slice(2)).toEqual(['Tout est neuf.']);
  expect(await fill(libreTranslate(), article)).toMatchObject({ machine: 2, billedCharacters: 0 });
  expect(sent()).toHaveLength(3);
});

test('a kept answer takes the code numbers of the sentence it answers now', async () => {
  await fill(libreTranslate(), await imported(libreTranslate(), '<p>Un <b>mot</b> de trop.</p>'));
  const article = await imported(libreTranslate(), '<p>Le <i>tout</i> premier. Un <b>mot</b> de trop.</p>');
  await fill(libreTranslate(), article);
  const { segments } = await showArticle(desk(libreTranslate()), article);
  expect(segments[1]?.target).toBe(`[en: ${segments[1]?.source}]`);
  expect(sent()).toHaveLength(2);
});

test('another model is another question, and so is another neighbour where context counts', async () => {
  const article = await imported(model('a'), '<p>Elle est lente.</p>');
  await fill(model('a'), article);
  await fill(model('a'), await imported(model('a'), '<p>Elle est lente.</p>'));
  expect(chat.received).toHaveLength(1);
  await fill(model('b'), await imported(model('b'), '<p>Elle est lente.</p>'));
  expect(chat.received).toHaveLength(2);
  await fill(model('a'), await imported(model('a'), '<p>La puce chauffe.</p><p>Elle est lente.</p>'));
  const last = JSON.parse(chat.received[2]?.body.messages[1].content);
  expect(last.segments.map(({ text }: { text: string }) => text)).toEqual(['La puce chauffe.', 'Elle est lente.']);
});

test('an answer that was kept but not yet written when the program died is not sent again', async () => {
  const article = await imported(libreTranslate(), '<p>La puce est lente.</p>');
  const dying = desk(libreTranslate());
  const decide = () => Promise.reject(new Error('killed'));
  const cut = { ...dying, stores: { ...stores, segments: { ...stores.segments, decide } } };
  await expect(finished(fillArticle(cut, article, { by }))).rejects.toThrow('killed');
  expect(await fill(libreTranslate(), article)).toMatchObject({ machine: 1, empty: 0 });
  expect(sent()).toHaveLength(1);
});
