// From the items of an office paragraph to a block: the run that all formats read, with places that only the items have.
import { UserError } from '../errors.ts';
import type { Place, Role, SourceBlock } from '../model.ts';
import { type CodePlace, type RunItem, readRun } from './html-inline.ts';
import type { OfficeItem, ParagraphLayout } from './office-items.ts';

/** What a code is called: by the characters of something single, of a format, or of an element around text. */
export interface CodeTypes {
  single(xml: string): string;
  format(xml: string): string;
  around(xml: string): string;
}

/** A paragraph whose items are known. */
export interface OfficeParagraph extends Omit<ParagraphLayout, 'in' | 'before' | 'after' | 'codes'> {
  items: readonly OfficeItem[];
  role: Role;
}

/** Stretches of text, changes of format and everything else in one paragraph. */
const MOST_ITEMS = 12_000;

/** The block of a paragraph; none where it says nothing. Throws a UserError for one of more parts than any article has. */
export function officeBlock({ items, role, ...layout }: OfficeParagraph, types: CodeTypes): SourceBlock[] {
  if (items.length > MOST_ITEMS)
    throw new UserError('too-many-codes', 'A paragraph changes its format more than 5000 times; no article does.');
  const { source, runs } = synthetic(items, types);
  const read = readRun(runs, source, false);
  if (!read) return [];
  const at = (place: Place) => itemAt(items, runs, place);
  const codes = Object.fromEntries(Object.entries(read.places).map(([id, places]) => [id, codeItems(places, at)]));
  const whole: ParagraphLayout = { in: 'paragraph', ...layout, ...outside(items, runs, read), codes };
  return [{ role, text: read.text, codes: read.codes, layout: whole }];
}

function codeItems({ open, close }: CodePlace, at: (place: Place) => OfficeItem) {
  return { open: at(open), close: close ? at(close) : null };
}

/** What stands at a place; several items, where a pair without a word in it has become one code. */
function itemAt(items: readonly OfficeItem[], runs: readonly RunItem[], { start, end }: Place): OfficeItem {
  const inside = items.filter((_, i) => (runs[i]?.start ?? -1) >= start && (runs[i]?.end ?? end + 1) <= end);
  const [only] = inside;
  return only && inside.length === 1 ? only : { kind: 'group', items: inside };
}

/** The items as a run of a page, with places in a text that only they have. */
function synthetic(items: readonly OfficeItem[], types: CodeTypes): { source: string; runs: RunItem[] } {
  let source = '';
  const runs = items.map((item, i): RunItem => {
    const start = source.length;
    // Every place must be one item's own, so what has no characters gets a mark.
    source += item.kind === 'text' ? item.text : item.kind === 'group' ? `<${i}>` : item.xml || `<${i}>`;
    const place = { start, end: source.length };
    if (item.kind === 'text') return { kind: 'text', name: '', type: '', text: item.text, ...place };
    if (item.kind === 'single' || item.kind === 'group') {
      const type = item.kind === 'single' ? types.single(item.xml) : 'other';
      return { kind: 'single', name: 'single', type, text: '', spoken: type === 'note', ...place };
    }
    const type = item.name === 'around' ? types.around(item.xml) : types.format(item.xml);
    return { kind: item.kind, name: item.name, type, text: '', ...place };
  });
  return { source, runs };
}

/** What a block's text leaves outside of it: spaces, pictures and marks at the edges of the paragraph. */
function outside(
  items: readonly OfficeItem[],
  runs: readonly RunItem[],
  { start, end }: Place,
): Pick<ParagraphLayout, 'before' | 'after'> {
  const before: OfficeItem[] = [];
  const after: OfficeItem[] = [];
  items.forEach((item, i) => {
    const run = runs[i];
    if (!run) return;
    if (item.kind === 'text') {
      before.push({ kind: 'text', text: item.text.slice(0, Math.max(0, start - run.start)) });
      after.push({ kind: 'text', text: run.end > end ? item.text.slice(Math.max(0, end - run.start)) : '' });
    } else if (run.end <= start) before.push(item);
    else if (run.start >= end) after.push(item);
  });
  const said = (item: OfficeItem) => item.kind !== 'text' || item.text !== '';
  return { before: before.filter(said), after: after.filter(said) };
}

/** Programs put a picture's file name where its description belongs. */
export function isFileName(text: string): boolean {
  return /^[^\s]+\.[a-z]{3,4}$/i.test(text);
}
