// What stands beside the active segment: findings, matches, terms, versions.
import { useEffect, useState } from 'react';
import type { Code } from '../../server/model.ts';
import type { Finding, SegmentView, Term } from '../api/shapes.ts';
import { Coded } from '../parts/coded.tsx';
import { useDeeds } from '../state/deeds.tsx';
import { activeOf } from '../state/review-deeds.ts';
import { useSelect, useSelectBetweenKeys } from '../state/store.tsx';
import { useWords } from '../words/words.tsx';
import { FindingActs } from './finding-acts.tsx';
import { type Checked, useFindings } from './findings.ts';
import { Matches } from './matches.tsx';
import { RoleChoice } from './role.tsx';
import { Versions } from './versions.tsx';

interface SideProps {
  from: string;
  to: string;
}

/** The side of the active segment; nothing while there is none. */
export function Side({ from, to }: SideProps) {
  const deeds = useDeeds();
  const segment = useSelect((state) => activeOf(state.review));
  const id = segment?.id ?? null;
  const version = segment?.version;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new version of the segment is a reason to look again.
  useEffect(() => {
    if (id === null) return;
    // Who walks quickly through the list does not ask for everything on the way.
    const timer = setTimeout(() => void deeds.loadSide(id), 60);
    return () => clearTimeout(timer);
  }, [deeds, id, version]);
  if (!segment) return null;
  return (
    <div className="side" key={segment.id}>
      <RoleChoice block={segment.block} chosen={segment.role} labelled />
      <Findings segment={segment} />
      <Matches segment={segment} from={from} to={to} />
      <Terms segment={segment} />
      <Versions segment={segment} from={from} to={to} />
    </div>
  );
}

function Findings({ segment }: { segment: SegmentView }) {
  const words = useWords();
  const checked = useFindings(segment);
  const { text, findings } = checked;
  // A sentence without any is not talked of; one that has lost its last is.
  const [had, setHad] = useState(false);
  if (!had && findings.length > 0) setHad(true);
  return (
    <>
      <p className="unseen" role="status">
        {had && words.side.findingsCount(findings.length)}
      </p>
      {text !== '' && <FindingsFound segment={segment} checked={checked} />}
    </>
  );
}

function FindingsFound({ segment, checked }: { segment: SegmentView; checked: Checked }) {
  const words = useWords();
  const { text, findings, waiting } = checked;
  return (
    <section className="findings">
      <h2>{words.side.findings}</h2>
      {findings.length === 0 ? (
        <p className="soft">{waiting ? words.frame.loading : words.side.noFindings}</p>
      ) : (
        <ul>
          {findings.map((finding) => (
            <FindingLine
              key={`${finding.check} ${finding.side} ${finding.start}`}
              finding={finding}
              segment={segment}
              text={text}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

function FindingLine({ finding, segment, text }: { finding: Finding; segment: SegmentView; text: string }) {
  const words = useWords();
  const deeds = useDeeds();
  const { check, severity, message, side, start, end, fix } = finding;
  const span = (side === 'source' ? segment.source : text).slice(start, end);
  return (
    <li className={`finding ${severity}`}>
      <p>
        <span className="finding-name">
          <span className="unseen">{words.severities[severity]}: </span>
          {words.checks[check] ?? check}
        </span>{' '}
        {words.finding(message, check, span)}
      </p>
      <div className="finding-acts">
        {fix !== undefined && side === 'target' && (
          <button type="button" className="quiet" onClick={() => deeds.mend(finding)}>
            {fix === '' ? words.side.remove : <FixTo fix={fix} />}
          </button>
        )}
        <FindingActs finding={finding} segment={segment} text={text} />
      </div>
    </li>
  );
}

/** What a fix would write: a space alone by its name, those between signs by their marks. */
function FixTo({ fix }: { fix: string }) {
  const { side } = useWords();
  if (fix.trim() === '') return side.fixTo(fix);
  return (
    <>
      {side.fixTo('')}
      <Coded text={fix} codes={NO_CODES} spaces="no-break" />
    </>
  );
}

const NO_CODES: readonly Code[] = [];
const NO_TERMS: readonly Term[] = [];

function Terms({ segment }: { segment: SegmentView }) {
  const words = useWords();
  const terms = useSelectBetweenKeys((state) => state.review?.sides[segment.id]?.terms ?? NO_TERMS);
  if (terms.length === 0) return null;
  return (
    <section className="terms">
      <h2>{words.side.terms}</h2>
      <dl>
        {terms.map((term) => (
          <div key={term.id}>
            <dt lang={term.from}>{term.source}</dt>
            <dd>
              <span lang={term.to}>{term.targets.join(', ')}</span>
              {term.forbidden.length > 0 && (
                <span className="forbidden">
                  {' '}
                  {words.side.forbidden} <s lang={term.to}>{term.forbidden.join(', ')}</s>
                </span>
              )}
              {term.gloss && <small>{words.side.gloss(term.gloss, term.short ?? '')}</small>}
              {term.note && <small>{term.note}</small>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
