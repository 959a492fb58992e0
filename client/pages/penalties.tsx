// What takes points off a match at this desk.
import { type FormEvent, useEffect, useId, useState } from 'react';
import type { Penalties } from '../api/memory.ts';
import { useDeeds } from '../state/deeds.tsx';
import { useWords } from '../words/words.tsx';

/** A section that loads its own data; it can stand on any page. */
export function PenaltiesForm() {
  const { penalties: words, frame } = useWords();
  const deeds = useDeeds();
  const heading = useId();
  const [settled, setSettled] = useState<Penalties | null>(null);
  useEffect(() => {
    void deeds.loadPenalties().then(setSettled);
  }, [deeds]);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const now = settled && (await deeds.savePenalties(settled));
    if (now) setSettled(now);
  };
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading}>{words.title}</h2>
      <p className="soft">{words.about}</p>
      {!settled && <p className="soft">{frame.loading}</p>}
      {settled && (
        <form className="penalties" onSubmit={(event) => void save(event)}>
          {Object.entries(settled.points).map(([name, points]) => (
            <Points
              key={name}
              label={words.of[name] ?? name}
              value={points}
              change={(value) => setSettled({ ...settled, points: { ...settled.points, [name]: value } })}
            />
          ))}
          <Points
            label={words.years}
            value={settled.oldAfterYears}
            change={(oldAfterYears) => setSettled({ ...settled, oldAfterYears })}
          />
          <button type="submit" className="quiet">
            {words.save}
          </button>
        </form>
      )}
    </section>
  );
}

function Points({ label, value, change }: { label: string; value: number; change: (value: number) => void }) {
  return (
    <label>
      <span>{label}</span>
      <input
        type="number"
        min={0}
        max={100}
        step={1}
        required
        value={value}
        onChange={(event) => change(Math.round(event.target.valueAsNumber) || 0)}
      />
    </label>
  );
}
