import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importArticle, pageFile } from '../../server/flow/import-article.ts';
import { readPage } from '../../server/web/read-page.ts';
import { freshDesk } from '../fresh-desk.ts';
import { serve } from '../http/serve.ts';
import { loopbackOnly, NEWS_PAGE, pageServer } from './page-server.ts';

let server: Awaited<ReturnType<typeof pageServer>>;
beforeAll(async () => {
  server = await pageServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(NEWS_PAGE);
  });
});
afterAll(() => server.close());

const readHere = (address: string) => readPage(address, { allows: loopbackOnly });

describe('an article from the web', () => {
  it('comes in with its language, and remembers where it stood', async () => {
    const desk = freshDesk();
    const file = pageFile(await readHere(`${server.url}/lumen`));
    const { id, from, to, title, boilerplate } = await importArticle(desk, file, 'Zoé');
    expect({ from, to, title, boilerplate }).toEqual({
      ...{ from: 'fr', to: 'en', title: 'Lumen grave sa première puce', boilerplate: 0 },
    });
    expect(await desk.stores.articles.get(id)).toMatchObject({ address: `${server.url}/lumen`, format: 'html' });
  });

  it('comes in by its address over HTTP, and never from a private network', async () => {
    const post = async (url: string, served: Awaited<ReturnType<typeof serve>>) => {
      const headers = { 'content-type': 'application/json' };
      const body = JSON.stringify({ url, to: 'en' });
      const response = await fetch(`${served.url}/api/articles`, { method: 'POST', headers, body });
      return { status: response.status, answer: (await response.json()) as object };
    };
    const open = await serve(() => ({ readPage: readHere }));
    const guarded = await serve();
    try {
      const { status, answer } = await post(server.url, open);
      expect([status, answer]).toMatchObject([
        201,
        { title: 'Lumen grave sa première puce', address: `${server.url}/` },
      ]);
      const refused = await post(server.url, guarded);
      expect(refused).toMatchObject({ status: 403, answer: { error: { code: 'private-address' } } });
      expect(await guarded.stores.articles.list()).toEqual([]);
    } finally {
      await Promise.all([open.close(), guarded.close()]);
    }
  });
});
