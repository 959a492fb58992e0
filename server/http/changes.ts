// What happens on the desk, told to every browser: the stores' own verbs say it, so no route can forget to.
import type { Stores } from '../../db/stores.ts';
import type { Segment } from '../model.ts';
import type { EventName } from './events.ts';

type Publish = (name: EventName, data: object) => void;

/** The stores, telling each change that they make durable. Reading through them tells nothing. */
export function watched(stores: Stores, publish: Publish): Stores {
  return {
    ...stores,
    articles: watchedArticles(stores.articles, publish),
    segments: watchedSegments(stores.segments, publish),
    memory: watchedMemory(stores.memory, publish),
    terms: watchedVerbs(stores.terms, ['put', 'remove'], () => publish('desk', { what: 'terms' })),
    dismissals: watchedVerbs(stores.dismissals, ['dismiss', 'recall'], () => publish('desk', { what: 'dismissals' })),
    alignments: watchedAlignments(stores.alignments, publish),
    upkeep: watchedUpkeep(stores.upkeep, publish),
    desks: watchedVerbs(watchedDesks(stores.desks, publish), ['setStyle', 'addWord', 'dropWord'], () =>
      publish('desk', { what: 'style' }),
    ),
  };
}

/** A store some of whose verbs tell when they are done. */
function watchedVerbs<S extends object>(store: S, verbs: readonly (keyof S)[], tell: () => void): S {
  const told = verbs.map((verb) => {
    const plain = store[verb] as (...given: unknown[]) => Promise<unknown>;
    const telling = async (...given: unknown[]) => {
      const result = await plain(...given);
      tell();
      return result;
    };
    return [verb, telling];
  });
  return { ...store, ...Object.fromEntries(told) };
}

function watchedArticles(articles: Stores['articles'], publish: Publish): Stores['articles'] {
  const tell = async <T>(id: number, what: string, done: Promise<T>): Promise<T> => {
    const result = await done;
    if (result !== false) publish('articles', { id, what });
    return result;
  };
  return {
    ...articles,
    add: async (article) => {
      const id = await articles.add(article);
      publish('articles', { id, what: 'added' });
      return id;
    },
    update: (update) => tell(update.article, 'updated', articles.update(update)),
    setRole: async (block, role, by) => {
      const id = await articles.setRole(block, role, by);
      if (id !== null) publish('articles', { id, what: 'recast' });
      return id;
    },
    setConfidential: (id, confidential) =>
      tell(id, confidential ? 'confidential' : 'not-confidential', articles.setConfidential(id, confidential)),
    archive: (id, archived) => tell(id, archived ? 'archived' : 'unarchived', articles.archive(id, archived)),
    remove: (id, at) => tell(id, 'removed', articles.remove(id, at)),
    undelete: (id) => tell(id, 'undeleted', articles.undelete(id)),
  };
}

function watchedSegments(segments: Stores['segments'], publish: Publish): Stores['segments'] {
  return {
    ...segments,
    decide: async (decision) => {
      const result = await segments.decide(decision);
      if (result.kind !== 'written') return result;
      for (const [article, changed] of byArticle(result.segments)) {
        publish('segments', { article, by: decision.by, changed: changed.map(brief) });
      }
      if (decision.remember.length + decision.forget.length > 0) publish('memory', {});
      return result;
    },
    recut: async (recut) => {
      const result = await segments.recut(recut);
      const [first] = result.kind === 'written' ? result.segments : [];
      if (first) publish('articles', { id: first.article, what: 'recut' });
      return result;
    },
  };
}

function watchedDesks(desks: Stores['desks'], publish: Publish): Stores['desks'] {
  return {
    ...desks,
    setExceptions: async (settled) => {
      await desks.setExceptions(settled);
      publish('segmentation', { language: settled.language });
    },
    setRules: async (settled) => {
      await desks.setRules(settled);
      publish('segmentation', { language: settled.language });
    },
  };
}

function byArticle(segments: readonly Segment[]): Map<number, Segment[]> {
  const articles = new Map<number, Segment[]>();
  for (const segment of segments) articles.set(segment.article, [...(articles.get(segment.article) ?? []), segment]);
  return articles;
}

function brief({ id, n, version, state }: Segment) {
  return { id, n, version, state };
}

/** Of the settings only the penalties show: matches are scored anew by them. */
function watchedUpkeep(upkeep: Stores['upkeep'], publish: Publish): Stores['upkeep'] {
  return {
    ...upkeep,
    setSetting: async (name, value) => {
      await upkeep.setSetting(name, value);
      if (!name.startsWith('penalties ')) return;
      publish('memory', {});
      publish('desk', { what: 'penalties' });
    },
  };
}

function watchedMemory(memory: Stores['memory'], publish: Publish): Stores['memory'] {
  const tell = async <T>(done: Promise<T>): Promise<T> => {
    const result = await done;
    publish('memory', {});
    return result;
  };
  return {
    ...memory,
    addMemory: (name, desk) => tell(memory.addMemory(name, desk)),
    changeMemory: (id, change) => tell(memory.changeMemory(id, change)),
    changeUnits: (deed, changes) => tell(memory.changeUnits(deed, changes)),
    finishImport: (id) => tell(memory.finishImport(id)),
    undoImport: (id) => tell(memory.undoImport(id)),
  };
}

function watchedAlignments(alignments: Stores['alignments'], publish: Publish): Stores['alignments'] {
  const tell = async <T>(id: number, what: string, done: Promise<T>, by?: string): Promise<T> => {
    const result = await done;
    const version = what === 'corrected' ? { version: result } : {};
    if (result !== false && result !== null) publish('alignments', { id, what, ...version, ...(by ? { by } : {}) });
    return result;
  };
  return {
    ...alignments,
    add: async (alignment) => {
      const id = await alignments.add(alignment);
      publish('alignments', { id, what: 'added' });
      return id;
    },
    open: (id, found, at) => tell(id, 'opened', alignments.open(id, found, at)),
    refuse: (id, why, trust) => tell(id, 'refused', alignments.refuse(id, why, trust)),
    correct: (id, corrected) => tell(id, 'corrected', alignments.correct(id, corrected), corrected.by),
    remembered: (id, remembered, by, at) => tell(id, 'remembered', alignments.remembered(id, remembered, by, at), by),
    remove: (id, at) => tell(id, 'removed', alignments.remove(id, at)),
    undelete: (id) => tell(id, 'undeleted', alignments.undelete(id)),
  };
}

/**
 * Looks every `pace` ms whether another program (the command line, say) has written the same file, and then asks every
 * browser to load afresh. Answers how to stop looking.
 */
export function watchOthers(outsideChanges: () => Promise<number>, publish: Publish, pace = 1000): () => void {
  let known: number | null = null;
  let looking = false;
  const look = async () => {
    if (looking) return;
    looking = true;
    try {
      const now = await outsideChanges();
      if (known !== null && now !== known) publish('reset', {});
      known = now;
    } finally {
      looking = false;
    }
  };
  const timer = setInterval(() => void look().catch(() => undefined), pace);
  timer.unref();
  return () => clearInterval(timer);
}
