// What a desk has settled for itself about where sentences end, beside the rules of the language.

/** After `before` there is no break; or, where `after` is a text, there is always one between the two. */
export interface SegmentationException {
  before: string;
  after: string | null;
}

/** Exceptions ready to be asked. */
export interface Exceptions {
  /** True where a break must not stand at an offset, because of what stands before it. */
  joins(text: string, at: number): boolean;
  /** The offsets at which a break is forced, in order. */
  cuts(text: string): number[];
}

/** Makes a list of exceptions ready; white space around their texts does not count, and an empty `before` says nothing. */
export function compileExceptions(list: readonly SegmentationException[]): Exceptions {
  const wanted = list
    .map(({ before, after }) => ({ before: before.trim(), after: after === null ? null : after.trim() }))
    .filter(({ before }) => before !== '');
  const joining = byLastSign(wanted.filter(({ after }) => after === null).map(({ before }) => before));
  const forced = wanted.filter(({ after }) => after !== null && after !== '');
  return {
    joins: (text, at) => endsWithOne(text, at, joining),
    cuts: (text) => forced.flatMap(({ before, after }) => meetings(text, before, after ?? '')).sort((a, b) => a - b),
  };
}

function byLastSign(texts: readonly string[]): Map<string, string[]> {
  const out = new Map<string, string[]>();
  for (const text of texts) {
    const last = text.slice(-1);
    out.set(last, [...(out.get(last) ?? []), text]);
  }
  return out;
}

const LETTER_OR_DIGIT = /[\p{L}\p{Nd}]/u;

function endsWithOne(text: string, at: number, joining: ReadonlyMap<string, string[]>): boolean {
  if (joining.size === 0) return false;
  let end = at;
  while (end > 0 && /\s/.test(text.charAt(end - 1))) end--;
  const candidates = joining.get(text.charAt(end - 1)) ?? [];
  return candidates.some((before) => text.endsWith(before, end) && isWhole(text, end - before.length));
}

/** True where no word goes on to the left of an offset. */
function isWhole(text: string, start: number): boolean {
  return start === 0 || !LETTER_OR_DIGIT.test(text.charAt(start)) || !LETTER_OR_DIGIT.test(text.charAt(start - 1));
}

function meetings(text: string, before: string, after: string): number[] {
  const out: number[] = [];
  for (let found = text.indexOf(before); found >= 0; found = text.indexOf(before, found + before.length)) {
    let at = found + before.length;
    while (/\s/.test(text.charAt(at))) at++;
    if (isWhole(text, found) && text.startsWith(after, at)) out.push(at);
  }
  return out;
}

/** An exception as a line of such a file. */
export function writeException({ before, after }: SegmentationException): string {
  return after === null ? before : `${before} | ${after}`;
}

/**
 * Reads a file of exceptions, one a line: a text after which there is no break (`Le fichier est signé R.`), or two texts
 * with ` | ` between them where there always is one (`version bêta | Mise à jour`). Empty lines and lines that begin with
 * `#` say nothing. A line with two bars, or with nothing on a side, is a fault.
 */
export function readExceptions(text: string): {
  exceptions: SegmentationException[];
  faults: { line: number; why: string }[];
} {
  const exceptions: SegmentationException[] = [];
  const faults: { line: number; why: string }[] = [];
  text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\n|\r/)
    .forEach((raw, i) => {
      if (raw.trim() === '' || raw.startsWith('#')) return;
      const [before = '', after, ...more] = raw.split('|').map((side) => side.trim());
      if (more.length > 0) faults.push({ line: i + 1, why: 'more than one | in a line' });
      else if (before === '' || after === '') faults.push({ line: i + 1, why: 'nothing stands on one side of the |' });
      else exceptions.push({ before, after: after ?? null });
    });
  return { exceptions, faults };
}
