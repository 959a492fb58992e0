import { afterAll, beforeAll, expect, test } from 'vitest';
import { routesOf } from '../../server/app.ts';
import type { Route } from '../../server/http/route.ts';
import { type Call, caller } from './calling.ts';
import { type Served, serve } from './serve.ts';

let served: Served;
let routes: Route[];
let call: Call;
beforeAll(async () => {
  served = await serve();
  routes = routesOf(served.parts);
  call = caller(served);
  await fetch(`${served.url}/api/sample`, { method: 'POST' });
});
afterAll(() => served.close());

test.each<[string, string, number, object?]>([
  ['get /api/health', '/api/health', 200],
  ['get /api/me', '/api/me', 200],
  ['get /api/articles', '/api/articles?search=puce', 200],
  ['get /api/articles/:id', '/api/articles/1?lang=fr', 200],
  ['get /api/articles/:id', '/api/articles/1?checked=false', 200],
  ['get /api/articles/:id', '/api/articles/99', 404],
  ['get /api/articles/:id', '/api/articles/x', 400],
  ['get /api/articles/:id/analysis', '/api/articles/1/analysis', 200],
  ['get /api/articles/:id/findings', '/api/articles/1/findings', 200],
  ['get /api/articles/:id/diff', '/api/articles/1/diff', 200],
  ['post /api/articles', '/api/articles', 201, { from: 'fr', to: 'en', text: 'Un titre\n\nUne phrase.' }],
  ['post /api/articles', '/api/articles', 400, { from: 'fr', to: 'en' }],
  ['get /api/segments/:id', '/api/segments/1', 200],
  ['put /api/segments/:id', '/api/segments/1', 200, { target: 'A chip', version: 0 }],
  ['put /api/segments/:id', '/api/segments/1', 409, { target: 'Another chip', version: 0 }],
  ['put /api/segments/:id/draft', '/api/segments/2/draft', 200, { text: 'A st', version: 0 }],
  ['delete /api/segments/:id/draft', '/api/segments/2/draft', 200],
  ['get /api/segments/:id/versions', '/api/segments/1/versions', 200],
  ['get /api/segments/:id/matches', '/api/segments/7/matches', 200],
  ['get /api/segments/:id/terms', '/api/segments/1/terms', 200],
  ['get /api/segments/:id/fragments', '/api/segments/1/fragments', 200],
  ['get /api/segments/:id/findings', '/api/segments/1/findings', 200],
  ['post /api/segments/:id/omit', '/api/segments/3/omit', 200, { version: 0, reason: 'cut' }],
  ['post /api/segments/:id/omit', '/api/segments/3/omit', 400, { version: 1 }],
  ['put /api/blocks/:id/role', '/api/blocks/2/role', 200, { role: 'standfirst' }],
  ['put /api/blocks/:id/role', '/api/blocks/2/role', 400, { role: 'hero' }],
  ['put /api/blocks/:id/role', '/api/blocks/999/role', 404, { role: 'body' }],
  ['post /api/articles/:id/approve', '/api/articles/1/approve', 200, { all: true }],
  ['get /api/memory/stats', '/api/memory/stats', 200],
  ['get /api/memory/search', '/api/memory/search?q=calcule', 200],
  ['get /api/memory/matches', '/api/memory/matches?text=Trois%20obstacles&from=fr&to=en', 200],
  ['get /api/memory/imports', '/api/memory/imports', 200],
  ['get /api/memory/penalties', '/api/memory/penalties', 200],
  ['put /api/memory/penalties', '/api/memory/penalties', 200, { points: { machine: 7 }, oldAfterYears: 3 }],
  ['put /api/memory/penalties', '/api/memory/penalties', 400, { points: { machine: 101 } }],
  ['get /api/memory/memories', '/api/memory/memories', 200],
  ['post /api/memory/memories', '/api/memory/memories', 201, { name: 'Archive' }],
  ['post /api/memory/memories', '/api/memory/memories', 409, { name: 'Archive' }],
  ['put /api/memory/memories/:id', '/api/memory/memories/2', 200, { name: 'Old', priority: -1 }],
  ['put /api/memory/memories/:id', '/api/memory/memories/99', 404, { readable: false }],
  ['get /api/memory/units/:id', '/api/memory/units/1', 200],
  ['put /api/memory/units/:id', '/api/memory/units/1', 200, { source: 'Une puce.', target: 'A chip.', version: 1 }],
  ['put /api/memory/units/:id', '/api/memory/units/1', 409, { source: 'Une puce.', target: 'Chips.', version: 1 }],
  ['post /api/memory/units/remove', '/api/memory/units/remove', 200, { units: [2] }],
  ['post /api/memory/units/:id/merge', '/api/memory/units/1/merge', 200, { others: [3] }],
  ['get /api/memory/deeds', '/api/memory/deeds', 200],
  ['delete /api/memory/deeds/:id', '/api/memory/deeds/1', 200],
  ['delete /api/memory/deeds/:id', '/api/memory/deeds/1', 409],
  ['post /api/memory/check', '/api/memory/check', 202, {}],
  ['get /api/memory/suspects', '/api/memory/suspects?kind=near', 200],
  ['post /api/memory/suspects/remove', '/api/memory/suspects/remove', 409, { kind: 'empty' }],
  ['post /api/articles/:id/fill', '/api/articles/1/fill', 202, {}],
  ['get /api/articles/:id/fill', '/api/articles/1/fill?min=80', 200],
  ['get /api/articles/:id/fill', '/api/articles/99/fill', 404],
  ['put /api/articles/:id/confidential', '/api/articles/1/confidential', 200, { confidential: true }],
  ['put /api/articles/:id/confidential', '/api/articles/99/confidential', 404, { confidential: true }],
  ['get /api/providers', '/api/providers', 200],
  ['get /api/providers/report', '/api/providers/report', 200],
  ['get /api/providers/:name/account', '/api/providers/none/account', 200],
  ['post /api/providers/:name/publish', '/api/providers/none/publish', 409, { from: 'fr', to: 'en' }],
  ['put /api/segmentation', '/api/segmentation?lang=fr', 200, { exceptions: [{ before: 'Kilo.' }] }],
  ['put /api/segmentation', '/api/segmentation?lang=fr', 400, { exceptions: [{ before: 'a|b' }] }],
  ['get /api/segmentation', '/api/segmentation?lang=fr', 200],
  ['get /api/segmentation', '/api/segmentation', 400],
  ['post /api/segmentation/import', '/api/segmentation/import?lang=fr', 400, {}],
  ['delete /api/segmentation/srx', '/api/segmentation/srx?lang=fr', 200],
  ['get /api/jobs', '/api/jobs', 200],
  ['post /api/articles/:id/archive', '/api/articles/1/archive', 200, { archived: true }],
  ['delete /api/articles/:id', '/api/articles/2', 200],
  ['post /api/articles/:id/undelete', '/api/articles/2/undelete', 200],
  ['get /api/openapi.json', '/api/openapi.json', 200],
])('%s as %s answers %i in the shape that it promises', async (where, address, status, body) => {
  expect((await call(where, address, body)).status).toBe(status);
  expect(served.log).toEqual([]);
});

test('a clean article leaves in the manner of a house, and of a known one only', async () => {
  const exported = (query: string) =>
    fetch(`${served.url}/api/articles/1/export/article?allowIncomplete=true&${query}`);
  expect((await exported('typeset=guardian&spaces=nbsp')).status).toBe(200);
  expect((await exported('typeset=gutenberg')).status).toBe(400);
});

test('openapi.json names each route once', async () => {
  const { answer } = await call('get /api/openapi.json', '/api/openapi.json');
  const { paths } = answer as { paths: Record<string, object> };
  const described = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method} ${path}`),
  );
  expect(described.toSorted()).toEqual(
    routes.map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`).toSorted(),
  );
});

test('openapi.json describes the body of each route that reads one', async () => {
  const { answer } = await call('get /api/openapi.json', '/api/openapi.json');
  const { paths } = answer as { paths: Record<string, Record<string, { requestBody?: object }>> };
  const body = (method: string, path: string) => paths[path]?.[method]?.requestBody;
  expect(body('put', '/api/style')).toMatchObject({ content: { 'application/json': { schema: { type: 'object' } } } });
  expect(body('put', '/api/me')).toMatchObject({ content: { 'application/json': { schema: { required: ['name'] } } } });
  expect(body('post', '/api/sample')).toBeUndefined();
});
