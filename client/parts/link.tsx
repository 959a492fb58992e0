// Links inside the editor: real addresses, followed without loading the page anew.
import type { ReactNode } from 'react';
import { useDeeds } from '../state/deeds.tsx';
import { addressOf, type Place } from '../state/place.ts';

interface LinkProps {
  to: Place;
  className?: string;
  current?: boolean;
  children: ReactNode;
}

/** A link to a place. With a modifier or another mouse button the browser does what it always does. */
export function Link({ to, className, current, children }: LinkProps) {
  const deeds = useDeeds();
  return (
    <a
      href={addressOf(to)}
      className={className}
      aria-current={current ? 'page' : undefined}
      onClick={(event) => {
        if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        deeds.go(to);
      }}
    >
      {children}
    </a>
  );
}
