// The inline codes of a segment, to be placed by a press, and what is wrong with those that are placed.
import type { RefObject } from 'react';
import { codeFaults } from '../../server/text/code-faults.ts';
import { codesIn } from '../../server/text/inline.ts';
import type { SegmentView } from '../api/shapes.ts';
import { missingCodes, placeCode } from '../keys/codes.ts';
import { useWords } from '../words/words.tsx';

interface CodeBarProps {
  segment: SegmentView;
  text: string;
  field: RefObject<HTMLTextAreaElement | null>;
}

/** A button for each code; a pair goes around what is selected. */
export function CodeBar({ segment: { source, codes }, text, field }: CodeBarProps) {
  const words = useWords();
  const missing = new Set(missingCodes(source, text, codes).map((code) => code.id));
  const nameOf = (type: string) => words.review.codeTypes[type] ?? type;
  const faults = text === '' ? [] : codeFaults(source, text, codes);
  return (
    <div className="code-bar">
      {codesIn(source, codes).map((code) => (
        <button
          key={code.id}
          type="button"
          className={`chip code ${missing.has(code.id) ? 'missing' : 'placed'}`}
          aria-label={words.review.insertCode(code.id, nameOf(code.type))}
          title={words.review.insertCode(code.id, nameOf(code.type))}
          onClick={() => field.current && placeCode(field.current, code)}
        >
          {code.id} {nameOf(code.type)}
        </button>
      ))}
      {faults.length > 0 && (
        <p className="code-faults">
          {faults.map(({ id, fault }) => `${words.review.code(id)} ${words.review.codeFaults[fault]}`).join(' · ')}
        </p>
      )}
    </div>
  );
}
