// How quick the editor is with a long article: from the address, entered in a tab that is open, to a field that takes keys, and
// from a key to the frame behind it, each as a share of what is promised. A page with a text field and nothing else tells how
// much of either wait is the machine's own, and the page's own processor time what other programs on it cannot make longer.
// usage: npm run bench editor
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { loadavg } from 'node:os';
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test';
import { findChromium } from '../browser/chromium.ts';
import { ended } from '../browser/seeded.ts';
import { startServer } from '../browser/server.ts';

const SEGMENTS = 2000;
const RUNS = 5;
/** How long (ms) a new tab is left to itself. */
const SETTLED = 1500;
/** What is promised, in ms. */
const EDITABLE = 1000;
const KEY = 50;
const TEXT = 'Une phrase tapée à la main, assez longue pour que chaque touche compte.';
/** How fast is typed (ms from key to key), and for how long one thinks behind a word: the page takes that for a rest. */
const PACE = 60;
const THOUGHT = 330;

/** Opens an article of 2,000 segments several times and types in it: empty, then filled and with findings. */
export default async function editor(): Promise<void> {
  const server = await startServer();
  const browser = await chromium.launch(await findChromium());
  try {
    const context = await browser.newContext({ baseURL: server.url, viewport: { width: 1440, height: 900 } });
    await context.request.put('/api/me', { data: { name: 'Bench' } });
    const id = await bring(context);
    print(`${SEGMENTS} segments, ${RUNS} runs each; others used ${loadavg()[0]?.toFixed(1)} cores when it began`);
    await bareField(context);
    await measure(context, 'empty article', `/articles/${id}`);
    await fill(context, id);
    await measure(context, 'filled article', `/articles/${id}`);
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

async function measure(context: BrowserContext, what: string, address: string): Promise<void> {
  const opened: number[] = [];
  const worked: number[] = [];
  const keys: number[] = [];
  const afterRests: number[] = [];
  const longest: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const page = await context.newPage();
    // A tab that was opened before: what a browser does for a new window is its own.
    await page.goto('about:blank');
    await page.waitForTimeout(SETTLED);
    const busy = await ownWork(page);
    const began = performance.now();
    await page.goto(address, { waitUntil: 'commit' });
    await page.waitForFunction(() => document.activeElement?.matches('textarea'));
    await drawn(page);
    opened.push(performance.now() - began);
    worked.push(await busy());
    await noteWaits(page);
    const typed = async () => {
      keys.push(...(await typing(page, TEXT)));
      for (const word of TEXT.split(' ')) afterRests.push(...(await typing(page, ` ${word}`)));
    };
    longest.push(await longestTask(page, typed));
    await page.close();
  }
  report(`${what}, address to editable`, opened, EDITABLE);
  report(`${what}, address to editable, the page’s own work`, worked, EDITABLE);
  report(`${what}, key to frame`, keys, KEY);
  report(`${what}, key to frame, word by word with rests`, afterRests, KEY);
  report(`${what}, the longest piece of the page’s own work while typing`, longest, KEY);
}

/** Waits until the page is to be seen: the frame after the next begins when the next one is drawn. */
async function drawn(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(undefined)))),
  );
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

/** A page that holds a text field and nothing else, from a server that does nothing else. */
async function bareField(context: BrowserContext): Promise<void> {
  const server = createServer((_request, response) => {
    response.setHeader('Content-Type', 'text/html').end('<!doctype html><textarea autofocus></textarea>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await measure(context, 'a text field alone', `http://127.0.0.1:${port}/`);
  server.closeAllConnections();
  server.close();
}

interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  /** The processor time of a task, in microseconds. */
  tdur?: number;
  args: { name?: string };
}

/** The longest task (ms of processor time) of the busiest page's main thread while something is done. */
async function longestTask(page: Page, act: () => Promise<void>): Promise<number> {
  const browser = page.context().browser() as Browser;
  await browser.startTracing(page, { categories: ['toplevel', '__metadata'] });
  await act();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  const thread = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`;
  const mains = traceEvents.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain');
  const tasks = mains.map((main) =>
    traceEvents
      .filter((event) => thread(event) === thread(main) && event.tdur !== undefined)
      .map(({ tdur = 0 }) => tdur),
  );
  return Math.max(...tasks.map((times) => Math.max(0, ...times))) / 1000;
}

/** Lets a page note for each key how long (ms) it took until the frame after it was painted. */
async function noteWaits(page: Page): Promise<void> {
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
}

/** Types, rests, and answers what the keys so far have waited. */
async function typing(page: Page, text: string): Promise<number[]> {
  await page.keyboard.type(text, { delay: PACE });
  await page.waitForTimeout(THOUGHT);
  return page.evaluate(() => (window as unknown as { waits: number[] }).waits.splice(0));
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
