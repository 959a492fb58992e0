// How quick the editor is with a long article: from the address to a field that takes keys, and from a key to the next frame.
// usage: npm run bench editor
import { chromium } from '@playwright/test';
import { findChromium } from '../browser/chromium.ts';
import { startServer } from '../browser/server.ts';

const SEGMENTS = 2000;
const RUNS = 5;
const TEXT = 'Une phrase tapée à la main, assez longue pour que chaque touche compte.';

/** Opens an article of 2,000 segments several times and types in it; prints medians and worst cases. */
export default async function editor(): Promise<void> {
  const server = await startServer();
  const browser = await chromium.launch(await findChromium());
  try {
    const context = await browser.newContext({ baseURL: server.url, viewport: { width: 1440, height: 900 } });
    await context.request.put('/api/me', { data: { name: 'Bench' } });
    const sentence = (i: number) =>
      `Sentence ${i + 1} of a long article tells of ${i + 3} chips, their price and their light.`;
    const text = Array.from({ length: SEGMENTS / 4 }, (_, i) =>
      Array.from({ length: 4 }, (_one, j) => sentence(i * 4 + j)).join(' '),
    ).join('\n\n');
    const made = await context.request.post('/api/articles', { data: { from: 'en', to: 'fr', text } });
    const { id, counts } = (await made.json()) as { id: number; counts: { segments: number } };
    const opened: number[] = [];
    const keys: number[] = [];
    for (let run = 0; run < RUNS; run++) {
      const page = await context.newPage();
      const began = performance.now();
      await page.goto(`/articles/${id}`);
      await page.waitForFunction(() => document.activeElement?.matches('.segment.active textarea'));
      opened.push(performance.now() - began);
      keys.push(...(await typing(page)));
      await page.close();
    }
    print(`segments ${counts.segments}, ${RUNS} runs`);
    print(
      `address to editable: median ${median(opened)} ms, worst ${Math.round(Math.max(...opened))} ms (wanted: 1000)`,
    );
    print(
      `key to frame, ${keys.length} keys: median ${median(keys)} ms, worst ${Math.round(Math.max(...keys))} ms (wanted: 50)`,
    );
  } finally {
    await browser.close();
    await server.close();
  }
}

/** Types, and answers for each key how long (ms) the page took until the frame after it was painted. */
async function typing(page: import('@playwright/test').Page): Promise<number[]> {
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

function median(values: readonly number[]): number {
  return Math.round(values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0);
}

const print = (line: string) => process.stdout.write(`${line}\n`);
