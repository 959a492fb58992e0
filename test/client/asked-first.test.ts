// What the server has fetched ahead for the editor is what the editor then fetches.
import { expect, it, vi } from 'vitest';
import * as routes from '../../client/api/routes.ts';
import { askedFirst } from '../../server/http/asked-first.ts';

/** What the editor fetches while `ask` runs. */
async function fetched(ask: () => Promise<unknown>): Promise<string[]> {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (address: string) => {
    asked.push(address);
    return new Response('{}');
  });
  await ask().finally(() => vi.unstubAllGlobals());
  return asked;
}

it('an article is fetched ahead by the address that the editor asks for', async () => {
  const asked = await fetched(() => Promise.all([routes.me(), routes.health(), routes.article(7)]));
  expect(askedFirst('/articles/7').toSorted()).toEqual(asked.toSorted());
  expect(askedFirst('/articles/7/').toSorted()).toEqual(asked.toSorted());
});

it('elsewhere only what every page asks for is', async () => {
  const asked = await fetched(() => Promise.all([routes.me(), routes.health()]));
  for (const path of ['/', '/memory', '/articles', '/articles/x', '/alignments/7']) {
    expect(askedFirst(path).toSorted()).toEqual(asked.toSorted());
  }
});
