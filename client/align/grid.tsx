// The beads of an alignment in two columns, walked through with the arrow keys (the grid pattern of ARIA's practices).
import { type FocusEvent, type KeyboardEvent, useEffect, useRef } from 'react';
import type { Alignment, JudgedBead } from '../../server/model-alignment.ts';
import { isDoubtful } from '../../server/text/align-corrections.ts';
import { useDeeds } from '../state/deeds.tsx';
import { useStore } from '../state/store.tsx';
import { useWords } from '../words/words.tsx';
import { BeadBar, GridView } from './bar.tsx';
import { actOn, alignDeedOf } from './keys.ts';
import { BeadRow } from './row.tsx';
import type { OpenAlignment } from './state.ts';

/** The places that are shown: all, or what wants an eye with a neighbour on either side, and where one is. */
function shownPlaces({ beads, onlyDoubtful, above, at }: OpenAlignment): number[] {
  const all = beads.map((_, place) => place);
  if (!onlyDoubtful) return all;
  const wanted = beads.map((bead) => isDoubtful(bead, above));
  return all.filter((k) => wanted[k] || wanted[k - 1] || wanted[k + 1] || Math.abs(k - at) <= 1);
}

/** The grid with its bar. */
export function BeadGrid({ open, about }: { open: OpenAlignment; about: Alignment }) {
  const words = useWords();
  const deeds = useDeeds();
  const store = useStore();
  const grid = useRef<HTMLDivElement>(null);
  const held = useRef(false);
  const shown = shownPlaces(open);
  const { beads, at, side } = open;
  useEffect(() => {
    // A joined bead goes with its focus: it is put where one works now.
    if (held.current && beads.length > 0) focusCell(grid.current, at, side);
  }, [at, side, beads]);
  const pressed = (event: KeyboardEvent) => {
    const deed = store.get().chord ? null : alignDeedOf(event.nativeEvent);
    if (!deed) return;
    event.preventDefault();
    actOn(deed, open, shown, deeds);
  };
  const left = (event: FocusEvent) => {
    if (event.relatedTarget && !grid.current?.contains(event.relatedTarget)) held.current = false;
  };
  return (
    <>
      <GridView open={open} />
      {/* biome-ignore lint/a11y/useSemanticElements: a table cannot hold the pattern's roving focus */}
      <div
        ref={grid}
        role="grid"
        className="beads"
        aria-label={words.align.grid}
        aria-rowcount={beads.length}
        onKeyDown={pressed}
        onFocus={() => {
          held.current = true;
        }}
        onBlur={left}
      >
        {shown.map((place, k) => (
          <BeadRow
            key={keyOf(beads[place])}
            bead={beads[place] as JudgedBead}
            place={place}
            skipped={place - (shown[k - 1] ?? -1) - 1}
            active={place === at ? side : null}
            about={about}
            source={open.source}
            target={open.target}
            above={open.above}
          />
        ))}
      </div>
      <BeadBar open={open} refocus={() => focusCell(grid.current, at, side)} />
    </>
  );
}

/** A bead is the sentence that it begins with: so its row stays the same as its end moves. */
function keyOf(bead: JudgedBead | undefined): string {
  return bead?.source[0] === undefined ? `t${bead?.target[0]}` : `s${bead.source[0]}`;
}

function focusCell(grid: HTMLElement | null, at: number, side: OpenAlignment['side']): void {
  grid?.querySelector<HTMLElement>(`#bead-${at}-${side}`)?.focus();
}
