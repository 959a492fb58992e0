// Marks in the text of a Markdown file that other programs read: templates of site builders, admonitions, definition lists.
import type { RunItem } from './html-inline.ts';

/** The end of a line, with what stands before the next one in a quotation or a list. */
const NEXT_LINE = String.raw`\r?\n(?:[ \t]*>)*[ \t]*`;

/** Each with the program that reads it; their words are no text. */
const MARKS = new RegExp(
  [
    // GitHub, Obsidian: the first line of a quotation says what it is.
    String.raw`^\[![A-Za-z]+\][+-]?[ \t]*(?:${NEXT_LINE}|$)`,
    // Hugo's shortcodes; tags and values of Liquid, Jinja and Nunjucks.
    String.raw`\{\{[<%][^{}]*[>%]\}\}`,
    String.raw`\{%[^{}]*%\}`,
    String.raw`\{\{[^{}]*\}\}`,
    // VitePress, Docusaurus, Pandoc: a line of colons around a container.
    `(?:^|${NEXT_LINE}):{3,}[^\\n]*(?:${NEXT_LINE}|$)`,
    // PHP Markdown Extra, Pandoc: a definition under its term.
    `${NEXT_LINE}:[ \\t]+(?=\\S)`,
  ].join('|'),
  'g',
);

/** A value that the page will show in the sentence. */
const SHOWN = /^\{\{[^<%]/;

/** A stretch of text in pieces: the marks as single codes, the text between. Whole where its characters are not the file's. */
export function templatesApart(text: RunItem, source: string): RunItem[] {
  const raw = source.slice(text.start, text.end);
  const inText = [...text.text.matchAll(MARKS)];
  const inFile = [...raw.matchAll(MARKS)];
  if (inText.length === 0 || inText.length !== inFile.length) return [text];
  const items: RunItem[] = [];
  let [read, at] = [0, 0];
  for (const [i, mark] of inText.entries()) {
    const found = inFile[i] as RegExpExecArray;
    items.push(piece(text, text.text.slice(read, mark.index), at, found.index));
    const place = { start: text.start + found.index, end: text.start + found.index + found[0].length };
    items.push({ kind: 'single', name: 'template', type: 'code', text: '', spoken: SHOWN.test(found[0]), ...place });
    read = mark.index + mark[0].length;
    at = found.index + found[0].length;
  }
  items.push(piece(text, text.text.slice(read), at, raw.length));
  return items.filter(({ start, end }) => end > start);
}

function piece({ start }: RunItem, text: string, from: number, to: number): RunItem {
  return { kind: 'text', name: '', type: '', text, start: start + from, end: start + to };
}
