// How quick the editor is with a long article: from the address to a field that takes keys, and from a key to the frame behind
// it, each as a share of what is promised. A bare text field tells how much of a key's wait is the machine's own.
// usage: npm run bench editor
import { loadavg } from 'node:os';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { findChromium } from '../browser/chromium.ts';
import { ended } from '../browser/seeded.ts';
import { startServer } from '../browser/server.ts';

const SEGMENTS = 2000;
const RUNS = 5;
/** What is promised, in ms. */
const EDITABLE = 1000;
const KEY = 50;
const TEXT = 'Une phrase tapée à la main, assez longue pour que chaque touche compte.';

/** Opens an article of 2,000 segments several times and types in it, first empty, then filled and with findings. */
export default async function editor(): Promise<void> {
  const server = await startServer();
  const browser = await chromium.launch(await findChromium());
  try {
    const context = await browser.newContext({ baseURL: server.url, viewport: { width: 1440, height: 900 } });
    await context.request.put('/api/me', { data: { name: 'Bench' } });
    const id = await bring(context);
    print(`${SEGMENTS} segments, ${RUNS} runs each; others used ${loadavg()[0]?.toFixed(1)} cores when it began`);
    await bareField(context);
    await measure(context, 'empty article', id);
    await fill(context, id);
    await measure(context, 'filled article', id);
  } finally {
    await browser.close();
    await server.close();
  }
}

const source = (i: number) =>
  `Sentence ${i + 1} of a long article tells of ${i + 3} chips, their price and their light.`;
// Two numbers out of five are wrong, so that findings have to be drawn too.
const target = (i: number) =>
  `La phrase ${i + (i % 5 < 2 ? 2 : 1)} d’un long article parle de ${i + 3} puces, de leur prix et de leur lumière.`;

/** Brings the article in, four sentences to a paragraph; answers its id. */
async function bring({ request }: BrowserContext): Promise<number> {
  const paragraph = (i: number) => [0, 1, 2, 3].map((j) => source(i * 4 + j)).join(' ');
  const text = Array.from({ length: SEGMENTS / 4 }, (_, i) => paragraph(i)).join('\n\n');
  const made = await request.post('/api/articles', { data: { from: 'en', to: 'fr', text } });
  return ((await made.json()) as { id: number }).id;
}

/** Fills it from a memory that knows each sentence. */
async function fill({ request }: BrowserContext, id: number): Promise<void> {
  const rows = Array.from({ length: SEGMENTS }, (_, i) => `${source(i)}\t${target(i)}`);
  const file = { name: 'memory.tsv', mimeType: 'text/plain', buffer: Buffer.from(['en\tfr', ...rows].join('\n')) };
  await ended(request, await request.post('/api/memory/import', { multipart: { file } }));
  await ended(request, await request.post(`/api/articles/${id}/fill`, { data: {} }));
}

async function measure(context: BrowserContext, what: string, id: number): Promise<void> {
  const opened: number[] = [];
  const keys: number[] = [];
  const worked: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const page = await context.newPage();
    const busy = await ownWork(page);
    const began = performance.now();
    await page.goto(`/articles/${id}`);
    await page.waitForFunction(() => document.activeElement?.matches('.segment.active textarea'));
    opened.push(performance.now() - began);
    worked.push(await busy());
    keys.push(...(await typing(page)));
    await page.close();
  }
  report(`${what}, address to editable`, opened, EDITABLE);
  report(`${what}, address to editable, the page’s own work`, worked, EDITABLE);
  report(`${what}, key to frame`, keys, KEY);
}

/** Asks how long (ms) a page's main thread has worked: other programs on the machine do not make it longer. */
async function ownWork(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
  };
}

async function bareField(context: BrowserContext): Promise<void> {
  const page = await context.newPage();
  await page.setContent('<textarea autofocus></textarea>');
  await page.locator('textarea').focus();
  report('a page with a text field alone, key to frame', await typing(page), KEY);
  await page.close();
}

/** Types, and answers for each key how long (ms) the page took until the frame after it was painted. */
async function typing(page: Page): Promise<number[]> {
  await page.evaluate(() => {
    const waits: number[] = [];
    Object.assign(window, { waits });
    document.addEventListener(
      'keydown',
      ({ timeStamp }) => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => waits.push(performance.now() - timeStamp);
        requestAnimationFrame(() => channel.port2.postMessage(null));
      },
      true,
    );
  });
  await page.keyboard.type(TEXT, { delay: 60 });
  await page.waitForTimeout(200);
  return page.evaluate(() => (window as unknown as { waits: number[] }).waits);
}

/** Figures as shares of what is promised: 1 is the promise itself, less is better. */
function report(what: string, values: readonly number[], promised: number): void {
  const sorted = values.toSorted((a, b) => a - b);
  const share = (value = 0) => `${(value / promised).toFixed(2)} (${Math.round(value)} ms)`;
  const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
  print(
    `${what}: best ${share(at(0))}, median ${share(at(0.5))}, 19 of 20 ${share(at(0.95))}, worst ${share(at(1))} of ${promised} ms`,
  );
}

const print = (line: string) => process.stdout.write(`${line}\n`);
