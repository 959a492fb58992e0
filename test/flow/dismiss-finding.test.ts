// A finding that somebody waved through stays away as long as the text stays, and no longer holds an approval back.
import { describe, expect, it } from 'vitest';
import { approve } from '../../server/flow/approve.ts';
import { checkArticle } from '../../server/flow/check-article.ts';
import { dismissFinding, recallFinding } from '../../server/flow/dismiss-finding.ts';
import { importArticle } from '../../server/flow/import-article.ts';
import { setSegment } from '../../server/flow/review.ts';
import { segmentAt } from '../../server/flow/show-article.ts';
import { freshDesk, textFile } from '../fresh-desk.ts';

const by = 'Zoé';

async function opened(source = 'L’IA avance.') {
  const desk = freshDesk();
  const { id } = await importArticle(desk, { ...textFile(source), from: 'fr', to: 'en' }, by);
  const segment = (await segmentAt(desk, id, 1)).id;
  const set = (target: string) => setSegment(desk, { segment, target, by });
  const findings = async () => (await checkArticle(desk, id)).flatMap((one) => one.findings);
  return { desk, id, segment, set, findings };
}

describe('a dismissed finding', () => {
  it('stays away for that text, with who and why, and lets the segment be approved', async () => {
    const { desk, id, segment, set, findings } = await opened('Le groupe livre 42 puces.');
    await set('The group delivers 24 chips.');
    const [finding] = await findings();
    expect(finding).toMatchObject({ check: 'number', severity: 'error' });
    expect((await approve(desk, id, { named: [1] }, { by })).blocked).toHaveLength(1);

    await dismissFinding(desk, segment, finding!, { why: 'a brand', by: 'Max' });
    expect(await findings()).toEqual([]);
    expect(await desk.stores.dismissals.of(id)).toMatchObject([
      { finding: 'number', words: '24', why: 'a brand', by: 'Max' },
    ]);
    expect((await approve(desk, id, { named: [1] }, { by })).approved).toBe(1);
  });

  it('comes back with another text, and when it is recalled', async () => {
    const { desk, segment, set, findings } = await opened();
    await set('IA is advancing.');
    const [finding] = await findings();
    await dismissFinding(desk, segment, finding!, { why: null, by });
    await set('IA advances.');
    expect(await findings()).toHaveLength(1);
    await set('IA is advancing.');
    expect(await findings()).toEqual([]);
    expect(await recallFinding(desk, segment, finding!)).toBe(true);
    expect(await recallFinding(desk, segment, finding!)).toBe(false);
    expect(await findings()).toHaveLength(1);
  });

  it('must point into the text', async () => {
    const { desk, segment, set } = await opened();
    await set('IA.');
    const gone = { check: 'acronym', side: 'target', start: 0, end: 9 } as const;
    await expect(dismissFinding(desk, segment, gone, { why: null, by })).rejects.toMatchObject({ status: 409 });
    await expect(dismissFinding(desk, 999, gone, { why: null, by })).rejects.toMatchObject({ status: 404 });
  });
});
