// Two people at one article: each sees what the other does, and a save that comes too late loses nothing.
import { bring, expect, expected, field, test, write } from './desk.ts';
import { ARTICLE, TRANSLATION } from './texts.ts';

test('a second browser follows live', async ({ person }) => {
  const maud = await person({ name: 'Maud' });
  const ines = await person({ name: 'Inès', language: 'fr' });
  await ines.goto('/');
  const id = await bring(maud, { from: 'en', to: 'fr', text: ARTICLE });
  await expect(ines.getByRole('link', { name: /A Lyon start-up/ })).toBeVisible();
  await ines.goto(`/articles/${id}#3`);
  await maud.goto(`/articles/${id}#1`);
  await field(maud).fill(TRANSLATION[0]);
  await maud.keyboard.press('Control+Enter');
  await expect(ines.locator('.segment').first()).toContainText(TRANSLATION[0]);
  await expect(ines.locator('.segment').first()).toHaveClass(/translated/);
  await maud.keyboard.press('Alt+ArrowUp');
  await maud.keyboard.press('Control+Shift+Enter');
  await expect(ines.locator('.segment').first()).toHaveClass(/approved/);
  await maud.goto('/');
  await maud.getByRole('button', { name: 'Delete' }).click();
  await expect(ines.locator('.segment')).toHaveCount(0);
  await maud.getByRole('button', { name: 'Undo' }).click();
  await expect(ines.locator('.segment').first()).toHaveClass(/approved/);
  await expect(maud.getByRole('link', { name: /A Lyon start-up/ })).toBeVisible();
});

test('a stale save shows both texts and lets the person choose', async ({ person }) => {
  const maud = await person({ name: 'Maud' });
  const ines = await person({ name: 'Inès' });
  expected.statuses.add(409);
  const id = await bring(maud, { from: 'en', to: 'fr', text: ARTICLE });
  await maud.goto(`/articles/${id}#2`);
  await field(maud).fill('Dormance a levé 7,5 millions d’euros.');
  await write(ines, id, 2, 'Dormance lève 7,5 millions d’euros pour éteindre les serveurs.');
  await expect(maud.getByText('Inès changed this sentence while you were typing.')).toBeVisible();
  await maud.keyboard.press('Control+Enter');
  const dialog = maud.getByRole('dialog');
  await expect(dialog).toContainText('Dormance lève');
  await expect(dialog).toContainText('Dormance a levé');
  await expect(dialog.locator('del').first()).toBeVisible();
  await dialog.getByRole('button', { name: 'Decide later' }).click();
  await maud.reload();
  await expect(field(maud)).toHaveValue('Dormance a levé 7,5 millions d’euros.');
  await maud.keyboard.press('Control+Enter');
  await dialog.getByLabel('What stands').fill('Dormance a levé 7,5 millions d’euros pour éteindre les serveurs.');
  await dialog.getByRole('button', { name: 'Save this' }).click();
  await expect(dialog).toBeHidden();
  await expect(maud.locator('.segment').nth(1)).toContainText('a levé 7,5 millions d’euros pour éteindre les serveurs');
  const segments = (await (await maud.request.get(`/api/articles/${id}`)).json()).segments as { id: number }[];
  const versions = (await (await maud.request.get(`/api/segments/${segments[1]?.id}/versions`)).json()) as {
    target: string;
    author: string;
  }[];
  expect(versions.map((version) => version.author)).toEqual(['Inès', 'Maud']);
});

test('what happens while a page is on its way is not missed', async ({ person, server }) => {
  const maud = await person({ name: 'Maud' });
  const ines = await person({ name: 'Inès' });
  const id = await bring(maud, { from: 'en', to: 'fr', text: ARTICLE });
  // The line opens when all else has been answered.
  let open = () => {};
  const happened = new Promise<void>((resolve) => {
    open = resolve;
  });
  await ines.context().route('**/assets/events-thread*', async (route) => {
    await happened;
    await route.continue();
  });
  await ines.goto(`${server.url}/articles/${id}`);
  await expect(field(ines)).toBeVisible();
  await write(maud, id, 2, 'Dormance lève 7,5 millions d’euros pour éteindre les serveurs.');
  open();
  await expect(ines.getByText('Dormance lève 7,5 millions').first()).toBeVisible();
});
