// The marks of states: told by their form first, by their colour second.
import type { State } from '../api/shapes.ts';

const FORMS: Record<State, React.ReactNode> = {
  empty: <circle cx="8" cy="8" r="5" />,
  suggested: <circle cx="8" cy="8" r="5" strokeDasharray="2.4 2.2" />,
  draft: <path d="M8 3a5 5 0 1 0 0 10a5 5 0 0 0 0-10zM8 3v10M8 5h3.6M8 8h4.8M8 11h3.6" />,
  translated: <circle cx="8" cy="8" r="5" className="full" />,
  approved: <path d="M3 8.6l3.4 3.4L13 4.6" className="thick" />,
  rejected: <path d="M4 4l8 8M12 4l-8 8" className="thick" />,
  omitted: <path d="M3 8h10" className="thick" />,
};

/** The mark of a state. It says nothing aloud: the words stand beside it or in the label of what holds it. */
export function StateMark({ state }: { state: State }) {
  return (
    <svg className={`mark ${state}`} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      {FORMS[state]}
    </svg>
  );
}
