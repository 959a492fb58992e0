// The memory page: a file comes in, its words are found, it is taken out again; matches come from it.
import type { Page } from '@playwright/test';
import { bring, chord, expect, field, test } from './desk.ts';
import { importMemory } from './seeded.ts';
import { ARTICLE, TMX } from './texts.ts';

const file = { name: 'presse.tmx', mimeType: 'application/xml', buffer: Buffer.from(TMX) };

const ALT = 1;
const CONTROL = 2;

/** Presses a key as a French keyboard sends it: what is printed on it, and where it lies. */
async function azerty(page: Page, key: { key: string; code: string; modifiers?: number }): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key });
  await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
  await session.detach();
}

test('a file comes in, is found, and is taken back', async ({ person }) => {
  const page = await person({ name: 'Maud' });
  await page.goto('/memory');
  await expect(page.getByText('The memory is empty.')).toBeVisible();
  await page.getByLabel('File').setInputFiles(file);
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page.getByText('3 new')).toBeVisible();
  await expect(page.getByText('3 pairs', { exact: true })).toBeVisible();
  await page.getByRole('searchbox').fill('operateurs');
  await expect(page.locator('.pair mark')).toHaveText('opérateurs');
  await page.getByRole('searchbox').fill('zyzzyva');
  await expect(page.getByText('The memory does not hold these words.')).toBeVisible();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Export TMX' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/\.tmx$/);
  await page.getByRole('button', { name: /Take back/ }).click();
  await expect(page.getByText('0 pairs')).toBeVisible();
});

test('words that are found stand before the memory has been counted', async ({ person }) => {
  const page = await person({ name: 'Maud' });
  await importMemory(page);
  let counted = () => {};
  const counting = new Promise<void>((resolve) => {
    counted = resolve;
  });
  await page.route('**/api/memory/stats', async (route) => {
    await counting;
    await route.continue();
  });
  await page.goto('/memory?q=operateurs');
  await expect(page.locator('.pair mark')).toHaveText('opérateurs');
  counted();
  await expect(page.getByText('3 pairs', { exact: true })).toBeVisible();
});

test('a pair is corrected in its place and put back, and doubles are merged after a look', async ({ person }) => {
  const page = await person({ name: 'Maud' });
  const double = 'en\tfr\nThe chip waits.\tLa puce attend.\nThe chip waits!\tLa puce attend.\nMore chips.\tPlus.\n';
  await page.request.post('/api/memory/import', {
    multipart: { file: { name: 'agence.tsv', mimeType: 'text/plain', buffer: Buffer.from(double) } },
  });
  await page.goto('/memory?q=more');
  await page.getByRole('button', { name: 'Edit More chips.' }).press('Enter');
  await expect(page.getByLabel('Translation')).toBeFocused();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Plus de puces.');
  await page.getByRole('button', { name: 'Save', exact: true }).press('Enter');
  await expect(page.locator('.pair')).toContainText('Plus de puces.');
  await page.getByRole('button', { name: 'Edit More chips.' }).click();
  await expect(page.locator('.unit-history ins')).toContainText('de puces');
  await page.locator('.unit-history').getByRole('button', { name: 'Take this back' }).click();
  await page.keyboard.press('Escape');
  await expect(page.locator('.pair')).toContainText('Plus.');
  await page.getByRole('button', { name: 'Look through the memory' }).click();
  await expect(page.locator('.suspect')).toHaveCount(1);
  await page.getByRole('button', { name: /^Keep the older one/ }).press('Enter');
  await expect(page.getByText('2 pairs', { exact: true })).toBeVisible();
  await chord(page, 'z');
  await expect(page.getByText('3 pairs', { exact: true })).toBeVisible();
  await page.getByLabel('Name of the new memory').fill('Archive');
  await page.keyboard.press('Enter');
  await page.getByLabel('“Archive” learns').uncheck();
  await page.getByRole('button', { name: 'Move “Archive” up' }).press('Enter');
  await expect(page.locator('.memories li').first().getByRole('textbox')).toHaveValue('Archive');
  await expect(page.getByLabel('“Archive” learns')).not.toBeChecked();
});

test('a match is taken by its number, with its reasons and its difference in view', async ({ person }) => {
  const page = await person({ name: 'Maud' });
  await page.goto('/memory');
  await page.getByLabel('File').setInputFiles(file);
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page.getByText('3 new')).toBeVisible();
  const id = await bring(page, { from: 'en', to: 'fr', text: ARTICLE });
  await page.goto(`/articles/${id}#8`);
  const match = page.locator('.match').first();
  await expect(match).toContainText('repaired');
  await expect(match.locator('ins')).toContainText('six');
  await expect(match.locator('del')).toContainText('three');
  await chord(page, '1');
  await expect(field(page)).toHaveValue('Deux opérateurs ont testé le logiciel pendant six mois.');
  await page.keyboard.press('Control+z');
  await expect(field(page)).toHaveValue('');
  // On AZERTY the M lies where QWERTY has the semicolon, and the first key of the digits' row types & without Shift.
  await azerty(page, { key: 'm', code: 'Semicolon', modifiers: CONTROL });
  await expect(page.locator('.palette')).toBeVisible();
  await azerty(page, { key: '&', code: 'Digit1' });
  await expect(field(page)).toHaveValue('Deux opérateurs ont testé le logiciel pendant six mois.');
  // AltGr is Ctrl and Alt at once there, and types: it means no deed.
  await azerty(page, { key: '#', code: 'Digit3', modifiers: CONTROL | ALT });
  await expect(page.locator('.palette')).toBeHidden();
});

test('the parts that the memory knows are put in by their numbers where it knows no whole', async ({ person }) => {
  const page = await person({ name: 'Maud' });
  const known = 'en\tfr\nThe quiet factory.\tL\u2019usine silencieuse.\nEvery single night.\tChaque nuit.\n';
  await page.request.post('/api/memory/import', {
    multipart: { file: { name: 'parts.tsv', mimeType: 'text/plain', buffer: Buffer.from(known) } },
  });
  await page.goto('/memory');
  await expect(page.getByText('2 pairs', { exact: true })).toBeVisible();
  const id = await bring(page, { from: 'en', to: 'fr', text: 'The quiet factory, we hear, hums every single night.' });
  await page.goto(`/articles/${id}#1`);
  await expect(page.getByText('The memory holds nothing like it.')).toBeVisible();
  await field(page).focus();
  await chord(page, '1');
  await expect(page.locator('.match.assembled')).toHaveCount(3);
  await chord(page, '3');
  await expect(field(page)).toHaveValue('chaque nuit');
  await chord(page, '1');
  await expect(field(page)).toHaveValue(/usine silencieuse.* chaque nuit/i);
});
