import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { segmentAt, showArticle } from '../../server/flow/show-article.ts';
import { type FakeDeepL, startFakeDeepL } from '../providers/fake-deepl.ts';
import { brought, deepLOn, deskWith, fill, knows, sentence, settles } from './filling.ts';

let fake: FakeDeepL;
beforeEach(async () => {
  fake = await startFakeDeepL();
});
afterEach(() => fake.close());

const numbers = (count: number) => Array.from({ length: count }, (_, n) => n);

describe('an article of 300 sentences of which the memory knows 180', () => {
  test('sends the other 120, in three calls, and nothing when it is filled again', async () => {
    const desk = deskWith([deepLOn(fake)]);
    const known = numbers(300).filter((n) => n % 5 < 3);
    await knows(
      desk,
      known.map((n) => [sentence(n), `Sentence ${n}.`] as const),
    );
    const id = await brought(desk, numbers(300).map(sentence).join('\n'));
    const plan = await fill(desk, id, { dryRun: true, min: 100 });
    expect(plan).toMatchObject({ machine: 120, empty: 0, plan: { calls: 3 } });
    expect(fake.received).toEqual([]);
    const filled = await fill(desk, id, { min: 100 });
    expect(filled).toMatchObject({ machine: 120, empty: 0, stoppedBy: null });
    const wanted = numbers(300)
      .filter((n) => n % 5 >= 3)
      .map(sentence);
    expect(fake.answered().toSorted()).toEqual(wanted.toSorted());
    expect(fake.received).toHaveLength(3);
    expect([filled.sentCharacters, filled.billedCharacters]).toEqual([plan.sentCharacters, plan.billedCharacters]);
    expect(filled.billedCharacters).toBe(fake.billed);
    expect(filled.usage).toEqual({
      before: { used: 0, limit: 500_000 },
      after: { used: fake.billed, limit: 500_000 },
    });
    expect(await fill(desk, id, { min: 100 })).toMatchObject({ machine: 120, sentCharacters: 0, usage: null });
    expect(fake.received).toHaveLength(3);
  });
});

describe('a budget', () => {
  test('for a run ends it before it is passed, and the next run goes on', async () => {
    const desk = deskWith([deepLOn(fake)], { budget: { run: 100, month: null } });
    const id = await brought(desk, numbers(6).map(sentence).join('\n'));
    const plan = await fill(desk, id, { dryRun: true });
    const first = await fill(desk, id);
    expect(first).toMatchObject({ machine: plan.machine, empty: plan.empty, stoppedBy: { code: 'budget' } });
    expect(fake.billed).toBe(plan.billedCharacters);
    expect(fake.billed).toBeLessThanOrEqual(100);
    expect(first.empty).toBeGreaterThan(0);
    expect(await fill(desk, id, { budget: 10_000 })).toMatchObject({ empty: 0, stoppedBy: null });
  });

  test('for a month holds over several runs and articles, and ends with the month', async () => {
    let month = 3;
    const now = () => `2026-0${month}-15T10:00:00.000Z`;
    const desk = deskWith([deepLOn(fake)], { budget: { run: null, month: 80 }, now });
    const [one, other] = [await brought(desk, sentence(1)), await brought(desk, `${sentence(2)}\n${sentence(3)}`)];
    expect(await fill(desk, one)).toMatchObject({ machine: 1, stoppedBy: null });
    expect(await fill(desk, other)).toMatchObject({ machine: 1, empty: 1, stoppedBy: { code: 'budget' } });
    expect(fake.billed).toBeLessThanOrEqual(80);
    month = 4;
    expect(await fill(desk, other)).toMatchObject({ empty: 0, stoppedBy: null });
  });

  test('is not passed by the second asking for broken codes either', async () => {
    fake.spoil = (xml) => xml.replace('</g>', '');
    const page = '<p>Un <b>mot</b> de trop.</p>';
    const desk = deskWith([deepLOn(fake)], { budget: { run: 20, month: null } });
    const id = await brought(desk, page, { fileName: 'article.html' });
    expect(await fill(desk, id)).toMatchObject({ machine: 1, billedCharacters: 15 });
    expect(fake.received).toHaveLength(1);
    expect((await segmentAt(desk, id, 1)).target).not.toMatch(/[<>]/);
  });

  test('counts a call that may have been answered unheard, and not one that was refused', async () => {
    const desk = deskWith([deepLOn(fake, { deadline: 40 })], { budget: { run: null, month: 1000 } });
    const id = await brought(desk, sentence(4));
    fake.failures = [456, 456];
    expect((await fill(desk, id)).stoppedBy?.code).toBe('provider-quota');
    expect(await desk.stores.spending.spent('2026')).toEqual({ deepl: 0 });
    fake.hold = () => new Promise(() => undefined);
    expect((await fill(desk, id)).stoppedBy?.code).toBe('provider-timeout');
    expect(await desk.stores.spending.spent('2026')).toEqual({ deepl: sentence(4).length });
  });
});

describe('the desk’s terms', () => {
  test('become a glossary in both directions, made once, and anew only when they change', async () => {
    const desk = deskWith([deepLOn(fake)]);
    await settles(desk, 'capteur,sensing unit', 'clavier,keypad');
    const one = await brought(desk, sentence(0));
    await fill(desk, one);
    expect(fake.answered()).toEqual([sentence(0)]);
    expect((await segmentAt(desk, one, 1)).target).toContain('sensing unit');
    await fill(desk, await brought(desk, sentence(10)));
    expect(fake.others.filter((one) => one.includes('glossaries'))).toEqual(['POST /v3/glossaries']);
    await settles(desk, 'capteur,sensor');
    const other = await brought(desk, sentence(20));
    await fill(desk, other);
    expect((await segmentAt(desk, other, 1)).target).toContain('sensor');
    expect(fake.glossaries.size).toBe(1);
    expect(fake.others.filter((one) => one.includes('glossaries')).map((one) => one.split(' ')[0])).toEqual([
      ...['POST', 'POST', 'DELETE'],
    ]);
  });

  test('make another question of a sentence that was answered before', async () => {
    const desk = deskWith([deepLOn(fake)]);
    await fill(desk, await brought(desk, sentence(0)));
    await settles(desk, 'capteur,sensor');
    const again = await brought(desk, sentence(0));
    await fill(desk, again);
    expect(fake.answered()).toHaveLength(2);
  });

  test('whose glossary somebody dropped at the service are given anew', async () => {
    const desk = deskWith([deepLOn(fake)]);
    await settles(desk, 'capteur,sensor');
    await fill(desk, await brought(desk, sentence(0)));
    fake.glossaries.clear();
    const id = await brought(desk, sentence(10));
    expect(await fill(desk, id)).toMatchObject({ machine: 1, stoppedBy: null });
    expect((await segmentAt(desk, id, 1)).target).toContain('sensor');
  });

  test('that the service does not take are said, and the fill goes on', async () => {
    const desk = deskWith([deepLOn(fake)]);
    await settles(desk, 'capteur,sensor');
    const id = await brought(desk, sentence(0));
    // The first request asks for the account, the second makes the glossary.
    fake.failures = [404, 404];
    expect(await fill(desk, id)).toMatchObject({ machine: 1, notices: [{ code: 'glossary-failed' }], stoppedBy: null });
  });
});

describe('what stays as it is', () => {
  const known = new Set(['le', 'la', 'pari', 'de', 'vision', 'subsiste', 'mot', 'duel']);
  const words = (word: string) => known.has(word.toLowerCase());

  test('a token that nobody can explain and a name of the desk go out as what is not translated, and come back', async () => {
    const desk = deskWith([deepLOn(fake)], { knows: words });
    await settles(desk, 'Station F,Station F');
    fake.spoil = (xml) =>
      xml.replace(/(<k\b[^>]*>.*?<\/k>)|([^<]+|<[^>]*>)/g, (_, kept, other) => kept ?? other.toUpperCase());
    const id = await brought(desk, 'Le pari de diddojo subsiste\nLa vision de Station F subsiste');
    await fill(desk, id);
    const [asked] = fake.received;
    expect(asked?.form.get('ignore_tags')).toBe('k');
    expect(asked?.texts).toEqual([
      'Le pari de <k id="1">diddojo</k> subsiste',
      'La vision de <k id="1">Station F</k> subsiste',
    ]);
    const { segments } = await showArticle(desk, id);
    expect(segments.map(({ target }) => target)).toEqual([
      '[EN-US: LE PARI DE diddojo SUBSISTE]',
      '[EN-US: LA VISION DE Station F SUBSISTE]',
    ]);
    expect(segments.flatMap(({ findings }) => findings.filter(({ rule }) => rule === 'kept'))).toEqual([]);
  });

  test('a reply that changed one is asked for again, then put right and said as a finding', async () => {
    const desk = deskWith([deepLOn(fake)], { knows: words });
    fake.spoil = (xml) => xml.replace('diddojo', 'Did Dojo');
    const id = await brought(desk, 'Le pari de diddojo subsiste');
    await fill(desk, id);
    expect(fake.received).toHaveLength(2);
    const [segment] = (await showArticle(desk, id)).segments;
    expect(segment?.target).toBe('[EN-US: Le pari de diddojo subsiste]');
    const finding = segment?.findings.find(({ rule }) => rule === 'kept');
    expect(finding).toMatchObject({ check: 'name', severity: 'warning', side: 'target' });
    expect(segment?.target.slice(finding?.start, finding?.end)).toBe('diddojo');
    expect(finding?.message).toContain('Did Dojo');
  });

  test('one that was left out is a finding on the source', async () => {
    const desk = deskWith([deepLOn(fake)], { knows: words });
    fake.spoil = (xml) => xml.replace(/<k.*<\/k>/, 'it');
    const id = await brought(desk, 'Le pari de diddojo subsiste');
    await fill(desk, id);
    const [segment] = (await showArticle(desk, id)).segments;
    const finding = segment?.findings.find(({ rule }) => rule === 'kept');
    expect(finding).toMatchObject({ side: 'source', start: 11, end: 18 });
  });
});

describe('failures', () => {
  test('what was filled stays, the result says what remains, and the rest is sent when it is filled again', async () => {
    const desk = deskWith([deepLOn(fake, { attempts: 1 })]);
    const id = await brought(desk, numbers(120).map(sentence).join('\n'));
    fake.limit = 2500;
    const first = await fill(desk, id);
    expect(first.stoppedBy?.code).toBe('provider-quota');
    expect(first.machine + first.empty).toBe(120);
    expect(Math.min(first.machine, first.empty)).toBeGreaterThan(0);
    fake.limit = 500_000;
    expect(await fill(desk, id)).toMatchObject({ machine: 120, empty: 0, stoppedBy: null });
    expect(new Set(fake.answered()).size).toBe(fake.answered().length);
  });

  test('a second provider takes over where the first fails, for what is left', async () => {
    const other = await startFakeDeepL('other-key');
    const first = deepLOn(fake, { attempts: 1 });
    const second = { ...deepLOn(other), id: 'libretranslate' as const };
    const desk = deskWith([first, second], { second });
    const id = await brought(desk, numbers(60).map(sentence).join('\n'));
    fake.limit = 1000;
    const filled = await fill(desk, id);
    await other.close();
    expect(filled).toMatchObject({ machine: 60, empty: 0, stoppedBy: null, notices: [{ code: 'second-provider' }] });
    expect([...fake.answered(), ...other.answered()].toSorted()).toEqual(numbers(60).map(sentence).toSorted());
    const { segments } = await showArticle(desk, id);
    const by = new Set(segments.map(({ provenance }) => provenance.provider));
    expect(by).toEqual(new Set(['deepl', 'libretranslate']));
  });

  test('nobody takes over from a provider that was asked for by name', async () => {
    const desk = deskWith([deepLOn(fake, { attempts: 1 })], { second: deepLOn(fake) });
    fake.failures = Array(6).fill(403);
    const id = await brought(desk, sentence(1));
    expect(await fill(desk, id, { provider: 'deepl' })).toMatchObject({ stoppedBy: { code: 'provider-auth' } });
  });
});
