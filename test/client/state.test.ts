// The reducer: what was typed is never lost, what did not change keeps its identity.
import { describe, expect, it } from 'vitest';
import type { ArticleWhole, SegmentView } from '../../client/api/shapes.ts';
import { carried } from '../../client/review/findings.ts';
import { isOpen, neighbour, nextWanting, shown, withActive } from '../../client/state/order.ts';
import { addressOf, placeOf } from '../../client/state/place.ts';
import { reduce } from '../../client/state/reduce.ts';
import { type EditorState, initialState } from '../../client/state/state.ts';

const segment = (id: number, more: Partial<SegmentView> = {}): SegmentView => ({
  ...{ id, n: id, block: 1, role: 'body', source: `Source ${id}.`, codes: [], target: '', state: 'empty' },
  ...{ origin: null, provenance: {}, version: 0, repeats: null, touched: false, findings: [], ...more },
});

const STATES = { empty: 0, suggested: 0, draft: 0, translated: 0, approved: 0, rejected: 0, omitted: 0 };

const article = (segments: SegmentView[]): ArticleWhole => ({
  ...{
    id: 7,
    title: 'Une puce',
    from: 'fr',
    to: 'en',
    format: 'text',
    desk: 1,
    version: 1,
    translationOf: null,
    address: null,
  },
  ...{
    archived: false,
    confidential: false,
    createdAt: '2026-01-01T00:00:00Z',
    createdBy: 'Maud',
    segments,
    boilerplate: [],
  },
  counts: {
    paragraphs: 1,
    segments: segments.length,
    words: 4,
    signs: 20,
    repeated: 0,
    boilerplate: 0,
    states: STATES,
  },
});

const opened = (segments: SegmentView[]): EditorState =>
  reduce(initialState('fr', 'auto', { page: 'article', id: 7, n: null }), {
    type: 'article',
    article: article(segments),
  });

const typedIn = (state: EditorState, id: number) => state.review?.typed[id];

describe('typing', () => {
  it('opens an article at the segment to begin with, unless one was chosen meanwhile', () => {
    const come = { type: 'article', article: article([segment(1), segment(2)]), begin: 2 } as const;
    const opened = reduce(initialState('en', 'auto', { page: 'article', id: 7, n: null }), come);
    expect(opened.review?.active).toBe(2);
    const chosen = reduce(opened, { type: 'active', segment: 1 });
    expect(reduce(chosen, come).review?.active).toBe(1);
    expect(reduce(chosen, { ...come, article: article([segment(2)]) }).review?.active).toBeNull();
  });

  it('is based on the version that stood when it began, whatever others save since', () => {
    let state = reduce(opened([segment(1)]), { type: 'typed', segment: 1, text: 'A' });
    state = reduce(state, { type: 'segments', segments: [segment(1, { version: 3, target: 'Theirs.' })], by: 'Inès' });
    state = reduce(state, { type: 'typed', segment: 1, text: 'A chip' });
    expect(typedIn(state, 1)).toEqual({ text: 'A chip', basedOn: 0, kept: 'no' });
    expect(state.review?.segments[0]?.target).toBe('Theirs.');
    expect(state.review?.overtaken).toEqual({ 1: 'Inès' });
  });

  it('is kept no longer where a newer version comes, which this person may have written in another tab', () => {
    let state = reduce(opened([segment(1), segment(2)]), { type: 'typed', segment: 1, text: 'A' });
    state = reduce(state, { type: 'kept', segment: 1, text: 'A', kept: 'yes' });
    expect(typedIn(reduce(state, { type: 'segments', segments: [segment(1)] }), 1)?.kept).toBe('yes');
    expect(typedIn(reduce(state, { type: 'segments', segments: [segment(2, { version: 1 })] }), 1)?.kept).toBe('yes');
    const newer = segment(1, { version: 1, target: 'Mine, elsewhere.' });
    const kept = { text: 'A', basedOn: 0, kept: 'no' };
    expect(typedIn(reduce(state, { type: 'segments', segments: [newer] }), 1)).toEqual(kept);
    expect(typedIn(reduce(state, { type: 'article', article: article([newer, segment(2)]) }), 1)).toEqual(kept);
  });

  it('is kept only where what was sent is what stands there', () => {
    let state = reduce(opened([segment(1)]), { type: 'typed', segment: 1, text: 'A' });
    state = reduce(state, { type: 'typed', segment: 1, text: 'A c' });
    state = reduce(state, { type: 'kept', segment: 1, text: 'A', kept: 'yes' });
    expect(typedIn(state, 1)?.kept).toBe('no');
  });

  it('comes back from the server’s draft after a reload, but not where it is what stands', () => {
    const state = opened([
      segment(1, { draft: { text: 'Begun', basedOn: 2 }, version: 3 }),
      segment(2, { draft: { text: 'Same', basedOn: 1 }, target: 'Same', version: 1 }),
    ]);
    expect(state.review?.typed).toEqual({ 1: { text: 'Begun', basedOn: 2, kept: 'yes' } });
  });

  it('outlives a fresh load of the article', () => {
    let state = reduce(opened([segment(1)]), { type: 'typed', segment: 1, text: 'Mine' });
    state = reduce(state, { type: 'article', article: article([segment(1, { version: 5, target: 'Theirs' })]) });
    expect(typedIn(state, 1)).toEqual({ text: 'Mine', basedOn: 0, kept: 'no' });
  });
});

describe('segments', () => {
  it('do not go back to an older version', () => {
    const state = opened([segment(1, { version: 4, target: 'New' })]);
    expect(
      reduce(state, { type: 'segments', segments: [segment(1, { version: 3, target: 'Old' })] }).review?.segments[0]
        ?.target,
    ).toBe('New');
  });

  it('that did not change keep their identity when the article is loaded again', () => {
    const state = opened([segment(1), segment(2)]);
    const again = reduce(state, {
      type: 'article',
      article: article([segment(1), segment(2, { version: 1, target: 'Two' })]),
    });
    expect(again.review?.segments[0]).toBe(state.review?.segments[0]);
    expect(again.review?.segments[1]?.target).toBe('Two');
  });
});

describe('the order', () => {
  const list = [
    segment(1, { state: 'approved' }),
    segment(2, { state: 'translated', target: 'Élysée' }),
    segment(3),
    segment(4, { repeats: 3 }),
  ];

  it('finds without accents and case, on either side', () => {
    expect(shown(list, { kind: 'all', text: 'elysee' }).map((one) => one.id)).toEqual([2]);
    expect(shown(list, { kind: 'all', text: 'SOURCE 3' }).map((one) => one.id)).toEqual([3]);
    expect(shown(list, { kind: 'open', text: '' }).map((one) => one.id)).toEqual([3, 4]);
    expect(shown(list, { kind: 'repeats', text: '' }).map((one) => one.id)).toEqual([4]);
  });

  it('keeps the one that is worked at in a list that no longer has it', () => {
    const open = shown(list, { kind: 'open', text: '' });
    expect(withActive(open, list, 1).map((one) => one.id)).toEqual([1, 3, 4]);
    expect(withActive(open, list, 3)).toBe(open);
    expect(withActive(open, list, null)).toBe(open);
  });

  it('leaves what a filter hides, and is back there when it is shown again', () => {
    const at = reduce(opened([segment(1), segment(2)]), { type: 'active', segment: 2 });
    const filtered = (state: EditorState, text: string) =>
      reduce(state, { type: 'filter', filter: { kind: 'all', text } });
    const hidden = filtered(at, 'Source 1');
    expect(hidden.review?.active).toBeNull();
    expect(filtered(hidden, '').review?.active).toBe(2);
    expect(filtered(at, 'Source 2').review?.active).toBe(2);
    const elsewhere = reduce(hidden, { type: 'active', segment: 1 });
    expect(filtered(elsewhere, '').review?.active).toBe(1);
  });

  it('goes on to what wants work, around the end, and stops where nothing does', () => {
    expect(nextWanting(list, 4, isOpen)?.id).toBe(3);
    expect(nextWanting(list, 1, isOpen)?.id).toBe(3);
    expect(nextWanting(list.slice(0, 2), 1, isOpen)).toBeNull();
    expect(neighbour(list, 4, 1)).toBeNull();
    expect(neighbour(list, null, 1)?.id).toBe(1);
  });
});

describe('addresses', () => {
  it.each(['/', '/articles/12', '/articles/12#3', '/memory', '/memory?q=lev%C3%A9e+de+fonds', '/keys', '/checks'])(
    '%s is there and back',
    (address) => {
      const url = new URL(address, 'http://127.0.0.1');
      expect(addressOf(placeOf(url))).toBe(address);
    },
  );

  it('lead nowhere where there is no page', () => {
    expect(placeOf(new URL('http://127.0.0.1/articles/x')).page).toBe('nowhere');
    expect(placeOf(new URL('http://127.0.0.1/admin')).page).toBe('nowhere');
  });
});

describe('findings', () => {
  const error = { check: 'number', severity: 'error', message: '', side: 'target', start: 0, end: 1 } as const;

  it('come after the article, and say nothing of what has changed since they were asked for', () => {
    let state = opened([segment(1), segment(2, { findings: [error] }), segment(3, { findings: [error] })]);
    const asked = state.review?.segments ?? [];
    state = reduce(state, { type: 'segments', segments: [segment(3, { version: 1, findings: [error] })] });
    const found = [{ segment: 1, version: 0, findings: [error] }];
    state = reduce(state, { type: 'findings', article: 7, found, asked });
    expect(state.review?.segments.map((one) => one.findings.length)).toEqual([1, 0, 1]);
  });

  it('stay when the article is loaded afresh without them', () => {
    const state = opened([segment(1, { findings: [error] })]);
    const again = reduce(state, { type: 'article', article: article([segment(1)]) });
    expect(again.review?.segments[0]).toBe(state.review?.segments[0]);
  });

  it('move along while one types before them, and go where one types in them', () => {
    const findings = [
      { ...error, start: 0, end: 2 },
      { ...error, start: 4, end: 6 },
      { ...error, start: 8, end: 9 },
    ];
    const now = carried({ text: 'ab cdef hi', findings }, 'ab cdeXf hi');
    expect(now.findings.map(({ start, end }) => [start, end])).toEqual([
      [0, 2],
      [4, 6],
      [9, 10],
    ]);
    expect(carried({ text: 'ab cdef hi', findings }, 'ab cdXef hi').findings).toHaveLength(2);
  });
});
