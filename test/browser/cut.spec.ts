// A segment is cut in two and joined again by keyboard; nothing that was written is lost.
import { bring, chord, expect, expected, field, test } from './desk.ts';

test('a segment is split where one says, and joined again', async ({ person }) => {
  const page = await person({ name: 'Maud' });
  const text = 'A start\n\nThe chip hears one word; the rest sleeps. It wakes at night.';
  const id = await bring(page, { from: 'en', to: 'fr', text });
  await page.goto(`/articles/${id}#2`);
  await field(page).fill('La puce entend un mot');
  await chord(page, 'y');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('slider')).toBeFocused();
  await expect(dialog).toContainText('the rest sleeps.');
  await page.keyboard.press('Enter');
  await expect(page.locator('.segment')).toHaveCount(4);
  await expect(page.locator('.segment').nth(1).locator('.source')).toHaveText('The chip hears one word;');
  await expect(field(page)).toHaveValue('La puce entend un mot');
  await chord(page, 'j');
  await expect(page.locator('.segment')).toHaveCount(3);
  await expect(page.locator('.segment').nth(1).locator('.source')).toHaveText(
    'The chip hears one word; the rest sleeps.',
  );
  await expect(field(page)).toHaveValue('La puce entend un mot');
});

test('an address that is none of a public page is refused, and says so', async ({ person, server }) => {
  const page = await person({ name: 'Maud' });
  expected.statuses.add(400).add(403).add(422).add(502);
  await page.goto('/');
  await chord(page, 'b');
  await page.getByLabel('Or the address of a page').fill(`${server.url}/keys`);
  await page.getByRole('button', { name: 'Bring it in' }).click();
  await expect(page.locator('.notice.failure')).toBeVisible();
  await expect(page.getByRole('dialog')).toBeVisible();
});
