// Nobody is shut out: axe finds nothing on any page and state, in both languages and both lights.
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './desk.ts';
import { AT_FIRST, SCENES } from './scenes.ts';
import { seed } from './seeded.ts';

test.use({ withDeepL: true });

/** Names what axe finds, short enough to read: everything in the light, and in the dark the colours, which alone differ there. */
async function violations(page: Page, where: string): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'light' });
  const light = await found(new AxeBuilder({ page }), where);
  await page.emulateMedia({ colorScheme: 'dark' });
  return [...light, ...(await found(new AxeBuilder({ page }).withRules(['color-contrast']), `${where}, dark`))];
}

async function found(axe: AxeBuilder, where: string): Promise<string[]> {
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${where}: ${id} ${target} ${failureSummary}`),
  );
}

for (const { language, width } of [
  { language: 'fr', width: 1440 },
  { language: 'en', width: 1440 },
  { language: 'fr', width: 390 },
] as const) {
  test(`axe is content in ${language} at ${width}, light and dark`, async ({ person, deepl }) => {
    test.setTimeout(900_000);
    const page = await person({ name: 'Maud', language, width });
    const faults: string[] = [];
    const look = async (scenes: typeof SCENES, seeded: Awaited<ReturnType<typeof seed>>) => {
      for (const [where, come] of scenes) {
        await test.step(where, () => come({ page, seeded, deepl }));
        await page.waitForTimeout(150);
        faults.push(...(await violations(page, where)));
      }
    };
    await look(AT_FIRST, { states: 0, codes: 0, alignment: 0 });
    await look(SCENES, await seed(page));
    expect(faults).toEqual([]);
  });
}

test('axe is content with a stranger', async ({ browser, server }) => {
  const stranger = await (await browser.newContext({ baseURL: server.url })).newPage();
  await stranger.goto('/');
  await expect(stranger.getByRole('dialog')).toBeVisible();
  expect(await violations(stranger, 'who')).toEqual([]);
  await stranger.context().close();
});
