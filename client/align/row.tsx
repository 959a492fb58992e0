// One bead: its sentences on either side, and the links drawn between them.
import { memo, useEffect, useState } from 'react';
import type { Alignment, JudgedBead } from '../../server/model-alignment.ts';
import { type AlignedSide, isDoubtful } from '../../server/text/align-corrections.ts';
import { check } from '../state/checker.ts';
import { useDeeds } from '../state/deeds.tsx';
import { useSelect } from '../state/store.tsx';
import { useWords } from '../words/words.tsx';
import { Links } from './links.tsx';

interface RowProps {
  bead: JudgedBead;
  place: number;
  /** How many beads before it are not shown. */
  skipped: number;
  /** The side one works at, null where one is elsewhere. */
  active: AlignedSide | null;
  about: Alignment;
  source: readonly string[];
  target: readonly string[];
  above: number;
}

type StandingName = 'sure' | 'doubtful' | 'flagged' | 'kept' | 'made' | 'out';

/** How a bead stands, in one word. */
function standingOf(bead: JudgedBead, above: number): StandingName {
  if (bead.decided === 'out' || bead.decided === 'kept') return bead.decided;
  if (bead.flags.length > 0) return 'flagged';
  if (isDoubtful(bead, above)) return 'doubtful';
  return bead.decided === 'made' ? 'made' : 'sure';
}

/** A row of the grid; it is drawn again only where its own bead changed. */
export const BeadRow = memo(function BeadRow(props: RowProps) {
  const { bead, place, skipped, active, about, above } = props;
  const words = useWords();
  const standing = standingOf(bead, above);
  const said = [words.align.standing[standing], ...(isAlone(bead) ? [words.align.standing.alone] : [])].join(', ');
  return (
    // biome-ignore lint/a11y/useSemanticElements: see the grid
    // biome-ignore lint/a11y/useFocusableInteractive: the cells take the focus
    <div
      role="row"
      className={`bead ${standing}${active ? ' active' : ''}${isAlone(bead) ? ' alone' : ''}`}
      aria-rowindex={place + 1}
    >
      {skipped > 0 && <SkippedLine count={skipped} />}
      <Cell {...props} side="source" />
      {/* biome-ignore lint/a11y/useSemanticElements: see the grid */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: nothing is to be done here */}
      <div role="gridcell" className="link">
        <Links from={bead.source.length} to={bead.target.length} />
        <span className="score figures">
          <span aria-hidden="true">{MARKS[standing]}</span>
          {bead.decided === null && words.align.score(bead.score)}
          <span className="unseen"> {said}</span>
        </span>
      </div>
      <Cell {...props} side="target" />
      {bead.flags.length > 0 && bead.decided !== 'out' && <Flags {...props} about={about} />}
    </div>
  );
});

const MARKS: Record<StandingName, string> = { sure: '', doubtful: '? ', flagged: '! ', kept: '✓', made: '✓', out: '✕' };

function isAlone(bead: JudgedBead): boolean {
  return bead.source.length === 0 || bead.target.length === 0;
}

function SkippedLine({ count }: { count: number }) {
  const words = useWords();
  return (
    // biome-ignore lint/a11y/useSemanticElements: see the grid
    // biome-ignore lint/a11y/useFocusableInteractive: nothing is to be done here
    <div role="gridcell" className="skipped soft">
      {words.align.hidden(count)}
    </div>
  );
}

function Cell({ bead, place, side, active, about, ...texts }: RowProps & { side: AlignedSide }) {
  const words = useWords();
  const deeds = useDeeds();
  const here = active === side;
  return (
    // biome-ignore lint/a11y/useSemanticElements: see the grid
    <div
      role="gridcell"
      id={`bead-${place}-${side}`}
      className={`side${here ? ' here' : ''}`}
      tabIndex={here ? 0 : -1}
      lang={side === 'source' ? about.from : about.to}
      onFocus={() => !here && deeds.selectBead(place, side)}
    >
      {bead[side].length === 0 ? (
        <p className="sentence none">
          <span aria-hidden="true">—</span>
          <span className="unseen">{words.align.nothing}</span>
        </p>
      ) : (
        bead[side].map((i) => (
          <p key={i} className="sentence">
            {texts[side][i]}
          </p>
        ))
      )}
    </div>
  );
}

function Flags({ bead, about, source, target }: Pick<RowProps, 'bead' | 'about' | 'source' | 'target'>) {
  const words = useWords();
  const text = (sentences: readonly string[], at: readonly number[]) => at.map((i) => sentences[i] ?? '').join(' ');
  const messages = useMessages(text(source, bead.source), text(target, bead.target), about);
  return (
    // biome-ignore lint/a11y/useSemanticElements: see the grid
    // biome-ignore lint/a11y/useFocusableInteractive: nothing is to be done here
    <div role="gridcell" className="flags">
      {bead.flags.map((flag) => (
        <p key={flag}>
          {words.align.flag(words.align.flags[flag] ?? words.checks[flag] ?? flag, messages.get(flag) ?? '')}
        </p>
      ))}
    </div>
  );
}

const NO_MESSAGES: ReadonlyMap<string, string> = new Map();

/** What the checks say of a pair, by check; nothing until they answered. */
function useMessages(source: string, target: string, { from, to }: Alignment): ReadonlyMap<string, string> {
  const language = useSelect((state) => state.tongue);
  const [messages, setMessages] = useState(NO_MESSAGES);
  useEffect(() => {
    let current = true;
    void check({ source, target, from, to }, { language }).then((findings) => {
      if (current) setMessages(new Map(findings.map((finding) => [finding.check, finding.message])));
    });
    return () => {
      current = false;
    };
  }, [source, target, from, to, language]);
  return messages;
}
