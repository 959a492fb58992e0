// Nobody is shut out: axe finds nothing on any page and state, in both languages and both lights.
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { chord, expect, expected, field, test, write } from './desk.ts';
import { type Seeded, seed } from './seeded.ts';

/** Names what axe finds, short enough to read: everything in the light, and in the dark the colours, which alone differ there. */
async function violations(page: Page, where: string): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'light' });
  const light = await found(new AxeBuilder({ page }), where);
  await page.emulateMedia({ colorScheme: 'dark' });
  return [...light, ...(await found(new AxeBuilder({ page }).withRules(['color-contrast']), `${where}, dark`))];
}

async function found(axe: AxeBuilder, where: string): Promise<string[]> {
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${where}: ${id} ${target} ${failureSummary}`),
  );
}

/** The states of pages, each with how one comes there. */
const STATES: [string, (page: Page, seeded: Seeded) => Promise<unknown>][] = [
  ['desk', (page) => page.goto('/')],
  ['desk, nothing found', async (page) => page.getByRole('searchbox').fill('zyzzyva')],
  ['new article', async (page) => chord(page, 'b')],
  ['review', async (page, { states }) => page.goto(`/articles/${states}#8`)],
  ['review, matches', async (page) => expect(page.locator('.match').first()).toBeVisible()],
  ['review, rejected', async (page, { states }) => page.goto(`/articles/${states}#4`)],
  ['review, versions', async (page) => expect(page.locator('.version').nth(1)).toBeVisible()],
  ['palette', async (page) => page.keyboard.press('Control+m')],
  ['reason', async (page) => page.keyboard.press('r')],
  [
    'split',
    async (page, { states }) => {
      await page.goto(`/articles/${states}#9`);
      await expect(field(page)).toBeFocused();
      await chord(page, 'y');
      await expect(page.getByRole('slider')).toBeVisible();
    },
  ],
  [
    'export',
    async (page, { states }) => {
      await page.goto(`/articles/${states}#1`);
      await expect(field(page)).toBeFocused();
      await chord(page, 'e');
    },
  ],
  [
    'codes and findings',
    async (page, { codes }) => {
      await page.goto(`/articles/${codes}#3`);
      await field(page).fill('La puce <1>Tesselle entend un seul mot ?');
    },
  ],
  ['visible spaces', async (page) => chord(page, 'p')],
  [
    'memory',
    async (page) => {
      await page.goto('/memory?q=chiffres');
      await expect(page.locator('.pair').first()).toBeVisible();
    },
  ],
  [
    'memory, a pair being corrected',
    async (page) => {
      await page.locator('.pair-acts button').first().click();
      await expect(page.locator('.unit-form textarea').first()).toBeVisible();
    },
  ],
  [
    'memory, doubtful pairs and the journal',
    async (page) => {
      const twice = 'en\tfr\nThe chip waits.\tLa puce attend.\nThe chip waits!\tLa puce attend.\n';
      const file = { name: 'agence.tsv', mimeType: 'text/plain', buffer: Buffer.from(twice) };
      await page.request.post('/api/memory/import', { multipart: { file } });
      await expect(page.getByText('agence.tsv', { exact: true }).first()).toBeVisible();
      await page.locator('.doubtful > p button').click();
      await expect(page.locator('.suspect').first()).toBeVisible();
      await page.locator('.journal summary').click();
    },
  ],
  ['alignments', (page) => page.goto('/alignments')],
  [
    'alignment',
    async (page, { alignment }) => {
      await page.goto(`/alignments/${alignment}`);
      await page.locator('#bead-1-target').focus();
      await page.keyboard.press('x');
      await expect(page.locator('.bead.out')).toBeVisible();
    },
  ],
  [
    'findings of the article',
    async (page, { codes }) => {
      await write(page, codes, 4, '« Elle  consomme 5 watts. »');
      await page.goto(`/articles/${codes}#3`);
      await expect(field(page)).toBeFocused();
      await chord(page, 'x');
      await expect(page.locator('.panel-list').first()).toBeVisible();
    },
  ],
  [
    'settings',
    async (page) => {
      await page.goto('/settings');
      await page.locator('.settings summary').first().click();
      await expect(page.locator('.severities')).toBeVisible();
    },
  ],
  ['terms', (page) => page.goto('/terms')],
  ['keys', (page) => page.goto('/keys')],
  ['checks', (page) => page.goto('/checks')],
  ['providers', (page) => page.goto('/providers')],
  ['nowhere', (page) => page.goto('/nowhere')],
];

for (const language of ['fr', 'en'] as const) {
  test(`axe is content in ${language}, light and dark`, async ({ person }) => {
    test.setTimeout(600_000);
    const page = await person({ name: 'Maud', language });
    await page.goto('/');
    await page.waitForSelector('.welcome');
    const faults = await violations(page, 'welcome');
    const seeded = await seed(page);
    for (const [where, come] of STATES) {
      await come(page, seeded);
      await page.waitForTimeout(150);
      faults.push(...(await violations(page, where)));
    }
    expect(faults).toEqual([]);
  });
}

test('axe is content with a clash, with a stranger, and on a phone', async ({ person, browser, server }) => {
  const page = await person({ name: 'Maud', width: 390 });
  expected.statuses.add(409);
  const { states } = await seed(page);
  await page.goto(`/articles/${states}#9`);
  await field(page).fill('Ils parlent de 18 %.');
  const faults = await violations(page, 'phone');
  await write(page, states, 9, 'Ils annoncent 18 % d’économies.');
  await page.getByRole('button', { name: 'Confirm', exact: true }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  faults.push(...(await violations(page, 'clash')));
  const stranger = await (await browser.newContext({ baseURL: server.url })).newPage();
  await stranger.goto('/');
  await expect(stranger.getByRole('dialog')).toBeVisible();
  faults.push(...(await violations(stranger, 'who')));
  await stranger.context().close();
  expect(faults).toEqual([]);
});
