// Messages that go by, and the voice for screen readers.
import { useEffect, useRef } from 'react';
import { NBSP } from '../../server/text/typography.ts';
import { useDeeds } from '../state/deeds.tsx';
import type { Notice } from '../state/state.ts';
import { useSelect, useStore } from '../state/store.tsx';
import { useWords } from '../words/words.tsx';

const QUIET = 6000;
const WITH_UNDO = 15_000;

/** The messages, newest last. A failure stays until it is closed, and any as long as one points at it or stands in it. */
export function Notices() {
  const words = useWords();
  const notices = useSelect((state) => state.notices);
  return (
    <section className="notices" aria-label={words.frame.notices} aria-live="polite">
      {notices.map((notice) => (
        <NoticeLine key={notice.id} notice={notice} />
      ))}
    </section>
  );
}

function NoticeLine({ notice }: { notice: Notice }) {
  const words = useWords();
  const store = useStore();
  const deeds = useDeeds();
  const { id, text, tone, undo } = notice;
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (tone === 'failure') return;
    let timer = setTimeout(look, undo ? WITH_UNDO : QUIET);
    function look() {
      if (line.current?.matches(':hover, :focus-within')) timer = setTimeout(look, QUIET);
      else store.dispatch({ type: 'notice-gone', id });
    }
    return () => clearTimeout(timer);
  }, [store, id, tone, undo]);
  return (
    <div ref={line} className={tone === 'failure' ? 'notice failure' : 'notice'}>
      <p>{text}</p>
      {undo && (
        <button type="button" className="bare" onClick={() => void deeds.undo(notice)}>
          {words.frame.undo}
        </button>
      )}
      <button
        type="button"
        className="bare close"
        onClick={() => store.dispatch({ type: 'notice-gone', id })}
        aria-label={words.frame.close}
      >
        ×
      </button>
    </div>
  );
}

/**
 * Says aloud what was done. The element stays, for only a change inside one that was there is heard; a sentence said twice
 * is told apart by a space at its end.
 */
export function Voice() {
  const { text, times } = useSelect((state) => state.said);
  return (
    <p className="unseen" role="status">
      {text}
      {times % 2 === 1 && NBSP}
    </p>
  );
}

/** Says that the line to the server is dead. */
export function LineState() {
  const words = useWords();
  const line = useSelect((state) => state.line);
  return (
    <div role="status" className={line === 'open' ? 'unseen' : 'line-state'}>
      {line === 'lost' && words.frame.offline}
    </div>
  );
}
