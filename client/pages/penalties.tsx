// What takes points off a match at this desk.
import { type FormEvent, useId, useState } from 'react';
import type { Penalties, PenaltyChange } from '../api/memory.ts';
import { useDeeds } from '../state/deeds.tsx';
import { useWords } from '../words/words.tsx';
import { useSettled } from './use-settled.ts';

/** A section that loads its own data; it can stand on any page. */
export function PenaltiesForm() {
  const { penalties: words, frame } = useWords();
  const deeds = useDeeds();
  const heading = useId();
  const [settled, standing] = useSettled(deeds.loadPenalties);
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading}>{words.title}</h2>
      <p className="soft">{words.about}</p>
      {settled ? (
        <PointsForm settled={settled} save={(changed) => standing(deeds.savePenalties(changed))} />
      ) : (
        <p className="soft">{frame.loading}</p>
      )}
    </section>
  );
}

interface PointsFormProps {
  settled: Penalties;
  save: (changed: PenaltyChange) => Promise<boolean>;
}

/** Only what was typed here is sent: what others settle meanwhile stays. */
function PointsForm({ settled, save }: PointsFormProps) {
  const words = useWords().penalties;
  const [typed, setTyped] = useState<PenaltyChange>({});
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (await save(typed)) setTyped({});
  };
  return (
    <form className="penalties" onSubmit={(event) => void submit(event)}>
      {Object.entries({ ...settled.points, ...typed.points }).map(([name, points]) => (
        <Points
          key={name}
          label={words.of[name] ?? name}
          value={points}
          change={(value) => setTyped({ ...typed, points: { ...typed.points, [name]: value } })}
        />
      ))}
      <Points
        label={words.years}
        value={typed.oldAfterYears ?? settled.oldAfterYears}
        change={(oldAfterYears) => setTyped({ ...typed, oldAfterYears })}
      />
      <button type="submit" className="quiet">
        {words.save}
      </button>
    </form>
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
