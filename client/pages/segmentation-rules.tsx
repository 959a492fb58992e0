// The desk's own say on where sentences end: exceptions to be written, and a file to be taken over.
import { type FormEvent, useEffect, useId, useState } from 'react';
import { readExceptions, writeException } from '../../server/text/segmentation-exceptions.ts';
import type { SegmentationRefusal, SegmentationView } from '../api/shapes.ts';
import { FileField } from '../parts/file-field.tsx';
import { useDeeds } from '../state/deeds.tsx';
import { useWords } from '../words/words.tsx';
import { LanguageChoice } from './bring.tsx';

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
      {settled && <ExceptionsForm key={keyOf(settled)} settled={settled} save={save} />}
      <FileForm take={take} />
      <Refused refused={refused} />
    </section>
  );
}

/** A form starts afresh where what stands has become something else. */
const keyOf = ({ language, exceptions }: SegmentationView) => JSON.stringify([language, exceptions]);

function useRules() {
  const deeds = useDeeds();
  const [language, choose] = useState('fr');
  const [settled, setSettled] = useState<SegmentationView | null>(null);
  const [refused, setRefused] = useState<SegmentationRefusal[]>([]);
  useEffect(() => {
    let here = true;
    setRefused([]);
    void deeds.loadRules(language).then((loaded) => here && setSettled(loaded));
    return () => {
      here = false;
    };
  }, [deeds, language]);
  const standing = async (deed: Promise<SegmentationView | null>) => {
    const now = await deed;
    if (now) setSettled(now);
  };
  return {
    ...{ settled, language, choose, refused },
    save: (exceptions: SegmentationView['exceptions']) => void standing(deeds.saveRules(language, exceptions)),
    drop: () => void standing(deeds.dropSrx(language)),
    take: async (file: File) => {
      const taken = await deeds.takeRules(language, file);
      if (!taken) return;
      setSettled(taken);
      setRefused(taken.refused);
    },
  };
}

interface ExceptionsFormProps {
  settled: SegmentationView;
  save: (exceptions: SegmentationView['exceptions']) => void;
}

function ExceptionsForm({ settled, save }: ExceptionsFormProps) {
  const words = useWords().segmentation;
  const [text, setText] = useState(settled.exceptions.map(writeException).join('\n'));
  const { exceptions, faults } = readExceptions(text);
  const hint = useId();
  const [fault] = faults;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!fault) save(exceptions);
  };
  return (
    <form onSubmit={submit}>
      <label className="field">
        <span>{words.exceptions}</span>
        <textarea
          rows={8}
          lang={settled.language}
          spellCheck={false}
          value={text}
          aria-describedby={hint}
          aria-invalid={fault ? true : undefined}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      <p id={hint} className="hint" role={fault ? 'alert' : undefined}>
        {fault ? words.fault(fault.line) : words.hint}
      </p>
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
    <details>
      <summary>{words.refused(refused.length)}</summary>
      <ul>
        {refused.slice(0, 100).map(({ line, rule, why }) => (
          <li key={`${line} ${rule}`}>{words.line(line, why)}</li>
        ))}
      </ul>
    </details>
  );
}
