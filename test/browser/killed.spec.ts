// The server is killed in the middle of a fill: what was filled stays, and the fill is taken up again where it broke off.
import { bring, expect, expected, test } from './desk.ts';

test.use({ withDeepL: true });

const SENTENCES = 120;

test('a fill that was cut off by a kill resumes', async ({ person, server, deepl }) => {
  const page = await person({ name: 'Maud' });
  const text = Array.from({ length: SENTENCES }, (_, i) => `Paragraph ${i + 1} tells of ${i + 3} chips.`).join('\n\n');
  const id = await bring(page, { from: 'en', to: 'fr', text });
  let release = () => {};
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  // The first call is answered, the second one hangs until the server is dead.
  deepl.hold = (number) => (number === 0 ? Promise.resolve() : gate);
  await page.goto(`/articles/${id}`);
  await page.getByRole('button', { name: 'Fill' }).click();
  await page.getByRole('button', { name: 'Send and fill' }).click();
  await expect(page.locator('.job-progress')).toContainText('of 120');
  await expect(page.locator('.segment.suggested').first()).toBeVisible();
  expected.offline = true;
  await server.kill();
  release();
  deepl.hold = async () => undefined;
  await server.start();
  await page.reload();
  await expect(page.getByText('The work was cut off. What was finished is kept.')).toBeVisible();
  const before = deepl.answered().length;
  await page.getByRole('button', { name: 'Take up again' }).click();
  await expect(page.getByText(/Filled/)).toBeVisible();
  await page.getByRole('searchbox').fill('Paragraph 120 ');
  await expect(page.locator('.segment.suggested')).toHaveCount(1);
  const whole = (await (await page.request.get(`/api/articles/${id}`)).json()) as { segments: { state: string }[] };
  expect(whole.segments.filter((segment) => segment.state !== 'suggested')).toEqual([]);
  expect(deepl.answered().length - before).toBeLessThan(SENTENCES);
});

test('a fill can be stopped, and keeps what it finished', async ({ person, deepl }) => {
  const page = await person({ name: 'Maud' });
  const text = Array.from({ length: SENTENCES }, (_, i) => `Story ${i + 1} tells of ${i + 3} chips.`).join('\n\n');
  const id = await bring(page, { from: 'en', to: 'fr', text });
  const first = deepl.received.length;
  deepl.hold = (number) => (number === first ? Promise.resolve() : new Promise((resolve) => setTimeout(resolve, 3000)));
  await page.goto(`/articles/${id}`);
  await page.getByRole('button', { name: 'Fill' }).click();
  await page.getByRole('button', { name: 'Send and fill' }).click();
  await expect(page.locator('.segment.suggested').first()).toBeVisible();
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByText('Stopped. What was finished is kept.')).toBeVisible();
  await expect(page.locator('.segment.suggested').first()).toBeVisible();
});
