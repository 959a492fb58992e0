// Decisions that come too late or do not arrive, and a person at one sentence in two tabs: nothing that was written is lost.
import { bring, expect, expected, field, test, write } from './desk.ts';

const TEXT = 'One chip.\n\nTwo chips.\n\nThree chips.';

test('who gives a reason sees what others change meanwhile, and writes the reason once', async ({ person, server }) => {
  const maud = await person({ name: 'Maud', language: 'fr' });
  const ines = await person({ name: 'Inès' });
  const id = await bring(maud, { from: 'en', to: 'fr', text: TEXT });
  await write(ines, id, 1, 'Une puce.');
  await maud.goto(`/articles/${id}#1`);
  await field(maud).waitFor();
  await maud.getByRole('button', { name: 'Rejeter' }).click();
  const dialog = maud.getByRole('dialog');
  await dialog.getByLabel('Motif').fill('Trop court');
  await write(ines, id, 1, 'Une seule puce.');
  await expect(dialog.getByRole('alert')).toContainText('Une seule puce.');
  expected.offline = true;
  await server.kill();
  await dialog.getByRole('button', { name: 'Rejeter' }).click();
  await expect(maud.getByText('Le serveur ne répond pas').first()).toBeVisible();
  await expect(dialog.getByLabel('Motif')).toHaveValue('Trop court');
  await server.start();
  await dialog.getByRole('button', { name: 'Rejeter' }).click();
  await expect(dialog).toBeHidden();
  await expect(maud.locator('.segment').first()).toHaveClass(/rejected/);
  await expect(maud.locator('.segment').first()).toContainText('Une seule puce.');
});

test('a decision on what others have changed meanwhile is not taken, and shows what stands', async ({ person }) => {
  const maud = await person({ name: 'Maud' });
  const ines = await person({ name: 'Inès' });
  expected.statuses.add(409);
  const id = await bring(maud, { from: 'en', to: 'fr', text: TEXT });
  await write(ines, id, 1, 'Une puce.');
  await maud.goto(`/articles/${id}#1`);
  await expect(field(maud)).toHaveValue('Une puce.');
  // The news does not come through.
  await maud.route(/\/api\/segments\/\d+\?/, (route) => route.abort('connectionrefused'));
  expected.offline = true;
  await write(ines, id, 1, 'Une seule puce.');
  await maud.keyboard.press('Control+Shift+Enter');
  await expect(maud.getByText('Someone else has changed this sentence: look at it again.')).toBeVisible();
  await expect(field(maud)).toHaveValue('Une seule puce.');
  await expect(maud.getByRole('dialog')).toBeHidden();
  await maud.keyboard.press('Control+Shift+Enter');
  await expect(maud.locator('.segment').first()).toHaveClass(/approved/);
});

test('what one tab types outlives what the same person saves in another', async ({ person }) => {
  const one = await person({ name: 'Maud' });
  const id = await bring(one, { from: 'en', to: 'fr', text: TEXT });
  const other = await one.context().newPage();
  for (const tab of [one, other]) await tab.goto(`/articles/${id}#2`);
  await field(one).fill('Deux puces, ici.');
  await expect(one.getByText('Draft saved')).toBeVisible();
  await field(other).fill('Deux puces, là.');
  await other.keyboard.press('Control+Enter');
  await expect(one.locator('.segment').nth(1)).toHaveClass(/translated/);
  const draft = async () => {
    const whole = await (await one.request.get(`/api/articles/${id}`)).json();
    return (whole as { segments: { draft: { text: string } | null }[] }).segments[1]?.draft?.text;
  };
  await expect.poll(draft).toBe('Deux puces, ici.');
  await one.close();
  await other.reload();
  await other.goto(`/articles/${id}#2`);
  await expect(field(other)).toHaveValue('Deux puces, ici.');
});
