import { expect, test } from 'vitest';
import { EXACT } from '../../db/memory.ts';
import { openDatabase } from '../../db/open.ts';
import { freshStores } from '../fresh-stores.ts';
import { AT, anArticle, aUnit, aWrite } from './samples.ts';

test('an article is stored, decided on, remembered and found again', async () => {
  const stores = freshStores();
  const id = await stores.articles.add(anArticle([['Bonjour le monde.', 'La puce chauffe.'], ['Bonjour le monde.']]));
  const [first] = await stores.segments.of(id);
  const segment = first?.id ?? 0;
  await stores.segments.decide({
    writes: [aWrite(segment, 0, 'Hello world.', { state: 'approved' })],
    remember: [aUnit('Bonjour le monde.', 'Hello world.', { segment, taught: 'approve' })],
    forget: [],
    by: 'Zoé',
    at: AT,
  });
  expect((await stores.segments.get(segment))?.target).toBe('Hello world.');
  const found = await stores.memory.exact('en-GB', 'fr', ['hello world.']);
  expect(found.get('hello world.')?.[0]?.target).toBe('Bonjour le monde.');
  expect(await stores.upkeep.verify()).toMatchObject({ ok: true, problems: [] });
  stores.close();
});

test('a text is looked up by its hash, not among all units of its language', () => {
  const db = openDatabase(':memory:');
  for (const [side, select] of [
    ['source', EXACT.forward],
    ['target', EXACT.backward],
  ] as const) {
    const plan = db.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${select}`).all(1, 'x', 'en', 'fr');
    expect(plan.map(({ detail }) => detail).join('\n')).toContain(`USING INDEX units_by_${side} (${side}_hash=?)`);
    expect(plan.map(({ detail }) => detail).join('\n')).not.toContain('language');
  }
  db.close();
});
