// What one person settles, the forms of another show without being asked, and nothing that is being typed is lost by it.
import { expect, test } from './desk.ts';

const SRX = `<?xml version="1.0"?>
<srx xmlns="http://www.lisa.org/srx20" version="2.0"><header segmentsubflows="yes" cascade="no"/><body><languagerules>
<languagerule languagerulename="F">
<rule break="no"><beforebreak>\\bM\\.</beforebreak><afterbreak>\\s</afterbreak></rule>
<rule break="no"><beforebreak>\\G</beforebreak><afterbreak>\\s</afterbreak></rule>
</languagerule></languagerules>
<maprules><languagemap languagepattern="[Ff][Rr].*" languagerulename="F"/></maprules></body></srx>`;

test('settings follow what others settle, and keep what is being typed', async ({ person }) => {
  const page = await person({ name: 'Maud' });
  const other = await person({ name: 'Inès' });
  await page.goto('/settings');
  const machine = page.getByLabel('Written by a machine');
  const exceptions = page.getByLabel('Exceptions, one a line');
  await expect(machine).toHaveValue('5');
  await page.getByRole('spinbutton', { name: 'From another desk' }).fill('4');
  await other.request.put('/api/memory/penalties', { data: { points: { machine: 9 } } });
  await expect(machine).toHaveValue('9');
  await expect(page.getByRole('spinbutton', { name: 'From another desk' })).toHaveValue('4');
  await page.getByRole('button', { name: 'Save the points' }).click();
  await expect(page.getByText('The points are saved.')).toBeVisible();
  const { points } = (await (await page.request.get('/api/memory/penalties')).json()) as { points: object };
  expect(points).toMatchObject({ machine: 9, 'other-desk': 4 });
  const settle = (before: string) =>
    other.request.put('/api/segmentation?lang=fr', { data: { exceptions: [{ before, after: null }] } });
  await settle('Kilo.');
  await expect(exceptions).toHaveValue('Kilo.');
  await exceptions.fill('Kilo.\nMega.');
  await settle('Giga.');
  await expect(page.getByText(/Others have changed these exceptions/)).toBeVisible();
  await expect(exceptions).toHaveValue('Kilo.\nMega.');
  await page.getByRole('button', { name: 'Show theirs' }).click();
  await expect(exceptions).toHaveValue('Giga.');
  await other.request.post('/api/words', { data: { word: 'Tesselle', language: null } });
  await expect(page.locator('.desk-words li')).toContainText('Tesselle');
  await other.request.put('/api/style', { data: { profile: 'strict' } });
  await expect(page.getByRole('radio', { name: /^Strict/ })).toBeChecked();
  await page.goto('/terms');
  await other.request.put('/api/terms', { data: { from: 'fr', to: 'en', source: 'puce', targets: ['chip'] } });
  await expect(page.locator('.term-list li')).toContainText('chip');
});

for (const language of ['fr', 'en'] as const) {
  test(`a rule that is left out says why in ${language}`, async ({ person }) => {
    const page = await person({ name: 'Maud', language });
    await page.goto('/settings');
    const file = { name: 'regles.srx', mimeType: 'text/xml', buffer: Buffer.from(SRX) };
    await page.locator('.segmentation input[type=file]').setInputFiles(file);
    await page.locator('.segmentation .import-form button').click();
    await page.locator('.segmentation summary').click();
    const said =
      language === 'fr'
        ? 'Ligne 5\u00a0: «\u00a0\\G\u00a0» n’est pas compris ici.'
        : 'Line 5: “\\G” is not understood here.';
    await expect(page.locator('.segmentation .refusals li')).toContainText(said);
  });
}
