// The memory: look for words in it, bring files in, take them out again.
import { useEffect, useState } from 'react';
import type { Refusal } from '../../server/model-refusal.ts';
import type { Found, ImportView } from '../api/shapes.ts';
import { Coded } from '../parts/coded.tsx';
import { FileField } from '../parts/file-field.tsx';
import { JobLine } from '../parts/job.tsx';
import { Refusals } from '../parts/refusals.tsx';
import { useTitle } from '../parts/title.ts';
import { useDeeds } from '../state/deeds.tsx';
import { useSelect } from '../state/store.tsx';
import { useWords, type Words } from '../words/words.tsx';
import { LanguageChoice } from './bring.tsx';

/** The page of the memory; `q` is what is looked for at first. */
export function MemoryPage({ q }: { q: string }) {
  const words = useWords();
  const deeds = useDeeds();
  const stats = useSelect((state) => state.memory.stats);
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
            {words.memory.export} {words.memory.exportTmx}
          </a>
          <a className="quiet" href="/api/memory/export/tsv" download>
            {words.memory.export} {words.memory.exportTsv}
          </a>
        </p>
      </header>
      <Concordance />
      <ImportPart />
    </main>
  );
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

const marks = (spans: readonly [number, number][] = []) =>
  spans.map(([start, end]) => ({ start, end, className: 'hit' }));

function PairLine({ pair }: { pair: Found }) {
  const words = useWords();
  return (
    <li className="pair">
      <p lang={pair.from}>
        <Coded text={pair.source} codes={[]} stretches={marks(pair.spans)} />
      </p>
      <p lang={pair.to}>
        <Coded text={pair.target} codes={[]} stretches={marks(pair.targetSpans)} />
      </p>
      <p className="soft figures">
        {pair.from} → {pair.to}
        {pair.author && ` · ${pair.author}`}
        {pair.changedAt && ` · ${words.f.ago(pair.changedAt, Date.now())}`}
      </p>
    </li>
  );
}

function ImportPart() {
  const words = useWords();
  const job = useSelect((state) => state.memory.job);
  const imports = useSelect((state) => state.memory.imports);
  return (
    <section className="import">
      <h2>{words.memory.import}</h2>
      <ImportForm />
      {job !== null && (
        <JobLine id={job} title={words.memory.import} result={(result) => <Imported result={result} />} />
      )}
      {imports && imports.length > 0 && (
        <>
          <h3>{words.memory.imports}</h3>
          <ul className="imports">
            {imports.map((one) => (
              <ImportLine key={one.id} imported={one} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function ImportForm() {
  const words = useWords();
  const deeds = useDeeds();
  const [file, setFile] = useState<File | null>(null);
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const isTable = file !== null && /\.(tsv|csv|txt)(\.gz)?$/i.test(file.name);
  return (
    <form
      className="import-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (file) void deeds.importMemory(file, from, to);
      }}
    >
      <FileField label={words.memory.file} file={file} onFile={setFile} hint={words.memory.importHint} />
      {isTable && (
        <>
          <LanguageChoice label={words.bring.from} value={from} onChange={setFrom} none="—" />
          <LanguageChoice label={words.bring.to} value={to} onChange={setTo} none="—" />
        </>
      )}
      <button type="submit" className="main" disabled={!file}>
        {words.memory.go}
      </button>
    </form>
  );
}

const COUNTS = ['read', 'added', 'updated', 'unchanged', 'refused'] as const;

/** What an import did, and what it refused with the reason. */
function Imported({ result }: { result: unknown }) {
  const words = useWords();
  const got = (result ?? {}) as Partial<Record<(typeof COUNTS)[number], number>> & {
    refusals?: Refusal[];
  };
  return (
    <>
      {countsInWords(got, words)}
      <Refusals refusals={got.refusals ?? []} {...(got.refused === undefined ? {} : { all: got.refused })} />
    </>
  );
}

function countsInWords(got: Partial<Record<(typeof COUNTS)[number], number>>, words: Words): string {
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
