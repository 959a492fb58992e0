// The desk's own say on where sentences end: exceptions to be written, and a file to be taken over.
import { type FormEvent, useCallback, useId, useState } from 'react';
import { readExceptions, writeException } from '../../server/text/segmentation-exceptions.ts';
import type { SegmentationRefusal, SegmentationView } from '../api/shapes.ts';
import { FileField } from '../parts/file-field.tsx';
import { useDeeds } from '../state/deeds.tsx';
import { useWords } from '../words/words.tsx';
import { LanguageChoice } from './bring.tsx';
import { useSettled } from './use-settled.ts';

/** A section that loads its own data; it can stand on any page. */
export function SegmentationRules() {
  const { segmentation: words, frame } = useWords();
  const { settled, language, choose, take, refused, save, drop } = useRules();
  const heading = useId();
  return (
    <section className="segmentation" aria-labelledby={heading}>
      <h2 id={heading}>{words.title}</h2>
      <p className="soft">{words.about}</p>
      <LanguageChoice label={frame.language} value={language} onChange={choose} />
      {settled && settled.srx > 0 && (
        <p className="srx">
          {words.srx(settled.srx)}
          <button type="button" className="quiet" onClick={drop}>
            {words.drop}
          </button>
        </p>
      )}
      {settled && <ExceptionsForm key={language} settled={settled} save={save} />}
      <FileForm take={take} />
      <Refused refused={refused} />
    </section>
  );
}

function useRules() {
  const deeds = useDeeds();
  const [language, setLanguage] = useState('fr');
  const [refused, setRefused] = useState<SegmentationRefusal[]>([]);
  const load = useCallback(() => deeds.loadRules(language), [deeds, language]);
  const [known, standing] = useSettled(load);
  return {
    language,
    refused,
    /** Not those of the language before, while the others are on their way. */
    settled: known?.language === language ? known : null,
    choose: (chosen: string) => {
      setLanguage(chosen);
      setRefused([]);
    },
    save: (exceptions: SegmentationView['exceptions']) => standing(deeds.saveRules(language, exceptions)),
    drop: () => void standing(deeds.dropSrx(language)),
    take: async (file: File) => {
      const taking = deeds.takeRules(language, file);
      if (await standing(taking)) setRefused((await taking)?.refused ?? []);
    },
  };
}

interface ExceptionsFormProps {
  settled: SegmentationView;
  save: (exceptions: SegmentationView['exceptions']) => Promise<boolean>;
}

function ExceptionsForm({ settled, save }: ExceptionsFormProps) {
  const words = useWords().segmentation;
  const standing = settled.exceptions.map(writeException).join('\n');
  // What is typed here, and over what: others may settle something else meanwhile, and nothing typed is lost by that.
  const [typed, setTyped] = useState<{ text: string; over: string } | null>(null);
  const text = typed?.text ?? standing;
  const { exceptions, faults } = readExceptions(text);
  const hint = useId();
  const [fault] = faults;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!fault && (await save(exceptions))) setTyped(null);
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <label className="field">
        <span>{words.exceptions}</span>
        <textarea
          rows={8}
          lang={settled.language}
          spellCheck={false}
          value={text}
          aria-describedby={hint}
          aria-invalid={fault ? true : undefined}
          onChange={(event) => setTyped({ text: event.target.value, over: typed?.over ?? standing })}
        />
      </label>
      <p id={hint} className="hint" role={fault ? 'alert' : undefined}>
        {fault ? words.fault(fault.line) : words.hint}
      </p>
      {typed && typed.over !== standing && (
        <p className="hint" role="status">
          {words.meanwhile}{' '}
          <button type="button" className="bare" onClick={() => setTyped(null)}>
            {words.theirs}
          </button>
        </p>
      )}
      <button type="submit" className="main" disabled={fault !== undefined}>
        {words.save}
      </button>
    </form>
  );
}

function FileForm({ take }: { take: (file: File) => Promise<void> }) {
  const words = useWords().segmentation;
  const [file, setFile] = useState<File | null>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (file) void take(file);
  };
  return (
    <form className="import-form" onSubmit={submit}>
      <FileField label={words.file} file={file} onFile={setFile} accept=".txt,.srx,.xml" />
      <button type="submit" className="quiet" disabled={!file}>
        {words.take}
      </button>
    </form>
  );
}

function Refused({ refused }: { refused: readonly SegmentationRefusal[] }) {
  const words = useWords().segmentation;
  if (refused.length === 0) return null;
  return (
    <details className="refusals">
      <summary>{words.refused(refused.length)}</summary>
      <ul>
        {refused.slice(0, 100).map(({ line, rule, code, piece }) => (
          <li key={`${line} ${rule}`}>
            {words.line(line, words.because[code](piece))} <code>{rule}</code>
          </li>
        ))}
      </ul>
    </details>
  );
}
