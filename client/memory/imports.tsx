// Files come into the memory, and are taken out of it again.
import { useState } from 'react';
import type { Refusal } from '../../server/model-refusal.ts';
import type { MemoryHere } from '../api/memory.ts';
import type { ImportView } from '../api/shapes.ts';
import { LanguageChoice } from '../pages/bring.tsx';
import { FileField } from '../parts/file-field.tsx';
import { JobLine } from '../parts/job.tsx';
import { Refusals } from '../parts/refusals.tsx';
import { useDeeds } from '../state/deeds.tsx';
import { useSelect } from '../state/store.tsx';
import { useWords, type Words } from '../words/words.tsx';

/** From this many files on, one is looked for by its name. */
const MANY = 12;

/** The form for a file, how far it is, and all files with their step back. */
export function ImportPart({ memories }: { memories: readonly MemoryHere[] }) {
  const words = useWords();
  const job = useSelect((state) => state.memory.job);
  const imports = useSelect((state) => state.memory.imports) ?? [];
  const [sought, setSought] = useState('');
  const low = sought.trim().toLowerCase();
  const shown = imports.filter(({ file, by }) => `${file} ${by}`.toLowerCase().includes(low));
  return (
    <section className="import">
      <h2>{words.memory.import}</h2>
      <ImportForm memories={memories.filter((memory) => memory.writable)} />
      {job !== null && (
        <JobLine id={job} title={words.memory.import} result={(result) => <Imported result={result} />} />
      )}
      {imports.length > 0 && <h3>{words.memory.imports}</h3>}
      {imports.length >= MANY && (
        <input
          type="search"
          value={sought}
          placeholder={words.memory.findFile}
          aria-label={words.memory.findFile}
          onChange={(event) => setSought(event.target.value)}
        />
      )}
      <ul className="imports">
        {shown.map((one) => (
          <ImportLine key={one.id} imported={one} />
        ))}
      </ul>
    </section>
  );
}

function ImportForm({ memories }: { memories: readonly MemoryHere[] }) {
  const words = useWords();
  const deeds = useDeeds();
  const [file, setFile] = useState<File | null>(null);
  const [told, setTold] = useState({ from: '', to: '', memory: '' });
  const isTable = file !== null && /\.(tsv|csv|txt)(\.gz)?$/i.test(file.name);
  return (
    <form
      className="import-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (file) void deeds.importMemory(file, told);
      }}
    >
      <FileField label={words.memory.file} file={file} onFile={setFile} />
      {isTable && (
        <>
          <LanguageChoice
            label={words.bring.from}
            value={told.from}
            onChange={(from) => setTold({ ...told, from })}
            none="—"
          />
          <LanguageChoice label={words.bring.to} value={told.to} onChange={(to) => setTold({ ...told, to })} none="—" />
        </>
      )}
      {memories.length > 1 && (
        <label className="field">
          <span>{words.memories.into}</span>
          <select value={told.memory} onChange={(event) => setTold({ ...told, memory: event.target.value })}>
            {memories.map(({ id, name }, i) => (
              <option key={id} value={i === 0 ? '' : String(id)}>
                {words.memory.nameOf(name)}
              </option>
            ))}
          </select>
        </label>
      )}
      <button type="submit" className="main" disabled={!file}>
        {words.memory.go}
      </button>
      <p className="hint">{words.memory.importHint}</p>
    </form>
  );
}

const COUNTS = ['read', 'added', 'updated', 'unchanged', 'refused'] as const;
type Counts = Partial<Record<(typeof COUNTS)[number], number>>;

/** What an import did, and what it refused with the reason. */
function Imported({ result }: { result: unknown }) {
  const words = useWords();
  const got = (result ?? {}) as Counts & { refusals?: Refusal[] };
  return (
    <>
      {countsInWords(got, words)}
      <Refusals refusals={got.refusals ?? []} {...(got.refused === undefined ? {} : { all: got.refused })} />
    </>
  );
}

function countsInWords(got: Counts, words: Words): string {
  const parts = COUNTS.filter((name) => (got[name] ?? 0) > 0).map((name) => words.memory.result[name](got[name] ?? 0));
  return parts.length === 0 ? words.jobs.done : `${parts.join(', ')}.`;
}

function ImportLine({ imported }: { imported: ImportView }) {
  const words = useWords();
  const deeds = useDeeds();
  const { file, by, at, state } = imported;
  return (
    <li className={state}>
      <span className="import-file">{file}</span>
      <span className="soft figures">
        {by} · {words.f.ago(at, Date.now())}
        {state !== 'done' && ` · ${state === 'undone' ? words.memory.undone : words.memory.running}`}
      </span>
      {state !== 'undone' && (
        <button type="button" className="bare" onClick={() => void deeds.undoImport(imported)}>
          {words.memory.undo}
          <span className="unseen"> {file}</span>
        </button>
      )}
    </li>
  );
}
