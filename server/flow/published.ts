// One side of a published pair: a file, a page of the web or an article of the desk, read into its sentences.
import { NotFound } from '../errors.ts';
import { decode } from '../formats/decode.ts';
import { loadFormat } from '../formats/format.ts';
import type { Format, Language } from '../model.ts';
import type { PublishedDocument } from '../model-alignment.ts';
import { withoutCodes } from '../text/inline.ts';
import { sentences } from '../text/segment.ts';
import type { Desk } from './desk.ts';
import { readSource } from './read-source.ts';

/** A file of a published pair, and where it was found. */
export interface PublishedFile {
  bytes: Uint8Array;
  fileName: string;
  format?: Format;
  /** Its address on the web. */
  address?: string;
  /** When it was published. */
  date?: string;
}

/** A side of a published pair, sentence by sentence. */
export interface PublishedText {
  document: PublishedDocument;
  sentences: string[];
}

/** A page of the web as a side of a pair. */
export function publishedPage(page: {
  address: string;
  title: string;
  html: string;
  published: string | null;
}): PublishedFile {
  const { address, title, html, published } = page;
  const date = published === null ? {} : { date: published };
  return { bytes: new TextEncoder().encode(html), fileName: title, format: 'html', address, ...date };
}

/** Reads a file of any format that articles come in. With `lines`, each line of a plain text is one sentence. */
export async function publishedText(file: PublishedFile, language: Language, lines = false): Promise<PublishedText> {
  await loadFormat(file);
  const { fileName: name, address = null, date = null } = file;
  return { document: { name, address, date, article: null }, sentences: sentencesOf(file, language, lines) };
}

/** The source of an article of the desk. Throws {@link NotFound} where none stands. */
export async function publishedArticle({ stores }: Pick<Desk, 'stores'>, id: number): Promise<PublishedText> {
  const article = await stores.articles.get(id);
  if (!article) throw new NotFound(`There is no article ${id}.`);
  const copies = new Set((await stores.articles.blocks(id)).filter((one) => one.copyOf !== null).map((one) => one.id));
  const segments = (await stores.segments.of(id)).filter(({ n, block }) => n > 0 && !copies.has(block));
  return {
    document: { name: article.title, address: article.address, date: null, article: id },
    sentences: segments.map(({ source, codes }) => withoutCodes(source, codes)),
  };
}

/** The sentences of a file that were written by its author: no furniture, no stray copies, no codes. */
function sentencesOf(file: PublishedFile, language: Language, lines: boolean): string[] {
  const { document, blocks, segments } = readSource(file, () => language);
  if (lines && document.format === 'text') return linesOf(file);
  return (
    segments
      .filter(({ block }) => blocks[block]?.role !== 'furniture' && blocks[block]?.copyOf === null)
      .map((segment) => withoutCodes(segment.source, segment.codes))
      // A bilingual file keeps whole paragraphs as its segments where nobody has cut them.
      .flatMap((text) => (document.format === 'xliff' ? sentences(text, language) : text))
  );
}

/** The lines of a decoded file, blank ones as '', without the one behind the last line end. */
function linesOf({ bytes, fileName }: PublishedFile): string[] {
  const lines = decode(bytes, fileName).text.split(/\r\n|\n|\r/);
  if (lines.at(-1) === '') lines.pop();
  return lines.map((line) => line.trim());
}
