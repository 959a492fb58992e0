// Names and dates of TMX 1.4b, and what they are with us.
import { UserError } from '../errors.ts';

/** Properties that carry the source texts of a unit's neighbours, under the names that memoQ gives them. */
export const CONTEXT_BEFORE = 'x-context-pre';
/** See {@link CONTEXT_BEFORE}. */
export const CONTEXT_AFTER = 'x-context-post';

/** What `o-tmf` says in files that we write: every unit carries its own provenance there, the header none for it. */
export const OWN_FORMAT = 'bitexte';

/** Property names of other tools for the same: OmegaT's, and older ones. */
export const BEFORE_NAMES: ReadonlySet<string> = new Set([CONTEXT_BEFORE, 'prev', 'x-previous']);
/** See {@link BEFORE_NAMES}. */
export const AFTER_NAMES: ReadonlySet<string> = new Set([CONTEXT_AFTER, 'next', 'x-next']);

/** Attributes of a tu that are kept among a unit's properties under their own names. */
export const TU_ATTRIBUTES: ReadonlySet<string> = new Set([
  'o-encoding',
  'datatype',
  'usagecount',
  'lastusagedate',
  'creationtool',
  'creationtoolversion',
  'segtype',
  'o-tmf',
]);

/** Variants of one unit beyond which a file is refused. */
export const MOST_VARIANTS = 1000;

/** Pairs of one unit beyond which a file is refused: so many come of thirty variants in each of two languages. */
export const MOST_PAIRS = 1000;

/** Properties of the header beyond which a file is refused, for every unit inherits what they say of its project. */
export const MOST_HEADER_PROPS = 100;

/** Refuses a unit of more than {@link MOST_VARIANTS} variants, in the line of the first that is too many. */
export function tooManyVariants(line: number): UserError {
  return new UserError('refused-xml', `Line ${line}: a unit has more than ${MOST_VARIANTS} variants.`, 400, { line });
}

/** Refuses a header of more than {@link MOST_HEADER_PROPS} properties. */
export function tooManyProperties(): UserError {
  return new UserError('refused-xml', `The header has more than ${MOST_HEADER_PROPS} properties.`);
}

const TYPES: Record<string, string> = { underline: 'ulined', break: 'lb', note: 'fnote' };
const OURS = new Map(Object.entries(TYPES).map(([ours, theirs]) => [theirs, ours]));

/** The value of `type` for a code of ours; null where we do not know what it is. */
export function typeOut(type: string): string | null {
  return type === 'other' ? null : (TYPES[type] ?? type);
}

/** Our type of code for a value of `type`. */
export function typeIn(type: string | undefined): string {
  return type === undefined || type === '' ? 'other' : (OURS.get(type) ?? type);
}

/** ISO 8601 in UTC as TMX writes it: `20260901T080000Z`. */
export function dateOut(iso: string): string {
  return iso.replace(/\.\d+(?=Z$)/, '').replace(/[-:]/g, '');
}

/** A date as the field writes it (TMX's own form, ISO, or `Tue Jan 29 12:49:40 2013`) in ISO 8601, UTC; null where it is none. */
export function dateIn(text: string | undefined): string | null {
  if (!text) return null;
  // By far the most frequent form, and no day that a month may lack: nothing is left to check.
  if (/^\d{4}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d)T(?:[01]\d|2[0-3])[0-5]\d[0-5]\dZ$/.test(text))
    return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6, 11)}:${text.slice(11, 13)}:${text.slice(13)}`;
  const basic = /^(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)Z?)?$/.exec(text.trim());
  const iso = basic
    ? `${basic[1]}-${basic[2]}-${basic[3]}T${basic[4] ?? '00'}:${basic[5] ?? '00'}:${basic[6] ?? '00'}Z`
    : /(Z|[+-]\d\d:?\d\d|GMT|UTC)$/.test(text.trim())
      ? text.trim()
      : `${text.trim()} UTC`;
  const time = Date.parse(iso);
  return Number.isNaN(time) ? null : new Date(time).toISOString().replace('.000Z', 'Z');
}
