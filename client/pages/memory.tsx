// The memory: look for words in it, bring files in, take them out again, and keep it clean.
import { useEffect, useState } from 'react';
import type { MemoryHere } from '../api/memory.ts';
import { Doubtful } from '../memory/doubtful.tsx';
import { ImportPart } from '../memory/imports.tsx';
import { Journal } from '../memory/journal.tsx';
import { Memories } from '../memory/memories.tsx';
import { PairLine } from '../memory/pair-line.tsx';
import { useTitle } from '../parts/title.ts';
import { useDeeds } from '../state/deeds.tsx';
import { useSelect } from '../state/store.tsx';
import { useWords } from '../words/words.tsx';

/** The page of the memory; `q` is what is looked for at first. */
export function MemoryPage({ q }: { q: string }) {
  const words = useWords();
  const deeds = useDeeds();
  const stats = useSelect((state) => state.memory.stats);
  const memories = useMemories();
  useTitle(words.memory.title);
  useEffect(() => {
    void deeds.loadMemory();
    void deeds.search(q);
  }, [deeds, q]);
  return (
    <main id="text" tabIndex={-1} className="page memory">
      <header className="page-head">
        <h1>{words.memory.title}</h1>
        {stats && <p className="figures soft">{words.memory.units(stats.units)}</p>}
        <p className="page-acts">
          <a className="quiet" href="/api/memory/export/tmx" download>
            {words.memory.exportTmx}
          </a>
          <a className="quiet" href="/api/memory/export/tsv" download>
            {words.memory.exportTsv}
          </a>
        </p>
      </header>
      <Concordance />
      <ImportPart memories={memories} />
      <Memories memories={memories} />
      <Doubtful />
      <Journal />
    </main>
  );
}

/** The memories as they stand; what the page counts is loaded with every change, and these with it. */
function useMemories(): readonly MemoryHere[] {
  const deeds = useDeeds();
  const changed = useSelect((state) => state.memory.stats);
  const [memories, setMemories] = useState<readonly MemoryHere[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a changed memory is a reason to look again.
  useEffect(() => {
    void deeds.loadMemories().then((loaded) => loaded && setMemories(loaded));
  }, [deeds, changed]);
  return memories;
}

function Concordance() {
  const words = useWords();
  const deeds = useDeeds();
  const { q, found, limit, stats } = useSelect((state) => state.memory);
  return (
    <section className="concordance">
      <search>
        <input
          type="search"
          className="big-search"
          value={q}
          placeholder={words.memory.search}
          aria-label={words.memory.search}
          aria-describedby="search-hint"
          onChange={(event) => void deeds.search(event.target.value)}
        />
      </search>
      <p id="search-hint" className="hint">
        {stats?.units === 0 ? words.memory.empty : words.memory.hint}
      </p>
      {found && q.trim() !== '' && (
        <>
          <p role="status" className="soft figures">
            {found.length === 0 ? words.memory.none : words.memory.found(found.length)}
          </p>
          <ul className="pairs">
            {found.map((pair, i) => (
              <PairLine key={pair.id ?? i} pair={pair} />
            ))}
          </ul>
          {found.length >= limit && (
            <button type="button" className="quiet" onClick={() => void deeds.search(q, limit * 2)}>
              {words.memory.more}
            </button>
          )}
        </>
      )}
    </section>
  );
}
