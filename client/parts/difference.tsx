// Two texts and what changed from one to the other: what went is struck through, what came is underlined, each with a colour.
import type { Code } from '../../server/model.ts';
import { type Change, difference } from '../../server/text/difference.ts';
import { useWords } from '../words/words.tsx';
import { Coded } from './coded.tsx';
import type { Shown } from './spaced.tsx';

interface DifferenceProps {
  from: string;
  to: string;
  codes: readonly Code[];
  /** The codes of `to` where they are others. */
  toCodes?: readonly Code[];
  lang: string;
  /** Which spaces are marked in what both texts have; those that changed always are. */
  spaces?: Shown;
}

/** The difference word by word, for reading in one line. */
export function Difference({ from, to, codes, toCodes = codes, lang, spaces = 'none' }: DifferenceProps) {
  const words = useWords();
  if (from === to) return <p className="same">{words.side.same}</p>;
  return (
    <p className="difference" lang={lang}>
      {difference(from, to, codes, toCodes).map((change) => (
        <Run
          key={`${change.kind} ${change.before[0]} ${change.after[0]}`}
          change={change}
          codes={change.kind === 'delete' ? codes : toCodes}
          spaces={spaces}
        />
      ))}
    </p>
  );
}

function Run({ change: { kind, text }, codes, spaces }: { change: Change; codes: readonly Code[]; spaces: Shown }) {
  if (kind === 'equal') return <Coded text={text} codes={codes} spaces={spaces} />;
  const inside = <Coded text={text} codes={codes} spaces="all" />;
  return kind === 'insert' ? <ins>{inside}</ins> : <del>{inside}</del>;
}
