// The text field of the active segment, with what can be done about it.
import { useLayoutEffect, useMemo, useRef } from 'react';
import type { SegmentView } from '../api/shapes.ts';
import { fieldId } from '../keys/insert.ts';
import { Coded } from '../parts/coded.tsx';
import { useDeeds } from '../state/deeds.tsx';
import { useSelect, useStore } from '../state/store.tsx';
import { useWords } from '../words/words.tsx';
import { CodeBar } from './code-bar.tsx';
import { useFindings } from './findings.ts';
import { keepInSight } from './in-sight.ts';

/** Where the translation is written. The mirror behind the field gives it its height and shows what the field cannot. */
export function SegmentEditor({ segment, lang }: { segment: SegmentView; lang: string }) {
  const words = useWords();
  const deeds = useDeeds();
  const { id, n, target, codes } = segment;
  const text = useSelect((state) => state.review?.typed[id]?.text ?? target);
  const spaces = useSelect((state) => state.showSpaces);
  const field = useFocus(id);
  const marks = useFindings(segment)
    .findings.filter((finding) => finding.side === 'target' && finding.end > finding.start)
    .map(({ start, end, severity }) => ({ start, end, className: `found ${severity}` }));
  return (
    <div className="target editor">
      <div className="field-with-mirror" lang={lang}>
        <div className="mirror" aria-hidden="true">
          <Coded text={text} codes={[]} spaces={spaces ? 'all' : 'no-break'} stretches={marks} />{' '}
        </div>
        <textarea
          ref={field}
          id={fieldId(id)}
          lang={lang}
          spellCheck
          aria-label={words.review.targetOf(n)}
          aria-describedby={`source-${id} about-${id}`}
          rows={1}
          value={text}
          onChange={(event) => deeds.type(id, event.target.value)}
        />
      </div>
      {codes.length > 0 && <CodeBar segment={segment} text={text} field={field} />}
      <EditorActs segment={segment} />
    </div>
  );
}

/** The segment whose field was last gone to. */
let wentTo: number | null = null;

/** Focuses the field when its segment becomes the active one, and brings the row into sight. */
function useFocus(id: number) {
  const field = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    const now = field.current;
    // Whoever filters the list stays there while the row comes back into it.
    const filters = id === wentTo && document.activeElement?.closest('search');
    wentTo = id;
    if (!now || filters || document.querySelector('dialog[open]')) return undefined;
    now.focus({ preventScroll: true });
    now.setSelectionRange(now.value.length, now.value.length);
    const row = now.closest('.segment');
    return row ? keepInSight(row) : undefined;
  }, [id]);
  return field;
}

function EditorActs({ segment }: { segment: SegmentView }) {
  const words = useWords();
  const deeds = useDeeds();
  const store = useStore();
  const blocked = useSelect((state) => state.review?.blocked === segment.id);
  const { review } = words;
  const reason = (about: 'reject' | 'omit') =>
    store.dispatch({ type: 'dialog', dialog: { kind: 'reason', about, segment: segment.id } });
  const more = useSelect(
    (state) => state.review?.segments.find((one) => one.n === segment.n + 1)?.block === segment.block,
  );
  const approved = segment.state === 'approved';
  return (
    <div className="editor-acts">
      <button type="button" className="main" onClick={() => void deeds.confirm()}>
        {review.confirm}
      </button>
      {approved ? (
        <button type="button" className="quiet" onClick={() => void deeds.withdraw()}>
          {review.withdraw}
        </button>
      ) : (
        <button type="button" className="quiet approve" onClick={() => void deeds.approve()}>
          {blocked ? review.approveAnyway : review.approve}
        </button>
      )}
      <button type="button" className="bare" onClick={() => reason('reject')}>
        {review.reject}
      </button>
      <button type="button" className="bare" onClick={() => reason('omit')}>
        {review.omit}
      </button>
      <button
        type="button"
        className="bare"
        onClick={() => store.dispatch({ type: 'dialog', dialog: { kind: 'split', segment: segment.id } })}
      >
        {words.cut.split}
      </button>
      {more && (
        <button type="button" className="bare" onClick={() => void deeds.join()}>
          {words.cut.join}
        </button>
      )}
      <button type="button" className="bare" onClick={deeds.copySource}>
        {review.copySource}
      </button>
      {blocked && <p className="editor-state held">{review.blocked}</p>}
      <EditorState segment={segment} />
    </div>
  );
}

function EditorState({ segment }: { segment: SegmentView }) {
  const words = useWords();
  const deeds = useDeeds();
  const store = useStore();
  const typed = useSelect((state) => state.review?.typed[segment.id]);
  const by = useSelect((state) => state.review?.overtaken[segment.id]);
  const { id, state } = segment;
  const note = useSelect((all) => all.review?.sides[id]?.versions?.at(-1)?.note);
  const segments = useSelect((all) => all.review?.segments);
  const repetitions = useMemo(
    () => segments?.filter((one) => one.repeats === id && !one.touched).length ?? 0,
    [segments, id],
  );
  if (typed && by !== undefined) {
    const compare = () => {
      store.dispatch({ type: 'clash', clash: { segment: id, mine: typed.text, theirs: segment, by } });
      store.dispatch({ type: 'dialog', dialog: { kind: 'clash' } });
    };
    return (
      <p className="editor-state overtaken">
        <span id={`about-${id}`}>{words.review.changedBy(by)}</span>{' '}
        <button type="button" className="quiet" onClick={compare}>
          {words.review.compare}
        </button>
      </p>
    );
  }
  if (!typed) {
    return (
      <p className={`editor-state ${state}`} id={`about-${id}`}>
        {words.states[state]}
        {repetitions > 0 && ` · ${words.review.followers(repetitions)}`}
        {segment.provenance.locked && ` · ${words.review.locked}`}
        {note && (state === 'rejected' || state === 'omitted') && ` · ${note}`}
      </p>
    );
  }
  const { draftLocal, saving, draftSaved } = words.review;
  return (
    <p className="editor-state">
      <span id={`about-${id}`}>{{ no: draftLocal, saving, yes: draftSaved }[typed.kept]}</span>{' '}
      <button type="button" className="bare" onClick={() => deeds.discard(id)}>
        {words.review.discard}
      </button>
    </p>
  );
}
