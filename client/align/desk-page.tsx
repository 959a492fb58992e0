// One published pair on the alignment desk: both texts side by side, the beads between them, and what to do with each.
import { useEffect } from 'react';
import type { Alignment, PublishedDocument } from '../../server/model-alignment.ts';
import { countBeads } from '../../server/text/align-corrections.ts';
import { Link } from '../parts/link.tsx';
import { useTitle } from '../parts/title.ts';
import { useDeeds } from '../state/deeds.tsx';
import { isOver } from '../state/jobs.ts';
import { useSelect } from '../state/store.tsx';
import { useWords } from '../words/words.tsx';
import { BeadGrid } from './grid.tsx';
import type { OpenAlignment } from './state.ts';

/** The page of one alignment. */
export function AlignmentPage({ id }: { id: number }) {
  const words = useWords();
  const deeds = useDeeds();
  const open = useSelect((state) => state.alignments.open);
  useTitle(open?.about?.documents[0].name ?? words.align.title);
  useEffect(() => {
    void id;
    void deeds.loadAlignment();
  }, [deeds, id]);
  return (
    <main id="text" tabIndex={-1} className="page alignment">
      {open?.missing ? (
        <>
          <h1>{words.align.missing}</h1>
          <p>
            <Link to={{ page: 'alignments' }}>{words.align.back}</Link>
          </p>
        </>
      ) : open?.about ? (
        <Pair open={open} about={open.about} />
      ) : (
        <p className="soft">{words.frame.loading}</p>
      )}
    </main>
  );
}

function Pair({ open, about }: { open: OpenAlignment; about: Alignment }) {
  const words = useWords();
  const deeds = useDeeds();
  return (
    <>
      <header className="page-head">
        <h1 lang={about.from}>{about.documents[0].name}</h1>
        <p className="soft documents">
          {about.documents.map((document, side) => (
            <DocumentLine
              key={side === 0 ? 'source' : 'target'}
              document={document}
              language={side === 0 ? about.from : about.to}
            />
          ))}
        </p>
        <button type="button" className="bare" onClick={() => void deeds.removeAlignment(about)}>
          {words.align.remove}
        </button>
      </header>
      {about.state === 'aligning' && <Aligning job={open.job} />}
      {about.state === 'refused' && (
        <div className="refused" role="status">
          <h2>{words.align.refused}</h2>
          <p>{words.align.refusedWhy(words.f.percent(about.trust))}</p>
        </div>
      )}
      {about.state === 'open' && (
        <>
          <Remembering open={open} about={about} />
          <BeadGrid open={open} about={about} />
        </>
      )}
    </>
  );
}

function DocumentLine({
  document: { name, address, date },
  language,
}: {
  document: PublishedDocument;
  language: string;
}) {
  const words = useWords();
  const day = date !== null && !Number.isNaN(Date.parse(date)) ? words.f.moment(date) : date;
  return (
    <span>
      <abbr title={words.f.language(language)}>{language}</abbr>{' '}
      {address === null ? <span lang={language}>{name}</span> : <a href={address}>{name}</a>}
      {day !== null && ` (${words.align.published(day)})`}
    </span>
  );
}

function Aligning({ job }: { job: number | null }) {
  const words = useWords();
  const deeds = useDeeds();
  const known = useSelect((state) => (job === null ? undefined : state.jobs[job]));
  if (job !== null && known && isOver(known)) {
    return (
      <p>
        {words.align.stopped}{' '}
        <button type="button" className="quiet" onClick={() => void deeds.alignNow()}>
          {words.align.alignNow}
        </button>
      </p>
    );
  }
  return (
    <p role="status">
      {words.align.aligning} <progress aria-label={words.align.aligning} />{' '}
      {job !== null && (
        <button type="button" className="quiet" onClick={() => void deeds.cancelJob(job)}>
          {words.jobs.cancel}
        </button>
      )}
    </p>
  );
}

function Remembering({ open, about }: { open: OpenAlignment; about: Alignment }) {
  const words = useWords();
  const deeds = useDeeds();
  const { offered, pairs, out } = countBeads(open.beads, open.above);
  const { remembered } = about;
  return (
    <div className="remembering">
      <button type="button" className="main" disabled={offered === 0} onClick={() => void deeds.rememberAlignment()}>
        {words.align.remember(offered)}
      </button>
      <p className="soft figures">
        {words.align.rememberHint(Math.max(0, pairs - offered - out))}
        {remembered && (
          <>
            {' '}
            {words.align.remembered(remembered.units)}
            {remembered.version !== about.version && ` ${words.align.changedSince}`}{' '}
            <button type="button" className="bare" onClick={() => void deeds.forgetAlignment()}>
              {words.align.forget}
            </button>
          </>
        )}
      </p>
    </div>
  );
}
