// A key that the settings hold reaches no browser and no log, whatever a service says.
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { routesOf } from '../../server/app.ts';
import { deepLOn } from '../flow/filling.ts';
import { type FakeDeepL, startFakeDeepL } from '../providers/fake-deepl.ts';
import { type Served, serve } from './serve.ts';

const KEY = 'browser-key-5fc3e9';
let fake: FakeDeepL;
let served: Served;
beforeAll(async () => {
  fake = await startFakeDeepL(KEY);
  const deepl = deepLOn(fake);
  served = await serve((parts) => ({ desk: { ...parts.desk, provider: () => deepl, providers: [deepl] } }));
  await fetch(`${served.url}/api/sample`, { method: 'POST' });
});
afterAll(async () => {
  await served.close();
  await fake.close();
});

const fill = async () => {
  const begun = await fetch(`${served.url}/api/articles/1/fill`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: '{}',
  });
  const { job } = (await begun.json()) as { job: { id: number } };
  for (;;) {
    const now = await served.jobs.get(job.id);
    if (now && now.endedAt !== null) return now;
    await pause(10);
  }
};

test('after a refusal that quotes it and a fill that works, no answer of any route holds it', async () => {
  fake.failures = Array(6).fill(403);
  const refused = await fetch(`${served.url}/api/providers/deepl/account`);
  expect(await refused.json()).toMatchObject({ ok: false });
  expect((await fill()).result).toMatchObject({ stoppedBy: { code: 'provider-auth' } });
  fake.failures = [];
  expect((await fill()).result).toMatchObject({ stoppedBy: null });
  const places = routesOf(served.parts)
    .filter(({ method, answer }) => method === 'get' && answer !== 'events')
    .map(({ path }) => path.replace(':id', '1').replace(':as', 'xliff2').replace(':name', 'deepl'));
  expect(places.length).toBeGreaterThan(20);
  for (const place of places) {
    const answer = await fetch(`${served.url}${place}?q=a&text=a&from=fr&to=en&lang=fr`);
    expect([place, (await answer.text()).includes('5fc3e9'), [...answer.headers].join().includes('5fc3e9')]).toEqual([
      ...[place, false, false],
    ]);
  }
  expect(served.log.join('\n')).not.toContain('5fc3e9');
  expect(JSON.stringify(await served.stores.jobs.list(50))).not.toContain('5fc3e9');
});
