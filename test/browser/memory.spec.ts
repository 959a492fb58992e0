// The memory page: a file comes in, its words are found, it is taken out again; matches come from it.
import { bring, chord, expect, field, test } from './desk.ts';
import { ARTICLE, TMX } from './texts.ts';

const file = { name: 'presse.tmx', mimeType: 'application/xml', buffer: Buffer.from(TMX) };

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

test('a match is taken by its number, with its reasons and its difference in view', async ({ person }) => {
  const page = await person({ name: 'Maud' });
  await page.goto('/memory');
  await page.getByLabel('File').setInputFiles(file);
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page.getByText('3 new')).toBeVisible();
  const id = await bring(page, { from: 'en', to: 'fr', text: ARTICLE });
  await page.goto(`/articles/${id}#8`);
  const match = page.locator('.match').first();
  await expect(match).toContainText('similar');
  await expect(match.locator('ins')).toContainText('six');
  await expect(match.locator('del')).toContainText('three');
  await chord(page, '1');
  await expect(field(page)).toHaveValue('Deux opérateurs ont testé le logiciel pendant trois mois.');
  await page.keyboard.press('Control+z');
  await expect(field(page)).toHaveValue('');
});
