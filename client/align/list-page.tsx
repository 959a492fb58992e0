// The list of published pairs that wait, and the form that begins one.
import { useEffect } from 'react';
import type { Alignment } from '../../server/model-alignment.ts';
import { Link } from '../parts/link.tsx';
import { useTitle } from '../parts/title.ts';
import { useDeeds } from '../state/deeds.tsx';
import { useSelect } from '../state/store.tsx';
import { useWords } from '../words/words.tsx';
import { BeginForm } from './begin.tsx';

/** The page of alignments. */
export function AlignmentsPage() {
  const words = useWords();
  const deeds = useDeeds();
  const list = useSelect((state) => state.alignments.list);
  useTitle(words.align.title);
  useEffect(() => void deeds.loadAlignments(), [deeds]);
  return (
    <main id="text" tabIndex={-1} className="page alignments">
      <header className="page-head">
        <h1>{words.align.title}</h1>
      </header>
      <p className="lead">{words.align.lead}</p>
      {list === null ? (
        <p className="soft">{words.frame.loading}</p>
      ) : list.length === 0 ? (
        <p className="soft none">{words.align.none}</p>
      ) : (
        <ul className="articles">
          {list.map((alignment) => (
            <AlignmentLine key={alignment.id} alignment={alignment} />
          ))}
        </ul>
      )}
      <BeginForm />
    </main>
  );
}

function AlignmentLine({ alignment }: { alignment: Alignment }) {
  const words = useWords();
  const deeds = useDeeds();
  const { id, documents, from, to, createdBy, createdAt } = alignment;
  const [one, other] = documents;
  return (
    <li className="article-line alignment-line">
      <div className="article-name">
        <h2>
          <Link to={{ page: 'alignment', id }}>
            <span lang={from}>{one.name}</span>{' '}
            <span className="soft" lang={to}>
              {other.name}
            </span>
          </Link>
        </h2>
        <p className="soft figures">
          <abbr title={`${words.f.language(from)} → ${words.f.language(to)}`}>
            {from} → {to}
          </abbr>
          <span>{createdBy}</span>
          <time dateTime={createdAt} title={words.f.moment(createdAt)}>
            {words.f.ago(createdAt, Date.now())}
          </time>
        </p>
      </div>
      <Standing alignment={alignment} />
      <button type="button" className="bare" onClick={() => void deeds.removeAlignment(alignment)}>
        {words.align.remove}
        <span className="unseen"> {one.name}</span>
      </button>
    </li>
  );
}

function Standing({ alignment: { state, counts, remembered } }: { alignment: Alignment }) {
  const words = useWords();
  if (state !== 'open') return <p className={`soft figures ${state}`}>{words.align.states[state]}</p>;
  return (
    <p className="figures">
      {words.align.pairs(counts.pairs)} ·{' '}
      {counts.doubtful === 0 ? words.align.allSure : words.align.doubtful(counts.doubtful)}
      {remembered && <span className="soft"> · {words.align.inMemory(remembered.units)}</span>}
    </p>
  );
}
