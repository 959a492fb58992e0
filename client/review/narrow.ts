// Whether the window has no room for a side of its own.
import { useSyncExternalStore } from 'react';

const NARROW = window.matchMedia('(max-width: 67.5rem)');

/** True where what belongs to a segment stands below it instead of beside the list. */
export function useNarrow(): boolean {
  return useSyncExternalStore(
    (changed) => {
      NARROW.addEventListener('change', changed);
      return () => NARROW.removeEventListener('change', changed);
    },
    () => NARROW.matches,
  );
}
