// Finds the article in a page of the web, and gives it as a clean page of its own.
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { UserError } from '../errors.ts';
import { decoderOf } from '../formats/charset.ts';
import { bomOf, decode } from '../formats/decode.ts';
import { roleOfClass } from '../formats/html-roles.ts';
import { type CleanElement, cleaned } from './clean.ts';
import type { FetchedPage } from './fetch-page.ts';

/** An article as a web page tells it; null where the page does not say. */
export interface ReadableArticle {
  /** Where the page was found. */
  address: string;
  title: string;
  byline: string | null;
  /** When it was published, as the page writes it for machines: ISO 8601, as a rule. */
  published: string | null;
  /** BCP-47. */
  language: string | null;
  /** A whole HTML page with the title, the byline and the article's own markup; no script, style or form. */
  html: string;
}

/** What readability is handed: a document of linkedom. */
interface PageDocument {
  documentElement: CleanElement | null;
  head: CleanElement;
  querySelector(selector: string): CleanElement | null;
  querySelectorAll(selector: string): Iterable<CleanElement>;
  createElement(name: string): CleanElement;
}

/** Pages beyond it are no articles, and would hold the process up. */
const MOST_ELEMENTS = 20_000;
/** As deep as an HTML file is read. */
const DEEPEST = 256;

/** Finds the article. Throws a UserError where the page cannot be read or holds none. */
export function readablePage(page: FetchedPage): ReadableArticle {
  const document = parsed(textOf(page));
  refuseHuge(document);
  const language = document.documentElement?.getAttribute('lang')?.trim() || null;
  setBase(document, page.address);
  const found = new Readability<CleanElement>(document, {
    classesToPreserve: telling(document),
    serializer: (node: CleanElement) => node,
  }).parse();
  if (!found?.content || !found.textContent?.trim())
    throw new UserError(
      'no-article',
      'No article was found in this page. Save it in your browser, and import the file.',
      422,
    );
  const title = line(found.title) ?? new URL(page.address).host;
  const byline = line(found.byline);
  const about = { address: page.address, title, byline, published: line(found.publishedTime), language };
  return { ...about, html: composed(document, about, cleaned(found.content)) };
}

/** What the server says of the charset goes before what the page says (HTML, "determining the character encoding"). */
function textOf({ bytes, charset }: FetchedPage): string {
  if (charset === null || bomOf(bytes) !== null) return decode(bytes, 'The page').text;
  try {
    return decoderOf(charset)(bytes);
  } catch {
    return decode(bytes, 'The page').text;
  }
}

function parsed(text: string): PageDocument {
  const { document } = parseHTML(text) as unknown as { document: PageDocument };
  if (document.documentElement?.localName === 'html') return document;
  // Browsers add the elements that a page leaves out; linkedom does not.
  const whole = `<!DOCTYPE html><html><head></head><body>${text}</body></html>`;
  return (parseHTML(whole) as unknown as { document: PageDocument }).document;
}

function refuseHuge(document: PageDocument): void {
  let count = 0;
  const depths = new Map<CleanElement | null, number>();
  for (const element of document.querySelectorAll('*')) {
    const depth = (depths.get(element.parentElement) ?? 0) + 1;
    depths.set(element, depth);
    if (++count > MOST_ELEMENTS || depth > DEEPEST)
      throw new UserError(
        'page-too-complex',
        `The page holds more than ${MOST_ELEMENTS} elements, or nests more than ${DEEPEST}; no article does. Save the article alone, and import the file.`,
        413,
      );
  }
}

/** Links are made whole against the page's own base, which stands against its address. */
function setBase(document: PageDocument, address: string): void {
  const base = document.querySelector('base[href]') ?? document.head.appendChild(document.createElement('base'));
  const href = base.getAttribute('href') ?? '';
  base.setAttribute('href', URL.canParse(href, address) ? new URL(href, address).href : address);
}

/** Classes that say what role a paragraph plays; the rest is the design of a site. */
function telling(document: PageDocument): string[] {
  const names = [...document.querySelectorAll('[class]')].flatMap(
    (one) => one.getAttribute('class')?.split(/\s+/) ?? [],
  );
  return [...new Set(names)].filter((name) => roleOfClass(name) !== undefined);
}

function line(text: string | null | undefined): string | null {
  return text?.replace(/\s+/g, ' ').trim() || null;
}

function composed(
  document: PageDocument,
  { title, byline, published, address, language }: Omit<ReadableArticle, 'html'>,
  content: CleanElement,
): string {
  const make = (name: string, attributes: Record<string, string>, text = '') => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value.replaceAll('&', '&amp;'));
    element.textContent = text;
    return element.outerHTML;
  };
  const heading = make('h1', {}, title);
  const head = [
    '<meta charset="utf-8">',
    // linkedom escapes nothing in a title; in a heading it does.
    heading.replace(/^<h1>/, '<title>').replace(/<\/h1>$/, '</title>'),
    make('link', { rel: 'canonical', href: address }),
    ...(byline === null ? [] : [make('meta', { name: 'author', content: byline })]),
    ...(published === null ? [] : [make('meta', { property: 'article:published_time', content: published })]),
  ];
  const body = [
    heading,
    ...(byline === null ? [] : [make('p', { class: 'byline' }, byline)]),
    // Readability names the elements that it makes in capitals.
    content.innerHTML.replace(/<\/?[A-Z]+(?=[\s>])/g, (tag) => tag.toLowerCase()),
  ];
  const html = make('html', language === null ? {} : { lang: language }).replace('</html>', '');
  return `<!DOCTYPE html>\n${html}\n<head>\n${head.join('\n')}\n</head>\n<body>\n<article>\n${body.join('\n')}\n</article>\n</body>\n</html>\n`;
}
