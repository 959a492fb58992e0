import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Served, serve } from './serve.ts';

let served: Served;
beforeEach(async () => {
  served = await serve();
});
afterEach(() => served.close());

interface Sent {
  method?: string;
  path?: string;
  headers?: Record<string, string>;
  body?: string;
}

/** A request as any program could send it: fetch would not let us set Host or Origin. */
function send({ method = 'GET', path = '/api/health', headers = {}, body }: Sent) {
  return new Promise<{ status: number; headers: Record<string, unknown>; body: string }>((resolve, reject) => {
    const request = httpRequest(
      { host: '127.0.0.1', port: served.port, method, path, headers: { connection: 'close', ...headers } },
      (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (piece) => {
          text += piece;
        });
        response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }));
      },
    );
    request.on('error', reject);
    request.end(body);
  });
}

const host = (name: string) => `${name}:${served.port}`;
const code = (body: string) => (JSON.parse(body) as { error: { code: string } }).error.code;

describe('the Host header', () => {
  test.each(['localhost', '127.0.0.1', '[::1]', 'LOCALHOST', 'LocalHost'])('%s with our port is us', async (name) => {
    expect((await send({ headers: { host: host(name) } })).status).toBe(200);
  });

  test.each([
    'rebinding.example',
    'localhost.rebinding.example',
    '127.0.0.1.rebinding.example',
    '0.0.0.0',
    '[::]',
    '[::ffff:127.0.0.1]',
    '127.1',
    'localhost.',
    'user@localhost',
    '127.0.0.2',
  ])('a rebinding name such as %s gets nothing, page or API', async (name) => {
    for (const path of ['/api/health', '/', '/api/articles']) {
      const answer = await send({ path, headers: { host: host(name) } });
      expect([answer.status, code(answer.body)]).toEqual([403, 'foreign-host']);
    }
  });

  test('our name with another port, or without one, gets nothing', async () => {
    for (const foreign of ['localhost:1', 'localhost', '[::1]', '::1', `::1:${served.port}`]) {
      expect((await send({ headers: { host: foreign } })).status).toBe(403);
    }
  });
});

describe('other sites’ pages', () => {
  const posts: [string, Record<string, string>, string][] = [
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 'name=Mallory'],
    ['a plain text form that spells JSON', { 'content-type': 'text/plain' }, '{"name":"Mallory","x":"="}'],
    [
      'a multipart form',
      { 'content-type': 'multipart/form-data; boundary=b' },
      '--b\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\nBonjour.\r\n--b--\r\n',
    ],
    ['a script with JSON', { 'content-type': 'application/json' }, '{"name":"Mallory"}'],
  ];

  test.each(posts)('%s does not get through', async (_what, headers, body) => {
    const paths = ['/api/me', '/api/articles', '/api/memory/import', '/api/sample'];
    for (const origin of ['https://evil.example', 'null', `http://localhost:${served.port + 1}`]) {
      for (const path of paths) {
        const answer = await send({
          method: 'POST',
          path,
          headers: { ...headers, host: host('localhost'), origin },
          body,
        });
        expect([path, answer.status, code(answer.body)]).toEqual([path, 403, 'foreign-origin']);
      }
    }
    expect(await served.stores.articles.list()).toEqual([]);
  });

  test.each(posts.slice(0, 2))(
    '%s is refused by its type even where a browser names no origin',
    async (_what, headers, body) => {
      const answer = await send({
        method: 'PUT',
        path: '/api/me',
        headers: { ...headers, host: host('localhost') },
        body,
      });
      expect([answer.status, code(answer.body)]).toEqual([415, 'unsupported-type']);
    },
  );

  test.each(['cross-site', 'same-site'])(
    'Sec-Fetch-Site %s is refused for each method, event streams too',
    async (site) => {
      for (const [method, path] of [
        ['GET', '/api/articles'],
        ['GET', '/api/events'],
        ['POST', '/api/sample'],
        ['DELETE', '/api/articles/1'],
        ['OPTIONS', '/api/me'],
      ] as const) {
        const answer = await send({ method, path, headers: { host: host('localhost'), 'sec-fetch-site': site } });
        expect([method, path, answer.status]).toEqual([method, path, 403]);
      }
    },
  );

  test('a preflight gets no leave', async () => {
    const answer = await send({
      method: 'OPTIONS',
      path: '/api/me',
      headers: { host: host('localhost'), origin: 'https://evil.example', 'access-control-request-method': 'PUT' },
    });
    expect(answer.status).toBe(403);
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  test('a link from elsewhere opens the page, and our own pages may do all', async () => {
    const visit = await send({ path: '/', headers: { host: host('localhost'), 'sec-fetch-site': 'cross-site' } });
    expect(visit.status).not.toBe(403);
    const own = { host: host('localhost'), origin: `http://${host('localhost')}`, 'sec-fetch-site': 'same-origin' };
    const name = await send({
      method: 'PUT',
      path: '/api/me',
      headers: { ...own, 'content-type': 'application/json' },
      body: '{"name":"Ada"}',
    });
    expect(name.status).toBe(200);
  });

  test('the API’s other spellings are no way around', async () => {
    for (const path of ['/API/me', '/api//me', '//api/me', '/api/../api/me']) {
      const answer = await send({
        method: 'PUT',
        path,
        headers: { host: host('localhost'), origin: 'https://evil.example', 'content-type': 'application/json' },
        body: '{"name":"Mallory"}',
      });
      expect([path, answer.status]).toEqual([path, 403]);
    }
  });
});

test('every answer carries the headers that keep a browser safe', async () => {
  for (const path of ['/api/health', '/api/nowhere', '/']) {
    const { headers } = await send({ path, headers: { host: host('localhost') } });
    expect(headers['content-security-policy']).toContain("default-src 'self';script-src 'self';style-src 'self'");
    expect(headers['content-security-policy']).not.toContain('unsafe');
    expect(headers['referrer-policy']).toBe('no-referrer');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['x-frame-options']).toBe('DENY');
    expect(headers['x-powered-by']).toBeUndefined();
  }
});

describe('who acts', () => {
  const own = () => ({
    host: host('localhost'),
    origin: `http://${host('localhost')}`,
    'sec-fetch-site': 'same-origin',
  });
  const json = { 'content-type': 'application/json' };
  const put = (name: string, headers: Record<string, string>) =>
    send({ method: 'PUT', path: '/api/me', headers: { ...json, ...headers }, body: JSON.stringify({ name }) });
  const me = async (headers: Record<string, string>) =>
    (JSON.parse((await send({ path: '/api/me', headers })).body) as { name: string | null }).name;

  test('a program that keeps no cookie acts under the name that it gave', async () => {
    const program = { host: host('127.0.0.1') };
    expect(await me(program)).toBeNull();
    expect((await put('Ada', program)).status).toBe(200);
    expect(await me(program)).toBe('Ada');
    const body = JSON.stringify({ from: 'fr', to: 'en', text: 'Une puce.' });
    await send({ method: 'POST', path: '/api/articles', headers: { ...program, ...json }, body });
    expect(await served.stores.articles.list()).toMatchObject([{ createdBy: 'Ada' }]);
    expect(await me({ ...program, 'bitexte-user': 'Zo%C3%A9' })).toBe('Zoé');
  });

  test('a browser acts under its own cookie only, and is asked before it writes', async () => {
    await put('Ada', { host: host('127.0.0.1') });
    expect(await me(own())).toBeNull();
    const nobody = await send({ method: 'POST', path: '/api/sample', headers: own() });
    expect([nobody.status, code(nobody.body)]).toEqual([403, 'name-needed']);
    const { headers } = await put('Maud', own());
    const [cookie = ''] = String(headers['set-cookie']).split(';');
    expect(await me({ ...own(), cookie })).toBe('Maud');
    expect(String(headers['set-cookie'])).toContain('HttpOnly; SameSite=Strict');
    expect(await me({ host: host('127.0.0.1') })).toBe('Ada');
  });
});

describe('what is hardly a request', () => {
  /** Everything that comes back for what is written on a bare line. */
  const answerTo = (written: string, ends = false) =>
    new Promise<string>((resolve, reject) => {
      let text = '';
      const line = connect(served.port, '127.0.0.1', () => (ends ? line.end(written) : line.write(written)));
      line.setEncoding('latin1').on('data', (piece) => {
        text += piece;
      });
      line.on('end', () => resolve(text));
      line.on('error', reject);
    });
  const put = (rest: string) =>
    `PUT /api/me HTTP/1.1\r\nHost: HERE\r\nConnection: close\r\nContent-Type: application/json\r\n${rest}`;

  test.each<[string, string, number, string, boolean?]>([
    ['another protocol', 'HELLO\r\n\r\n', 400, 'malformed-request'],
    ['raw bytes in the address', 'GET /api/articles?search=\u00e9 HTTP/1.1\r\n\r\n', 400, 'malformed-request'],
    ['an endless header', `GET / HTTP/1.1\r\nX: ${'x'.repeat(40_000)}\r\n\r\n`, 431, 'too-large'],
    ['a body of two lengths', put('Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n'), 400, 'malformed-request'],
    ['a body that is cut short', put('Content-Length: 50\r\n\r\n{"name":'), 400, 'malformed-request', true],
    ['a chunk that is cut short', put('Transfer-Encoding: chunked\r\n\r\n9\r\n{"na'), 400, 'malformed-request', true],
    ['no host', 'GET /api/health HTTP/1.1\r\nConnection: close\r\n\r\n', 403, 'foreign-host'],
    ['an unknown expectation', put('Expect: nonsense\r\nContent-Length: 2\r\n\r\n{}'), 400, 'invalid'],
  ])('%s is refused in the one shape', async (_what, written, status, why, ends) => {
    const answer = await answerTo(written.replace('HERE', host('localhost')), ends);
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(code(answer.slice(answer.indexOf('\r\n\r\n')))).toBe(why);
    expect((await send({ headers: { host: host('localhost') } })).status).toBe(200);
  });
});

test('the head of the events is answered and ends', async () => {
  const answer = await send({ method: 'HEAD', path: '/api/events', headers: { host: host('localhost') } });
  expect([answer.status, answer.headers['content-type']]).toEqual([200, 'text/event-stream; charset=utf-8']);
});
