import { describe, expect, it } from 'vitest';
import { articleOutCommands } from '../../server/cli/article-out.ts';
import { calledOf, parse } from '../../server/cli/parse.ts';
import { approve } from '../../server/flow/approve.ts';
import { type ExportOptions, exportArticle } from '../../server/flow/export-article.ts';
import { importArticle } from '../../server/flow/import-article.ts';
import { setSegment } from '../../server/flow/review.ts';
import { showArticle } from '../../server/flow/show-article.ts';
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
