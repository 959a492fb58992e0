// Front matter: the few fields of its YAML or TOML that readers see, each on one line.
import type { Place, SourceBlock } from '../model.ts';
import type { MarkdownLayout } from './markdown-read.ts';

const FIELD =
  /^(title|subtitle|headline|kicker|description|summary|excerpt|standfirst|caption|alt)[ \t]*([:=])[ \t]*(.*?)[ \t]*\r?$/gim;
const ROLES: Readonly<Record<string, SourceBlock['role']>> = {
  title: 'title',
  headline: 'title',
  kicker: 'kicker',
  caption: 'caption',
  alt: 'alt',
};

/** The blocks of front matter, and its title. Values over several lines, lists and anchors are left alone. */
export function matterBlocks(
  source: string,
  place: Place,
  as: 'yaml' | 'toml',
): { blocks: SourceBlock[]; title: string | null } {
  const blocks: SourceBlock[] = [];
  for (const found of source.slice(place.start, place.end).matchAll(FIELD)) {
    const [line, name = '', sign, raw = ''] = found;
    if ((sign === '=') !== (as === 'toml')) continue;
    const text = as === 'toml' ? stringOf(raw) : scalarOf(raw);
    if (text === null || !/[\p{L}\p{N}]/u.test(text)) continue;
    const end = place.start + found.index + line.replace(/[ \t]*\r?$/, '').length;
    const layout: MarkdownLayout = {
      in: as === 'toml' ? 'toml' : 'matter',
      codes: {},
      start: end - raw.length,
      end,
      whole: { start: end, end },
    };
    blocks.push({ role: ROLES[name.toLowerCase()] ?? 'standfirst', text, codes: [], layout });
  }
  return { blocks, title: blocks.find((block) => block.role === 'title')?.text ?? null };
}

/** A scalar's text; null for what is no plain or quoted scalar of one line. */
function scalarOf(raw: string): string | null {
  if (/^'(?:[^']|'')*'$/.test(raw)) return raw.slice(1, -1).replaceAll("''", "'");
  if (/^"(?:[^"\\]|\\.)*"$/.test(raw)) return unquoted(raw);
  return /^[[{|>&*!%@`"'#-]/.test(raw) || /: |\s#/.test(raw) ? null : raw;
}

/** The text of a string of TOML on one line; null for any other value. */
function stringOf(raw: string): string | null {
  if (/^'[^']*'$/.test(raw)) return raw.slice(1, -1);
  return /^"(?:[^"\\]|\\.)*"$/.test(raw) ? unquoted(raw) : null;
}

/** A text as a string of TOML, in the quotes that stood there, or in double ones where it could not stand in single ones. */
export function stringFor(text: string, before: string): string {
  return before.startsWith("'") && !text.includes("'") ? `'${text}'` : JSON.stringify(text);
}

function unquoted(raw: string): string | null {
  try {
    return JSON.parse(raw) as string;
  } catch {
    return null;
  }
}

/** A text as a scalar, in the quotes that stood there, or in double ones where it could not stand without. */
export function scalarFor(text: string, before: string): string {
  if (before.startsWith("'")) return `'${text.replaceAll("'", "''")}'`;
  const plain = !before.startsWith('"') && scalarOf(text) === text && !/:$/.test(text) && text.trim() === text;
  return plain && !/^(true|false|null|yes|no|on|off|~|[\d.+-]+)$/i.test(text) ? text : JSON.stringify(text);
}
