// What stands above and below the beads: what is shown, and what can be done with the bead one works at.
import { countBeads } from '../../server/text/align-corrections.ts';
import { Press } from '../keys/press.tsx';
import { useDeeds } from '../state/deeds.tsx';
import { useStore } from '../state/store.tsx';
import { useWords } from '../words/words.tsx';
import { ALIGN_KEYS, type AlignDeed, actOn } from './keys.ts';
import type { OpenAlignment } from './state.ts';

const THRESHOLDS = [0.5, 0.7, 0.8, 0.9, 0.95, 0.99];

/** How it stands, what is shown, and what counts as sure. */
export function GridView({ open }: { open: OpenAlignment }) {
  const words = useWords();
  const store = useStore();
  const { doubtful, pairs } = countBeads(open.beads, open.above);
  return (
    <div className="bead-view">
      <p className="figures" role="status">
        {words.align.pairs(pairs)} · {doubtful === 0 ? words.align.allSure : words.align.doubtful(doubtful)}
      </p>
      <label className="check">
        <input
          type="checkbox"
          checked={open.onlyDoubtful}
          onChange={(event) => store.dispatch({ type: 'alignment-view', onlyDoubtful: event.target.checked })}
        />
        {words.align.only}
      </label>
      <label className="check">
        {words.align.above}
        <select
          value={open.above}
          onChange={(event) => store.dispatch({ type: 'alignment-view', above: Number(event.target.value) })}
        >
          {THRESHOLDS.map((share) => (
            <option key={share} value={share}>
              {words.align.score(share)}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

const ACTS: readonly AlignDeed[] = ['doubtful', 'keep', 'join', 'split', 'back', 'onward', 'out', 'realign', 'undo'];

/** The deeds as buttons, each with its key; the focus goes back to the bead. */
export function BeadBar({ open, refocus }: { open: OpenAlignment; refocus: () => void }) {
  const words = useWords();
  const deeds = useDeeds();
  return (
    <div className="bead-bar" role="toolbar" aria-label={words.align.tools}>
      {ACTS.map((deed) => (
        <button
          key={deed}
          type="button"
          className="quiet"
          disabled={deed === 'undo' && open.undo.length === 0}
          title={words.align.keys[deed]}
          onClick={() => {
            actOn(deed, open, [], deeds);
            refocus();
          }}
        >
          {words.align.acts[deed]} <KeyOf deed={deed} />
        </button>
      ))}
    </div>
  );
}

function KeyOf({ deed }: { deed: AlignDeed }) {
  const key = ALIGN_KEYS.find((one) => one.deed === deed);
  return key ? <Press press={key.press} /> : null;
}
