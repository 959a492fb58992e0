// Repairing quantities: which of the target's says what the source's says, and how the new one is written there.
import { type Quantity, type Reading, readNumbers } from './numbers.ts';
import type { Repairable } from './repair.ts';
import { monthEdit } from './repair-dates.ts';
import { fitted } from './repair-fitting.ts';
import { isPlain, rewritten, type Trio } from './repair-writing.ts';

/** A stretch of the target (UTF-16 offsets) and what is to stand there. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

/** What the quantities ask for, and both sources with {@link SLOT} in place of every quantity. */
export interface QuantityEdits {
  edits: Edit[];
  query: string;
  source: string;
}

/** Stands for a quantity where two texts are compared without them. */
export const SLOT = '\ue000';

/** The edits that bring the query's quantities into the target; null where that cannot be done for certain. */
export function quantityEdits(pair: Repairable): QuantityEdits | null {
  const [mine, theirs] = comparable(readNumbers(pair.query, pair.from), readNumbers(pair.source, pair.from));
  if (mine.length !== theirs.length) return null;
  const facing = facingQuantities(theirs, readNumbers(pair.target, pair.to));
  const edits: Edit[] = [];
  for (const [i, wanted] of mine.entries()) {
    const old = theirs[i] as Quantity;
    if (pair.query.slice(wanted.start, wanted.end) === pair.source.slice(old.start, old.end)) continue;
    if (insideQuotes(pair.source, old.start, old.end)) return null;
    const there = facing[i];
    const found = there ? editFor(pair, { wanted, old, there }) : unreadMonth(pair, wanted, old);
    if (!found) return null;
    edits.push(...found);
  }
  return { edits, query: slotted(pair.query, mine), source: slotted(pair.source, theirs) };
}

/** The edit for a quantity that the target has, or none where it says the same in other digits; null where it is not certain. */
function editFor(pair: Repairable, trio: Trio): Edit[] | null {
  const { wanted, old, there } = trio;
  if (wanted.value === old.value && wanted.unit === old.unit)
    // The same value in other words (« seconde », « secondes ») may be no number at all.
    return wanted.form === 'words' || old.form === 'words' ? null : [];
  const text = rewritten(pair, trio);
  const edit = text === null ? null : fitted(pair.target, { start: there.start, end: there.end, text }, pair.to);
  return edit && [edit];
}

const MONTH = /^--(\d\d)$/;

/** Of "March" and "May" nobody can tell that they are months where "April" is read as one: then months are words in both texts. */
function comparable(mine: Quantity[], theirs: Quantity[]): [Quantity[], Quantity[]] {
  if (mine.length === theirs.length) return [mine, theirs];
  const unnamed = (quantities: Quantity[]) => quantities.filter(({ value }) => !MONTH.test(value));
  return [unnamed(mine), unnamed(theirs)];
}

/** The edit for a month that the target names where nobody reads it as a date: "the March figures". */
function unreadMonth({ target, to }: Repairable, wanted: Quantity, old: Quantity): Edit[] | null {
  const [now, was] = [wanted, old].map(({ value }) => MONTH.exec(value)?.[1]);
  if (now === undefined || was === undefined) return null;
  const edit = monthEdit(target, to, Number(was) - 1, Number(now) - 1);
  return edit && [edit];
}

/** For each quantity of a source the one of the target that says the same, null where none or several others may. */
function facingQuantities(source: readonly Quantity[], target: readonly Quantity[]): (Quantity | null)[] {
  return source.map((one) => {
    const here = source.filter((other) => saysTheSame(one, other));
    const there = target.filter((other) => saysTheSame(one, other));
    return here.length === there.length ? (there[here.indexOf(one)] ?? null) : null;
  });
}

function saysTheSame(one: Quantity, other: Quantity): boolean {
  const readings = (quantity: Quantity): Reading[] => [quantity, ...(quantity.also ?? [])];
  return readings(one).some((a) => readings(other).some((b) => a.value === b.value && sameUnit(a, b)));
}

/** A plain number on one side may count something on the other, whose word the reader of numbers does not know. */
function sameUnit(a: Reading, b: Reading): boolean {
  return a.unit === b.unit && (a.kind === b.kind || (isPlain(a) && isPlain(b)));
}

function slotted(text: string, quantities: readonly Quantity[]): string {
  let out = '';
  let end = 0;
  for (const quantity of quantities) {
    out += `${text.slice(end, quantity.start)}${SLOT}`;
    end = quantity.end;
  }
  return out + text.slice(end);
}

const QUOTED = /\u00ab[^\u00bb]*\u00bb|\u201c[^\u201d]*\u201d|\u2018[^\u2019]*\u2019(?!\p{L})|"[^"]*"/gu;

/** Whether a stretch of a text touches what stands in quotation marks. */
export function insideQuotes(text: string, start: number, end: number): boolean {
  for (const quoted of text.matchAll(QUOTED)) {
    if (quoted.index < end && start < quoted.index + quoted[0].length) return true;
  }
  return false;
}
