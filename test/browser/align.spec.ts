// The alignment desk by keyboard alone: a pair is brought in, its damaged alignment is mended, remembered, taken back and left.
import type { Page } from '@playwright/test';
import { damaged, ENGLISH, FRENCH, whole } from './aligned.ts';
import { bring, chord, expect, expected, test } from './desk.ts';

const RIGHT = ['0:0', '1:1', '2:2', '3:3', '4:4', '5:5'];

const shown = async (page: Page, id: number) =>
  (await whole(page, id)).beads.map(({ source, target }) => `${source.join('+')}:${target.join('+')}`);
const units = async (page: Page) =>
  ((await (await page.request.get('/api/memory/stats')).json()) as { units: number }).units;

/** Walks on with Tab until the focus is inside what the selector names. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let press = 0; press < 60; press++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
  }
  throw new Error(`Tab leads to no ${selector}`);
}

test('a damaged alignment is mended, remembered and taken back without a mouse', async ({ person }) => {
  const page = await person({ name: 'Maud' });
  const id = await damaged(page);
  await page.goto('/');
  await chord(page, 'g');
  await tabTo(page, '.alignment-line a');
  await page.keyboard.press('Enter');
  const focused = page.locator('.bead .side:focus');
  await tabTo(page, '.bead .side');
  await expect(focused).toContainText('La fusée');

  // The first two: the boundary on the right goes back by one.
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Alt+ArrowDown');
  await expect.poll(() => shown(page, id)).toEqual(['0:0', '1:1', ...['2+3:2+3', '4:', ':4', '5:5']]);

  // The next is two beads; then two are one.
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(focused).toContainText('According to the agency');
  await page.keyboard.press('s');
  await expect.poll(() => shown(page, id)).toEqual(['0:0', '1:1', '2:2', '3:3', '4:', ':4', '5:5']);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(focused).toContainText('no sentence');
  await page.keyboard.press('j');
  await expect.poll(() => shown(page, id)).toEqual(RIGHT);
  await expect(focused).toContainText('One unknown remains');

  // A step too many, and back.
  await page.keyboard.press('j');
  await expect.poll(() => shown(page, id)).not.toEqual(RIGHT);
  await page.keyboard.press('z');
  await expect.poll(() => shown(page, id)).toEqual(RIGHT);
  expect(await units(page)).toBe(0);

  // What is still not sure is kept, one after the other; one pair is left out.
  const rest = page.locator('.bead.doubtful');
  for (let press = 0; press < 6 && (await rest.count()) > 0; press++) {
    const before = await rest.count();
    await page.keyboard.press('n');
    await page.keyboard.press('Enter');
    await expect.poll(() => rest.count()).toBeLessThan(before);
  }
  await page.keyboard.press('x');
  await expect(page.getByRole('button', { name: 'Remember 5 pairs' })).toBeVisible();
  await page.keyboard.press('Shift+Tab');
  for (let press = 0; press < 4; press++) {
    if (await page.getByRole('button', { name: 'Remember 5 pairs' }).evaluate((it) => it === document.activeElement))
      break;
    await page.keyboard.press('Shift+Tab');
  }
  await page.keyboard.press('Enter');
  await expect(page.locator('.remembering')).toContainText('5 pairs are in the memory.');
  expect(await units(page)).toBe(5);
  await chord(page, 'z');
  await expect.poll(() => units(page)).toBe(0);

  // It can be left and taken up again.
  await page.reload();
  await expect(page.locator('.bead')).toHaveCount(6);
  await expect(page.locator('.bead.out')).toHaveCount(1);
});

test('a pair is begun from two pastes, and only what wants an eye can be shown', async ({ person }) => {
  const page = await person({ name: 'Maud' });
  await page.goto('/alignments');
  await page.getByLabel('Text', { exact: true }).first().waitFor();
  const fields = page.locator('.begin textarea');
  await fields.nth(0).fill(FRENCH.join('\n'));
  await fields.nth(1).fill(ENGLISH.map((one) => one.replace('98%', '89%')).join('\n'));
  await page.getByRole('button', { name: 'Align', exact: true }).click();
  await expect(page.locator('.bead')).toHaveCount(6);
  await expect(page.locator('.bead.flagged .flags')).toContainText('Number');
  await page.getByLabel('Only what wants an eye').check();
  await expect(page.locator('.bead.flagged')).toHaveCount(1);
  await page.getByLabel('Only what wants an eye').press('Tab');
});

test('what another does to the same alignment is seen at once; a stale step gives way to it', async ({ person }) => {
  const maud = await person({ name: 'Maud' });
  const ines = await person({ name: 'Inès' });
  expected.statuses.add(409);
  const id = await damaged(maud);
  await maud.goto(`/alignments/${id}`);
  await ines.goto(`/alignments/${id}`);
  await expect(maud.locator('.bead')).toHaveCount(6);
  await ines.locator('#bead-3-source').focus();
  await ines.keyboard.press('j');
  await expect(maud.locator('.bead')).toHaveCount(5);
  await expect(maud.locator('.bead.made')).toHaveCount(1);
});

test('an article of the desk is a side; what is no translation is refused with its reason', async ({ person }) => {
  const page = await person({ name: 'Maud' });
  await bring(page, { from: 'fr', to: 'en', text: FRENCH.join('\n'), title: 'Aurore' });
  await page.goto('/alignments');
  await page.getByLabel('Article here').first().check();
  await page.locator('.begin select:has(option:text("Aurore"))').selectOption({ label: 'Aurore' });
  await page
    .locator('.begin textarea')
    .fill(
      'Beat the butter until soft.\nAdd sugar slowly.\nFold in flour and milk.\nPour it into a tin.\nBake until golden.',
    );
  await page.getByRole('button', { name: 'Align', exact: true }).click();
  await expect(page.locator('.refused')).toContainText('One text is not the other’s translation');
});
