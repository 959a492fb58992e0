// What every deed works with: the state, the words, and one way to say that something failed.
import type { Failure, Outcome } from '../api/shapes.ts';
import { printed } from '../words/quotes-en.ts';
import { CATALOGUES, type Words } from '../words/words.tsx';
import { atRest } from './rest.ts';
import type { Undo } from './state.ts';
import type { Store } from './store.tsx';

export interface Tools {
  store: Store;
  words(): Words;
  /** Shows a message that goes by; with `undo`, one that can be taken back. */
  note(text: string, undo?: Undo): void;
  /** Tells a screen reader. */
  say(text: string): void;
  /** Tells a screen reader once nobody types any more; what was to be told before that is dropped. */
  sayAtRest(text: () => string): void;
  /** Words a failure for a person; a missing name asks for it. */
  fail(failure: Failure): void;
  /** The value, or null once the failure was shown. */
  got<T>(outcome: Outcome<T>): T | null;
}

/** The tools over a store. */
export function createTools(store: Store): Tools {
  const words = () => CATALOGUES[store.get().tongue];
  const say = (text: string) => store.dispatch({ type: 'said', text });
  let callOff = () => {};
  const sayAtRest = (text: () => string) => {
    callOff();
    callOff = atRest(() => say(text()));
  };
  const fail = (failure: Failure) => {
    if (failure.code === 'name-needed') return store.dispatch({ type: 'dialog', dialog: { kind: 'who' } });
    if (failure.code === 'offline') store.dispatch({ type: 'line', line: 'lost' });
    store.dispatch({ type: 'notice', text: wordsOf(failure, words()), tone: 'failure' });
  };
  return {
    store,
    words,
    say,
    sayAtRest,
    fail,
    note: (text, undo) => store.dispatch({ type: 'notice', text, tone: 'quiet', undo: undo ?? null }),
    got: (outcome) => {
      if (outcome.ok) return outcome.value;
      fail(outcome.failure);
      return null;
    },
  };
}

/** A failure as the server or a job tells it. */
type Said = Pick<Failure, 'code' | 'message'> & { values?: Failure['values'] };

/** What a failure says: by its code where the editor has words for it, else the server's own sentence. */
export function wordsOf({ code, message, values }: Said, words: Words): string {
  const said = words.failures[code];
  if (said === undefined) return printed(message) || code;
  const line = Number(values?.['line']);
  return line > 0 ? words.atLine(said, line) : said;
}
