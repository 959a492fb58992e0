// Step 1: an article comes in. Its file is read into blocks, page furniture and stray copies are told apart, and every
// block is cut into sentences.
import { NotFound, UserError } from '../errors.ts';
import { loadFormat, readDocument } from '../formats/format.ts';
import type { Format, Language, SourceDocument } from '../model.ts';
import { withoutCodes } from '../text/inline.ts';
import { baseLanguage, sameLanguage } from '../text/language.ts';
import type { Desk } from './desk.ts';
import { withFollowers } from './given-version.ts';
import { cutSource, type ReadSource } from './read-source.ts';
import { rememberRules, settledRules } from './settled-rules.ts';

/** A file to be imported. Its own language wins over `from`. */
export interface ArticleFile {
  bytes: Uint8Array;
  fileName: string | null;
  from?: Language;
  to?: Language;
  title?: string;
  format?: Format;
  /** Where on the web it stands, if it was found there. */
  address?: string;
  /** Whether it must not leave this machine; false where absent. */
  confidential?: boolean;
}

/** An article found in a page of the web, as a file to be imported. */
export function pageFile({ title, html, address }: { title: string; html: string; address: string }): ArticleFile {
  return { bytes: new TextEncoder().encode(html), fileName: null, title, format: 'html', address };
}

/** Something to read about an article that came in: a code with its values for who words it anew, and English. */
export interface ImportNotice {
  code: 'other-language' | 'translation' | 'copies' | 'locked';
  values: Record<string, string | number>;
  message: string;
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
  /** What the person should read: a language of its own, a translation, a copy left out, segments that are locked. */
  notices: ImportNotice[];
}

/** Stores the file as a new article, whole or not at all. Throws a UserError for a file that cannot be read. */
export async function importArticle(desk: Desk, file: ArticleFile, by: string): Promise<ImportedArticle> {
  await loadFormat(file);
  const document = readDocument(file.bytes, { fileName: file.fileName, format: file.format });
  const { from, to } = languagesOf(document, file);
  const rules = await settledRules(desk, from);
  const source = cutSource(document, from, rules);
  const title = titleOf(source, file);
  const { blocks, translationOf } = source;
  const segments = withFollowers(source.segments);
  const { bytes, fileName, address = null, confidential = false } = file;
  const at = desk.now();
  const { format } = document;
  const id = await desk.stores.articles.add({
    title,
    from,
    to,
    format,
    translationOf,
    address,
    confidential,
    bytes,
    fileName,
    layout: null,
    blocks,
    segments,
    by,
    at,
  });
  await rememberRules(desk, id, rules);
  const article = await desk.stores.articles.get(id);
  if (!article) throw new NotFound(`Article ${id} was deleted at once.`);
  const { states: _, ...counts } = article.counts;
  return { id, title, from, to, format, version: 1, ...counts, translationOf, notices: noticesOf(source, file) };
}

function languagesOf(document: SourceDocument, file: ArticleFile): { from: Language; to: Language } {
  const own = matching(document.language, file.from);
  const from = own && (document.target || !isTemplate(own, file)) ? own : file.from;
  if (!from) throw new UserError('no-language', 'The file does not say its language: give it with --from.');
  // Templates name their own language twice.
  const named = document.target?.toLowerCase() === from.toLowerCase() ? null : document.target;
  const to = named ?? file.to ?? (baseLanguage(from) === 'fr' ? 'en' : 'fr');
  if (from.toLowerCase() === to.toLowerCase())
    throw new UserError(
      'same-language',
      `The article would be translated from ${from} into ${to}: choose two languages.`,
    );
  return { from, to };
}

/** True where a page says the language that it is to be translated into: that is its template speaking. */
function isTemplate(own: Language, { from, to }: ArticleFile): boolean {
  return from !== undefined && to !== undefined && sameLanguage(own, to) && !sameLanguage(from, to);
}

/** The file's own language; where it is only less exact than what was asked for (fr beside fr-CA), the exact one. */
function matching(own: Language | null, asked: Language | undefined): Language | null {
  if (!own || !/^[a-z]{2,3}(-[a-z0-9]{1,8})*$/i.test(own)) return null;
  return asked?.toLowerCase().startsWith(`${own.toLowerCase()}-`) ? asked : own;
}

const LONGEST_TITLE = 200;

function titleOf({ document, blocks }: ReadSource, file: ArticleFile): string {
  const heading = blocks.find((block) => block.role === 'title') ?? blocks.find((block) => block.role !== 'furniture');
  const written = heading ? withoutCodes(heading.text, heading.codes) : '';
  const title = [file.title, document.title, written, file.fileName].find((one) => one?.trim());
  const line = (title ?? 'Untitled').replace(/\s+/g, ' ').trim();
  return line.length <= LONGEST_TITLE ? line : `${line.slice(0, LONGEST_TITLE - 1).trimEnd()}\u2026`;
}

function noticesOf({ document, blocks, segments, translationOf }: ReadSource, file: ArticleFile): ImportNotice[] {
  const notices: ImportNotice[] = [];
  const say = (code: ImportNotice['code'], values: ImportNotice['values'], message: string) =>
    notices.push({ code, values, message });
  const own = document.language;
  if (own && file.from && !sameLanguage(own, file.from)) {
    const taken = isTemplate(own, file) ? file.from : own;
    say(
      'other-language',
      { own, asked: file.from, taken },
      `The file says that it is in ${own}, not in ${file.from}: ${taken} was taken.`,
    );
  }
  if (translationOf !== null)
    say(
      'translation',
      {},
      'The page says that it is itself a translation: look for the original before you translate.',
    );
  const copies = blocks.filter((block) => block.copyOf !== null).length;
  if (copies > 0)
    say(
      'copies',
      { copies },
      `The body stands more than once: ${copies} blocks are copies, which follow by themselves and do not leave with the article.`,
    );
  const locked = segments.filter(({ given }) => given?.provenance.locked).length;
  if (locked > 0)
    say(
      'locked',
      { segments: locked },
      `${locked} segments are locked in the file: they keep what it has, and without a translation they are left out.`,
    );
  return notices;
}
