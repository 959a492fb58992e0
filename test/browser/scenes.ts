// Pages and states worth a look, each with how one comes there: the same list is looked at by axe and by the camera.
import type { Page } from '@playwright/test';
import type { FakeDeepL } from '../providers/fake-deepl.ts';
import { bring, chord, expect, expected, field, write } from './desk.ts';
import { ended, type Seeded } from './seeded.ts';

/** What a scene stands on: a page, a seeded desk, and the service that it may ask. */
export interface Stage {
  page: Page;
  seeded: Seeded;
  deepl: FakeDeepL;
}

/** A state of a page by its name, which also names its picture. Scenes follow each other: one may begin where the last ended. */
export type Scene = [name: string, come: (stage: Stage) => Promise<unknown>];

const at = (address: string) => (stage: Stage) => stage.page.goto(address);

/** Opens an article at a segment, and waits until one can write there. */
async function work(page: Page, article: number, n: number): Promise<void> {
  await page.goto(`/articles/${article}#${n}`);
  await expect(field(page)).toBeFocused();
}

/** Brings a memory file in, and waits for it. */
async function remember(page: Page, table: string): Promise<void> {
  const file = { name: 'agence.tsv', mimeType: 'text/plain', buffer: Buffer.from(table) };
  await ended(page.request, await page.request.post('/api/memory/import', { multipart: { file } }));
}

const jobEnded = (page: Page) => expect(page.locator('.job-end')).not.toBeEmpty();

/** Before anything came in. */
export const AT_FIRST: Scene[] = [
  ['welcome', async ({ page }) => [await page.goto('/'), await page.waitForSelector('.welcome')]],
  ['memory-empty', at('/memory')],
  ['terms-empty', at('/terms')],
  ['alignments-empty', at('/alignments')],
];

const DESK: Scene[] = [
  ['desk', at('/')],
  ['desk-nothing-found', ({ page }) => page.getByRole('searchbox').fill('zyzzyva')],
  ['new-article', ({ page }) => chord(page, 'b')],
  [
    'deleted',
    async ({ page }) => {
      await bring(page, { from: 'fr', to: 'en', text: 'Une brève de trop.' });
      await page.goto('/');
      await page.locator('.article-acts button').nth(1).click();
      await expect(page.locator('.notice')).toBeVisible();
    },
  ],
  ['nowhere', at('/nowhere')],
  [
    'article-gone',
    async ({ page }) => {
      expected.statuses.add(404);
      await page.goto('/articles/9999');
      await expect(page.locator('.nowhere')).toBeVisible();
    },
  ],
];

const REVIEW: Scene[] = [
  [
    'review',
    async ({ page, seeded }) => {
      await work(page, seeded.states, 8);
      await expect(page.locator('.match').first()).toBeVisible();
    },
  ],
  [
    'review-rejected',
    async ({ page, seeded }) => {
      await page.goto(`/articles/${seeded.states}#4`);
      await expect(page.locator('.version').nth(1)).toBeVisible();
    },
  ],
  ['palette', ({ page }) => page.keyboard.press('Control+m')],
  ['reason', ({ page }) => page.keyboard.press('r')],
  [
    'split',
    async ({ page, seeded }) => {
      await work(page, seeded.states, 9);
      await chord(page, 'y');
      await expect(page.getByRole('slider')).toBeVisible();
    },
  ],
  [
    'export',
    async ({ page, seeded }) => {
      await work(page, seeded.states, 1);
      await chord(page, 'e');
    },
  ],
  [
    'codes',
    async ({ page, seeded }) => {
      await work(page, seeded.codes, 3);
      await field(page).fill('La puce <1>Tesselle entend un seul mot ?');
      await expect(page.locator('.finding').first()).toBeVisible();
    },
  ],
  ['visible-spaces', ({ page }) => chord(page, 'p')],
  [
    'held-back',
    async ({ page }) => {
      await chord(page, 'p');
      await work(page, await bring(page, { from: 'en', to: 'fr', text: 'It spends less than a watch.' }), 1);
      await field(page).fill('Elle coûte 12 euros.');
      await page.keyboard.press('Control+Shift+Enter');
      await expect(page.locator('.held')).toBeVisible();
    },
  ],
  [
    'findings-of-the-article',
    async ({ page, seeded }) => {
      await write(page, seeded.codes, 4, '« Elle  consomme 5 watts. »');
      await work(page, seeded.codes, 3);
      await chord(page, 'x');
      await expect(page.locator('.panel-list').first()).toBeVisible();
    },
  ],
  [
    'repetitions-followed',
    async ({ page }) => {
      const text = 'The figures stay.\n\nOther words.\n\nThe figures stay.';
      await work(page, await bring(page, { from: 'en', to: 'fr', text }), 1);
      await field(page).fill('Les chiffres restent.');
      await page.keyboard.press('Control+Enter');
      await expect(page.locator('.notice')).toBeVisible();
    },
  ],
  [
    'overtaken',
    async ({ page }) => {
      expected.statuses.add(409);
      const id = await bring(page, { from: 'en', to: 'fr', text: 'They report savings.' });
      await work(page, id, 1);
      await field(page).fill('Ils parlent d’économies.');
      const { name } = (await (await page.request.get('/api/me')).json()) as { name: string };
      await page.request.put('/api/me', { data: { name: 'Inès Laurent' } });
      await write(page, id, 1, 'Ils annoncent des économies.');
      await page.request.put('/api/me', { data: { name } });
      await expect(page.locator('.overtaken')).toBeVisible();
    },
  ],
  ['clash', ({ page }) => page.locator('.overtaken button').click()],
];

const FILLING: Scene[] = [
  [
    'fill-asked',
    async ({ page }) => {
      const text = `Une puce neuve vaut ${Date.now()} euros.\n\nElle chauffe déjà trop.`;
      await work(page, await bring(page, { from: 'fr', to: 'en', text }), 1);
      await chord(page, 'l');
      await expect(page.getByRole('dialog')).toContainText('DeepL');
    },
  ],
  [
    'filled',
    async ({ page }) => {
      await page.keyboard.press('Enter');
      await jobEnded(page);
    },
  ],
  [
    'fill-ended-early',
    async ({ page, deepl }) => {
      const text = `Nul ne connaît la phrase ${Date.now()}.`;
      await work(page, await bring(page, { from: 'fr', to: 'en', text }), 1);
      const { limit } = deepl;
      deepl.limit = 0;
      await chord(page, 'l');
      await expect(page.getByRole('dialog')).toBeVisible();
      await page.keyboard.press('Enter');
      await jobEnded(page);
      deepl.limit = limit;
    },
  ],
  [
    'assembled',
    async ({ page }) => {
      await remember(page, 'en\tfr\nThe quiet factory.\tL’usine silencieuse.\nEvery single night.\tChaque nuit.\n');
      const text = 'The quiet factory, we hear, hums every single night.';
      await work(page, await bring(page, { from: 'en', to: 'fr', text }), 1);
      await page.locator('.review-acts button').nth(1).click();
      await jobEnded(page);
      await expect(page.locator('.segment.suggested')).toHaveCount(1);
    },
  ],
  [
    'providers',
    async ({ page }) => {
      await page.goto('/providers');
      await page.locator('.service-ask button').click();
      await expect(page.locator('.service-ask [role=status]')).not.toBeEmpty();
    },
  ],
  [
    'providers-publish',
    async ({ page }) => {
      await page.locator('.service > p:last-child button').click();
      await expect(page.locator('.publish')).toBeVisible();
    },
  ],
];

const MEMORY: Scene[] = [
  [
    'memory',
    async ({ page }) => {
      await page.goto('/memory?q=chiffres');
      await expect(page.locator('.pair').first()).toBeVisible();
    },
  ],
  [
    'memory-pair',
    async ({ page }) => {
      await page.locator('.pair-acts button').first().click();
      await expect(page.locator('.unit-form textarea').first()).toBeVisible();
    },
  ],
  [
    'memory-doubtful',
    async ({ page }) => {
      await remember(page, 'en\tfr\nThe chip waits.\tLa puce attend.\nThe chip waits!\tLa puce attend.\n');
      await page.goto('/memory');
      await page.locator('.doubtful > p button').click();
      await expect(page.locator('.suspect').first()).toBeVisible();
      await page.locator('.journal summary').click();
    },
  ],
  [
    'memory-refused',
    async ({ page }) => {
      const buffer = Buffer.from('en\tfr\nA chip.\tUne puce.\n\tSeule.\n');
      await page
        .locator('.import input[type=file]')
        .setInputFiles({ name: 'trous.tsv', mimeType: 'text/plain', buffer });
      await page.locator('.import .import-form button').click();
      await page.locator('.refusals summary').click();
    },
  ],
  ['alignments', at('/alignments')],
  [
    'alignment',
    async ({ page, seeded }) => {
      await page.goto(`/alignments/${seeded.alignment}`);
      await page.locator('#bead-1-target').focus();
      await page.keyboard.press('x');
      await expect(page.locator('.bead.out')).toBeVisible();
    },
  ],
];

const SETTLED: Scene[] = [
  [
    'settings',
    async ({ page }) => {
      await page.goto('/settings');
      await page.locator('.settings summary').first().click();
      await expect(page.locator('.severities')).toBeVisible();
    },
  ],
  [
    'terms',
    async ({ page }) => {
      const term = { from: 'fr', to: 'en', source: 'centre de données', targets: ['data centre'] };
      await page.request.put('/api/terms', { data: { ...term, forbidden: ['data center'] } });
      await page.goto('/terms');
      await expect(page.locator('.term-list li')).toBeVisible();
    },
  ],
  ['term', ({ page }) => page.locator('.term-list button').first().click()],
  [
    'failed',
    async ({ page }) => {
      expected.statuses.add(400);
      const file = { name: 'rien.csv', mimeType: 'text/csv', buffer: Buffer.from('?') };
      await page.locator('.import input[type=file]').setInputFiles(file);
      await page.locator('.import .import-form button[type=submit]').click();
      await expect(page.locator('.notice.failure')).toBeVisible();
    },
  ],
  ['keys', at('/keys')],
  ['checks', at('/checks')],
];

/** On a desk that was seeded. */
export const SCENES: Scene[] = [...DESK, ...REVIEW, ...FILLING, ...MEMORY, ...SETTLED];
