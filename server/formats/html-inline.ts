// From a run of text and inline tags to the one string: tags become codes, white space collapses as a browser shows it.
import type { Code, Place } from '../model.ts';
import { form, freeNumbers } from '../text/inline.ts';
import type { HtmlToken } from './html-tokens.ts';

/** A part of a run: text (decoded), a tag, or something single (a void element, a protected one, a comment). */
export interface RunItem extends Place {
  kind: 'text' | 'open' | 'close' | 'single';
  /** The element's name, '' for text. */
  name: string;
  /** The code's type, '' for text. */
  type: string;
  /** Decoded text, '' for tags. */
  text: string;
  /** For something single: whether it belongs to the sentence even at its edge. */
  spoken?: boolean;
  /** The other end of a pair. */
  partner?: RunItem;
  /** The start tag of something that opens. */
  tag?: HtmlToken;
}

/** The places of a code's native form in the file's text. */
export interface CodePlace {
  open: Place;
  close: Place | null;
}

/** What a run says: its one string, its codes with their places, and the stretch that the string stands for. */
export interface RunText extends Place {
  text: string;
  codes: Code[];
  places: Record<number, CodePlace>;
  /** The tags of pairs around all of it, which are left outside of the string; outermost first. */
  around: HtmlToken[];
  /** The stretch of the outermost such pair. */
  wrap: Place | null;
}

/** Reads a run. null where it says nothing: no letter, no digit. `keep` keeps white space as in a pre element. */
export function readRun(items: readonly RunItem[], source: string, keep: boolean): RunText | null {
  const said = items.map((item) => item.text).join('');
  if (!/[\p{L}\p{N}]/u.test(said)) return null;
  const { inner, around, wrap } = trimmed(mergeSilent(paired(items)));
  const first = inner[0];
  const last = inner.at(-1);
  if (!first || !last) return null;
  const lead = first.kind === 'text' ? /^[ \t\n\r\f]*/.exec(source.slice(first.start, first.end)) : null;
  const tail = last.kind === 'text' ? /[ \t\n\r\f]*$/.exec(source.slice(last.start, last.end)) : null;
  const place = { start: first.start + (lead?.[0].length ?? 0), end: last.end - (tail?.[0].length ?? 0) };
  return { ...oneString(inner, source, keep), ...place, around, wrap };
}

/** Finds the pairs. A tag that crosses another pair, or has no other end in the run, is something single. */
function paired(items: readonly RunItem[]): RunItem[] {
  const out = items.map((item) => ({ ...item }));
  const open: RunItem[] = [];
  const waiting = new Map<string, number>();
  const count = (name: string, by: number) => waiting.set(name, (waiting.get(name) ?? 0) + by);
  for (const item of out) {
    if (item.kind === 'open') {
      open.push(item);
      count(item.name, 1);
    }
    // Without the count, a page of stray end tags would search all that is open for each of them.
    if (item.kind !== 'close' || !waiting.get(item.name)) continue;
    for (let opening = open.pop(); opening; opening = open.pop()) {
      count(opening.name, -1);
      if (opening.name !== item.name) continue;
      opening.partner = item;
      item.partner = opening;
      break;
    }
  }
  for (const item of out) if (item.kind !== 'text' && !item.partner) item.kind = 'single';
  return out;
}

/** A pair without a word in it (an empty anchor, a link around a picture) is one single thing. */
function mergeSilent(items: readonly RunItem[]): RunItem[] {
  const out: RunItem[] = [];
  const index = new Map(items.map((item, i) => [item, i]));
  let saidBefore = 0;
  const said = items.map((item) => (saidBefore += item.spoken || item.text.trim() !== '' ? 1 : 0));
  for (let i = 0; i < items.length; i++) {
    const item = items[i] as RunItem;
    const to = item.kind === 'open' && item.partner ? (index.get(item.partner) ?? -1) : -1;
    const end = items[to];
    if (!end || said[to] !== said[i]) {
      out.push(item);
      continue;
    }
    const shown = items.slice(i, to).find((one) => one.type === 'image');
    const { partner: _, ...rest } = item;
    out.push({ ...rest, kind: 'single', type: shown?.type ?? item.type, end: end.end });
    i = to;
  }
  return out;
}

/** Leaves outside what does not belong to the sentence: spaces, pictures and breaks at its edges, a pair around all of it. */
function trimmed(items: readonly RunItem[]): { inner: RunItem[] } & Pick<RunText, 'around' | 'wrap'> {
  const around: HtmlToken[] = [];
  let wrap: Place | null = null;
  let from = 0;
  let to = items.length;
  const silent = (item: RunItem | undefined) =>
    item && ((item.kind === 'single' && !item.spoken) || (item.kind === 'text' && item.text.trim() === ''));
  for (;;) {
    while (from < to && silent(items[from])) from++;
    while (to > from && silent(items[to - 1])) to--;
    const first = items[from];
    if (from >= to || first?.kind !== 'open' || first.partner !== items[to - 1]) break;
    wrap ??= { start: first.start, end: items[to - 1]?.end ?? first.end };
    if (first.tag) around.push(first.tag);
    from++;
    to--;
  }
  return { inner: items.slice(from, to), around, wrap };
}

function oneString(
  items: readonly RunItem[],
  source: string,
  keep: boolean,
): Pick<RunText, 'text' | 'codes' | 'places'> {
  const numbers = freeNumbers(items.map((item) => item.text).join(''));
  const ids = new Map<RunItem, number>();
  const codes: Code[] = [];
  const places: Record<number, CodePlace> = {};
  const shown = keep ? items.map((item) => item.text) : collapsed(items);
  const parts = items.map((item, i) => {
    if (item.kind === 'text') return shown[i] ?? '';
    if (item.kind === 'close') return form('close', (item.partner && ids.get(item.partner)) ?? 0);
    const id = numbers.next().value;
    ids.set(item, id);
    places[id] = { open: placeOf(item), close: item.partner ? placeOf(item.partner) : null };
    codes.push(codeOf(id, item, source));
    return form(item.kind, id);
  });
  return { text: parts.join('').trim(), codes, places };
}

/** The items' texts as a browser shows them: one space for many, across tags too, and none behind a line break. */
function collapsed(items: readonly RunItem[]): string[] {
  let afterSpace = true;
  return items.map((item) => {
    if (item.kind === 'single' && item.type !== 'comment') afterSpace = item.type === 'break';
    if (item.kind !== 'text') return '';
    const single = item.text.replace(/[ \t\n\r\f]+/g, ' ');
    const text = afterSpace ? single.replace(/^ /, '') : single;
    if (text !== '') afterSpace = text.endsWith(' ');
    return text;
  });
}

const placeOf = (item: RunItem): Place => ({ start: item.start, end: item.end });

function codeOf(id: number, item: RunItem, source: string): Code {
  const close = item.kind === 'open' && item.partner ? source.slice(item.partner.start, item.partner.end) : '';
  const native = { open: source.slice(item.start, item.end), close };
  return { id, kind: item.kind === 'open' ? 'pair' : 'single', type: item.type, native };
}
