// The title in the browser's tab.
import { useEffect } from 'react';

/** Names the page; the product's name follows. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = title === '' ? 'Bitexte' : `${title} · Bitexte`;
  }, [title]);
}
