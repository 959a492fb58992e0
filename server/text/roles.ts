// The roles that a block plays in an article, in the order in which people choose among them.
import type { Role } from '../model.ts';

/** Every role once; `furniture` is what belongs to the page and not to the article. */
export const ROLES = [
  'kicker',
  'title',
  'standfirst',
  'byline',
  'dateline',
  'crosshead',
  'body',
  'quote',
  'pull-quote',
  'list',
  'caption',
  'credit',
  'alt',
  'furniture',
] as const satisfies readonly Role[];
