// Pictures of each page in both languages and lights, wide and narrow, for people to look at: test-results/screens.
import { expect, field, test } from './desk.ts';
import { seed } from './seeded.ts';

const LANGUAGES = ['fr', 'en'] as const;
const THEMES = ['light', 'dark'] as const;
const WIDTHS = [1440, 390];

test('pages stand without a sideways scroll, and leave their pictures', async ({ person }) => {
  test.setTimeout(600_000);
  const first = await person({ name: 'Maud Perrin' });
  const { states, codes, alignment } = await seed(first);
  const pages = {
    desk: '/',
    review: `/articles/${states}#8`,
    codes: `/articles/${codes}#3`,
    memory: '/memory?q=chiffres',
    alignments: '/alignments',
    alignment: `/alignments/${alignment}`,
    keys: '/keys',
    checks: '/checks',
    providers: '/providers',
    terms: '/terms',
    settings: '/settings',
  };
  for (const language of LANGUAGES) {
    for (const width of WIDTHS) {
      const page = await person({ name: 'Maud Perrin', language, width });
      for (const [name, address] of Object.entries(pages)) {
        await page.goto(address);
        if (name === 'review' || name === 'codes') await expect(field(page)).toBeFocused();
        await expect(page.locator('main[aria-busy]')).toHaveCount(0);
        await page.waitForTimeout(200);
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(overflow, `${name} at ${width}`).toBeLessThanOrEqual(0);
        // Whoever has not chosen a light gets that of the machine, without a reload.
        for (const theme of THEMES) {
          await page.emulateMedia({ colorScheme: theme });
          await page.screenshot({
            path: `test-results/screens/${name}-${language}-${theme}-${width}.png`,
            animations: 'disabled',
          });
        }
      }
      await page.context().close();
    }
  }
});
