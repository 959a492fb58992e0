// An article as a table of two columns, for a reader outside the tool: source and translation side by side, as a page or as
// a Word document. Both write the same rows.
import type { Code, Language, Role, State } from '../model.ts';
import { type Piece, pieces } from '../text/inline.ts';
import type { BilingualArticle, BilingualBlock, BilingualOptions, BilingualSegment } from './bilingual.ts';
import { EXPORTED, exportMark } from './table-back.ts';

const STATES: Record<State, string> = {
  empty: 'not translated',
  suggested: 'suggested, read by nobody',
  draft: 'draft',
  translated: 'not approved yet',
  approved: '',
  rejected: 'rejected',
  omitted: 'left out',
};

/** A cell: its language, and its text in pieces, of which those that are no text are codes. */
export interface TableCell {
  language: Language;
  pieces: Piece[];
}

/** A segment as a row. `state` says in words what is not approved; it stands in a row of its own, so that no program adds it to a text. */
export interface TableRow {
  /** The segment's id. */
  id: number;
  role: Role;
  source: TableCell;
  target: TableCell;
  state: string;
}

/** The rows of an article. Codes are written as the one string has them, so that the table can come back corrected. */
export function tableRows(article: BilingualArticle, options: BilingualOptions): TableRow[] {
  return article.blocks.flatMap((block) => block.segments.map((segment) => rowOf(article, block, segment, options)));
}

function rowOf(
  { from, to }: BilingualArticle,
  { role }: BilingualBlock,
  { id, source, target, codes, state, reason }: BilingualSegment,
  { fillEmpty }: BilingualOptions,
): TableRow {
  const shown = target === '' && fillEmpty && state !== 'omitted' ? source : target;
  const cell = (language: Language, text: string): TableCell => ({ language, pieces: pieces(text, codes as Code[]) });
  const said = [STATES[state], reason ?? ''].filter((part) => part !== '').join(': ');
  return { id, role, source: cell(from, source), target: cell(to, shown), state: said };
}

const STYLE = `body{font:1rem/1.5 Georgia,serif;margin:2rem auto;max-width:70rem;padding:0 1rem;color:#1a1a1a;background:#fff}
table{border-collapse:collapse;width:100%}
th,td{border-top:1px solid #ccc;padding:.5rem .75rem;text-align:start;vertical-align:top;width:50%}
.title td,.crosshead td{font-weight:bold}
.code{color:#767676;font:.8em sans-serif}
.state td{border-top:0;color:#8a1c00;font:.8rem sans-serif;padding-top:0;text-align:end}`;

/** The table as a page: a row a segment, named by its id. Empty targets hold the source on demand. */
export function writeTable(article: BilingualArticle, options: BilingualOptions): string {
  const { title, from, to } = article;
  const columns = [from, to].map((tag) => `<th scope="col">${escaped(tag)}</th>`);
  return `<!doctype html>
<html lang="${escaped(to)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="${EXPORTED}" content="${escaped(exportMark(options))}">
<meta name="generator" content="${escaped(`${options.head.tool} ${options.head.toolVersion}`)}">
<title>${escaped(title)}</title>
<style>
${STYLE}
</style>
</head>
<body>
<h1 lang="${escaped(from)}">${escaped(title)}</h1>
<table>
<thead><tr>${columns.join('')}</tr></thead>
<tbody>
${tableRows(article, options).map(row).join('\n')}
</tbody>
</table>
</body>
</html>
`;
}

function row({ id, role, source, target, state }: TableRow): string {
  const note = state === '' ? '' : `\n<tr class="state"><td colspan="2" lang="en">${escaped(state)}</td></tr>`;
  return `<tr id="s${id}" class="${role}">${cell(source)}${cell(target)}</tr>${note}`;
}

/** A text with its codes in grey. */
function cell({ language, pieces: parts }: TableCell): string {
  const marked = parts.map((piece) => {
    const shown = escaped(piece.text).replaceAll('\n', '<br>');
    return piece.kind === 'text' ? shown : `<span class="code">${shown}</span>`;
  });
  return `<td lang="${escaped(language)}">${marked.join('')}</td>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
