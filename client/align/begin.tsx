// Two texts to be aligned: each pasted, a file, a page of the web, or an article of the desk.
import { type FormEvent, type ReactNode, useEffect, useState } from 'react';
import { LanguageChoice } from '../pages/bring.tsx';
import { FileField } from '../parts/file-field.tsx';
import { useDeeds } from '../state/deeds.tsx';
import { useSelect } from '../state/store.tsx';
import { useWords } from '../words/words.tsx';
import { bytesAsBase64 } from './base64.ts';
import type { Side } from './routes.ts';

type Kind = 'text' | 'file' | 'url' | 'article';
const KINDS: readonly Kind[] = ['text', 'file', 'url', 'article'];

/** A side as far as it is filled in. */
interface Draft {
  kind: Kind;
  text: string;
  file: File | null;
  url: string;
  article: number | null;
}

const EMPTY: Draft = { kind: 'text', text: '', file: null, url: '', article: null };

/** The form for a new pair. */
export function BeginForm() {
  const words = useWords();
  const deeds = useDeeds();
  const [source, setSource] = useState(EMPTY);
  const [target, setTarget] = useState(EMPTY);
  const [from, setFrom] = useState('fr');
  const [to, setTo] = useState('en');
  const [busy, setBusy] = useState(false);
  useEffect(() => void deeds.loadArticles(), [deeds]);
  const fault =
    !isFilled(source) || !isFilled(target) ? words.align.needBoth : from === to ? words.align.sameLanguage : null;
  const go = async (event: FormEvent) => {
    event.preventDefault();
    if (fault || busy) return;
    setBusy(true);
    const [one, other] = [await sideOf(source), await sideOf(target)];
    await deeds.beginAlignment({ from, to, source: one, target: other });
    setBusy(false);
  };
  return (
    <form className="begin" onSubmit={(event) => void go(event)}>
      <h2>{words.align.begin}</h2>
      <div className="begin-sides">
        <SideForm side="source" draft={source} change={setSource}>
          <LanguageChoice label={words.align.from} value={from} onChange={setFrom} />
        </SideForm>
        <SideForm side="target" draft={target} change={setTarget}>
          <LanguageChoice label={words.align.to} value={to} onChange={setTo} />
        </SideForm>
      </div>
      <p className="begin-acts">
        <button type="submit" className="main" disabled={fault !== null || busy}>
          {busy ? words.align.going : words.align.go}
        </button>
        {fault && <span className="hint">{fault}</span>}
      </p>
    </form>
  );
}

function isFilled({ kind, text, file, url, article }: Draft): boolean {
  if (kind === 'text') return text.trim() !== '';
  if (kind === 'url') return /^https?:\/\/\S+$/i.test(url.trim());
  return kind === 'file' ? file !== null : article !== null;
}

async function sideOf({ kind, text, file, url, article }: Draft): Promise<Side> {
  if (kind === 'file' && file)
    return { name: file.name, base64: bytesAsBase64(new Uint8Array(await file.arrayBuffer())) };
  if (kind === 'article' && article !== null) return { article };
  return kind === 'url' ? { url: url.trim() } : { text };
}

interface SideProps {
  side: 'source' | 'target';
  draft: Draft;
  change: (draft: Draft) => void;
  children: ReactNode;
}

function SideForm({ side, draft, change, children }: SideProps) {
  const words = useWords();
  const name = words.align.sides[side];
  return (
    <fieldset>
      <legend>{name}</legend>
      {children}
      <div className="side-kinds" role="radiogroup" aria-label={words.align.kindOf(name)}>
        {KINDS.map((kind) => (
          <label key={kind} className="check">
            <input
              type="radio"
              name={`kind-${side}`}
              checked={draft.kind === kind}
              onChange={() => change({ ...draft, kind })}
            />
            {words.align.kinds[kind]}
          </label>
        ))}
      </div>
      <SideField draft={draft} change={change} />
    </fieldset>
  );
}

function SideField({ draft, change }: Pick<SideProps, 'draft' | 'change'>) {
  const words = useWords();
  const articles = useSelect((state) => state.desk.articles);
  switch (draft.kind) {
    case 'text':
      return (
        <label className="field">
          <span>{words.align.text}</span>
          <textarea rows={6} value={draft.text} onChange={(event) => change({ ...draft, text: event.target.value })} />
        </label>
      );
    case 'file':
      return <FileField label={words.align.file} file={draft.file} onFile={(file) => change({ ...draft, file })} />;
    case 'url':
      return (
        <label className="field">
          <span>{words.align.url}</span>
          <input type="url" value={draft.url} onChange={(event) => change({ ...draft, url: event.target.value })} />
        </label>
      );
    case 'article':
      return (
        <label className="field">
          <span>{words.align.article}</span>
          <select
            value={draft.article ?? ''}
            onChange={(event) => change({ ...draft, article: Number(event.target.value) || null })}
          >
            <option value="">{words.align.choose}</option>
            {(articles ?? []).map(({ id, title }) => (
              <option key={id} value={id}>
                {title || words.desk.untitled}
              </option>
            ))}
          </select>
        </label>
      );
  }
}
