// Nothing runs out of the window: not at the width that a page has when it is enlarged four times, not with the widest spacing
// that a reader may set, not with words, names and addresses without an end. (WCAG 2.2, 1.4.10 and 1.4.12)
import { bring, expect, field, test, write } from './desk.ts';

const ENDLESS = 'anticonstitutionnellement'.repeat(7);
const ADDRESS = `https://example.org/${'un-chemin-sans-fin/'.repeat(9)}`;
const SPACING = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-bottom: 2em !important }`;

test('endless words, names and addresses stay in the window', async ({ person }) => {
  const page = await person({
    name: 'Maximilienne-Alexandrine Vandenbroucke-Desmoulins de Saint-Symphorien',
    language: 'fr',
  });
  const id = await bring(page, { from: 'fr', to: 'en', title: ENDLESS, text: `${ENDLESS}\n\nVoir ${ADDRESS} ici.` });
  await write(page, id, 1, ENDLESS);
  const term = {
    from: 'fr',
    to: 'en',
    source: ENDLESS.slice(0, 150),
    targets: [ENDLESS.slice(0, 120)],
    forbidden: [],
    note: ADDRESS,
  };
  await page.request.put('/api/terms', { data: term });
  await page.request.post('/api/words', { data: { word: ENDLESS.slice(0, 150), language: null } });
  const overflow = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  for (const address of [
    '/',
    `/articles/${id}#1`,
    `/memory?q=${ENDLESS}`,
    '/terms',
    '/settings',
    '/alignments',
    '/keys',
  ]) {
    await page.goto(address);
    await expect(page.locator('main[aria-busy]')).toHaveCount(0);
    await expect(page.locator('main h1')).toBeVisible();
    if (address.startsWith('/articles')) await expect(field(page)).toBeFocused();
    for (const width of [1440, 720, 320]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await overflow(), `${address} at ${width}`).toBeLessThanOrEqual(0);
    }
    await page.evaluate(spaced, SPACING);
    expect(await overflow(), `${address}, spaced`).toBeLessThanOrEqual(0);
    await page.setViewportSize({ width: 1440, height: 800 });
  }
});

/** A style that the page's own policy would not let in as an element. */
function spaced(css: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [sheet];
}

test('in colours of one’s own the sentence one works at and the chosen filter are still told', async ({ person }) => {
  const page = await person({ name: 'Maud' });
  const id = await bring(page, { from: 'en', to: 'fr', text: 'A chip.\n\nA cable.' });
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  await page.goto(`/articles/${id}#2`);
  await expect(field(page)).toBeFocused();
  await expect(page.locator('.segment.active')).toHaveCSS('outline-style', 'solid');
  const line = (pressed: boolean) =>
    page
      .locator(`.tab[aria-pressed=${pressed}]`)
      .first()
      .evaluate((tab) => getComputedStyle(tab).borderBottomColor);
  expect(await line(true)).not.toBe(await line(false));
});
