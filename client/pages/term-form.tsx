// One term as a form.
import { type FormEvent, type KeyboardEvent, type ReactNode, useId, useState } from 'react';
import type { NewTerm } from '../api/settled.ts';
import type { Term } from '../api/shapes.ts';
import { useWords } from '../words/words.tsx';
import { LanguageChoice } from './bring.tsx';

interface TermFormProps {
  /** The term to be changed, null for a new one. */
  term: Term | null;
  save: (term: NewTerm) => Promise<void>;
  leave: () => void;
}

const EMPTY: NewTerm = { from: 'fr', to: 'en', source: '', targets: [], forbidden: [], note: null };
const BAR = ' | ';

/** A term is named by its source and languages: those of a term that stands are not changed. */
export function TermForm({ term, save, leave }: TermFormProps) {
  const { termsPage: words, frame } = useWords();
  const heading = useId();
  const [draft, setDraft] = useState<NewTerm>(term ?? EMPTY);
  const [targets, setTargets] = useState(draft.targets.join(BAR));
  const [forbidden, setForbidden] = useState(draft.forbidden.join(BAR));
  const change = (part: Partial<NewTerm>) => setDraft({ ...draft, ...part });
  const meant = termOf(draft, targets, forbidden);
  const ready = meant.source !== '' && meant.targets.length + meant.forbidden.length > 0 && meant.from !== meant.to;
  const pressed = ({ key }: KeyboardEvent) => key === 'Escape' && leave();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ready) void save(meant);
  };
  return (
    <form className="term-form" aria-labelledby={heading} onSubmit={submit} onKeyDown={pressed}>
      <h2 id={heading}>{term ? term.source : words.add}</h2>
      {!term && (
        <div className="import-form">
          <LanguageChoice label={words.from} value={draft.from} onChange={(from) => change({ from })} />
          <LanguageChoice label={words.to} value={draft.to} onChange={(to) => change({ to })} />
          <Text
            label={words.source}
            lang={draft.from}
            value={draft.source}
            put={(source) => change({ source })}
            focus
          />
        </div>
      )}
      <Text label={words.targets} lang={draft.to} value={targets} put={setTargets} focus={term !== null}>
        <small>{words.severalHint}</small>
      </Text>
      <Text label={words.forbidden} lang={draft.to} value={forbidden} put={setForbidden} />
      <Text label={words.gloss} lang={draft.to} value={draft.gloss ?? ''} put={(gloss) => change({ gloss })} />
      <Text label={words.short} lang={draft.to} value={draft.short ?? ''} put={(short) => change({ short })} />
      <Text label={words.note} value={draft.note ?? ''} put={(note) => change({ note })} />
      <PartOfSpeech chosen={draft.partOfSpeech ?? ''} choose={(partOfSpeech) => change({ partOfSpeech })} />
      <label className="check">
        <input
          type="checkbox"
          checked={draft.keep === true}
          onChange={({ target: { checked } }) =>
            setDraft(({ keep: _, ...rest }) => (checked ? { ...rest, keep: true } : rest))
          }
        />
        {words.keep}
      </label>
      <p className="page-acts">
        <button type="submit" className="main" disabled={!ready}>
          {words.save}
        </button>
        <button type="button" className="quiet" onClick={leave}>
          {frame.cancel}
        </button>
      </p>
    </form>
  );
}

/** The term that a form means: words with bars between them are several; a name that is kept is its own translation. */
function termOf(draft: NewTerm, targets: string, forbidden: string): NewTerm {
  const source = draft.source.trim();
  const several = (text: string) => text.split('|').flatMap((word) => word.trim() || []);
  const given = several(targets);
  const { from, to, partOfSpeech, gloss, short, keep, note } = draft;
  const said = { ...(partOfSpeech ? { partOfSpeech } : {}), ...(gloss?.trim() ? { gloss: gloss.trim() } : {}) };
  return {
    from,
    to,
    source,
    ...said,
    ...(short?.trim() ? { short: short.trim() } : {}),
    ...(keep ? { keep } : {}),
    targets: keep && given.length === 0 && source !== '' ? [source] : given,
    forbidden: several(forbidden),
    note: note?.trim() || null,
  };
}

interface TextProps {
  label: string;
  value: string;
  put: (value: string) => void;
  lang?: string;
  focus?: boolean;
  children?: ReactNode;
}

function Text({ label, value, put, lang, focus = false, children }: TextProps) {
  return (
    <label className="field grow">
      <span>{label}</span>
      <input
        value={value}
        lang={lang}
        maxLength={500}
        // biome-ignore lint/a11y/noAutofocus: who asks for the form writes in it.
        autoFocus={focus}
        onChange={(event) => put(event.target.value)}
      />
      {children}
    </label>
  );
}

function PartOfSpeech({ chosen, choose }: { chosen: string; choose: (chosen: string) => void }) {
  const words = useWords().termsPage;
  return (
    <label className="field">
      <span>{words.partOfSpeech}</span>
      <select value={chosen} onChange={(event) => choose(event.target.value)}>
        <option value="">—</option>
        {Object.entries(words.parts).map(([part, name]) => (
          <option key={part} value={part}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
