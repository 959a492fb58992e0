// An article as a page of two columns, for a reader outside the tool: source and translation side by side.
import type { State } from '../model.ts';
import { pieces } from '../text/inline.ts';
import type { BilingualArticle, BilingualBlock, BilingualOptions, BilingualSegment } from './bilingual.ts';
import { EXPORTED } from './html-table.ts';

const STATES: Record<State, string> = {
  empty: 'not translated',
  suggested: 'suggested, read by nobody',
  draft: 'draft',
  translated: 'not approved yet',
  approved: '',
  rejected: 'rejected',
  omitted: 'left out',
};

const STYLE = `body{font:1rem/1.5 Georgia,serif;margin:2rem auto;max-width:70rem;padding:0 1rem;color:#1a1a1a;background:#fff}
table{border-collapse:collapse;width:100%}
th,td{border-top:1px solid #ccc;padding:.5rem .75rem;text-align:start;vertical-align:top;width:50%}
.title td,.crosshead td{font-weight:bold}
.code{color:#767676;font:.8em sans-serif}
.state{color:#8a1c00;display:block;font:.8rem sans-serif}`;

/**
 * The whole page as HTML, one row a segment, named by its id; whatever is not approved says so. Codes are written as the
 * one string has them, so that the page can come back corrected. Empty targets hold the source on demand.
 */
export function writeTable(article: BilingualArticle, options: BilingualOptions): string {
  const rows = article.blocks.flatMap((block) =>
    block.segments.map((segment) => row(article, block, segment, options)),
  );
  const { title, from, to } = article;
  return `<!doctype html>
<html lang="${escaped(to)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="${EXPORTED}" content="${escaped(options.head.at)}">
<meta name="generator" content="${escaped(`${options.head.tool} ${options.head.toolVersion}`)}">
<title>${escaped(title)}</title>
<style>
${STYLE}
</style>
</head>
<body>
<h1 lang="${escaped(from)}">${escaped(title)}</h1>
<table>
<thead><tr><th scope="col">${escaped(from)}</th><th scope="col">${escaped(to)}</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>
</body>
</html>
`;
}

function row(
  { from, to }: BilingualArticle,
  block: BilingualBlock,
  { id, source, target, codes, state, reason }: BilingualSegment,
  { fillEmpty }: BilingualOptions,
): string {
  const said = [STATES[state], reason ?? ''].filter((part) => part !== '').join(': ');
  const note = said === '' ? '' : `<span class="state" lang="en">${escaped(said)}</span>`;
  const shown = target === '' && fillEmpty && state !== 'omitted' ? source : target;
  const cell = (language: string, text: string, more = '') =>
    `<td lang="${escaped(language)}">${marked(text, codes)}${more}</td>`;
  return `<tr id="s${id}" class="${block.role}">${cell(from, source)}${cell(to, shown, note)}</tr>`;
}

/** A text with its codes in grey. */
function marked(text: string, codes: BilingualSegment['codes']): string {
  return pieces(text, codes)
    .map((piece) => {
      const shown = escaped(piece.text).replaceAll('\n', '<br>');
      return piece.kind === 'text' ? shown : `<span class="code">${shown}</span>`;
    })
    .join('');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
