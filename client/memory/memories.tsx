// Several memories: what each is called, whether it answers and learns, and which one comes first.
import { type FormEvent, useEffect, useState } from 'react';
import type { MemoryHere } from '../api/memory.ts';
import { useDeeds } from '../state/deeds.tsx';
import { useWords } from '../words/words.tsx';

/** The list in the order in which memories answer, and the form for one more. */
export function Memories({ memories }: { memories: readonly MemoryHere[] }) {
  const words = useWords().memories;
  const deeds = useDeeds();
  /** Gives the one in that place a priority above the one before it; the others keep their order. */
  const raise = async (place: number) => {
    const order = memories.toSpliced(place, 1);
    const moved = memories[place];
    if (moved) order.splice(place - 1, 0, moved);
    for (const [i, { id, priority }] of order.entries())
      if (priority !== order.length - i) await deeds.changeMemory(id, { priority: order.length - i });
  };
  return (
    <section className="memories">
      <h2>{words.title}</h2>
      <p className="soft">{words.about}</p>
      <ul>
        {memories.map((memory, place) => (
          <MemoryLine
            key={memory.id}
            memory={memory}
            alone={memories.length === 1}
            raise={place > 0 ? () => void raise(place) : null}
          />
        ))}
      </ul>
      <NewMemory />
    </section>
  );
}

interface LineProps {
  memory: MemoryHere;
  /** True for the only one, whose size the head of the page says. */
  alone: boolean;
  raise: (() => void) | null;
}

function MemoryLine({ memory, alone, raise }: LineProps) {
  const { memories: words, memory: own } = useWords();
  const name = own.nameOf(memory.name);
  return (
    <li>
      <NameField key={memory.name} memory={memory} shown={name} />
      <span className="soft figures">{alone ? '' : own.units(memory.units)}</span>
      <Right memory={memory} which="readable" label={words.answers} full={words.answersOf(name)} />
      <Right memory={memory} which="writable" label={words.learns} full={words.learnsOf(name)} />
      <button
        type="button"
        className="bare"
        disabled={!raise}
        aria-label={words.upOf(name)}
        onClick={raise ?? undefined}
      >
        {words.up}
      </button>
    </li>
  );
}

interface RightProps {
  memory: MemoryHere;
  which: 'readable' | 'writable';
  label: string;
  /** The label with the memory's name, for who hears it alone. */
  full: string;
}

/** A right that is shown as it was chosen at once, and goes back where the server does not take it. */
function Right({ memory, which, label, full }: RightProps) {
  const deeds = useDeeds();
  const standing = memory[which];
  const [given, setGiven] = useState(standing);
  useEffect(() => setGiven(standing), [standing]);
  const give = async (wanted: boolean) => {
    setGiven(wanted);
    if (!(await deeds.changeMemory(memory.id, { [which]: wanted }))) setGiven(!wanted);
  };
  return (
    <label className="check">
      <input type="checkbox" checked={given} aria-label={full} onChange={(event) => void give(event.target.checked)} />
      {label}
    </label>
  );
}

/** A name that is changed by writing another, kept with Enter or on leaving it. */
function NameField({ memory, shown }: { memory: MemoryHere; shown: string }) {
  const words = useWords().memories;
  const deeds = useDeeds();
  const [name, setName] = useState(shown);
  const keep = async () => {
    if (name === shown) return;
    if (name.trim() === '' || !(await deeds.changeMemory(memory.id, { name }))) setName(shown);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <input
        className="memory-name"
        value={name}
        maxLength={200}
        aria-label={words.rename(shown)}
        onChange={(event) => setName(event.target.value)}
        onBlur={() => void keep()}
      />
    </form>
  );
}

function NewMemory() {
  const words = useWords().memories;
  const deeds = useDeeds();
  const [name, setName] = useState('');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (await deeds.addMemory(name)) setName('');
  };
  return (
    <form className="import-form" onSubmit={(event) => void submit(event)}>
      <label className="field">
        <span>{words.name}</span>
        <input value={name} maxLength={200} onChange={(event) => setName(event.target.value)} />
      </label>
      <button type="submit" className="quiet" disabled={name.trim() === ''}>
        {words.add}
      </button>
    </form>
  );
}
