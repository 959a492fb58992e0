// Where in the editor one is, as the address bar says it. A handful of pages needs no router.

/**
 * Pages whose address is their name and nothing more. One more needs four lines: its name here, its part in pages/pages.tsx,
 * its place in the navigation (parts/top-bar.tsx), its word under `nav` in each catalogue.
 */
const PLAIN_PAGES = ['alignments', 'terms', 'settings', 'keys', 'checks', 'providers'] as const;

export type PlainPage = (typeof PLAIN_PAGES)[number];

/** A page of the editor. */
export type Place =
  | { page: 'desk' }
  /** `n` is the place of a segment, from 1. */
  | { page: 'article'; id: number; n: number | null }
  | { page: 'memory'; q: string }
  | { page: 'alignment'; id: number }
  | { page: PlainPage }
  | { page: 'nowhere' };

/** Reads an address (path, `?query`, `#hash`). What no page has is `nowhere`. */
export function placeOf({ pathname, search, hash }: { pathname: string; search: string; hash: string }): Place {
  const path = pathname.replace(/\/+$/, '');
  const article = /^\/articles\/(\d{1,15})$/.exec(path);
  if (article) return { page: 'article', id: Number(article[1]), n: placeInHash(hash) };
  const alignment = /^\/alignments\/(\d{1,15})$/.exec(path);
  if (alignment) return { page: 'alignment', id: Number(alignment[1]) };
  if (path === '' || path === '/articles') return { page: 'desk' };
  if (path === '/memory') return { page: 'memory', q: new URLSearchParams(search).get('q') ?? '' };
  const plain = PLAIN_PAGES.find((page) => path === `/${page}`);
  return plain ? { page: plain } : { page: 'nowhere' };
}

function placeInHash(hash: string): number | null {
  const found = /^#(\d{1,9})$/.exec(hash);
  return found ? Number(found[1]) : null;
}

/** The address of a place, from `/`. */
export function addressOf(place: Place): string {
  switch (place.page) {
    case 'article':
      return `/articles/${place.id}${place.n === null ? '' : `#${place.n}`}`;
    case 'alignment':
      return `/alignments/${place.id}`;
    case 'memory':
      return `/memory${place.q === '' ? '' : `?${new URLSearchParams({ q: place.q })}`}`;
    case 'desk':
    case 'nowhere':
      return '/';
    default:
      return `/${place.page}`;
  }
}
