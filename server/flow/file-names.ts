// What a file that leaves is called.
import type { Format, Language } from '../model.ts';

const ENDINGS: Record<string, string> = {
  tmx: 'tmx',
  xliff: 'xlf',
  xliff2: 'xlf',
  xliff21: 'xlf',
  table: 'html',
  'table-docx': 'docx',
};
const FORMATS: Record<Format, string> = {
  text: 'txt',
  html: 'html',
  markdown: 'md',
  docx: 'docx',
  odt: 'odt',
  xliff: 'xlf',
};
const LONGEST = 80;

/** `dojo.fr.txt` leaves as `dojo.en.txt`, or as `dojo.fr-en.tmx`; a title becomes a name that every file system takes. */
export function fileNameOf(
  name: string,
  as: string,
  { from, to, format }: { from: Language; to: Language; format: Format },
): string {
  const [, stem = name, ending] = /^(.*?)(?:\.([a-z0-9]{1,5}))?$/is.exec(name) ?? [];
  const bare = stem.toLowerCase().endsWith(`.${from.toLowerCase()}`) ? stem.slice(0, -from.length - 1) : stem;
  const safe = bare
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}._-]+/gu, '-')
    .replace(/^[-.]+|[-.]+$/g, '')
    .slice(0, LONGEST);
  const start = safe === '' ? 'article' : safe;
  if (as === 'article') return `${start}.${to}.${ending ?? FORMATS[format]}`;
  return `${start}.${from}-${to}.${ENDINGS[as] ?? as}`;
}
