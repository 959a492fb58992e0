// A file that comes back: chosen, merged, and what was changed on both sides shown side by side. Nothing is overwritten
// before a person says so.
import { type FormEvent, useState } from 'react';
import type { MergeConflict, Merged } from '../api/shapes.ts';
import { Coded } from '../parts/coded.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Difference } from '../parts/difference.tsx';
import { FileField } from '../parts/file-field.tsx';
import { useDeeds } from '../state/deeds.tsx';
import { useSelect } from '../state/store.tsx';
import { useWords } from '../words/words.tsx';

/** Asks for the file, then says what became of it. */
export function TakeBackDialog({ id, close }: { id: number; close: () => void }) {
  const words = useWords().takeBack;
  const deeds = useDeeds();
  const [merged, setMerged] = useState<Merged | null>(null);
  const take = async (file: File) => setMerged(await deeds.takeBack(id, file));
  return (
    <Dialog title={words.title} className="wide" onClose={close}>
      {merged ? <Result merged={merged} close={close} /> : <FileForm take={take} />}
    </Dialog>
  );
}

const RETURNED = '.xlf,.xliff,.sdlxliff,.mqxliff,.mxliff,.html,.htm,.docx';

function FileForm({ take }: { take: (file: File) => Promise<void> }) {
  const words = useWords().takeBack;
  const [file, setFile] = useState<File | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!file) return;
    setBusy(true);
    await take(file);
    setBusy(false);
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <p className="hint">{words.about}</p>
      <FileField label={words.file} file={file} onFile={setFile} accept={RETURNED} />
      <div className="dialog-acts">
        <button type="submit" className="main" disabled={!file || busy}>
          {words.take}
        </button>
      </div>
    </form>
  );
}

function Result({ merged, close }: { merged: Merged; close: () => void }) {
  const { takeBack: words, frame } = useWords();
  const { updated, unchanged, comments, conflicts, unknownUnits } = merged;
  const counts = [
    words.updated(updated),
    words.unchanged(unchanged),
    ...(comments > 0 ? [words.comments(comments)] : []),
  ];
  return (
    <>
      <p role="status">{counts.join(' · ')}</p>
      {conflicts.length > 0 && <p className="hint">{words.conflicts(conflicts.length)}</p>}
      {conflicts.map((conflict) => (
        <Conflict key={conflict.segment} conflict={conflict} close={close} />
      ))}
      {unknownUnits.length > 0 && (
        <details>
          <summary>{words.unknown(unknownUnits.length)}</summary>
          <ul>
            {unknownUnits.slice(0, 100).map(({ name, source }, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: units of a file may be alike in all they say
              <li key={i}>{frame.told(name, source)}</li>
            ))}
          </ul>
        </details>
      )}
      <div className="dialog-acts">
        <button type="button" className="main" onClick={close}>
          {words.done}
        </button>
      </div>
    </>
  );
}

function Conflict({ conflict, close }: { conflict: MergeConflict; close: () => void }) {
  const words = useWords().takeBack;
  const deeds = useDeeds();
  const article = useSelect((state) => state.review?.article ?? null);
  const codes = useSelect((state) => state.review?.segments.find(({ id }) => id === conflict.segment)?.codes) ?? [];
  const [choice, setChoice] = useState<'kept' | 'taken' | null>(null);
  const { n, source, before, ours, theirs } = conflict;
  const text = (title: string, said: string) => (
    <section>
      <h3>{title}</h3>
      <p lang={article?.to} className="reading">
        <Coded text={said} codes={codes} />
      </p>
    </section>
  );
  const takeTheirs = async () => {
    if (await deeds.takeTheirs(conflict)) setChoice('taken');
  };
  const goThere = () => {
    close();
    deeds.activatePlace(n);
  };
  return (
    <article className="merge-conflict" aria-label={words.segment(n)}>
      <h3>{words.segment(n)}</h3>
      <p lang={article?.from} className="reading">
        <Coded text={source} codes={codes} />
      </p>
      <div className="two-texts">
        {text(words.ours, ours)}
        {text(words.theirs, theirs)}
        {before !== null && before !== '' && text(words.before, before)}
      </div>
      <Difference from={ours} to={theirs} codes={codes} lang={article?.to ?? ''} />
      {choice ? (
        <p role="status">{words[choice]}</p>
      ) : (
        <div className="dialog-acts">
          <button type="button" className="bare" onClick={goThere}>
            {words.go(n)}
          </button>
          <button type="button" className="quiet" onClick={() => setChoice('kept')}>
            {words.keepOurs}
          </button>
          <button type="button" className="quiet" onClick={() => void takeTheirs()}>
            {words.takeTheirs}
          </button>
        </div>
      )}
    </article>
  );
}
