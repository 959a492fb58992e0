// Names of XLIFF, 1.2 and 2, and what they are with us.
import { UserError } from '../errors.ts';
import type { XmlLimits } from './xml.ts';

/** What a file may cost. Skeletons stand in one piece, often in base64, and may be long; texts may not. */
export const XLIFF_LIMITS: Partial<XmlLimits> = { long: new Set(['internal-file', 'skeleton']) };

const MOST_IN_UNIT = 10_000;

/** Refuses a file in whose unit more elements stand than any has; `line` is where it says so. */
export function refuseMuch(inUnit: number, line: number): void {
  if (inUnit > MOST_IN_UNIT)
    throw new UserError('refused-xml', `Line ${line}: a unit holds more than ${MOST_IN_UNIT} elements.`, 400, { line });
}

/** The namespace of XLIFF 1.2. */
export const XLIFF12 = 'urn:oasis:names:tc:xliff:document:1.2';
/** The namespace of XLIFF 2.0 and 2.1. */
export const XLIFF20 = 'urn:oasis:names:tc:xliff:document:2.0';
/** The namespaces of the modules that we write. */
export const MODULES = {
  mtc: 'urn:oasis:names:tc:xliff:matches:2.0',
  gls: 'urn:oasis:names:tc:xliff:glossary:2.0',
  mda: 'urn:oasis:names:tc:xliff:metadata:2.0',
};
/** Our own attributes, where a standard has none: who wrote a note. */
export const OWN = 'urn:bitexte:xliff';

/** What a note says that carries the reason of a rejection or an omission: `from` in 1.2, `category` in 2. */
export const REASONS = { rejected: 'bitexte:rejected', omitted: 'bitexte:omitted' } as const;

const DATATYPES: Record<string, string> = { text: 'plaintext', html: 'html', xliff: 'xml' };

/** The value of 1.2's `datatype` for a format of ours. */
export function datatypeOf(format: string): string {
  return DATATYPES[format] ?? `x-${format}`;
}

const PAIR_CTYPES: Record<string, string> = { bold: 'bold', italic: 'italic', underline: 'underlined', link: 'link' };
const SINGLE_CTYPES: Record<string, string> = { image: 'image', break: 'lb' };
const FROM_CTYPE: Record<string, string> = {
  underlined: 'underline',
  lb: 'break',
  'x-underlined': 'underline',
  'x-lb': 'break',
};

/** The value of 1.2's `ctype`; null for a code of which nothing is known. */
export function ctypeOf(type: string, kind: 'pair' | 'single'): string | null {
  if (type === 'other' || type === '') return null;
  const known = (kind === 'pair' ? PAIR_CTYPES : SINGLE_CTYPES)[type];
  return known ?? `x-${type.replace(/\s+/g, '-')}`;
}

/** Our type for a `ctype`. */
export function typeOfCtype(ctype: string | undefined): string {
  if (!ctype) return 'other';
  return FROM_CTYPE[ctype] ?? ctype.replace(/^x-/, '');
}

const SUBTYPES: Record<string, { type: string; subType?: string }> = {
  bold: { type: 'fmt', subType: 'xlf:b' },
  italic: { type: 'fmt', subType: 'xlf:i' },
  underline: { type: 'fmt', subType: 'xlf:u' },
  break: { type: 'fmt', subType: 'xlf:lb' },
  link: { type: 'link' },
  image: { type: 'image' },
};

/** The values of 2.0's `type` and `subType`. */
export function type2Of(type: string): { type?: string; subType?: string } {
  if (type === 'other' || type === '') return {};
  return SUBTYPES[type] ?? { type: 'other', subType: `bitexte:${type.replace(/[:\s]+/g, '-')}` };
}

/** Our type for a `type` and `subType` of 2.0. */
export function typeOfType2(type: string | undefined, subType: string | undefined): string {
  if (subType?.startsWith('bitexte:')) return subType.slice('bitexte:'.length);
  const known = Object.entries(SUBTYPES).find(([, value]) => value.subType === subType && value.type === type);
  return known?.[0] ?? (subType ? subType.replace(/^xlf:/, '') : (type ?? 'other'));
}

/** How 1.2 says that a text was rejected, by the words of the reason. */
export function rejectionOf(reason: string | null): string {
  const about = (reason ?? '').toLowerCase();
  if (/gramm|accord|conjug/.test(about)) return 'rejected-grammar';
  if (/spell|typo\b|orthogra|coquille/.test(about)) return 'rejected-spelling';
  if (/\b(too long|too short|length|trop long|trop court|longueur)/.test(about)) return 'rejected-length';
  return 'rejected-inaccurate';
}
