// From an address to the article that stands there.
import { type FetchOptions, fetchPage } from './fetch-page.ts';
import { type ReadableArticle, readablePage } from './readable.ts';

/** Fetches a page and finds its article. Throws a UserError that says what to do where either fails. */
export async function readPage(address: string, options: FetchOptions = {}): Promise<ReadableArticle> {
  return readablePage(await fetchPage(address, options));
}
