// One sentence: its place and state, its source, its translation, and where that came from.
import { memo } from 'react';
import type { SegmentView } from '../api/shapes.ts';
import { Coded, type Stretch } from '../parts/coded.tsx';
import { StateMark } from '../parts/marks.tsx';
import { useDeeds } from '../state/deeds.tsx';
import { useWords } from '../words/words.tsx';
import { SegmentEditor } from './editor.tsx';
import { OriginMark } from './origin.tsx';
import { Side } from './side.tsx';
import { useTermMarks } from './term-marks.ts';

interface RowProps {
  segment: SegmentView;
  /** True for the first of its block, where the role is named. */
  first: boolean;
  active: boolean;
  /** What this person typed here and went on from, while it is not a version yet. */
  left: string | undefined;
  from: string;
  to: string;
  spaces: boolean;
  narrow: boolean;
}

/** A row of the list. The active one has the text field, and on a narrow window the side below it. */
export const SegmentRow = memo(function SegmentRow(props: RowProps) {
  const { segment, first, active, left, from, to, spaces, narrow } = props;
  const words = useWords();
  const { role } = segment;
  return (
    <article
      className={`segment ${segment.state}${active ? ' active' : ''}${segment.copy ? ' copy' : ''}`}
      data-segment={segment.id}
      aria-current={active ? 'true' : undefined}
    >
      <PlaceButton segment={segment} active={active} />
      {first && role !== 'body' && <p className="role">{words.roles[role]}</p>}
      <div className="source" lang={from} id={active ? `source-${segment.id}` : undefined}>
        {active ? (
          <SourceWithTerms segment={segment} spaces={spaces} />
        ) : (
          <Source segment={segment} spaces={spaces} marks={NO_MARKS} />
        )}
      </div>
      {active ? (
        <SegmentEditor key={segment.id} segment={segment} lang={to} />
      ) : (
        <Target segment={segment} left={left} lang={to} spaces={spaces} />
      )}
      <OriginMark segment={segment} />
      {active && narrow && <Side from={from} to={to} />}
    </article>
  );
});

const NO_MARKS: readonly Stretch[] = [];

type SourceProps = Pick<RowProps, 'segment' | 'spaces'>;

function Source({ segment, spaces, marks }: SourceProps & { marks: readonly Stretch[] }) {
  return (
    <Coded
      text={segment.source}
      codes={segment.codes}
      spaces={spaces ? 'all' : 'none'}
      stretches={[...stretches(segment, 'source'), ...marks]}
    />
  );
}

/** Apart from the others, so that one row listens for terms and not two thousand. */
function SourceWithTerms(props: SourceProps) {
  return <Source {...props} marks={useTermMarks(props.segment.id)} />;
}

function PlaceButton({ segment, active }: { segment: SegmentView; active: boolean }) {
  const words = useWords();
  const deeds = useDeeds();
  const { id, n, state } = segment;
  const label = words.review.open(n, words.states[state]);
  return (
    <button
      type="button"
      id={`place-${id}`}
      className="place"
      tabIndex={active ? 0 : -1}
      aria-label={label}
      title={label}
      onClick={() => {
        if (active) document.getElementById(`target-${id}`)?.focus();
        else deeds.activate(id);
      }}
    >
      <span className="figures">{n}</span>
      <StateMark state={state} />
    </button>
  );
}

type TargetProps = Pick<RowProps, 'segment' | 'left' | 'spaces'> & { lang: string };

function Target({ segment, left, lang, spaces }: TargetProps) {
  const words = useWords();
  const text = left ?? segment.target;
  if (text === '') {
    return (
      <div className="target nothing">
        <span className="unseen">{words.review.nothing}</span>
      </div>
    );
  }
  const marked = left === undefined ? stretches(segment, 'target') : [];
  return (
    <div className="target" lang={lang}>
      <Coded text={text} codes={segment.codes} spaces={spaces ? 'all' : 'none'} stretches={marked} />
    </div>
  );
}

const stretches = ({ findings }: SegmentView, side: 'source' | 'target'): Stretch[] =>
  findings
    .filter((finding) => finding.side === side && finding.end > finding.start)
    .map(({ start, end, severity }) => ({ start, end, className: `found ${severity}` }));
