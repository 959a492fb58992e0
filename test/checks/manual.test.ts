// The printed page of checks says what the checks' samples say now: `npm run manual` prints it anew.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CHECKS } from '../../server/checks/index.ts';
import { printChecks } from '../../server/checks/manual.ts';

describe.each(['en', 'fr'] as const)('the manual’s page of checks in %s', (language) => {
  const page = readFileSync(join(import.meta.dirname, `../../client/manual/checks-${language}.md`), 'utf8');

  it('is fresh', () => {
    expect(page).toBe(printChecks(language));
  });

  it('has a chapter for every check, with what it is about and what it points at', () => {
    const chapters = page.split('\n## ').slice(1);
    expect(chapters.map((chapter) => chapter.split('\n')[0])).toEqual(CHECKS.map(({ id }) => id));
    for (const chapter of chapters) expect(chapter).toContain('⟦');
  });
});
