// Whoever opens an article at a sentence sees it, however much of what lies above is drawn later.
import { bring, expect, field, test } from './desk.ts';

const LONG =
  'The chip that computes with light spends less than a watch, its maker says, and nobody has measured it yet.';

test('the sentence one comes for stays in sight while the article is drawn', async ({ person }) => {
  const page = await person({ name: 'Maud' });
  const text = Array.from({ length: 60 }, (_, i) => `${i + 1}. ${LONG} ${LONG} ${LONG}`).join('\n\n');
  const id = await bring(page, { from: 'en', to: 'fr', text });
  for (const n of [9, 40]) {
    await page.goto('/');
    await page.goto(`/articles/${id}#${n}`);
    await expect(field(page)).toBeFocused();
    await expect(page.locator('.segment')).not.toHaveCount(0);
    await page.waitForTimeout(1500);
    await expect(field(page)).toBeInViewport({ ratio: 1 });
  }
  // Once one has moved the page oneself, it stays where one left it.
  await page.mouse.wheel(0, -3000);
  await page.waitForTimeout(500);
  await expect(field(page)).not.toBeInViewport();
});
