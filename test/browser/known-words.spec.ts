// A word that no dictionary knows is said to be right once: its findings go in every sentence, by keyboard alone, and for
// whoever has the article open too.
import { bring, expect, field, test, write } from './desk.ts';

test('a word that is settled is right everywhere', async ({ person }) => {
  const maud = await person({ name: 'Maud' });
  const id = await bring(maud, {
    from: 'en',
    to: 'fr',
    text: 'The chip blinks.\n\nIt shines.\n\nThe chip blinks twice.',
  });
  await write(maud, id, 1, 'La puce clignotille.');
  await write(maud, id, 3, 'La puce clignotille deux fois.');
  const ines = await person({ name: 'Inès' });
  await ines.goto(`/articles/${id}#2`);
  await maud.goto(`/articles/${id}#1`);
  await expect(field(maud)).toBeFocused();
  for (const page of [maud, ines])
    await expect(page.locator('#findings-panel')).toHaveText('Findings of the article: 2');
  await expect(maud.locator('.segment:not(.active) mark.found')).toHaveText('clignotille');

  const inFocus = maud.locator(':focus');
  const tabTo = async (name: string) => {
    for (let n = 0; n < 40 && (await inFocus.textContent()) !== name; n++) await maud.keyboard.press('Tab');
    await expect(inFocus).toHaveText(name);
  };
  await tabTo('Suggestions');
  await maud.keyboard.press('Enter');
  await expect(maud.getByRole('button', { name: 'It is right' })).toBeVisible();
  await tabTo('It is right');
  await maud.keyboard.press('Enter');

  for (const page of [maud, ines]) {
    await expect(page.locator('#findings-panel')).toHaveText('Findings of the article: 0');
    await expect(page.locator('mark.found')).toHaveCount(0);
  }
  await expect(maud.getByText('Nothing to remark.')).toBeVisible();
  expect(await maud.evaluate(() => document.activeElement !== document.body)).toBe(true);
});
