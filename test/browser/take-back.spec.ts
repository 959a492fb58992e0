// A file comes back from outside: what they changed is taken, what both changed stands side by side until a person chooses.
import AxeBuilder from '@axe-core/playwright';
import { bring, chord, expect, field, test } from './desk.ts';

test('a table comes back, and a conflict is settled by the person', async ({ person }) => {
  const page = await person({ name: 'Maud' });
  const id = await bring(page, { from: 'fr', to: 'en', text: 'Une puce\n\nElle chauffe vite.' });
  const { segments } = await (await page.request.get(`/api/articles/${id}`)).json();
  const say = (target: string, version: number) =>
    page.request.put(`/api/segments/${segments[0].id}`, { data: { target, version } });
  await say('A chip', 0);
  const sent = await (await page.request.get(`/api/articles/${id}/export/table`)).text();
  await say('The chip', 1);
  await page.goto(`/articles/${id}#1`);
  await expect(field(page)).toBeFocused();
  await chord(page, 'e');
  await page.getByRole('button', { name: 'Take back a file…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Take back a file' });
  const returned = sent.replace('>A chip<', '>One chip<').replace('vite.</td><td lang="en">', '$&It runs hot.');
  await dialog
    .getByLabel('The file')
    .setInputFiles({ name: 'a.html', mimeType: 'text/html', buffer: Buffer.from(returned) });
  await dialog.getByRole('button', { name: 'Take it back' }).click();
  await expect(dialog.getByRole('status')).toHaveText('1 segment updated · 0 unchanged');
  const conflict = dialog.getByRole('article', { name: 'Segment 1' });
  await expect(conflict.locator('del')).toHaveText('The');
  await expect(conflict.locator('ins')).toHaveText('One');
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: `test-results/screens/take-back-en-${colorScheme}-1440.png` });
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  }
  await conflict.getByRole('button', { name: 'Take theirs' }).click();
  await expect(conflict.getByText('Theirs is taken.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByText('One chip').first()).toBeVisible();
  await expect(page.getByText('It runs hot.').first()).toBeVisible();
});

test('the dialog fits a telephone, in French', async ({ person }) => {
  const page = await person({ name: 'Maud', language: 'fr', theme: 'dark', width: 390 });
  const id = await bring(page, { from: 'fr', to: 'en', text: 'Une puce' });
  await page.goto(`/articles/${id}#1`);
  await expect(field(page)).toBeFocused();
  await chord(page, 'e');
  await page.getByRole('button', { name: 'Reprendre un fichier…' }).click();
  await expect(page.getByRole('dialog', { name: 'Reprendre un fichier' })).toBeVisible();
  await page.screenshot({ path: 'test-results/screens/take-back-fr-dark-390.png' });
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
});
