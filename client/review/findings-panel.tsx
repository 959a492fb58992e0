// The findings of the whole article: by check, one press from their sentence; certain ones mended at once, after a look.
import { useEffect, useState } from 'react';
import type { Finding, SegmentView } from '../api/shapes.ts';
import { useDeeds } from '../state/deeds.tsx';
import { useSelect } from '../state/store.tsx';
import { useWords } from '../words/words.tsx';
import { DismissedList } from './dismissed-list.tsx';
import { FixPreview } from './fix-preview.tsx';
import { UnknownWords } from './unknown-words.tsx';

/** How many findings are listed at once; a check's button narrows them. */
const LISTED = 200;
const NONE: readonly SegmentView[] = [];
const EVERY: readonly string[] = [];

interface Placed {
  segment: SegmentView;
  finding: Finding;
}

/** The panel, closed at first; `Ctrl + M`, X opens it. */
export function FindingsPanel({ article }: { article: number }) {
  const words = useWords();
  const deeds = useDeeds();
  const segments = useSelect((state) => state.review?.segments ?? NONE);
  const [open, setOpen] = useState(false);
  const [check, setCheck] = useState<string | null>(null);
  useEffect(() => {
    void deeds.loadChecking(article);
  }, [deeds, article]);
  const all = segments.flatMap((segment) => segment.findings.map((finding): Placed => ({ segment, finding })));
  const shown = check === null ? all : all.filter(({ finding }) => finding.check === check);
  return (
    <details className="panel" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary id="findings-panel">{words.panel.title(all.length)}</summary>
      {open && (
        <>
          <CheckChoice all={all} chosen={check} choose={setCheck} />
          <FindingList placed={shown.slice(0, LISTED)} />
          <FixPreview key={check} article={article} checks={check === null ? EVERY : [check]} />
          <UnknownWords article={article} />
          <DismissedList />
        </>
      )}
    </details>
  );
}

interface CheckChoiceProps {
  all: readonly Placed[];
  chosen: string | null;
  choose: (check: string | null) => void;
}

function CheckChoice({ all, chosen, choose }: CheckChoiceProps) {
  const words = useWords();
  const counts = new Map<string, number>();
  for (const { finding } of all) counts.set(finding.check, (counts.get(finding.check) ?? 0) + 1);
  if (counts.size < 2 && chosen === null) return null;
  const choices: [string | null, string, number][] = [
    [null, words.panel.all, all.length],
    ...[...counts].map(([name, n]): [string, string, number] => [name, words.checks[name] ?? name, n]),
  ];
  return (
    <fieldset className="filter">
      <legend className="unseen">{words.panel.byCheck}</legend>
      {choices.map(([name, label, n]) => (
        <button key={label} type="button" className="tab" aria-pressed={name === chosen} onClick={() => choose(name)}>
          {label} <span className="figures soft">{words.f.number(n)}</span>
        </button>
      ))}
    </fieldset>
  );
}

function FindingList({ placed }: { placed: readonly Placed[] }) {
  const words = useWords();
  const deeds = useDeeds();
  if (placed.length === 0) return <p className="soft">{words.side.noFindings}</p>;
  return (
    <ul className="panel-list">
      {placed.map(({ segment, finding }) => {
        const { check, severity, message, side, start, end } = finding;
        const span = segment[side].slice(start, end);
        return (
          <li key={`${segment.id} ${check} ${side} ${start} ${end}`} className={`finding ${severity}`}>
            <button type="button" className="bare figures" onClick={() => deeds.activate(segment.id)}>
              <span className="unseen">{words.panel.goTo} </span>
              {segment.n}
            </button>
            <p>
              <span className="unseen">{words.severities[severity]}: </span>
              <span className="finding-name">{words.checks[check] ?? check}</span> {words.finding(message, check, span)}
            </p>
          </li>
        );
      })}
    </ul>
  );
}
