// What every browser test stands on: a server of its own, people at their browsers, and a console that stays silent.
import { type Browser, test as base, expect, type Page } from '@playwright/test';
import { type FakeDeepL, startFakeDeepL } from '../providers/fake-deepl.ts';
import { type ServerProcess, startServer } from './server.ts';

/** How one person's browser is set. */
export interface Person {
  name: string;
  language?: 'fr' | 'en';
  theme?: 'light' | 'dark';
  width?: number;
}

interface Desk {
  /** A stand-in for DeepL; its server fills gaps only in tests that use `withDeepL`. */
  deepl: FakeDeepL;
  server: ServerProcess;
  /** Opens a browser of one's own for a person who has given a name. Anything on its console fails the test. */
  person: (who: Person) => Promise<Page>;
}

/** What a browser says when the server is away on purpose; a test that kills it allows these lines. */
const OFFLINE = /ERR_CONNECTION_REFUSED|ERR_INCOMPLETE_CHUNKED_ENCODING|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE/;

/** Refusals that a test provokes are told by the browser as failed loads; each test names the statuses it expects. */
export const expected = { statuses: new Set<number>(), offline: false };

export const test = base.extend<Desk & { withDeepL: boolean }>({
  withDeepL: [false, { option: true }],
  deepl: async ({ withDeepL: _ }, use) => {
    const deepl = await startFakeDeepL();
    await use(deepl);
    await deepl.close();
  },
  server: async ({ withDeepL, deepl }, use) => {
    const settings = withDeepL ? { DEEPL_AUTH_KEY: deepl.key, DEEPL_SERVER_URL: deepl.url } : {};
    const server = await startServer(settings);
    await use(server);
    await server.close();
  },
  person: async ({ browser, server }, use) => {
    const said: string[] = [];
    expected.statuses.clear();
    expected.offline = false;
    const pages: Page[] = [];
    await use(async (who) => {
      const page = await openFor(browser, server.url, who, said);
      pages.push(page);
      return page;
    });
    await Promise.all(pages.map((page) => page.context().close()));
    expect(said, 'nothing is said on the console').toEqual([]);
  },
});

async function openFor(browser: Browser, url: string, who: Person, said: string[]): Promise<Page> {
  const { name, language = 'en', theme = 'light', width = 1440 } = who;
  const context = await browser.newContext({
    baseURL: url,
    locale: language === 'fr' ? 'fr-FR' : 'en-GB',
    colorScheme: theme,
    viewport: { width, height: width < 600 ? 844 : 900 },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  page.on('pageerror', (error) => said.push(`${name}: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() !== 'error' && message.type() !== 'warning') return;
    if (!isExpected(message.text())) said.push(`${name}: ${message.text()} ${message.location().url}`);
  });
  await context.request.put('/api/me', { data: { name } });
  return page;
}

function isExpected(text: string): boolean {
  if (expected.offline && OFFLINE.test(text)) return true;
  const status = /status of (\d{3})/.exec(text);
  return status !== null && expected.statuses.has(Number(status[1]));
}

/** Brings a pasted text in through the server and answers the article's id. */
export async function bring(
  page: Page,
  article: { from: string; to: string; text: string; title?: string; format?: string },
) {
  const answer = await page.request.post('/api/articles', { data: article });
  expect(answer.status(), await answer.text()).toBe(201);
  return ((await answer.json()) as { id: number }).id;
}

/** Writes into a segment through the server, as another program would. */
export async function write(page: Page, article: number, n: number, target: string, state = 'translated') {
  const whole = (await (await page.request.get(`/api/articles/${article}`)).json()) as {
    segments: { id: number; n: number; version: number }[];
  };
  const segment = whole.segments.find((one) => one.n === n);
  if (!segment) throw new Error(`there is no segment ${n}`);
  const answer = await page.request.put(`/api/segments/${segment.id}`, {
    data: { target, state, version: segment.version },
  });
  expect(answer.status(), await answer.text()).toBe(200);
  return segment.id;
}

/** Presses a key after Ctrl + M. */
export async function chord(page: Page, key: string): Promise<void> {
  await page.keyboard.press('Control+m');
  await page.keyboard.press(key);
}

/** The field of the segment one works at. */
export const field = (page: Page) => page.locator('.segment.active textarea');

export { expect };
