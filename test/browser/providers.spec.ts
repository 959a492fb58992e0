// Machine translation as a person meets it: what a fill would send, a confidential article, and what services were worth.
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { bring, expect, test } from './desk.ts';

test.use({ withDeepL: true });

async function faults(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).analyze();
    found.push(...violations.map(({ id, nodes }) => `${colorScheme}: ${id} ${nodes.map(({ target }) => target)}`));
  }
  return found;
}

for (const language of ['fr', 'en'] as const) {
  test(`a fill says what it would send, and the page what that was worth, in ${language}`, async ({
    person,
    deepl,
  }) => {
    const page = await person({ name: 'Maud', language });
    const id = await bring(page, { from: 'fr', to: 'en', text: 'Une puce neuve.\n\nElle chauffe déjà trop.' });
    await page.goto(`/articles/${id}`);
    const fill = page.getByRole('button', { name: language === 'fr' ? 'Remplir' : 'Fill', exact: true });
    await page.getByRole('button', { name: /^Confidenti/ }).click();
    await expect(page.getByRole('button', { name: /^Confidenti/ })).toHaveAttribute('aria-pressed', 'true');
    await fill.click();
    await expect(page.locator('.job')).toContainText(/confidenti/);
    expect(deepl.received).toEqual([]);
    await page.getByRole('button', { name: /^Confidenti/ }).click();
    await expect(page.getByRole('button', { name: /^Confidenti/ })).toHaveAttribute('aria-pressed', 'false');
    await fill.click();
    await expect(page.getByRole('dialog')).toContainText('38');
    await expect(page.getByRole('dialog')).toContainText(language === 'fr' ? '500\u202f000' : '500,000');
    expect(await faults(page)).toEqual([]);
    // The account is used up midway: what remains is said, and taken up again, also from a page that is opened later.
    deepl.limit = 10;
    await page.keyboard.press('Enter');
    await expect(page.locator('.job')).toContainText(/quota/);
    await page.reload();
    await expect(page.locator('.job')).toContainText(language === 'fr' ? '2 encore vides' : '2 still empty');
    expect(await faults(page)).toEqual([]);
    deepl.limit = 500_000;
    await page.getByRole('button', { name: language === 'fr' ? 'Reprendre' : 'Take up again' }).click();
    await expect(page.locator('.segment.suggested')).toHaveCount(2);
    await page.request.post(`/api/articles/${id}/approve`, { data: { all: true } });
    const { segments } = (await (await page.request.get(`/api/articles/${id}`)).json()) as {
      segments: { id: number; version: number }[];
    };
    for (const { id: segment, version } of segments)
      await page.request.post(`/api/segments/${segment}/approve`, { data: { version, insist: true } });
    await page.goto('/providers');
    await expect(page.getByRole('img')).toHaveAccessibleName(/chrF.*100[.,]0/);
    await expect(page.getByRole('row')).toHaveCount(2);
    await page.getByRole('button', { name: /^(Ask|Interroger) DeepL/ }).click();
    await expect(page.getByText(language === 'fr' ? /^38 sur/ : /^38 of/)).toBeVisible();
    await page.getByRole('button', { name: language === 'fr' ? 'Donner la mémoire' : 'Give DeepL the memory' }).click();
    expect(await faults(page)).toEqual([]);
    expect(deepl.memories.size).toBe(0);
    await page.getByRole('button', { name: language === 'fr' ? 'Publier' : 'Publish' }).click();
    await expect(page.locator('.job')).toContainText(language === 'fr' ? '2 paires publiées' : '2 pairs published');
    expect([...deepl.memories.values()].join()).toContain('Elle chauffe déjà trop.');
  });
}
