// A person with many tabs: a browser opens six connections to a server, and an open stream of events takes one.
import { bring, expect, field, test, write } from './desk.ts';

test('eight tabs follow each other, whichever of them is closed, and through a restart of the server', async ({
  person,
  server,
}) => {
  const first = await person({ name: 'Maud' });
  const id = await bring(first, { from: 'en', to: 'fr', text: 'One chip.\n\nTwo chips.\n\nThree chips.' });
  const tabs = [first];
  while (tabs.length < 8) tabs.push(await first.context().newPage());
  for (const tab of tabs) {
    await tab.goto(`/articles/${id}`);
    await expect(field(tab)).toBeVisible();
  }
  await write(first, id, 2, 'Deux puces.');
  for (const tab of tabs) await expect(tab.getByText('Deux puces.').first()).toBeVisible();
  for (const tab of tabs.splice(0, 4)) await tab.close();
  const [here, there] = tabs;
  if (!here || !there) throw new Error('no tab is left');
  await field(here).fill('Une puce.');
  await here.keyboard.press('Control+Enter');
  await expect(there.getByText('Une puce.').first()).toBeVisible();
  await server.kill();
  await server.start();
  await write(here, id, 3, 'Trois puces.');
  for (const tab of tabs) await expect(tab.getByText('Trois puces.').first()).toBeVisible();
});
