// What one does on the desk.
import * as routes from '../api/routes.ts';
import type { ArticleView } from '../api/shapes.ts';
import type { Words } from '../words/words.tsx';
import type { FrameDeeds } from './frame-deeds.ts';
import type { Tools } from './tools.ts';

export interface DeskDeeds {
  loadArticles(): Promise<void>;
  look(view: { search?: string; archived?: boolean }): void;
  /** Brings an article in and opens it. Answers whether that worked. */
  bring(article: routes.Bringing): Promise<boolean>;
  takeSample(): Promise<void>;
  archive(article: ArticleView, archived: boolean): Promise<void>;
  remove(article: ArticleView): Promise<void>;
}

/** The deeds of the desk. */
export function deskDeeds({ store, words, note, got, sayAtRest }: Tools, frame: FrameDeeds): DeskDeeds {
  let asked = 0;
  const loadArticles = async () => {
    asked += 1;
    const mine = asked;
    const { archived, search } = store.get().desk;
    const articles = got(await routes.articles(archived, search));
    // An answer to an earlier search may come later than the newest one's.
    if (articles && mine === asked) store.dispatch({ type: 'articles', articles });
  };
  const countFound = () => {
    const { articles, search } = store.get().desk;
    const { desk } = words();
    if (articles?.length) return `${desk.count(articles.length)}.`;
    return search ? desk.none : desk.noneArchived;
  };
  const openNew = (id: number) => frame.go({ page: 'article', id, n: null });
  return {
    loadArticles,
    look: (view) => {
      store.dispatch({ type: 'desk-view', ...view });
      void loadArticles().then(() => sayAtRest(countFound));
    },
    bring: async (article) => {
      const brought = got(await routes.bring(article));
      if (!brought) return false;
      store.dispatch({ type: 'dialog', dialog: null });
      for (const text of broughtInWords(brought.notices, words())) note(text);
      openNew(brought.id);
      return true;
    },
    takeSample: async () => {
      const taken = got(await routes.takeSample());
      const id = taken?.article?.id ?? taken?.id;
      if (id !== undefined) openNew(id);
      else await loadArticles();
    },
    archive: async ({ id, title }, archived) => {
      if (got(await routes.archive(id, archived)) === null) return;
      const { archivedNote, unarchivedNote } = words().desk;
      note((archived ? archivedNote : unarchivedNote)(title), { kind: 'archive', article: id, archived: !archived });
      await loadArticles();
    },
    remove: async ({ id, title }) => {
      const outcome = await routes.remove(id);
      if (!outcome.ok) return void got(outcome);
      note(words().desk.removedNote(title), { kind: 'undelete', article: id });
      await loadArticles();
    },
  };
}

/** What is to be said once of an article that came in; what stays true of it stands on its page. */
function broughtInWords(notices: readonly routes.BroughtNotice[], words: Words): string[] {
  return notices.flatMap(({ code, values: { own, taken, segments } }) => {
    if (code === 'locked') return [words.brought.locked(Number(segments))];
    if (code !== 'other-language') return [];
    const language = words.f.language(String(taken));
    return [own === taken ? words.brought.otherLanguage(language) : words.brought.kept(language)];
  });
}
