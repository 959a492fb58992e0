// Who works by keyboard or by ear: the focus is never lost, whatever leaves the page under it, and what changed is told.
import type { Page } from '@playwright/test';
import { bring, chord, expect, field, test, write } from './desk.ts';

const inFocus = (page: Page) => page.locator(':focus');
const told = (page: Page, text: string) => expect(page.locator('p.unseen[role=status]').getByText(text)).toHaveCount(1);

test('the focus goes on from what has gone', async ({ person }) => {
  const page = await person({ name: 'Maud' });
  for (const text of ['Une puce.', 'Une antenne.', 'Un câble.']) await bring(page, { from: 'fr', to: 'en', text });
  await page.goto('/');
  const acts = (title: string) => page.getByRole('group', { name: `Actions for “${title}”` });
  await acts('Une antenne.').getByRole('button', { name: 'Delete' }).focus();
  await page.keyboard.press('Enter');
  await expect(inFocus(page)).toHaveText('Une puce.');

  await page.locator('.notice').getByRole('button', { name: 'Undo' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('.article-line')).toHaveCount(3);
  await expect(inFocus(page)).toHaveText('Une puce.');

  await page.goto('/terms');
  await page.getByRole('button', { name: 'New term' }).focus();
  await page.keyboard.press('Enter');
  await expect(inFocus(page)).toHaveAccessibleName('Term');
  await page.keyboard.press('Escape');
  await expect(inFocus(page)).toHaveText('New term');

  await chord(page, 'm');
  await expect(inFocus(page)).toHaveText('Memory');
  await page.goBack();
  await expect(inFocus(page)).toHaveText('Terms');
});

test('a filter tells how many it shows, and nobody works at what it hides', async ({ person }) => {
  const page = await person({ name: 'Maud' });
  const id = await bring(page, { from: 'en', to: 'fr', text: 'A chip.\n\nA cable.\n\nA mast.' });
  await write(page, id, 2, 'Un câble.');
  await page.goto(`/articles/${id}#1`);
  await expect(field(page)).toBeFocused();

  await chord(page, 't');
  await page.keyboard.type('cable');
  await told(page, '1 segment shown.');
  await expect(page.locator('.segment')).toHaveCount(1);
  await page.keyboard.press('Control+Enter');
  await page.keyboard.press('Control+Shift+Enter');
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await told(page, '3 segments shown.');
  await expect(page.locator('.segment.active.empty .place')).toHaveText('1');
  await expect(inFocus(page)).toHaveAccessibleName('Find in the segments');

  const empty = page.locator('.filter .tab').filter({ hasText: 'Empty' });
  await empty.focus();
  await page.keyboard.press('Enter');
  await told(page, '2 segments shown.');
  await expect(empty).toBeFocused();
  await page.keyboard.press('Alt+ArrowDown');
  for (const [n, target] of [
    [3, 'Un mât.'],
    [1, 'Une puce.'],
  ]) {
    await expect(field(page)).toHaveAccessibleName(`Translation of segment ${n}`);
    await page.keyboard.type(String(target));
    await page.keyboard.press('Control+Enter');
    await told(page, `Segment ${n} confirmed.`);
  }
  await expect(field(page), 'the last one stays where one writes').toBeFocused();
  await expect(field(page)).toHaveValue('Une puce.');
});

test('the field tells its source, and the prefix does not read out thirty keys', async ({ person }) => {
  const page = await person({ name: 'Maud' });
  const id = await bring(page, { from: 'en', to: 'fr', text: 'A chip listens.' });
  await page.goto(`/articles/${id}#1`);
  await expect(field(page)).toHaveAccessibleDescription('A chip listens. Empty');
  await page.keyboard.press('Control+Shift+Enter');
  await expect(page.locator('.notice')).toContainText('Segment 1 is empty.');
  await page.keyboard.press('Control+m');
  await told(page, 'Now the key; H lists them all.');
  await expect(page.locator('[role=status] .press')).toHaveCount(0);
  await page.keyboard.press('9');
  await told(page, 'There is no number 9.');
  await page.keyboard.press('Control+Enter');
  await told(page, 'Segment 1 is empty.');
  await chord(page, 'v');
  await expect(inFocus(page)).toHaveText('Versions');
  await page.keyboard.press('Escape');
  await expect(field(page)).toBeFocused();
});

test('a dialog has the keyboard to itself, and gives the focus back', async ({ person }) => {
  const page = await person({ name: 'Maud' });
  const text = '<p>A <b>chip</b> listens.</p>';
  const id = await bring(page, { from: 'en', to: 'fr', text, format: 'html' });
  await page.goto(`/articles/${id}#1`);
  await expect(field(page)).toHaveAccessibleDescription('A (code 1 begins) chip (code 1 ends) listens. Empty');
  await page.keyboard.type('Une puce écoute.');
  await chord(page, 'e');
  await page.getByRole('button', { name: 'Take back a file…' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await page.keyboard.press('Control+m');
  await expect(page.locator('.palette')).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(field(page)).toBeFocused();
  await expect(field(page)).toHaveValue('Une puce écoute.');
  await expect(page.locator('.segment.draft, .segment.empty')).toHaveCount(1);

  await chord(page, 't');
  await page.keyboard.type('chip');
  await page.keyboard.press('Escape');
  await expect(page.locator('#filter-text')).toHaveValue('');
});

test('a message stays as long as one stands in it', async ({ person }) => {
  const page = await person({ name: 'Maud' });
  await bring(page, { from: 'fr', to: 'en', text: 'Une puce.' });
  await page.clock.install();
  await page.goto('/');
  await page.getByRole('button', { name: 'Delete' }).focus();
  await page.keyboard.press('Enter');
  const undo = page.locator('.notice').getByRole('button', { name: 'Undo' });
  await undo.focus();
  await page.clock.runFor(60_000);
  await expect(undo).toBeFocused();
  await page.getByRole('button', { name: 'New article' }).focus();
  await page.clock.runFor(10_000);
  await expect(undo).toHaveCount(0);
});
