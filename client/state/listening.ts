// What others do reaches the state: events in, the changed pieces fetched, nothing reloaded that did not change.

import type { Heard } from '../api/event-line.ts';
import { listen } from '../api/events.ts';
import * as routes from '../api/routes.ts';
import type { Deeds } from './deeds.tsx';
import { isOver } from './jobs.ts';
import { atRest } from './rest.ts';
import type { Tools } from './tools.ts';

/** Beyond this many changed segments, the article is fetched whole. */
const ONE_BY_ONE = 5;
/** Changes are gathered for this long (ms), so that a fill's hundred events make a few requests. */
const GATHER = 120;

/** Follows the server's events until the answered function is called. */
export function follow(tools: Tools, deeds: Deeds): () => void {
  const { store } = tools;
  const gather = gathered(tools, deeds);
  const refreshDesk = () => store.get().place.page === 'desk' && void deeds.loadArticles();
  const afresh = () => {
    refreshDesk();
    store.dispatch({ type: 'settled' });
    void deeds.reloadArticle();
    if (store.get().place.page === 'memory') void deeds.loadMemory();
    if (store.get().place.page === 'alignments') void deeds.loadAlignments();
    if (store.get().alignments.open) void deeds.loadAlignment();
  };
  const line = lineState(tools, deeds);
  return listen((name, data) => {
    if (name === 'segments') {
      gather(data as Heard['segments']);
      refreshDesk();
    } else if (name === 'articles') {
      refreshDesk();
      reloadRecast(data as Heard['articles'], tools, deeds);
    } else if (name === 'memory') memoryChanged(tools, deeds);
    else if (name === 'desk') settledAnew(tools, deeds);
    else if (name === 'segmentation') store.dispatch({ type: 'settled' });
    else if (name === 'alignments') alignmentsChanged(data as Heard['alignments'], tools, deeds);
    else if (name === 'job') jobChanged(tools, deeds, data as Heard['job']);
    else if (name === 'reset') afresh();
    else if (name !== 'hello') line(name);
  });
}

/** How the line stands; what was typed while it was lost is sent when it is back. */
function lineState({ store }: Tools, deeds: Deeds): (name: 'open' | 'lost') => void {
  let wasLost = false;
  return (name) => {
    store.dispatch({ type: 'line', line: name });
    if (wasLost && name === 'open') deeds.flush();
    wasLost = name === 'lost';
  };
}

/** What makes an open article another one: its segments, its head, or that it is back. */
const RECAST: ReadonlySet<string> = new Set([
  ...['updated', 'recut', 'recast', 'confidential', 'not-confidential', 'undeleted'],
]);

/** Loads the open article afresh where it is another one now; one that is gone is not asked for. */
function reloadRecast({ id, what }: Heard['articles'], { store }: Tools, deeds: Deeds): void {
  if (store.get().review?.article?.id !== id) return;
  if (what === 'removed') store.dispatch({ type: 'article-missing', id });
  else if (RECAST.has(what)) void deeds.reloadArticle();
}

function memoryChanged({ store }: Tools, deeds: Deeds): void {
  const { place, review } = store.get();
  if (place.page === 'memory') void deeds.loadMemory();
  if (!review) return;
  store.dispatch({ type: 'sides-stale' });
  if (review.active !== null) void deeds.loadSide(review.active);
}

function alignmentsChanged({ id, version }: Heard['alignments'], { store }: Tools, deeds: Deeds): void {
  const { place, alignments } = store.get();
  if (place.page === 'alignments') void deeds.loadAlignments();
  if (alignments.open?.id === id) void deeds.alignmentChanged(version);
}

/** The house style, the words or the terms are others: the open article is judged by them. */
function settledAnew({ store }: Tools, deeds: Deeds): void {
  store.dispatch({ type: 'settled' });
  const { review } = store.get();
  if (!review) return;
  void deeds.loadChecking(review.id);
  deeds.reloadFindings();
  store.dispatch({ type: 'sides-stale' });
  if (review.active !== null) void deeds.loadSide(review.active);
}

function jobChanged({ store }: Tools, deeds: Deeds, job: Heard['job']): void {
  store.dispatch({ type: 'job', job });
  if (!isOver(job)) return;
  const { review, memory } = store.get();
  if (review?.job === job.id) void deeds.reloadArticle();
  if (memory.job === job.id) void deeds.loadMemory();
}

/** Gathers changed segments, and fetches those whose version is not known yet. */
function gathered(tools: Tools, deeds: Deeds): (heard: Heard['segments']) => void {
  const { store } = tools;
  const waiting = new Map<number, { by: string; version: number }>();
  let gathering = false;
  let reloading = false;
  // A fill tells of thousands: whoever writes meanwhile sees them at the next rest.
  const reload = () => {
    if (reloading) return;
    reloading = true;
    atRest(() => {
      reloading = false;
      return deeds.reloadArticle();
    });
  };
  const fetchThem = async () => {
    gathering = false;
    // What this browser wrote itself has come back with its answer by now.
    const known = new Map(store.get().review?.segments.map(({ id, version }) => [id, version]));
    const news = [...waiting].filter(([id, { version }]) => (known.get(id) ?? version) < version);
    waiting.clear();
    if (news.length > ONE_BY_ONE) return reload();
    for (const [id, { by }] of news) await fetchOne(tools, id, by);
    deeds.flush();
  };
  return ({ article, by, changed }) => {
    if (store.get().review?.id !== article) return;
    for (const { id, version } of changed) waiting.set(id, { by, version });
    if (gathering) return;
    gathering = true;
    setTimeout(() => void fetchThem(), GATHER);
  };
}

async function fetchOne({ store, words, say }: Tools, id: number, by: string): Promise<void> {
  const fetched = await routes.segment(id);
  if (!fetched.ok) return;
  const other = by !== store.get().me;
  store.dispatch({ type: 'segments', segments: [fetched.value], ...(other ? { by } : {}) });
  if (other && store.get().review?.active === id) say(words().review.said.theirs(by, fetched.value.n));
}
