import { describe, expect, it } from 'vitest';
import { articleOutCommands } from '../../server/cli/article-out.ts';
import { calledOf, parse } from '../../server/cli/parse.ts';
import { approve } from '../../server/flow/approve.ts';
import { type ExportOptions, exportArticle } from '../../server/flow/export-article.ts';
import { importArticle } from '../../server/flow/import-article.ts';
import { setSegment } from '../../server/flow/review.ts';
import { showArticle } from '../../server/flow/show-article.ts';
import { typesetAll } from '../../server/text/typeset.ts';
import { freshDesk, textFile } from '../fresh-desk.ts';

const by = 'Zoé';
const TARGETS = ['Pourquoi maintenant ?', '"Rien ne presse.', 'On verra l\'hiver venu"'];

async function article() {
  const desk = freshDesk();
  const source = textFile('Why now?\n“No hurry.\nLet’s see in winter,”\nsays "Maud Roy" ?\n');
  const { id } = await importArticle(desk, { ...source, from: 'en', to: 'fr' }, by);
  const { segments } = await showArticle(desk, id);
  for (const [i, { id: segment }] of segments.slice(0, 3).entries())
    await setSegment(desk, { segment, target: TARGETS[i] ?? '', by });
  await approve(desk, id, { ranges: [[1, 3]] }, { by, insist: true });
  const options = { as: 'article', allowIncomplete: true } as const;
  const text = async (more: Partial<ExportOptions> = {}) =>
    new TextDecoder().decode((await exportArticle(desk, id, { ...options, ...more })).bytes);
  return { desk, id, text };
}

describe('the clean article', () => {
  it('is set by a house where that is asked for; what is still source is never retyped', async () => {
    const { text } = await article();
    const open = 'says "Maud Roy" ?\n';
    expect(await text()).toBe(`Pourquoi maintenant ?\n"Rien ne presse.\nOn verra l'hiver venu"\n${open}`);
    expect(await text({ typeset: 'default' })).toBe(
      `Pourquoi maintenant\u202f?\n«\u00a0Rien ne presse.\nOn verra l’hiver venu\u00a0»\n${open}`,
    );
    expect(await text({ typeset: 'quebec' })).toContain('Pourquoi maintenant?\n');
  });
});

describe('entities', () => {
  async function page(format: string, bytes: string) {
    const desk = freshDesk();
    const source = { ...textFile(bytes), fileName: `page.${format}` };
    const { id } = await importArticle(desk, { ...source, from: 'en', to: 'fr' }, by);
    const { segments } = await showArticle(desk, id);
    for (const { id: segment } of segments) await setSegment(desk, { segment, target: 'Vrai & sûr ? « Oui »', by });
    await approve(desk, id, { all: true }, { by, insist: true });
    return exportArticle(desk, id, { as: 'article', typeset: 'default', spaces: 'entities' });
  }
  it.each([
    ['html', '<article><h1>True?</h1><p>True & safe.</p></article>', '<p>Vrai &amp; sûr&#8239;? «&nbsp;Oui&nbsp;»</p>'],
    ['md', '# True?\n\nTrue & safe.\n', '\n\nVrai & sûr&#8239;? «&nbsp;Oui&nbsp;»\n'],
  ])('stand for the no-break spaces of %s', async (format, bytes, wanted) => {
    expect(new TextDecoder().decode((await page(format, bytes)).bytes)).toContain(wanted);
  });
  it('are refused where a format has none', async () => {
    await expect(page('txt', 'True?\n')).rejects.toMatchObject({ code: 'no-entities' });
  });
});

describe('a headline in English', () => {
  it('takes single quotation marks outside, whatever the house', () => {
    const set = (text: string, profile: 'ap' | 'guardian', role: 'title' | 'standfirst' | 'body') =>
      typesetAll([{ text, codes: [], role }], { language: 'en', profile })[0];
    expect(set('Chips are "sold "out"", she says', 'ap', 'title')).toBe('Chips are ‘sold “out”’, she says');
    expect(set('« Sold out »', 'guardian', 'standfirst')).toBe('‘Sold out’');
    expect(set('« Sold out »', 'ap', 'standfirst')).toBe('“Sold out”');
    expect(set('"Sold out"', 'guardian', 'body')).toBe('“Sold out”');
    expect(set('‘Sold “out”’', 'guardian', 'title')).toBe('‘Sold “out”’');
  });
});

describe('--typeset', () => {
  it.each([
    [['--typeset', 'web', '3'], 'web', ['3']],
    [['3', '--typeset', '--whole'], '', ['3']],
    [['--typeset', '3'], '', ['3']],
    [['3', '--typeset=afp'], 'afp', ['3']],
  ])('takes a house or stands bare: %j', (words, value, args) => {
    const parsed = parse(['article', 'export', ...words], calledOf(['article', 'export'], articleOutCommands));
    expect([parsed.options['typeset'], parsed.args]).toEqual([value, args]);
  });
});
