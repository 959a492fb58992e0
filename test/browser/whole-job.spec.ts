// The whole job by keyboard alone: say who one is, paste, fill, edit, compare two versions, approve, export each file.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { chord, expect, field, test } from './desk.ts';
import { ARTICLE } from './texts.ts';

test.use({ withDeepL: true });

/** An article to take through the whole job: its text, what its machine output begins with, and what a person writes first. */
interface Job {
  text: string;
  machine: RegExp;
  first: string;
}

test('an article goes from a paste to every file without a mouse', async ({ page, server }) => {
  const first = 'Une jeune pousse lyonnaise apprend aux vieux serveurs à dormir';
  await wholeJob(page, server.url, { text: ARTICLE, machine: /^\[FR: /, first });
});

test('so does the page of the corpus', async ({ page, server }) => {
  test.setTimeout(400_000);
  const folder = process.env['BITEXTE_CORPUS'];
  const file = folder && join(folder, 'articles/dojo.fr.txt');
  if (!file || !existsSync(file)) {
    console.warn('BITEXTE_CORPUS is not set or has no articles/dojo.fr.txt: the page of the corpus is not tried.');
    test.skip();
    return;
  }
  const first = 'How a dream of silicon fell apart, told in one sentence.';
  await wholeJob(page, server.url, { text: readFileSync(file, 'utf8'), machine: /^\[EN-US: /, first });
});

async function wholeJob(page: Page, url: string, { text, machine, first }: Job): Promise<void> {
  const said: string[] = [];
  page.on('console', (message) => message.type() === 'error' && said.push(message.text()));
  page.on('pageerror', (error) => said.push(error.message));
  await page.goto(url);
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.type('Maud Perrin');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeHidden();

  await pasteArticle(page, text);
  await expect(field(page)).toBeFocused();
  await chord(page, 'l');
  await expect(page.getByRole('dialog')).toContainText(/characters, of which [\d,]+ billed/);
  await page.keyboard.press('Enter');
  await expect(page.getByText(/Filled/)).toBeVisible();
  await expect(field(page)).toHaveValue(machine);

  await page.keyboard.press('Control+a');
  await page.keyboard.type(first);
  const written = page.locator(`.segment[data-segment="${await activeId(page)}"]`);
  await page.keyboard.press('Control+Enter');
  await expect(written).toHaveClass(/translated/);
  await page.keyboard.press('Alt+ArrowUp');
  await expect(written).toHaveClass(/active/);
  await compareByKeyboard(page, first);
  await approveEverything(page);
  await exportEverything(page, first);
  expect(said).toEqual([]);
}

const activeId = (page: Page) => page.locator('.segment.active').getAttribute('data-segment');

/** Brings a text in through the clipboard. The direction is found out from the text. */
async function pasteArticle(page: Page, text: string): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate((pasted) => navigator.clipboard.writeText(pasted), text);
  await chord(page, 'b');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Control+v');
  await page.locator('dialog input:not([type=file], [type=checkbox], [type=url])').focus();
  await page.keyboard.press('Enter');
}

/** The first segment has what the machine proposed and what was kept: both are read side by side. */
async function compareByKeyboard(page: Page, first: string): Promise<void> {
  await expect(page.locator('.versions .version').nth(1)).toBeVisible();
  await chord(page, 'v');
  await expect(page.locator('.comparison del').first()).toBeVisible();
  await expect(page.locator('.comparison ins').first()).toContainText(first.slice(0, 3));
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowUp');
  await expect(page.locator('.comparison')).toContainText('No difference.');
}

/** Approves from the first segment on; where a finding holds one back, insists. */
async function approveEverything(page: Page): Promise<void> {
  await page.locator('.segment.active .place').focus();
  await page.keyboard.press('Enter');
  const rest = page.locator('.segment:not(.approved)');
  for (let presses = 0; presses < 300 && (await rest.count()) > 0; presses++) {
    const before = await activeId(page);
    await page.keyboard.press('Control+Shift+Enter');
    await expect(async () => {
      const moved = (await activeId(page)) !== before;
      const blocked = await page.getByRole('button', { name: 'Approve all the same' }).isVisible();
      const done = (await rest.count()) === 0;
      expect(moved || blocked || done).toBe(true);
    }).toPass({ timeout: 40_000 });
  }
  await expect(rest).toHaveCount(0);
}

async function exportEverything(page: Page, first: string): Promise<void> {
  const beginnings: Record<string, RegExp> = {
    article: new RegExp(first),
    tmx: /<tmx version="1.4"/,
    xliff: /<xliff[^>]+version="1.2"/,
    xliff2: /<xliff[^>]+version="2.0"/,
    xliff21: /<xliff[^>]+version="2.1"/,
    table: new RegExp(first),
    'table-docx': /^PK/,
  };
  await chord(page, 'e');
  const links = page.locator('.menu-list a');
  await expect(links.first()).toBeFocused();
  const count = await links.count();
  const seen = new Set<string>();
  for (let i = 0; i < count; i++) {
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
    const text = readFileSync(await download.path(), 'utf8');
    const as = /export\/([\w-]+)/.exec(download.url())?.[1] ?? '';
    expect(text, as).toMatch(beginnings[as] ?? /never/);
    seen.add(as);
    await page.keyboard.press('Tab');
    if (i + 1 < count) await expect(links.nth(i + 1)).toBeFocused();
  }
  expect([...seen].sort()).toEqual(Object.keys(beginnings).sort());
}
