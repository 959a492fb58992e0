// What is typed is kept: over a reload, over leaving the sentence, and while the server is away.
import { bring, chord, expect, expected, field, test } from './desk.ts';
import { ARTICLE, TRANSLATION } from './texts.ts';

test('a draft survives a reload and becomes a version on leaving', async ({ person }) => {
  const page = await person({ name: 'Maud' });
  const id = await bring(page, { from: 'en', to: 'fr', text: ARTICLE });
  await page.goto(`/articles/${id}#1`);
  await field(page).fill('Une jeune pousse lyonnaise');
  await expect(page.getByText('Draft saved')).toBeVisible();
  await page.reload();
  await expect(field(page)).toHaveValue('Une jeune pousse lyonnaise');
  await page.keyboard.press('Alt+ArrowDown');
  await expect(page.locator('.segment').first()).toHaveClass(/draft/);
  await page.reload();
  await expect(page.locator('.segment').first()).toContainText('Une jeune pousse lyonnaise');
});

test('what is typed while the server is away is saved when it is back', async ({ person, server }) => {
  const page = await person({ name: 'Maud' });
  const id = await bring(page, { from: 'en', to: 'fr', text: ARTICLE });
  await page.goto(`/articles/${id}#1`);
  await expect(field(page)).toBeFocused();
  expected.offline = true;
  await server.kill();
  await field(page).fill(TRANSLATION[0]);
  await expect(page.getByText('The server does not answer. What you type stays here')).toBeVisible();
  await server.start();
  await expect(page.getByText('Draft saved')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('.segment').first()).toHaveClass(/translated/);
});

test('who looks for a text among the sentences stays there, whatever comes and goes', async ({ person }) => {
  const page = await person({ name: 'Maud' });
  const text = 'A chip listens. It hears one word.\n\nThe word wakes the rest.';
  const id = await bring(page, { from: 'en', to: 'fr', text });
  await page.goto(`/articles/${id}#2`);
  await expect(field(page)).toBeFocused();
  const look = page.getByRole('searchbox', { name: 'Find in the segments' });
  const rows = page.locator('.segment');
  // The active row stays while the one before it in its paragraph goes; then it goes itself, and comes back.
  for (const [wanted, count] of [['word', 2] as const, ['wakes', 1] as const, ['', 3] as const]) {
    await look.fill(wanted);
    await expect(rows).toHaveCount(count);
    await expect(look).toBeFocused();
  }
  await page.keyboard.press('Alt+ArrowDown');
  await expect(field(page)).toBeFocused();
});

test('a repetition follows, and can be taken back', async ({ person }) => {
  const page = await person({ name: 'Maud' });
  const id = await bring(page, { from: 'en', to: 'fr', text: ARTICLE });
  await page.goto(`/articles/${id}#7`);
  await expect(page.getByText('1 repetition follows')).toBeVisible();
  await field(page).fill(TRANSLATION[6]);
  await page.keyboard.press('Control+Enter');
  const last = page.locator('.segment').last();
  await expect(last).toContainText(TRANSLATION[6]);
  await expect(page.getByText('1 repetition followed.')).toBeVisible();
  await chord(page, 'z');
  await expect(last).not.toContainText(TRANSLATION[6]);
});

test('rejecting and leaving out ask for a reason, and what was can be brought back', async ({ person }) => {
  const page = await person({ name: 'Maud' });
  const id = await bring(page, { from: 'en', to: 'fr', text: ARTICLE });
  await page.goto(`/articles/${id}#1`);
  await field(page).fill('Des serveurs dorment');
  await page.keyboard.press('Control+Enter');
  await page.keyboard.press('Alt+ArrowUp');
  await chord(page, 'r');
  await page.getByLabel('Reason').fill('Too far from the source');
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: 'Reject', exact: true }).last().click();
  await expect(page.locator('.segment').first()).toHaveClass(/rejected/);
  await expect(page.locator('.editor-state')).toContainText('Too far from the source');
  await field(page).fill(TRANSLATION[0]);
  await page.keyboard.press('Control+Enter');
  await page.keyboard.press('Alt+ArrowUp');
  await page.getByRole('button', { name: /Bring it back Version 1/ }).click();
  await expect(field(page)).toHaveValue('Des serveurs dorment');
  await chord(page, 'o');
  await page.getByRole('button', { name: 'Cut for length' }).click();
  await page.getByRole('button', { name: 'Leave out', exact: true }).last().click();
  await expect(page.locator('.segment').first()).toHaveClass(/omitted/);
});
