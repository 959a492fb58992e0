// One sentence: its place and state, its source, its translation, and where that came from.
import { memo } from 'react';
import type { SegmentView } from '../api/shapes.ts';
import { Coded, type Stretch } from '../parts/coded.tsx';
import { StateMark } from '../parts/marks.tsx';
import { useDeeds } from '../state/deeds.tsx';
import { useSelect } from '../state/store.tsx';
import { useWords } from '../words/words.tsx';
import { SegmentEditor } from './editor.tsx';
import { OriginMark } from './origin.tsx';
import { Side } from './side.tsx';

interface RowProps {
  segment: SegmentView;
  /** True for the first of its block, where the role is named. */
  first: boolean;
  active: boolean;
  from: string;
  to: string;
  spaces: boolean;
  narrow: boolean;
}

/** A row of the list. The active one has the text field, and on a narrow window the side below it. */
export const SegmentRow = memo(function SegmentRow({ segment, first, active, from, to, spaces, narrow }: RowProps) {
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
      <div className="source" lang={from}>
        <Coded
          text={segment.source}
          codes={segment.codes}
          spaces={spaces ? 'all' : 'none'}
          stretches={stretches(segment, 'source')}
        />
      </div>
      {active ? (
        <SegmentEditor key={segment.id} segment={segment} lang={to} />
      ) : (
        <Target segment={segment} lang={to} spaces={spaces} />
      )}
      <OriginMark segment={segment} />
      {active && narrow && <Side from={from} to={to} />}
    </article>
  );
});

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

function Target({ segment, lang, spaces }: { segment: SegmentView; lang: string; spaces: boolean }) {
  const words = useWords();
  const typed = useSelect((state) => state.review?.typed[segment.id]?.text);
  const text = typed ?? segment.target;
  if (text === '') {
    return (
      <div className="target nothing">
        <span className="unseen">{words.review.nothing}</span>
      </div>
    );
  }
  const marked = typed === undefined ? stretches(segment, 'target') : [];
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
