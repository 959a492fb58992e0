// The doubtful pairs of the memory: looked for on demand, shown by kind, and settled one by one or a kind at once.
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Unit } from '../../server/model.ts';
import type { Suspect, Suspects } from '../api/memory.ts';
import { Coded } from '../parts/coded.tsx';
import { Difference } from '../parts/difference.tsx';
import { JobLine } from '../parts/job.tsx';
import { useDeeds } from '../state/deeds.tsx';
import { isOver } from '../state/jobs.ts';
import { useSelect } from '../state/store.tsx';
import { useWords } from '../words/words.tsx';
import { UnitForm } from './unit-form.tsx';

const PAGE = 50;
/** Kinds of which all may go at once, as the server has it: the others want a look at each. */
const REMOVABLE: readonly string[] = ['duplicate', 'codes', 'language', 'empty', 'copied'];

/** The review list; nothing is removed before somebody says so. */
export function Doubtful() {
  const words = useWords().doubtful;
  const deeds = useDeeds();
  const [job, setJob] = useState<number | null>(null);
  const { kind, choose, found, more } = useSuspects(job);
  const kinds = Object.entries(found?.counts ?? {});
  const total = kinds.reduce((sum, [, n]) => sum + n, 0);
  return (
    <section className="doubtful">
      <h2>{words.title}</h2>
      <p className="soft">{words.about}</p>
      <p>
        <button type="button" className="quiet" onClick={() => void deeds.checkMemory().then(setJob)}>
          {words.look}
        </button>
      </p>
      {job !== null && (
        <JobLine
          id={job}
          title={words.looking}
          result={() => words.done(total)}
          away={() => setJob(null)}
          again={setJob}
        />
      )}
      {kinds.length > 0 && (
        <fieldset className="filter">
          <legend className="unseen">{words.kind}</legend>
          {kinds.map(([name, n]) => (
            <KindTab key={name} name={name} count={n} chosen={name === kind} choose={choose} />
          ))}
        </fieldset>
      )}
      {found && kinds.length > 0 && <SuspectList kind={kind} found={found} more={more} />}
    </section>
  );
}

/** The doubtful pairs of a kind, loaded anew when the memory has changed or the look at it has ended. */
function useSuspects(job: number | null) {
  const deeds = useDeeds();
  const changed = useSelect((state) => state.memory.stats);
  const over = useSelect((state) => job !== null && state.jobs[job] !== undefined && isOver(state.jobs[job]));
  const [kind, choose] = useState<string | null>(null);
  const [limit, setLimit] = useState(PAGE);
  const [found, setFound] = useState<Suspects | null>(null);
  const load = useCallback(async () => {
    const now = await deeds.loadSuspects(kind ?? 'duplicate', limit);
    if (!now) return;
    const first = Object.keys(now.counts)[0];
    if ((kind === null || !(kind in now.counts)) && first !== undefined && first !== kind) choose(first);
    setFound(now);
  }, [deeds, kind, limit]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: both are reasons to look again.
  useEffect(() => {
    void load();
  }, [load, changed, over]);
  return { kind: kind ?? 'duplicate', choose, found, more: () => setLimit(limit + PAGE) };
}

interface KindTabProps {
  name: string;
  count: number;
  chosen: boolean;
  choose: (kind: string) => void;
}

function KindTab({ name, count, chosen, choose }: KindTabProps) {
  const { doubtful: words, f } = useWords();
  return (
    <button type="button" className="tab" aria-pressed={chosen} onClick={() => choose(name)}>
      {words.kinds[name] ?? name} <span className="figures soft">{f.number(count)}</span>
    </button>
  );
}

function SuspectList({ kind, found, more }: { kind: string; found: Suspects; more: () => void }) {
  const { doubtful: words, memory } = useWords();
  const deeds = useDeeds();
  const list = useRef<HTMLUListElement>(null);
  const count = found.counts[kind] ?? 0;
  const shown = found.suspects.filter((suspect) => suspect.kind === kind);
  /** Who settles a pair goes on with the one that takes its place. */
  const goOn = (place: number) =>
    setTimeout(() => {
      const lines = list.current?.children ?? [];
      lines[Math.min(place, lines.length - 1)]?.querySelector<HTMLElement>('button')?.focus();
    }, 300);
  if (count === 0) return <p className="soft">{words.none}</p>;
  return (
    <>
      {REMOVABLE.includes(kind) && (
        <p>
          <button type="button" className="quiet" onClick={() => void deeds.removeSuspects(kind)}>
            {words.removeAll(count)}
          </button>
        </p>
      )}
      <ul className="suspects" ref={list}>
        {shown.map((suspect, place) => (
          <SuspectLine key={`${kind} ${suspect.unit.id}`} suspect={suspect} settled={() => goOn(place)} />
        ))}
      </ul>
      {shown.length < count && (
        <button type="button" className="quiet" onClick={more}>
          {memory.more}
        </button>
      )}
    </>
  );
}

function SuspectLine({ suspect: { unit, other }, settled }: { suspect: Suspect; settled: () => void }) {
  const { doubtful: words, tending } = useWords();
  const deeds = useDeeds();
  const [editing, setEditing] = useState(false);
  const after = async (deed: Promise<boolean>) => {
    if (await deed) settled();
  };
  if (editing) {
    return (
      <li className="pair edited">
        <UnitForm id={unit.id} close={() => setEditing(false)} />
      </li>
    );
  }
  const act = (label: string, deed: () => Promise<boolean>) => (
    <button type="button" className="quiet" onClick={() => void after(deed())}>
      {label}
      <span className="unseen"> {unit.source}</span>
    </button>
  );
  return (
    <li className="suspect">
      {other ? <TwoUnits older={other} newer={unit} /> : <OneUnit unit={unit} />}
      <p className="suspect-acts">
        {other && act(words.keepOlder, () => deeds.mergeUnits(other.id, unit.id))}
        {other && act(words.keepNewer, () => deeds.mergeUnits(unit.id, other.id))}
        {!other && act(tending.remove, () => deeds.removeUnit(unit.id))}
        <button type="button" className="bare" onClick={() => setEditing(true)}>
          {tending.edit}
          <span className="unseen"> {unit.source}</span>
        </button>
      </p>
    </li>
  );
}

function OneUnit({ unit: { source, target, codes, from, to } }: { unit: Unit }) {
  return (
    <div className="two-texts">
      <p className="reading" lang={from}>
        <Coded text={source} codes={codes} />
      </p>
      <p className="reading" lang={to}>
        <Coded text={target} codes={codes} />
      </p>
    </div>
  );
}

/** Two pairs that say nearly the same: the older one as it is, the newer one as it differs from it. */
function TwoUnits({ older, newer }: { older: Unit; newer: Unit }) {
  const { doubtful: words, f } = useWords();
  const head = (title: string, { author, changedAt }: Unit) => (
    <p className="soft figures">
      {title} · {author} · {f.ago(changedAt, Date.now())}
    </p>
  );
  const changed = (side: 'source' | 'target', lang: string) =>
    older[side] === newer[side] ? (
      <p className="reading" lang={lang}>
        <Coded text={newer[side]} codes={newer.codes} />
      </p>
    ) : (
      <Difference
        from={older[side]}
        to={newer[side]}
        codes={older.codes}
        toCodes={newer.codes}
        lang={lang}
        spaces="no-break"
      />
    );
  return (
    <>
      {head(words.older, older)}
      <OneUnit unit={older} />
      {head(words.newer, newer)}
      <div className="two-texts">
        {changed('source', newer.from)}
        {changed('target', newer.to)}
      </div>
    </>
  );
}
