// Pictures of each page and state in both languages and lights, wide and narrow, for people to look at: test-results/screens.
import type { Page } from '@playwright/test';
import { expect, test } from './desk.ts';
import { AT_FIRST, SCENES } from './scenes.ts';
import { seed } from './seeded.ts';

test.use({ withDeepL: true });

const THEMES = ['light', 'dark'] as const;
/** What a fingertip needs (CSS pixels). */
const FINGER = 40;

/** How far (px) the page runs out of the window sideways, and what on it is too low for a finger. */
function faultsOf(page: Page, narrow: boolean): Promise<string[]> {
  return page.evaluate(
    ([finger, touched]) => {
      const { scrollWidth, clientWidth } = document.documentElement;
      const wide = scrollWidth > clientWidth ? [`${scrollWidth - clientWidth} px too wide`] : [];
      const pressed = touched ? document.querySelectorAll<HTMLElement>('button, a, select, input, summary') : [];
      const low = [...pressed].filter((one) => {
        const { width, height } = one.getBoundingClientRect();
        const kept = one.matches('.skip, [type=checkbox], [type=radio], [type=file]') || one.closest('.unseen');
        return !kept && width > 0 && height > 0 && height < finger;
      });
      return [
        ...wide,
        ...low.map((one) => `${one.tagName} ${one.className} ${one.textContent?.slice(0, 30)} is too low`),
      ];
    },
    [FINGER, narrow] as const,
  );
}

/** Whoever has not chosen a light gets that of the machine, without a reload. */
async function picture(page: Page, name: string): Promise<void> {
  for (const theme of THEMES) {
    await page.emulateMedia({ colorScheme: theme });
    const path = `test-results/screens/${name.replace('THEME', theme)}.png`;
    await page.screenshot({ path, animations: 'disabled' });
  }
}

for (const language of ['fr', 'en'] as const) {
  for (const width of [1440, 390]) {
    test(`pages stand in ${language} at ${width} and leave their pictures`, async ({ person, deepl }) => {
      test.setTimeout(900_000);
      const page = await person({ name: 'Maud Perrin', language, width });
      const faults: string[] = [];
      const look = async (scenes: typeof SCENES, seeded: Awaited<ReturnType<typeof seed>>) => {
        for (const [name, come] of scenes) {
          await test.step(name, () => come({ page, seeded, deepl }));
          await expect(page.locator('main[aria-busy]')).toHaveCount(0);
          await page.waitForTimeout(200);
          faults.push(...(await faultsOf(page, width < 600)).map((fault) => `${name}: ${fault}`));
          await picture(page, `${name}-${language}-THEME-${width}`);
        }
      };
      await look(AT_FIRST, { states: 0, codes: 0, alignment: 0 });
      await look(SCENES, await seed(page));
      expect(faults).toEqual([]);
    });
  }
}
