// Quotation marks over a whole article: which opens, which closes it (maybe texts later), and how deep it stands.

/** A quotation mark of a list of texts. */
export interface QuoteMark {
  text: number;
  at: number;
  mark: string;
  opens: boolean;
  /** How many quotations stand around its own; null for a mark without its other half. */
  depth: number | null;
}

const MARKS = /[«»“”„"]/g;
const OPENERS = '«“„';
/** Quotations that run over more texts than this are a forgotten mark. */
const FARTHEST = 12;

/** Finds the double marks of flat texts. What closes within its text is paired there first; the rest over the article. */
export function quoteMarks(texts: readonly string[]): QuoteMark[] {
  const all: QuoteMark[] = [];
  const lone: QuoteMark[] = [];
  const pairs: [QuoteMark, QuoteMark][] = [];
  texts.forEach((text, i) => {
    const open: QuoteMark[] = [];
    for (const { index, 0: mark } of text.matchAll(MARKS)) {
      const opens = opensAt(text, index, mark, open);
      if (opens === null) continue;
      const one: QuoteMark = { text: i, at: index, mark, opens, depth: null };
      all.push(one);
      if (opens) lone.push(...pushed(open, one));
      else pairOff(one, open, pairs, lone);
    }
    lone.push(...open);
  });
  pairOver(lone, pairs);
  measure(pairs);
  return all;
}

/** Nobody quotes deeper than this; without a bound, a text of opening marks alone would cost the square of their number. */
const DEEPEST = 32;

/** Adds an opening mark, and answers those that are given up for it. */
function pushed(open: QuoteMark[], one: QuoteMark): QuoteMark[] {
  open.push(one);
  return open.length > DEEPEST ? open.splice(0, 1) : [];
}

function pairOff(close: QuoteMark, open: QuoteMark[], pairs: [QuoteMark, QuoteMark][], lone: QuoteMark[]): void {
  const at = open.findLastIndex(({ mark }) => mayClose(mark, close.mark));
  const opener = open[at];
  if (!opener) {
    lone.push(close);
    return;
  }
  lone.push(...open.splice(at).slice(1));
  pairs.push([opener, close]);
}

/** Pairs of different texts: an opening mark and the next closing one of its kind. */
function pairOver(lone: QuoteMark[], pairs: [QuoteMark, QuoteMark][]): void {
  lone.sort(inOrder);
  let open: QuoteMark[] = [];
  for (const one of lone) {
    open = open.filter(({ text }) => one.text - text <= FARTHEST);
    if (one.opens) {
      pushed(open, one);
      continue;
    }
    const at = open.findLastIndex(({ mark, text }) => text < one.text && mayClose(mark, one.mark));
    const opener = open[at];
    if (!opener) continue;
    open.splice(at);
    pairs.push([opener, one]);
  }
}

function inOrder(one: QuoteMark, other: QuoteMark): number {
  return one.text - other.text || one.at - other.at;
}

function measure(pairs: [QuoteMark, QuoteMark][]): void {
  const around: QuoteMark[] = [];
  for (const [open, close] of pairs.sort(([one], [other]) => inOrder(one, other))) {
    while (around.length > 0 && inOrder(around.at(-1) as QuoteMark, open) < 0) around.pop();
    open.depth = around.length;
    close.depth = around.length;
    around.push(close);
  }
}

const CLOSERS: Readonly<Record<string, string>> = { '«': '»', '“': '”"', '„': '“”', '"': '"”' };

function mayClose(open: string, close: string): boolean {
  return CLOSERS[open]?.includes(close) ?? false;
}

function opensAt(text: string, at: number, mark: string, open: readonly QuoteMark[]): boolean | null {
  if (mark === '“') return open.at(-1)?.mark !== '„';
  if (mark !== '"') return OPENERS.includes(mark);
  const before = text[at - 1] ?? ' ';
  const after = text[at + 1] ?? ' ';
  const opened = open.some((one) => one.mark === '"');
  if (/[\s([{«“\u2014\u2013'’]/.test(before) && /\S/.test(after)) return true;
  if (/\S/.test(before) && /[\s.,;:!?…)\]»”\u2014\u2013]/.test(after)) return isInches(before, opened) ? null : false;
  return isInches(before, opened) ? null : !opened;
}

/** "15.6" behind a digit, with nothing open: inches. */
function isInches(before: string, opened: boolean): boolean {
  return !opened && /\d/.test(before);
}
