// What was done to the memory by hand, each deed with its step back.
import { useEffect, useState } from 'react';
import type { Deed } from '../api/memory.ts';
import { useDeeds } from '../state/deeds.tsx';
import { useSelect } from '../state/store.tsx';
import { useWords } from '../words/words.tsx';

/** Closed at first; loads when it is opened, and again when the memory has changed. */
export function Journal() {
  const { tending: words } = useWords();
  const deeds = useDeeds();
  const changed = useSelect((state) => state.memory.stats);
  const [open, setOpen] = useState(false);
  const [done, setDone] = useState<readonly Deed[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a changed memory is a reason to look again.
  useEffect(() => {
    if (open) void deeds.loadMemoryDeeds().then((loaded) => loaded && setDone(loaded));
  }, [deeds, open, changed]);
  return (
    <details className="journal" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.journal}</summary>
      {done.length === 0 && <p className="soft">{words.journalNone}</p>}
      <ul className="imports">
        {done.map((deed) => (
          <DeedLine key={deed.id} deed={deed} />
        ))}
      </ul>
    </details>
  );
}

function DeedLine({ deed: { id, kind, by, at, units, source, undoneBy } }: { deed: Deed }) {
  const { tending: words, f } = useWords();
  const deeds = useDeeds();
  return (
    <li className={undoneBy === null ? '' : 'undone'}>
      <span>{words.kinds[kind]}</span>
      <span className="import-file">{source}</span>
      <span className="soft figures">
        {units > 1 && `${words.andMore(units - 1)} · `}
        {by} · {f.ago(at, Date.now())}
        {undoneBy !== null && ` · ${words.takenBack}`}
      </span>
      {undoneBy === null && (
        <button type="button" className="bare" onClick={() => void deeds.undoMemoryDeed(id)}>
          {words.takeBack}
          <span className="unseen"> {source}</span>
        </button>
      )}
    </li>
  );
}
