// The desk's terms: found, written, brought in and out, and suggested by the memory.
import { useState } from 'react';
import type { TermsTaken } from '../api/settled.ts';
import type { Term } from '../api/shapes.ts';
import { FileField } from '../parts/file-field.tsx';
import { Refusals } from '../parts/refusals.tsx';
import { useTitle } from '../parts/title.ts';
import { useDeeds } from '../state/deeds.tsx';
import { useWords } from '../words/words.tsx';
import { TermForm } from './term-form.tsx';
import { TermSuggestions } from './term-suggestions.tsx';
import { useSettled } from './use-settled.ts';

/** How many terms are drawn at once; a search finds the others. */
const SHOWN = 300;

/** The page of terms. */
export function TermsPage() {
  const words = useWords().termsPage;
  const deeds = useDeeds();
  const [terms, standing] = useSettled(deeds.loadTerms);
  const [edited, setEdited] = useState<Term | 'new' | null>(null);
  useTitle(words.title);
  return (
    <main id="text" tabIndex={-1} className="page terms-page">
      <header className="page-head">
        <h1>{words.title}</h1>
        {terms && <p className="figures soft">{words.count(terms.length)}</p>}
        <p className="page-acts">
          <button type="button" className="main" onClick={() => setEdited('new')}>
            {words.add}
          </button>
        </p>
      </header>
      <p className="lead">{words.about}</p>
      {edited !== null && (
        <TermForm
          key={edited === 'new' ? 'new' : edited.id}
          term={edited === 'new' ? null : edited}
          save={async (term) => {
            if (await standing(deeds.saveTerm(term))) setEdited(null);
          }}
          leave={() => setEdited(null)}
        />
      )}
      {terms && <TermList terms={terms} edit={setEdited} drop={(term) => void standing(deeds.dropTerm(term))} />}
      <TermSuggestions accept={(term) => void standing(deeds.saveTerm(term))} />
      <TermFiles taken={() => void standing(deeds.loadTerms())} />
    </main>
  );
}

interface TermListProps {
  terms: readonly Term[];
  edit: (term: Term) => void;
  drop: (term: Term) => void;
}

function TermList({ terms, edit, drop }: TermListProps) {
  const words = useWords().termsPage;
  const [sought, setSought] = useState('');
  const low = sought.trim().toLowerCase();
  const found = terms.filter((term) => low === '' || textOf(term).includes(low));
  if (terms.length === 0) return <p className="soft">{words.none}</p>;
  return (
    <section aria-label={words.title}>
      <search>
        <input
          type="search"
          value={sought}
          placeholder={words.search}
          aria-label={words.search}
          onChange={(event) => setSought(event.target.value)}
        />
      </search>
      <p role="status" className="soft figures">
        {low !== '' && words.count(found.length)}
      </p>
      <ul className="term-list">
        {found.slice(0, SHOWN).map((term) => (
          <TermLine key={term.id} term={term} edit={edit} drop={drop} />
        ))}
      </ul>
    </section>
  );
}

function textOf({ source, targets, forbidden, note, gloss, short }: Term): string {
  return [source, ...targets, ...forbidden, note ?? '', gloss ?? '', short ?? ''].join(' ').toLowerCase();
}

function TermLine({ term, edit, drop }: { term: Term } & Pick<TermListProps, 'edit' | 'drop'>) {
  const { termsPage: words, frame } = useWords();
  const { from, to, source, targets, forbidden, partOfSpeech, gloss, short, keep, note } = term;
  const said = [
    partOfSpeech && (words.parts[partOfSpeech] ?? partOfSpeech),
    keep && words.keep,
    gloss && frame.told(words.gloss, gloss),
    short && frame.told(words.short, short),
    note,
  ].filter((text) => typeof text === 'string' && text !== '');
  return (
    <li>
      <p>
        <strong lang={from}>{source}</strong> <span lang={to}>{targets.join(', ')}</span>
        {forbidden.length > 0 && (
          <span className="forbidden" lang={to}>
            {' '}
            {words.never} <s>{forbidden.join(', ')}</s>
          </span>
        )}
      </p>
      <p className="soft">
        {from} → {to}
        {said.map((text) => ` · ${text}`)}
      </p>
      <p>
        <button type="button" className="bare" onClick={() => edit(term)}>
          {words.edit}
          <span className="unseen"> {source}</span>
        </button>
        <button type="button" className="bare" onClick={() => drop(term)}>
          {words.drop}
          <span className="unseen"> {source}</span>
        </button>
      </p>
    </li>
  );
}

function TermFiles({ taken }: { taken: () => void }) {
  const words = useWords().termsPage;
  const deeds = useDeeds();
  const [file, setFile] = useState<File | null>(null);
  const [result, setResult] = useState<TermsTaken | null>(null);
  const take = async (chosen: File) => {
    const now = await deeds.takeTerms(chosen);
    setResult(now);
    if (now) taken();
  };
  return (
    <section className="import">
      <h2>{words.files}</h2>
      <form
        className="import-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (file) void take(file);
        }}
      >
        <FileField label={words.file} file={file} onFile={setFile} accept=".csv,.tsv,.txt,.tbx,.xml" />
        <button type="submit" className="quiet" disabled={!file}>
          {words.take}
        </button>
      </form>
      {result && <Refusals refusals={result.refusals} />}
      <Exports />
    </section>
  );
}

/** A CSV holds one direction, TBX all of them. */
function Exports() {
  const words = useWords().termsPage;
  return (
    <p className="page-acts">
      <a className="quiet" href="/api/terms/export/tbx" download>
        {words.export} TBX
      </a>
      <a className="quiet" href="/api/terms/export/csv?from=fr&to=en" download>
        {words.export} CSV fr → en
      </a>
      <a className="quiet" href="/api/terms/export/csv?from=en&to=fr" download>
        {words.export} CSV en → fr
      </a>
    </p>
  );
}
