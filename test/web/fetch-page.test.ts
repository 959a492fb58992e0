import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fetchPage } from '../../server/web/fetch-page.ts';
import { guardedLookup, isPublic } from '../../server/web/public-address.ts';
import { loopbackOnly, pageServer } from './page-server.ts';

let asked = 0;
let server: Awaited<ReturnType<typeof pageServer>>;
beforeAll(async () => {
  server = await pageServer((request, response) => {
    asked++;
    const path = request.url ?? '/';
    const html = { 'content-type': 'text/html; charset=ISO-8859-1' };
    if (path.startsWith('/to?'))
      response.writeHead(302, { location: decodeURIComponent(path.slice(4)) }).end('elsewhere');
    else if (path === '/round') response.writeHead(301, { location: '/round' }).end();
    else if (path === '/pdf') response.writeHead(200, { 'content-type': 'application/pdf' }).end('%PDF-');
    else if (path === '/gone') response.writeHead(404, html).end('<p>Rien</p>');
    else if (path === '/large') response.writeHead(200, html).end('x'.repeat(5000));
    else if (path === '/bomb')
      response.writeHead(200, { ...html, 'content-encoding': 'gzip' }).end(gzipSync('x'.repeat(500_000)));
    else if (path === '/silent') response.writeHead(200, html).write('<p>');
    else if (path === '/broken') response.destroy();
    else response.writeHead(200, html).end(Buffer.from('<p>Été</p>', 'latin1'));
  });
});
afterAll(() => server.close());

const port = () => new URL(server.url).port;
const fetched = (path: string, limits = {}) => fetchPage(server.url + path, { allows: loopbackOnly, limits });

describe('an address that is not public', () => {
  it.each([
    'http://127.0.0.1',
    'http://2130706433',
    'http://0x7f000001',
    'http://0177.0.0.1',
    'http://127.1',
    'http://127.0.0.1.',
    'http://①②⑦.0.0.1',
    'http://[::1]',
    'http://[::ffff:127.0.0.1]',
    'http://[::127.0.0.1]',
    'http://localhost',
    'http://LOCALHOST',
  ])('is refused as %s, though a server listens there', async (origin) => {
    const before = asked;
    await expect(fetchPage(`${origin}:${port()}/`)).rejects.toMatchObject({ code: 'private-address', status: 403 });
    expect(asked).toBe(before);
  });

  it.each([
    ...[
      '10.1.2.3',
      '172.16.0.1',
      '192.168.1.1',
      '169.254.169.254',
      '100.64.0.1',
      '0.0.0.0',
      '224.0.0.1',
      '255.255.255.255',
    ],
    ...[
      '198.18.0.1',
      '192.0.2.1',
      '240.0.0.1',
      '[::]',
      '[fd00::1]',
      '[fe80::1]',
      '[64:ff9b::7f00:1]',
      '[2002:7f00:1::]',
    ],
  ])('is refused as %s', async (host) => {
    await expect(fetchPage(`https://${host}/`)).rejects.toMatchObject({ code: 'private-address' });
  });

  it.each([
    'http://10.0.0.1/',
    'http://2130706434/',
    'http://[::1]/',
    'https://169.254.169.254/latest',
    '//0x7f000002/',
  ])('is refused behind a redirect to %s', async (to) => {
    await expect(fetched(`/to?${encodeURIComponent(to)}`)).rejects.toMatchObject({ code: 'private-address' });
  });

  it('is refused where a redirect names a host that resolves to it', async () => {
    const to = encodeURIComponent(`http://localhost:${port()}/`);
    const onlyOnce = (ip: string) => ip === '127.0.0.1' && asked < seen + 1;
    const seen = asked;
    await expect(fetchPage(`${server.url}/to?${to}`, { allows: onlyOnce })).rejects.toMatchObject({
      code: 'private-address',
    });
    expect(asked).toBe(seen + 1);
  });

  it.each([false, true])('is refused among what a name resolves to (all: %s)', async (all) => {
    const failure = await new Promise((done) => guardedLookup(isPublic)('localhost', { all }, (error) => done(error)));
    expect(failure).toMatchObject({ code: 'private-address' });
  });
});

it.each([
  ['8.8.8.8', true],
  ['2606:4700::1111', true],
  ['::ffff:8.8.8.8', false],
  ['example.org', false],
  ['', false],
])('%s is public: %s', (ip, expected) => {
  expect(isPublic(ip)).toBe(expected);
});

describe('a page', () => {
  it('comes with its bytes, its charset and the address behind its redirects', async () => {
    const page = await fetched('/to?%2Farticle%3Fa%3D1%23part');
    expect(page).toMatchObject({ address: `${server.url}/article?a=1`, charset: 'ISO-8859-1' });
    expect(Buffer.from(page.bytes).toString('latin1')).toBe('<p>Été</p>');
  });

  it.each<[string, string, object]>([
    ['/round', 'too-many-redirects', {}],
    ['/to?ftp%3A%2F%2Fexample.org%2F', 'malformed-address', {}],
    ['/to?http%3A%2F%2F', 'malformed-address', {}],
    ['/pdf', 'not-a-page', {}],
    ['/gone', 'page-refused', {}],
    ['/large', 'page-too-large', { bytes: 4999 }],
    ['/bomb', 'page-too-large', { bytes: 100_000 }],
    ['/silent', 'page-too-slow', { time: 150 }],
    ['/broken', 'page-unreachable', {}],
  ])('at %s is refused: %s', async (path, code, limits) => {
    await expect(fetched(path, limits)).rejects.toMatchObject({ name: 'UserError', code });
  });

  it('of exactly the largest size is taken', async () => {
    expect((await fetched('/large', { bytes: 5000 })).bytes).toHaveLength(5000);
  });

  it.each([
    ['file:///etc/passwd', 'malformed-address'],
    ['example.org', 'malformed-address'],
    ['', 'malformed-address'],
    ['http://', 'malformed-address'],
    ['https://zoe:secret@example.org/', 'address-with-password'],
  ])('is not looked for at %j', async (address, code) => {
    await expect(fetchPage(address)).rejects.toMatchObject({ name: 'UserError', code });
  });

  it('is given up when the caller gives up', async () => {
    const signal = AbortSignal.abort(new Error('enough'));
    await expect(fetchPage(`${server.url}/`, { allows: loopbackOnly, signal })).rejects.toThrow('enough');
  });
});
