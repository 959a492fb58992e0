// Two texts and what changed from one to the other: what went is struck through, what came is underlined, each with a colour.
import type { Code } from '../../server/model.ts';
import { useWords } from '../words/words.tsx';
import { type Change, changesBetween } from './changes.ts';
import { Coded } from './coded.tsx';

interface DifferenceProps {
  from: string;
  to: string;
  codes: readonly Code[];
  lang: string;
  /** Marks every space; changed ones are always marked. */
  spaces?: boolean;
}

/** The difference word by word, for reading in one line. */
export function Difference({ from, to, codes, lang, spaces = false }: DifferenceProps) {
  const words = useWords();
  const changes = changesBetween(from, to, codes);
  if (from === to) return <p className="same">{words.side.same}</p>;
  let at = 0;
  return (
    <p className="difference" lang={lang}>
      {changes.map((change) => {
        at += 1;
        return <Changed key={at} change={change} codes={codes} spaces={spaces} />;
      })}
    </p>
  );
}

function Changed({
  change: { kind, text },
  codes,
  spaces,
}: {
  change: Change;
  codes: readonly Code[];
  spaces: boolean;
}) {
  if (kind === 'equal') return <Coded text={text} codes={codes} spaces={spaces} />;
  const inside = <Coded text={text} codes={codes} spaces />;
  return kind === 'insert' ? <ins>{inside}</ins> : <del>{inside}</del>;
}
