import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { batchesOf } from '../../server/flow/batches.ts';
import { gapsOf } from '../../server/flow/gaps.ts';
import type { Segment } from '../../server/model.ts';
import { openDeepL } from '../../server/providers/deepl.ts';

const deepl = openDeepL({ key: 'unused', serverUrl: 'http://127.0.0.1:9', english: 'en-US' });
const asks = { languages: { from: 'fr', to: 'en' }, provider: deepl, asked: new Map() };

function segment(n: number, source: string, more: Partial<Segment> = {}): Segment {
  return {
    id: n * 10,
    article: 1,
    block: n,
    n,
    role: 'body',
    source,
    codes: [],
    gap: '',
    target: '',
    state: 'empty',
    origin: null,
    provenance: {},
    version: 0,
    repeats: null,
    touched: false,
    ...more,
  };
}

function never(): never {
  throw new Error('there is no call');
}

describe('what goes to a provider together', () => {
  test('120 short gaps take three calls of at most fifty', () => {
    const article = Array.from({ length: 120 }, (_, i) => segment(i + 1, `Phrase ${i + 1}.`));
    const { batches } = batchesOf(article, article, asks);
    expect(batches.map((batch) => batch.gaps.length)).toEqual([50, 50, 20]);
  });

  test('the context is the sentence before and behind each gap, without codes, across calls too', () => {
    const article = [
      segment(1, 'Le titre', { state: 'approved', target: 'The title' }),
      segment(2, 'Elle lève <1>3 M€</1>.', {
        block: 2,
        codes: [{ id: 1, kind: 'pair', type: 'bold', native: { open: '<b>', close: '</b>' } }],
        state: 'approved',
      }),
      segment(3, 'Un trou.', { block: 2 }),
      segment(4, 'La suite.', { block: 2, state: 'suggested' }),
      segment(5, 'Un autre trou.', { block: 5 }),
    ];
    const [batch] = batchesOf([article[2] as Segment, article[4] as Segment], article, asks).batches;
    expect(batch?.request.context).toBe('Elle lève 3 M€.\nLa suite.');
  });

  test('a text that alone exceeds the limit is told apart and the others still go', () => {
    const article = [segment(1, 'Court.'), segment(2, 'é'.repeat(30_000)), segment(3, 'Fin.')];
    const { batches, tooLarge } = batchesOf(article, article, asks);
    expect(tooLarge.map((gap) => gap.n)).toEqual([2]);
    expect(batches.flatMap((batch) => batch.gaps.map((gap) => gap.n))).toEqual([1, 3]);
  });

  test('texts that fill a limit to the last byte go together, and one byte more makes two calls', () => {
    const article = [segment(1, 'Court.'), segment(2, 'Fin.')];
    const size = deepl.size(batchesOf(article, article, asks).batches[0]?.request ?? never());
    const within = (bytes: number) => ({ ...asks, provider: { ...deepl, limits: { ...deepl.limits, bytes } } });
    const calls = (bytes: number) => batchesOf(article, article, within(bytes)).batches.length;
    expect([calls(size), calls(size - 1)]).toEqual([1, 2]);
  });

  test('whatever the texts, every call keeps both limits and no gap is lost or doubled', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
      fc.constant('é&<'.repeat(3000)),
    );
    fc.assert(
      fc.property(fc.array(text, { maxLength: 150 }), (texts) => {
        const article = texts.map((source, i) => segment(i + 1, source));
        const { batches, tooLarge } = batchesOf(article, article, asks);
        for (const { request } of batches) {
          expect(request.texts.length).toBeLessThanOrEqual(50);
          expect(deepl.size(request)).toBeLessThanOrEqual(128 * 1024);
        }
        const ids = [...batches.flatMap((batch) => batch.gaps), ...tooLarge].map((gap) => gap.id).sort((a, b) => a - b);
        expect(ids).toEqual(article.map((one) => one.id));
      }),
      { numRuns: 30 },
    );
  });
});

describe('what is a gap', () => {
  test('only empty segments with words are gaps', () => {
    const states = ['suggested', 'draft', 'translated', 'approved', 'rejected', 'omitted'] as const;
    const article = [
      ...states.map((state, i) => segment(i + 1, 'x', { state })),
      segment(8, 'Vide.'),
      segment(9, '  '),
    ];
    expect(gapsOf(article).map(({ gap }) => gap.n)).toEqual([8]);
  });

  test('an untouched repetition follows its first occurrence and is not asked for', () => {
    const article = [segment(1, 'Lire aussi'), segment(2, 'Lire aussi', { repeats: 10 }), segment(3, 'Autre')];
    expect(gapsOf(article).map(({ gap, followers }) => [gap.n, followers.map((one) => one.n)])).toEqual([
      [1, [2]],
      [3, []],
    ]);
  });

  test('repetitions whose first occurrence stands already are asked for once', () => {
    const article = [
      segment(1, 'Lire aussi', { state: 'omitted', touched: true }),
      segment(2, 'Lire aussi', { repeats: 10 }),
      segment(3, 'Lire aussi', { repeats: 10 }),
      segment(4, 'Lire aussi', { repeats: 10, touched: true }),
    ];
    expect(gapsOf(article).map(({ gap, followers }) => [gap.n, followers.map((one) => one.n)])).toEqual([
      [2, [3]],
      [4, []],
    ]);
  });
});
