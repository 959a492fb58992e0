// A unit of the memory as it is written: both texts and a note, where it came from, and what was done to it.
import { type FormEvent, type KeyboardEvent, useEffect, useState } from 'react';
import type { UnitDeed, UnitWhole, UnitWithHistory } from '../api/memory.ts';
import { Difference } from '../parts/difference.tsx';
import { useDeeds } from '../state/deeds.tsx';
import { useSelect } from '../state/store.tsx';
import { useWords, type Words } from '../words/words.tsx';

/** Loads the unit, and again whenever the memory has changed; `close` puts the form away. */
export function UnitForm({ id, close }: { id: number; close: () => void }) {
  const words = useWords();
  const deeds = useDeeds();
  const changed = useSelect((state) => state.memory.stats);
  const [whole, setWhole] = useState<UnitWithHistory | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a changed memory is a reason to look again.
  useEffect(() => {
    void deeds.loadUnit(id).then((loaded) => loaded && setWhole(loaded));
  }, [deeds, id, changed]);
  if (!whole) return <p className="soft">{words.frame.loading}</p>;
  const leave = (event: KeyboardEvent) => {
    if (event.key === 'Escape') close();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Esc leaves the form from any of its fields and buttons.
    <div className="unit" onKeyDown={leave}>
      <Texts now={whole} close={close} />
      <p className="soft">{originOf(whole, words)}</p>
      <History whole={whole} />
    </div>
  );
}

/** First focus goes to the translation: that is what is corrected most. */
const focused = (field: HTMLTextAreaElement | null) => {
  if (field && !field.form?.contains(document.activeElement)) field.focus();
};

const textsOf = ({ unit: { source, target, note } }: UnitWhole) => ({ source, target, note: note ?? '' });

function Texts({ now, close }: { now: UnitWhole; close: () => void }) {
  const { tending: words, frame } = useWords();
  const deeds = useDeeds();
  // What was typed is over the version that was seen; where nothing was, the unit's newest texts are shown.
  const [base, setBase] = useState(now);
  const [text, setText] = useState(textsOf(now));
  const [theirs, setTheirs] = useState<UnitWhole | null>(null);
  if (now.version > base.version && JSON.stringify(text) === JSON.stringify(textsOf(base))) {
    setBase(now);
    setText(textsOf(now));
  }
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const note = text.note.trim() === '' ? null : text.note;
    const edited = await deeds.editUnit(now.unit.id, { ...text, note, version: base.version });
    if (!edited) return;
    if ('kept' in edited) return close();
    setTheirs(edited.theirs);
    setBase(edited.theirs);
  };
  const { from, to } = now.unit;
  return (
    <form className="unit-form" onSubmit={(event) => void save(event)}>
      {theirs && <Meanwhile theirs={theirs} />}
      <label className="field">
        <span>{words.source}</span>
        <textarea
          lang={from}
          value={text.source}
          onChange={(event) => setText({ ...text, source: event.target.value })}
        />
      </label>
      <label className="field">
        <span>{words.target}</span>
        <textarea
          lang={to}
          ref={focused}
          value={text.target}
          onChange={(event) => setText({ ...text, target: event.target.value })}
        />
      </label>
      <label className="field">
        <span>{words.note}</span>
        <input
          value={text.note}
          maxLength={10_000}
          onChange={(event) => setText({ ...text, note: event.target.value })}
        />
      </label>
      <div className="unit-acts">
        <button type="submit" className="main">
          {words.save}
        </button>
        <button type="button" className="quiet" onClick={close}>
          {frame.cancel}
        </button>
      </div>
    </form>
  );
}

function Meanwhile({ theirs: { unit } }: { theirs: UnitWhole }) {
  const { tending: words } = useWords();
  return (
    <div className="meanwhile" role="alert">
      <p>{words.meanwhile}</p>
      <p className="reading" lang={unit.from}>
        {unit.source}
      </p>
      <p className="reading" lang={unit.to}>
        {unit.target}
      </p>
    </div>
  );
}

function originOf({ file, article, memory }: UnitWhole, { tending, memory: words }: Words): string {
  const from = file ? [tending.fromFile(file.name, file.by)] : [];
  const taught = article ? [tending.fromArticle(article.title, article.n)] : [];
  return [...from, ...taught, tending.inMemory(words.nameOf(memory.name))].join(' · ');
}

function History({ whole: { unit, history } }: { whole: UnitWithHistory }) {
  const { tending: words } = useWords();
  if (history.length === 0) return null;
  return (
    <section className="unit-history">
      <h3>{words.history}</h3>
      <ol>
        {history.toReversed().map((deed) => (
          <HistoryLine key={deed.deed} deed={deed} from={unit.from} to={unit.to} />
        ))}
      </ol>
    </section>
  );
}

function HistoryLine({ deed, from, to }: { deed: UnitDeed; from: string; to: string }) {
  const { tending: words, f } = useWords();
  const deeds = useDeeds();
  const { kind, by, at, before, after } = deed;
  const side = (name: 'source' | 'target', lang: string) =>
    before[name] !== after[name] && (
      <Difference from={before[name]} to={after[name]} codes={before.codes} toCodes={after.codes} lang={lang} />
    );
  return (
    <li>
      <p className="soft figures">
        {words.kinds[kind]} · {by} · <time dateTime={at}>{f.ago(at, Date.now())}</time>{' '}
        <button type="button" className="bare" onClick={() => void deeds.undoMemoryDeed(deed.deed)}>
          {words.takeBack}
        </button>
      </p>
      {side('source', from)}
      {side('target', to)}
    </li>
  );
}
