// Where quotations begin and end on one side, and which of their marks stand alone.

/** A quotation with its marks: offsets of the opening mark and behind the closing one. */
export interface Quotation {
  start: number;
  end: number;
  /** What stands between the marks, trimmed. */
  text: string;
  open: string;
  close: string;
  /** 0 for an outermost one. */
  depth: number;
}

/** A mark without its other half. */
export interface LoneMark {
  kind: 'unclosed' | 'unopened';
  at: number;
  mark: string;
}

/** All that a text quotes. */
export interface Quotations {
  /** In the order of their closing. */
  spans: Quotation[];
  lone: LoneMark[];
}

interface Open {
  mark: string;
  at: number;
}

const CLOSERS: Readonly<Record<string, string>> = {
  '«': '»',
  '“': '”',
  '„': '“”',
  '‹': '›',
  '‘': '’',
  '"': '"',
  "'": "'",
};
const MARKS = /[«»“”„‹›‘’"']/g;
const NO_QUOTATIONS: Quotations = { spans: [], lone: [] };
const MAY_QUOTE = /[«»“”„‹›‘"]|(?<![\p{L}\p{N}])'/u;

/** Whether a span of one side stands in a quotation of two words or more that the other side has letter for letter: a command, a title. */
export function isQuotedVerbatim(start: number, end: number, prose: string, other: string): boolean {
  return quotationsOf(prose).spans.some(
    (one) => one.start < start && one.end > end && /\s/.test(one.text) && other.includes(one.text),
  );
}

/** Reads the quotation marks of a prose: apostrophes, primes of inches and decades ("’90s") are none. */
export function quotationsOf(prose: string): Quotations {
  if (!MAY_QUOTE.test(prose)) return NO_QUOTATIONS;
  const stack: Open[] = [];
  const found: Quotations = { spans: [], lone: [] };
  for (const { 0: mark, index } of prose.matchAll(MARKS)) {
    const role = roleOf(mark, index, prose, stack);
    if (role === 'open') stack.push({ mark, at: index });
    if (role === 'close') close(mark, index, prose, stack, found);
  }
  for (const { mark, at } of stack) found.lone.push({ kind: 'unclosed', at, mark });
  return found;
}

function close(mark: string, at: number, prose: string, stack: Open[], found: Quotations): void {
  const opener = stack.findLastIndex((open) => CLOSERS[open.mark]?.includes(mark));
  if (opener < 0) {
    found.lone.push({ kind: 'unopened', at, mark });
    return;
  }
  for (const left of stack.splice(opener + 1)) found.lone.push({ kind: 'unclosed', at: left.at, mark: left.mark });
  const { mark: open, at: start } = stack.pop() as Open;
  const text = prose.slice(start + 1, at).trim();
  found.spans.push({ start, end: at + 1, text, open, close: mark, depth: stack.length });
}

function roleOf(mark: string, at: number, prose: string, stack: readonly Open[]): 'open' | 'close' | null {
  switch (mark) {
    case '«':
    case '‹':
    case '„':
      return 'open';
    case '“':
      return stack.at(-1)?.mark === '„' ? 'close' : 'open';
    case '"':
      return straightRole(at, prose, stack);
    case '‘':
      return isDecade(prose, at) ? null : 'open';
    case '’':
    case "'":
      return singleRole(mark, at, prose, stack);
    default:
      return 'close';
  }
}

function straightRole(at: number, prose: string, stack: readonly Open[]): 'open' | 'close' | null {
  const opened = stack.some(({ mark }) => mark === '"');
  if (opened) return 'close';
  return /\d/.test(prose[at - 1] ?? '') ? null : 'open';
}

/** An apostrophe is a closing mark only where one was opened and no letter follows; a straight one opens only if it closes later. */
function singleRole(mark: string, at: number, prose: string, stack: readonly Open[]): 'open' | 'close' | null {
  const opener = mark === '’' ? '‘' : "'";
  const before = prose[at - 1] ?? ' ';
  const after = prose.slice(at + 1);
  if (stack.some((open) => open.mark === opener)) {
    if (/^[\p{L}\p{N}]/u.test(after) || /\s/.test(before)) return null;
    return isPossessive(before, after, mark) ? null : 'close';
  }
  const opens = mark === "'" && /[\s([«“\u2014-]/.test(before) && /^[\p{L}\p{N}]/u.test(after) && !isDecade(prose, at);
  return opens && /[\p{L}\p{N},.?!…]'(?![\p{L}\p{N}])/u.test(after) ? 'open' : null;
}

/** "the users’ data’": behind an s, before a small word, with another closing mark to come. */
function isPossessive(before: string, after: string, mark: string): boolean {
  const later = mark === '’' ? /^[^‘]*?[\p{L}\p{N},.?!…]’(?![\p{L}\p{N}])/u : /[\p{L},.?!…]'(?![\p{L}\p{N}])/u;
  return /s/i.test(before) && /^\s\p{Ll}/u.test(after) && later.test(after);
}

function isDecade(prose: string, at: number): boolean {
  return /^\d\d(?:s|\b)/.test(prose.slice(at + 1, at + 4)) && !/^\d{3}/.test(prose.slice(at + 1, at + 4));
}
