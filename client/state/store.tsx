// Where the one state lives, and how parts look at it: each sees the piece it asks for and is drawn again when that changes.
import { createContext, useContext, useDeferredValue, useSyncExternalStore } from 'react';
import type { Action } from './actions.ts';
import { reduce } from './reduce.ts';
import type { EditorState } from './state.ts';

export type Dispatch = (action: Action) => void;

/** The state and the one way to change it. */
export interface Store {
  get(): EditorState;
  dispatch: Dispatch;
  subscribe(listener: () => void): () => void;
}

/** Makes the store. It is read synchronously, so that a deed sees what it has just dispatched. */
export function createStore(initial: EditorState): Store {
  let state = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => state,
    dispatch: (action) => {
      const next = reduce(state, action);
      if (next === state) return;
      state = next;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

const StoreContext = createContext<Store | null>(null);

export const StoreProvider = StoreContext.Provider;

/** The store; only below its provider. */
export function useStore(): Store {
  const store = useContext(StoreContext);
  if (!store) throw new Error('no store above this part: this is a bug');
  return store;
}

/** A piece of the state. `select` answers values that keep their identity while nothing changed. */
export function useSelect<T>(select: (state: EditorState) => T): T {
  const store = useStore();
  return useSyncExternalStore(store.subscribe, () => select(store.get()));
}

/** The same for what may follow a moment behind: a change of it is drawn in small pieces, between which keys have their turn. */
export function useSelectBetweenKeys<T>(select: (state: EditorState) => T): T {
  return useDeferredValue(useSelect(select));
}
