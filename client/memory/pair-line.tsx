// A pair of the memory where words were found: read, corrected in its place, or taken out.
import { type RefObject, useRef, useState } from 'react';
import type { Found, MemoryStats } from '../api/shapes.ts';
import { Coded } from '../parts/coded.tsx';
import { useDeeds } from '../state/deeds.tsx';
import { useSelect } from '../state/store.tsx';
import { useWords } from '../words/words.tsx';
import { UnitForm } from './unit-form.tsx';

const marks = (spans: readonly [number, number][] = [], className = 'hit') =>
  spans.map(([start, end]) => ({ start, end, className }));

/** A row of the concordance: the words marked, and what translates them underlined on the other side. */
export function PairLine({ pair }: { pair: Found }) {
  const [editing, setEditing] = useState(false);
  const edit = useRef<HTMLButtonElement>(null);
  const { id, codes = [], spans, targetSpans, counterparts } = pair;
  const close = () => {
    setEditing(false);
    requestAnimationFrame(() => edit.current?.focus());
  };
  if (editing && id !== undefined) {
    return (
      <li className="pair edited">
        <UnitForm id={id} close={close} />
      </li>
    );
  }
  const asked = spans.length > 0;
  return (
    <li className="pair">
      <p lang={pair.from}>
        <Coded
          text={pair.source}
          codes={codes}
          stretches={[...marks(spans), ...counterpartMarks(!asked, counterparts)]}
        />
      </p>
      <p lang={pair.to}>
        <Coded
          text={pair.target}
          codes={codes}
          stretches={[...marks(targetSpans), ...counterpartMarks(asked, counterparts)]}
        />
      </p>
      <PairFacts pair={pair} edit={edit} begin={() => setEditing(true)} />
    </li>
  );
}

const counterpartMarks = (here: boolean, spans: Found['counterparts']) => (here ? marks(spans, 'counterpart') : []);

interface FactsProps {
  pair: Found;
  edit: RefObject<HTMLButtonElement | null>;
  begin: () => void;
}

const NONE: NonNullable<MemoryStats['memories']> = [];

function PairFacts({ pair, edit, begin }: FactsProps) {
  const words = useWords();
  const deeds = useDeeds();
  const memories = useSelect((state) => state.memory.stats?.memories ?? NONE);
  const { id, from, to, author, changedAt, memory } = pair;
  const name = memories.length > 1 ? memories.find((one) => one.id === memory)?.name : undefined;
  return (
    <div className="pair-facts soft figures">
      <p>
        {from} → {to}
        {name !== undefined && ` · ${words.memory.nameOf(name)}`}
      </p>
      <p>
        {author}
        {changedAt && ` · ${words.f.ago(changedAt, Date.now())}`}
      </p>
      {id !== undefined && (
        <p className="pair-acts">
          <button type="button" className="bare" ref={edit} onClick={begin}>
            {words.tending.edit}
            <span className="unseen"> {pair.source}</span>
          </button>
          <button type="button" className="bare" onClick={() => void deeds.removeUnit(id)}>
            {words.tending.remove}
            <span className="unseen"> {pair.source}</span>
          </button>
        </p>
      )}
    </div>
  );
}
