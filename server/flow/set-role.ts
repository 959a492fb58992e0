// A person says what a block is: a crosshead, a caption, furniture of the page. Its text and its versions stay.
import { NotFound } from '../errors.ts';
import type { Role } from '../model.ts';
import type { Desk } from './desk.ts';

/** A block whose role was set. */
export interface CastBlock {
  article: number;
  block: number;
  role: Role;
}

/**
 * Sets the role of a block of an article's present source; the block that a stray copy repeats, and all copies of it, play
 * the same role. As furniture its segments leave the work; else they come back with all that they had. A later version of
 * the source keeps the choice. Throws NotFound.
 */
export async function setRole(desk: Pick<Desk, 'stores'>, block: number, role: Role, by: string): Promise<CastBlock> {
  const article = await desk.stores.articles.setRole(block, role, by);
  if (article === null) throw new NotFound(`There is no block ${block} in the present source of an article.`);
  return { article, block, role };
}
