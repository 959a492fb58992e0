// Bringing an article in: pasted, chosen as a file, or dropped.
import { type ClipboardEvent, useState } from 'react';
import { Dialog } from '../parts/dialog.tsx';
import { FileField } from '../parts/file-field.tsx';
import { useDeeds } from '../state/deeds.tsx';
import type { Dialog as DialogState } from '../state/state.ts';
import { useStore } from '../state/store.tsx';
import { useWords } from '../words/words.tsx';
import { guessLanguage } from './guess-language.ts';

type Given = Extract<DialogState, { kind: 'bring' }>;

interface Draft {
  text: string;
  /** The page's own markup, where the text was pasted with it and it is kept. */
  html: string | null;
  file: File | null;
  /** The address of a page to be read instead. */
  url: string;
  /** True once a person chose the languages: a page that is fetched says its own otherwise. */
  chosen: boolean;
  title: string;
  from: string;
  to: string;
  format: string;
  confidential: boolean;
}

const LANGUAGES = ['fr', 'en', 'fr-CA', 'en-GB', 'en-US', 'de', 'es', 'it', 'nl', 'pt'];

/** The form for a new article. */
export function BringDialog({ given }: { given: Given }) {
  const words = useWords();
  const store = useStore();
  const deeds = useDeeds();
  const [draft, setDraft] = useState<Draft>(() => begun(given));
  const [busy, setBusy] = useState(false);
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const close = () => store.dispatch({ type: 'dialog', dialog: null });
  const fault = faultOf(draft, words);
  const go = async () => {
    setBusy(true);
    const { html, text, format, chosen, ...rest } = draft;
    const told = rest.url && !chosen ? { ...rest, from: '', to: '' } : rest;
    await deeds.bring({ ...told, text: html ?? text, format: html === null ? format : 'html' });
    setBusy(false);
  };
  return (
    <Dialog title={words.bring.title} className="wide" onClose={close}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!fault && !busy) void go();
        }}
      >
        <TextOrFile draft={draft} change={change} />
        <Facts draft={draft} change={change} />
        <label className="check" title={words.providers.confidentialHint}>
          <input
            type="checkbox"
            checked={draft.confidential}
            onChange={(event) => change({ confidential: event.target.checked })}
          />{' '}
          {words.providers.confidential}
        </label>
        <div className="dialog-acts">
          {fault && <p className="hint">{fault}</p>}
          <button type="button" className="quiet" onClick={close}>
            {words.frame.cancel}
          </button>
          <button type="submit" className="main" disabled={fault !== null || busy}>
            {busy ? words.bring.going : words.bring.go}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

function begun({ text, html, file }: Given): Draft {
  const from = guessLanguage(text) ?? 'en';
  return {
    text,
    html,
    file,
    url: '',
    chosen: false,
    title: '',
    from,
    to: from === 'fr' ? 'en' : 'fr',
    format: '',
    confidential: false,
  };
}

function faultOf({ text, file, url, from, to }: Draft, words: ReturnType<typeof useWords>): string | null {
  if (!file && url === '' && text.trim() === '') return words.bring.needText;
  return from === to ? words.bring.sameLanguage : null;
}

interface PartProps {
  draft: Draft;
  change: (part: Partial<Draft>) => void;
}

/** The text with its language found out, and its direction turned around where that asks for it. */
function textChange(text: string, draft: Draft): Partial<Draft> {
  const from = guessLanguage(text);
  if (!from || from === draft.from.slice(0, 2)) return { text };
  return { text, from, to: from === draft.to.slice(0, 2) ? (from === 'fr' ? 'en' : 'fr') : draft.to };
}

function TextOrFile({ draft, change }: PartProps) {
  const words = useWords();
  if (draft.file) {
    return (
      <p className="chosen-file">
        {words.bring.chosen(draft.file.name)}{' '}
        <button type="button" className="quiet" onClick={() => change({ file: null })}>
          {words.bring.unchoose}
        </button>
      </p>
    );
  }
  const paste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const html = event.clipboardData.getData('text/html');
    if (draft.text === '' && isArticleLike(html)) change({ html });
  };
  return (
    <>
      <label className="field">
        <span>{words.bring.text}</span>
        <textarea
          className="paste"
          rows={10}
          value={draft.text}
          onPaste={paste}
          onChange={(event) =>
            change({ ...textChange(event.target.value, draft), ...keptMarkup(event.target.value, draft) })
          }
        />
      </label>
      {draft.html === null ? (
        <p className="hint">{words.bring.textHint}</p>
      ) : (
        <p className="hint">
          {words.bring.keptFormat}{' '}
          <button type="button" className="bare" onClick={() => change({ html: null })}>
            {words.bring.plainInstead}
          </button>
        </p>
      )}
      <FileField
        label={words.bring.file}
        file={draft.file}
        onFile={(file) => change({ file })}
        hint={words.bring.fileHint}
      />
      <label className="field">
        <span>{words.cut.url}</span>
        <input
          type="url"
          value={draft.url}
          placeholder="https://"
          maxLength={4000}
          onChange={(event) => change({ url: event.target.value.trim() })}
        />
        <small>{words.cut.urlHint}</small>
      </label>
    </>
  );
}

/** Markup of blocks or links: what word processors put around a plain sentence is not worth keeping. */
function isArticleLike(html: string): boolean {
  return /<(h[1-6]|p|ul|ol|blockquote|figure|a)[\s>]/i.test(html);
}

/** Once the pasted text is edited, its markup no longer says the same, and is dropped. */
function keptMarkup(text: string, { text: before }: Draft): Partial<Draft> {
  return before === '' || text === before ? {} : { html: null };
}

function Facts({ draft, change }: PartProps) {
  const words = useWords();
  return (
    <div className="facts">
      <label className="field grow">
        <span>{words.bring.name}</span>
        <input value={draft.title} maxLength={300} onChange={(event) => change({ title: event.target.value })} />
      </label>
      <LanguageChoice label={words.bring.from} value={draft.from} onChange={(from) => change({ from, chosen: true })} />
      <LanguageChoice label={words.bring.to} value={draft.to} onChange={(to) => change({ to, chosen: true })} />
      <label className="field">
        <span>{words.bring.format}</span>
        <select
          value={draft.html === null ? draft.format : 'html'}
          onChange={(event) => change({ format: event.target.value, html: null })}
        >
          {Object.entries(words.bring.formats).map(([format, name]) => (
            <option key={format} value={format}>
              {name}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

/** A language to choose. */
export function LanguageChoice(props: {
  label: string;
  value: string;
  onChange: (tag: string) => void;
  none?: string;
}) {
  const words = useWords();
  return (
    <label className="field">
      <span>{props.label}</span>
      <select value={props.value} onChange={(event) => props.onChange(event.target.value)}>
        {props.none !== undefined && <option value="">{props.none}</option>}
        {LANGUAGES.map((tag) => (
          <option key={tag} value={tag}>
            {words.f.language(tag)}
          </option>
        ))}
      </select>
    </label>
  );
}
