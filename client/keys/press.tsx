// A press, as it is printed.
import { Fragment } from 'react';
import { useWords } from '../words/words.tsx';
import { keyNames, type Press as PressValue } from './keymap.ts';

/** The keys of a press, each in its cap. */
export function Press({ press }: { press: PressValue }) {
  const words = useWords();
  return (
    <span className="press">
      {keyNames(press, words).map((name, i) => (
        <Fragment key={name}>
          {i > 0 && <span className="plus">+</span>}
          <kbd>{name}</kbd>
        </Fragment>
      ))}
    </span>
  );
}
