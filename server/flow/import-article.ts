// Step 1: an article comes in. Its file is read into blocks, page furniture and stray copies are told apart, and every
// block is cut into sentences.
import { NotYet } from '../errors.ts';
import type { Format, Language } from '../model.ts';
import type { Desk } from './desk.ts';

/** A file to be imported. Its own language wins over `from`. */
export interface ArticleFile {
  bytes: Uint8Array;
  fileName: string | null;
  from?: Language;
  to?: Language;
  title?: string;
  format?: Format;
}

/** What an import says of the article: counts as {@link ArticleCounts} defines them. */
export interface ImportedArticle {
  id: number;
  title: string;
  from: Language;
  to: Language;
  format: Format;
  version: number;
  paragraphs: number;
  segments: number;
  words: number;
  signs: number;
  repeated: number;
  boilerplate: number;
  /** 'unknown' where the page says that it is itself a translation. */
  translationOf: string | null;
  /** Sentences that the person should read: a language of its own, a translation, a copy left out. */
  notices: string[];
}

/** Stores the file as a new article, whole or not at all. Throws a UserError for a file that cannot be read. */
export async function importArticle(_desk: Desk, _file: ArticleFile, _by: string): Promise<ImportedArticle> {
  throw new NotYet('Articles cannot be imported yet.');
}
