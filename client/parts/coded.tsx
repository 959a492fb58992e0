// A one-string text for reading: its codes as chips, and, where wanted, its spaces made visible and stretches marked.
import type { Code } from '../../server/model.ts';
import { pieces } from '../../server/text/inline.ts';
import { useWords } from '../words/words.tsx';
import { type Shown, Spaced } from './spaced.tsx';

/** A stretch to mark, in UTF-16 offsets of the one string. */
export interface Stretch {
  start: number;
  end: number;
  className: string;
}

interface CodedProps {
  text: string;
  codes: readonly Code[];
  spaces?: Shown;
  stretches?: readonly Stretch[];
}

/** The text with chips for codes. Marks that overlap are shown one after the other, the earlier first. */
export function Coded({ text, codes, spaces = 'none', stretches = [] }: CodedProps) {
  return pieces(text, codes).map((piece) =>
    piece.kind === 'text' ? (
      <Marked key={piece.start} text={piece.text} at={piece.start} stretches={stretches} spaces={spaces} />
    ) : (
      <Chip key={piece.start} kind={piece.kind} id={piece.id} type={typeOf(codes, piece.id)} />
    ),
  );
}

const typeOf = (codes: readonly Code[], id: number) => codes.find((code) => code.id === id)?.type ?? '';

/** One end of a code. A pair's ends point inwards. */
function Chip({ kind, id, type }: { kind: 'open' | 'close' | 'single'; id: number; type: string }) {
  const { review: words } = useWords();
  return (
    <span className={`chip ${kind}`} role="img" aria-label={words.chip[kind](id)} title={words.codeTypes[type] ?? type}>
      {id}
    </span>
  );
}

interface MarkedProps {
  text: string;
  at: number;
  stretches: readonly Stretch[];
  spaces: Shown;
}

function Marked({ text, at, stretches, spaces }: MarkedProps) {
  const parts: React.ReactNode[] = [];
  let from = 0;
  for (const { start, end, className } of sorted(stretches)) {
    const a = Math.max(from, Math.min(text.length, start - at));
    const b = Math.min(text.length, end - at);
    if (b <= a) continue;
    parts.push(<Spaced key={`${from}t`} text={text.slice(from, a)} show={spaces} />);
    parts.push(
      <mark key={`${a}m`} className={className}>
        <Spaced text={text.slice(a, b)} show={spaces} />
      </mark>,
    );
    from = b;
  }
  parts.push(<Spaced key="rest" text={text.slice(from)} show={spaces} />);
  return parts;
}

const sorted = (stretches: readonly Stretch[]) => stretches.toSorted((one, other) => one.start - other.start);
