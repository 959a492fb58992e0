// Two browsers follow each other: whatever a route writes that people can see is told as an event. A route that is not in
// this list fails the test, so that a new one has to say what it tells.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { routesOf } from '../../server/app.ts';
import type { EventName } from '../../server/http/events.ts';
import { ENGLISH, FRENCH } from '../text/rocket.ts';
import { type Served, serve } from './serve.ts';

type Body = object | FormData;

interface Step {
  route: string;
  /** The id in the address, where it has one. */
  id?: number | (() => number | Promise<number>);
  body?: Body | (() => Body | Promise<Body>);
  query?: string;
  /** The kinds of events that it tells; none where nobody else can see what it writes. */
  tells: readonly EventName[];
}

const file = (text: string, name: string, fields: Record<string, string> = {}) => {
  const form = new FormData();
  for (const [field, value] of Object.entries(fields)) form.append(field, value);
  form.append('file', new File([text], name));
  return form;
};
const TEXT = 'Is Diddojo over?\n\nThe EU agrees. The chip  waits.\n\nThe EU agrees.';
const TABLE =
  'en\tfr\nThe chip is here.\tLa puce est ici.\nThe  chip is here.\tLa puce est là.\nMore chips.\tPlus de puces.\nThe words are the same.\tThe words are the same.\n';
const pair = { from: 'fr', to: 'en', source: { text: FRENCH.join('\n') }, target: { text: ENGLISH.join('\n') } };
const out = { at: 1, removed: 1, beads: [{ source: [1], target: [1], decided: 'out' }] };
const acronym = { check: 'acronym', side: 'target', start: 2, end: 4 };

/** The sample is the first article. */
const ARTICLE = 2;

/** Every route that writes, in an order in which each has something to write. Segment 2 has a repetition, segment 4. */
const STEPS: readonly Step[] = [
  { route: 'delete /api/sample', tells: [] },
  { route: 'put /api/me', body: { name: 'Ada' }, tells: [] },
  { route: 'post /api/sample', tells: ['articles', 'memory'] },
  { route: 'post /api/articles', body: { from: 'en', to: 'fr', text: TEXT }, tells: ['articles'] },
  {
    route: 'put /api/blocks/:id/role',
    id: async () => (await segment(1)).block,
    body: { role: 'kicker' },
    tells: ['articles'],
  },
  { route: 'put /api/segments/:id', ...at(1, { target: 'Diddojo est-il fini ?' }), tells: ['segments'] },
  { route: 'put /api/segments/:id/draft', ...at(2, { text: 'L’UE' }), tells: [] },
  { route: 'delete /api/segments/:id/draft', ...at(2), tells: [] },
  { route: 'put /api/segments/:id', ...at(2, { target: 'L’EU est d’accord.' }), tells: ['segments'] },
  { route: 'post /api/segments/:id/dismissals', ...at(2, acronym), tells: ['desk'] },
  { route: 'delete /api/segments/:id/dismissals', ...at(2, acronym), tells: ['desk'] },
  {
    route: 'post /api/articles/:id/fixes',
    id: ARTICLE,
    body: async () => ({ segments: [(await segment(2)).id] }),
    tells: ['segments'],
  },
  { route: 'put /api/segments/:id', ...at(4, { target: 'L’UE consent.' }), tells: ['segments'] },
  { route: 'post /api/segments/:id/propagate', ...at(2), tells: ['segments', 'memory'] },
  { route: 'delete /api/segments/:id/propagate', ...at(2), tells: ['segments', 'memory'] },
  { route: 'post /api/segments/:id/approve', ...at(1), tells: ['segments', 'memory'] },
  { route: 'post /api/segments/:id/withdraw', ...at(1), tells: ['segments', 'memory'] },
  { route: 'post /api/segments/:id/reject', ...at(1, { reason: 'Style' }), tells: ['segments', 'memory'] },
  { route: 'post /api/segments/:id/restore', ...at(1, { to: 1 }), tells: ['segments'] },
  { route: 'post /api/segments/:id/omit', ...at(3, { reason: 'cut' }), tells: ['segments'] },
  {
    route: 'post /api/articles/:id/approve',
    id: ARTICLE,
    body: { all: true, insist: true },
    tells: ['segments', 'memory'],
  },
  { route: 'post /api/segments/:id/split', ...at(4, { offset: 7 }), tells: ['articles'] },
  { route: 'post /api/segments/:id/join', ...at(4), tells: ['articles'] },
  { route: 'post /api/articles/:id/fill', id: 1, body: {}, tells: ['job', 'segments'] },
  { route: 'put /api/articles/:id/confidential', id: ARTICLE, body: { confidential: true }, tells: ['articles'] },
  { route: 'post /api/articles/:id/merge', id: ARTICLE, body: returned, tells: ['segments'] },
  { route: 'put /api/articles/:id/source', id: ARTICLE, body: { text: `${TEXT}\n\nMore.` }, tells: ['articles'] },
  { route: 'post /api/articles/:id/archive', id: ARTICLE, body: {}, tells: ['articles'] },
  { route: 'post /api/articles/:id/unarchive', id: ARTICLE, tells: ['articles'] },
  { route: 'delete /api/articles/:id', id: ARTICLE, tells: ['articles'] },
  { route: 'post /api/articles/:id/undelete', id: ARTICLE, tells: ['articles'] },
  { route: 'post /api/memory/import', body: file(TABLE, 'm.tsv'), tells: ['job', 'memory'] },
  { route: 'post /api/memory/memories', body: { name: 'Archive' }, tells: ['memory'] },
  { route: 'put /api/memory/memories/:id', id: 2, body: { priority: 2 }, tells: ['memory'] },
  {
    route: 'put /api/memory/units/:id',
    id: units(0),
    body: { source: 'A.', target: 'B.', version: 1 },
    tells: ['memory'],
  },
  {
    route: 'post /api/memory/units/:id/merge',
    id: units(0),
    body: async () => ({ others: [await units(1)()] }),
    tells: ['memory'],
  },
  { route: 'delete /api/memory/deeds/:id', id: lastDeed, tells: ['memory'] },
  { route: 'post /api/memory/units/remove', body: async () => ({ units: [await units(2)()] }), tells: ['memory'] },
  { route: 'post /api/memory/check', tells: ['job'] },
  { route: 'post /api/memory/suspects/remove', body: { kind: 'copied' }, tells: ['memory'] },
  { route: 'delete /api/memory/imports/:id', id: lastImport, tells: ['memory'] },
  { route: 'put /api/memory/penalties', body: { oldAfterYears: 3 }, tells: ['memory', 'desk'] },
  { route: 'put /api/terms', body: { from: 'en', to: 'fr', source: 'chip', targets: ['puce'] }, tells: ['desk'] },
  { route: 'delete /api/terms/:id', id: lastTerm, tells: ['desk'] },
  { route: 'post /api/terms/import', body: file('en,fr\nchip,puce\n', 't.csv'), tells: ['desk'] },
  { route: 'post /api/terms/known', body: { from: 'en', to: 'fr' }, tells: ['desk'] },
  { route: 'put /api/style', body: { profile: 'strict' }, tells: ['desk'] },
  { route: 'post /api/style/import', body: file('{"profile":"lax"}', 's.json'), tells: ['desk'] },
  { route: 'post /api/words', body: { word: 'Diddojo' }, tells: ['desk'] },
  { route: 'delete /api/words', body: { word: 'Diddojo' }, tells: ['desk'] },
  {
    route: 'put /api/segmentation',
    query: '?lang=fr',
    body: { exceptions: [{ before: 'Kilo.' }] },
    tells: ['segmentation'],
  },
  {
    route: 'post /api/segmentation/import',
    query: '?lang=fr',
    body: file('Kilo.\n', 'e.txt'),
    tells: ['segmentation'],
  },
  { route: 'delete /api/segmentation/srx', query: '?lang=fr', tells: ['segmentation'] },
  { route: 'post /api/alignments', body: pair, tells: ['alignments', 'job'] },
  { route: 'post /api/alignments/:id/correct', id: 1, body: { version: 1, ...out }, tells: ['alignments'] },
  { route: 'post /api/alignments/:id/realign', id: 1, body: { version: 2, from: 1, to: 2 }, tells: ['alignments'] },
  {
    route: 'post /api/alignments/:id/remember',
    id: 1,
    body: { version: 3, above: 0.5 },
    tells: ['alignments', 'memory'],
  },
  { route: 'delete /api/alignments/:id/remember', id: 1, tells: ['alignments', 'memory'] },
  { route: 'delete /api/alignments/:id', id: 1, tells: ['alignments'] },
  { route: 'post /api/alignments/:id/undelete', id: 1, tells: ['alignments'] },
  { route: 'post /api/jobs/:id/resume', id: lastJob, tells: ['job', 'alignments'] },
  { route: 'delete /api/jobs/:id', id: lastJob, tells: [] },
];

/** Routes whose telling is the telling of another one here: the same job or store verb behind another door. */
const ALIKE: Record<string, string> = {
  'post /api/alignments/:id/align': 'post /api/alignments',
  'post /api/providers/:name/publish': 'post /api/articles/:id/fill',
};

let served: Served;
beforeAll(async () => {
  served = await serve();
});
afterAll(() => served.close());

/** A request about the segment in a place of the article, over the version that it has by then. */
function at(n: number, body: object = {}): Pick<Step, 'id' | 'body'> {
  return {
    id: async () => (await segment(n)).id,
    body: async () => ({ version: (await segment(n)).version, ...body }),
  };
}

async function segment(n: number) {
  const found = (await served.stores.segments.of(ARTICLE)).find((one) => one.n === n);
  if (!found) throw new Error(`there is no segment ${n}`);
  return found;
}

/** The table of two columns as it comes back from somebody who changed a sentence. */
async function returned(): Promise<FormData> {
  const sent = await (await fetch(`${served.url}/api/articles/${ARTICLE}/export/table`)).text();
  const back = sent.replace('Diddojo est-il fini', 'Est-ce la fin de Diddojo');
  expect(back).not.toBe(sent);
  return file(back, 'a.html');
}

function units(place: number) {
  return async () => {
    const [last] = await served.stores.memory.imports();
    const all = await served.stores.memory.page(0, 1000);
    return all.filter(({ import: from }) => from === last?.id)[place]?.id ?? 0;
  };
}

async function lastDeed() {
  return (await served.stores.memory.deeds(1))[0]?.id ?? 0;
}

async function lastImport() {
  return (await served.stores.memory.imports())[0]?.id ?? 0;
}

async function lastTerm() {
  return (await served.stores.terms.list(1)).at(-1)?.id ?? 0;
}

async function lastJob() {
  return (await served.jobs.list(1))[0]?.id ?? 0;
}

async function send({ route, id, body, query = '' }: Step): Promise<number> {
  const [method = '', path = ''] = route.split(' ');
  const address = path.replace(':id', String(typeof id === 'function' ? await id() : id));
  const sent = typeof body === 'function' ? await body() : body;
  const json = { body: JSON.stringify(sent), headers: { 'content-type': 'application/json' } };
  const init = sent === undefined ? {} : sent instanceof FormData ? { body: sent } : json;
  return (await fetch(served.url + address + query, { method: method.toUpperCase(), ...init })).status;
}

let seen = 'test-0';

/** The kinds of what was told since it was asked last, as a browser hears it that comes back; job events up to its end. */
async function told(marker: string): Promise<Set<string>> {
  served.parts.events.publish('desk', { what: marker });
  const response = await fetch(`${served.url}/api/events`, { headers: { 'Last-Event-ID': seen } });
  let text = '';
  for await (const piece of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    text += piece;
    if (text.includes(`"${marker}"`)) break;
  }
  const events = text.split('\n\n').filter((one) => one.includes('event: ') && !one.includes(marker));
  seen = /id: (.*)\nevent: desk\ndata: .*"marker/.exec(text)?.[1] ?? seen;
  return new Set(events.map((one) => /^event: (.*)$/m.exec(one)?.[1] ?? ''));
}

/** Waits until the newest job has ended, where a step began one. */
async function settled(step: Step): Promise<void> {
  if (!step.tells.includes('job')) return;
  await expect.poll(async () => (await served.jobs.list(1))[0]?.endedAt, { timeout: 20_000 }).not.toBeNull();
}

test('whatever is written is told to every browser, whichever route wrote it', async () => {
  const faults: string[] = [];
  for (const [i, step] of STEPS.entries()) {
    const status = await send(step);
    if (status >= 300) faults.push(`${step.route} answers ${status}`);
    await settled(step);
    const heard = [...(await told(`marker-${i}.`))].sort();
    const wanted = [...step.tells].sort();
    if (heard.join() !== wanted.join()) faults.push(`${step.route} tells ${heard.join() || 'nothing'}, not ${wanted}`);
  }
  expect(faults).toEqual([]);
  expect(served.log).toEqual([]);
});

test('each route that writes is among them', () => {
  const writing = routesOf(served.parts)
    .filter(({ method }) => method !== 'get')
    .map(({ method, path }) => `${method} ${path}`);
  const named = new Set([...STEPS.map(({ route }) => route), ...Object.keys(ALIKE)]);
  expect(writing.filter((route) => !named.has(route))).toEqual([]);
  expect(writing).toEqual(expect.arrayContaining([...named, ...Object.values(ALIKE)]));
});
