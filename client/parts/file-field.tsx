// Choosing a file, in the editor's own words: what the browser says of it is in the browser's language, not in the page's.
import type { ReactNode } from 'react';
import { useWords } from '../words/words.tsx';

interface FileFieldProps {
  label: string;
  file: File | null;
  onFile: (file: File | null) => void;
  /** The kinds of files to offer, such as `.tmx,.tsv`; any where absent. */
  accept?: string;
  hint?: ReactNode;
}

/** A field for one file. The browser's own control lies unseen over the button, so that keys and dropping work as ever. */
export function FileField({ label, file, onFile, accept, hint }: FileFieldProps) {
  const words = useWords();
  return (
    <label className="field file grow">
      <span>{label}</span>
      <span className="file-choice">
        <input
          type="file"
          {...(accept ? { accept } : {})}
          onChange={(event) => onFile(event.target.files?.[0] ?? null)}
        />
        <span className="quiet" aria-hidden="true">
          {words.frame.chooseFile}
        </span>
        <span className={file ? 'file-name' : 'file-name soft'} aria-hidden="true">
          {file ? file.name : words.frame.noFile}
        </span>
      </span>
      {hint && <small>{hint}</small>}
    </label>
  );
}
