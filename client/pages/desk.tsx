// The desk: every article with how far it is.
import { type DragEvent, useEffect, useState } from 'react';
import type { ArticleView } from '../api/shapes.ts';
import { Link } from '../parts/link.tsx';
import { doneOf, StatesBar, statesInWords } from '../parts/progress.tsx';
import { useTitle } from '../parts/title.ts';
import { useDeeds } from '../state/deeds.tsx';
import { useSelect, useStore } from '../state/store.tsx';
import { useWords } from '../words/words.tsx';

/** The page of articles. A file dropped anywhere on it begins a new one. */
export function DeskPage() {
  const words = useWords();
  const store = useStore();
  const deeds = useDeeds();
  const { articles, search, archived } = useSelect((state) => state.desk);
  const [dragged, setDragged] = useState(false);
  useTitle(words.desk.title);
  useEffect(() => void deeds.loadArticles(), [deeds]);
  const bring = (file: File | null = null) =>
    store.dispatch({ type: 'dialog', dialog: { kind: 'bring', text: '', html: null, file } });
  const drag = {
    onDragOver: (event: DragEvent) => {
      event.preventDefault();
      setDragged(event.dataTransfer.types.includes('Files'));
    },
    onDragLeave: (event: DragEvent) => event.currentTarget === event.target && setDragged(false),
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      setDragged(false);
      const file = event.dataTransfer.files[0];
      if (file) bring(file);
    },
  };
  return (
    <main id="text" tabIndex={-1} className={`page desk${dragged ? ' dragged' : ''}`} {...drag}>
      <header className="page-head">
        <h1>{words.desk.title}</h1>
        {articles && articles.length > 0 && <p className="figures soft">{words.desk.count(articles.length)}</p>}
        <button type="button" className="main" onClick={() => bring()}>
          {words.desk.add}
        </button>
      </header>
      {dragged && <p className="drop-hint">{words.desk.drop}</p>}
      <DeskView search={search} archived={archived} />
      {articles === null ? (
        <p className="soft">{words.frame.loading}</p>
      ) : articles.length > 0 ? (
        <ul className="articles">
          {articles.map((article) => (
            <ArticleLine key={article.id} article={article} />
          ))}
        </ul>
      ) : search || archived ? (
        <p className="soft">{search ? words.desk.none : words.desk.noneArchived}</p>
      ) : (
        <Welcome onPaste={() => bring()} />
      )}
    </main>
  );
}

function DeskView({ search, archived }: { search: string; archived: boolean }) {
  const words = useWords();
  const deeds = useDeeds();
  return (
    <search className="desk-view">
      <input
        type="search"
        value={search}
        placeholder={words.desk.search}
        aria-label={words.desk.search}
        onChange={(event) => deeds.look({ search: event.target.value })}
      />
      <label className="check">
        <input
          type="checkbox"
          checked={archived}
          onChange={(event) => deeds.look({ archived: event.target.checked })}
        />
        {words.desk.archived}
      </label>
    </search>
  );
}

function ArticleLine({ article }: { article: ArticleView }) {
  const words = useWords();
  const { f } = words;
  const { counts } = article;
  const done = doneOf(counts);
  return (
    <li className={`article-line${article.archived ? ' archived' : ''}`}>
      <div className="article-name">
        <h2 lang={article.from}>
          <Link to={{ page: 'article', id: article.id, n: null }}>{article.title || words.desk.untitled}</Link>
        </h2>
        <p className="soft figures">
          <abbr title={`${f.language(article.from)} → ${f.language(article.to)}`}>
            {article.from} → {article.to}
          </abbr>
          <span>{words.desk.words(counts.words)}</span>
          <span>{article.createdBy}</span>
          <time dateTime={article.createdAt} title={f.moment(article.createdAt)}>
            {f.ago(article.createdAt, Date.now())}
          </time>
        </p>
      </div>
      <div className="article-progress">
        <StatesBar counts={counts} />
        <p className="soft figures" title={statesInWords(counts, words)}>
          {counts.segments > 0 && done === counts.segments ? words.desk.ready : words.desk.done(done, counts.segments)}
        </p>
      </div>
      <ArticleActs article={article} />
    </li>
  );
}

function ArticleActs({ article }: { article: ArticleView }) {
  const words = useWords();
  const deeds = useDeeds();
  return (
    <fieldset className="article-acts">
      <legend className="unseen">{words.desk.actionsOf(article.title)}</legend>
      <button type="button" className="bare" onClick={() => void deeds.archive(article, !article.archived)}>
        {article.archived ? words.desk.unarchive : words.desk.archive}
      </button>
      <button type="button" className="bare" onClick={() => void deeds.remove(article)}>
        {words.desk.remove}
      </button>
    </fieldset>
  );
}

function Welcome({ onPaste }: { onPaste: () => void }) {
  const words = useWords();
  const deeds = useDeeds();
  return (
    <section className="welcome">
      <h2>{words.desk.welcome}</h2>
      <p>{words.desk.welcomeText}</p>
      <div className="welcome-acts">
        <button type="button" className="main" onClick={() => void deeds.takeSample()}>
          {words.desk.sample}
        </button>
        <button type="button" className="quiet" onClick={onPaste}>
          {words.desk.paste}
        </button>
      </div>
    </section>
  );
}
