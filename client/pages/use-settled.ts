// What a desk settles, as a form shows it: loaded, and loaded again whenever anybody settles anything.
import { useCallback, useEffect, useRef, useState } from 'react';
import { useSelect } from '../state/store.tsx';

/**
 * What `load` answers, null until it came; and how to put in its place what a deed of one's own answers, which tells whether
 * it succeeded. Of several answers under way the one that was asked for last counts, and a failure (null) leaves what is
 * known. `load` keeps its identity as long as it asks for the same.
 */
export function useSettled<T>(
  load: () => Promise<T | null>,
): [T | null, (answer: Promise<T | null>) => Promise<boolean>] {
  const settled = useSelect((state) => state.settled);
  const [known, setKnown] = useState<T | null>(null);
  const asked = useRef(0);
  const follow = useCallback(async (answer: Promise<T | null>) => {
    const turn = ++asked.current;
    const now = await answer;
    if (now !== null && turn === asked.current) setKnown(now);
    return now !== null;
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what others settle is a reason to look again.
  useEffect(() => {
    void follow(load());
  }, [follow, load, settled]);
  return [known, follow];
}
