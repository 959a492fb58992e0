// Names with digits stay names: GPT-4, CVE-2024-3094, Log4j, 5G, H100, version 1.2.3.
import type { Quantity, Reading } from './quantity.ts';
import { ofDigits, ofWritten, written, ZERO } from './rational.ts';
import type { Found, Scan } from './scan.ts';

const HYPHENS = '-\u2010\u2011';
const LINKS = `${HYPHENS}._+/`;

/** The name with digits that begins at an atom: letters and digits without a space between; null for none. */
export function readName(scan: Scan, at: number): Found | null {
  const phone = endOfPhone(scan, at);
  const end = phone || endOfName(scan, at);
  if (!phone && (end === at || !isName(scan, at, end))) return null;
  const start = scan.startOf(at);
  const text = scan.text.slice(start, scan.endBefore(end));
  const also = alsoPlain(text);
  const quantity: Quantity = {
    start,
    end: scan.endBefore(end),
    kind: 'name',
    value: nameValue(text),
    form: 'digits',
    ...also,
  };
  return { quantity, next: end };
}

const PHONE = /^(?:0\d|33[ \u00a0\u202f.]\d)(?:[ \u00a0\u202f.]\d\d){4}(?!\d)/;
const ATOMS_OF_PHONE = 11;

/** « 01 23 45 67 89 »: the index behind a number to call, French or with the code of France; 0 for none. */
function endOfPhone(scan: Scan, at: number): number {
  if (!/^(?:0\d|33)$/.test(scan.digits(at))) return 0;
  const start = scan.startOf(at);
  const length = PHONE.exec(scan.text.slice(start, start + LONGEST_NAME))?.[0].length ?? 0;
  for (let next = at + 1; length > 0 && next <= at + ATOMS_OF_PHONE; next++)
    if (scan.endBefore(next) === start + length) return next;
  return 0;
}

/** "top-10", « Paris-2024 », "7Å" may also be a word and its number, "FY24" a year,
 * "v2.30" version 2.30. */
function alsoPlain(text: string): { also?: Reading[] } {
  const digits = /^\p{L}+[-\u2010\u2011](\d+)s?$/u.exec(text)?.[1] ?? /^(\d+)\p{L}+$/u.exec(text)?.[1];
  const version = /^[vV](\d+(?:\.\d+)?)$/.exec(text)?.[1];
  if (version) return { also: [{ kind: 'cardinal', value: written(ofWritten(version) ?? ZERO) }] };
  if (digits) return { also: [plainReading(digits)] };
  const fiscal = /^FY((?:20)?\d\d)$/.exec(text)?.[1];
  return fiscal ? { also: [{ kind: 'year', value: fiscal.length === 2 ? `20${fiscal}` : fiscal }] } : {};
}

function plainReading(digits: string): Reading {
  const value = written(ofDigits(digits));
  return { kind: isYear(digits) ? 'year' : 'cardinal', value };
}

/** Four digits of our times. */
export function isYear(digits: string): boolean {
  return /^(?:1[6-9]|20)\d\d$/.test(digits);
}

/**
 * "Claude 3.5", "version 3.2", "4K", "Mistral 7B": decimals with a point behind a name are those of a version, K and B at the end
 * of a name no scale. The quantity is also the number alone. `next` is the index behind the digits and their letter.
 */
export function nameOfVersion(scan: Scan, at: number, next: number, quantity: Quantity): Quantity | null {
  const text = scan.text.slice(quantity.start, quantity.end);
  const scaled = /^\d{1,4}(?:\.\d+)?[BKM]$/.test(text);
  if (!scaled && !/^\d{1,2}\.\d{1,2}$/.test(text)) return null;
  const counts = scaled && isFollowedByNoun(scan, next - 1) && !SHOWN.has(scan.word(next + 1));
  if (counts && !(scan.lexicon.language === 'fr' && RESOLUTIONS.has(text))) return null;
  const name = RESOLUTIONS.has(text) ? quantity.start : /[KM]$/.test(text) ? null : startOfName(scan, at, scaled);
  if (name === null) return null;
  const also: Reading[] = [{ kind: 'cardinal', value: quantity.value }];
  const value = nameValue(scan.text.slice(name, quantity.end));
  return { start: name, end: quantity.end, kind: 'name', value, form: 'digits', also };
}

/** What a resolution is said of: "a 4K screen", but "4K users". */
const SHOWN = new Set(
  'screen screens display displays video videos resolution content footage camera cameras monitor monitors streaming'.split(
    ' ',
  ),
);
const RESOLUTIONS = new Set(['2K', '4K', '5K', '6K', '8K', '3M']);
const VERSIONED = new Set(['version', 'versions', 'web', 'release', 'build', 'jour', 'update', 'firmware']);

/**
 * Where the name begins: with a word before it that has a capital and is none of those before any number; behind "version" or
 * ("Llama 3.1 405B") another number with the digits themselves. Null where no name stands.
 */
function startOfName(scan: Scan, at: number, scaled: boolean): number | null {
  const joined = scan.isSpace(at - 1) || HYPHENS.includes(scan.sign(at - 1) || ' ');
  const before = joined ? at - 2 : -1;
  const word = scan.word(before);
  if (VERSIONED.has(word) || (word === '' && scaled && scan.digits(before) !== '')) return scan.startOf(at);
  const isName =
    word !== '' && !scan.lexicon.notNames.has(word) && (scan.isCapital(before) || isNameWord(scan, before));
  return isName ? scan.startOf(before) : null;
}

const LONGEST_NUMBER_OF_NAME = 5;

/**
 * "iPhone 15", "Windows 11", "Boeing 737": plain digits behind a word with a capital that neither begins the sentence nor
 * is one of the words that stand before any number. The quantity begins with that word and is also the number alone.
 */
export function nameOfPlain(scan: Scan, at: number, quantity: Quantity): Quantity | null {
  const before = scan.isSpace(at - 1) ? at - 2 : -1;
  const digits = scan.digits(at);
  if (before < 0 || scan.atoms[before]?.kind !== 'word' || digits.length > LONGEST_NUMBER_OF_NAME || isYear(digits))
    return null;
  if (!isNameWord(scan, before) || isFollowedByNoun(scan, at)) return null;
  const start = scan.startOf(before);
  const value = nameValue(scan.text.slice(start, quantity.end));
  return { start, end: quantity.end, kind: 'name', value, form: 'digits', also: [plainReading(digits)] };
}

/** iPhone, RTX, or a word with a capital inside a sentence. */
function isNameWord(scan: Scan, at: number): boolean {
  const text = scan.atoms[at]?.text ?? '';
  if (scan.lexicon.notNames.has(scan.word(at)) || scan.lexicon.months.has(scan.word(at))) return false;
  if (/\p{Ll}\p{Lu}/u.test(text) || (text.length > 1 && /^\p{Lu}+$/u.test(text))) return true;
  const previous = scan.atoms[at - 2];
  const opens =
    at === 0 ||
    previous === undefined ||
    /[.!?:\u2026\u00ab\u201c"]/.test(previous.text + (scan.atoms[at - 1]?.text ?? ''));
  return scan.isCapital(at) && !opens;
}

/** « Orange 300 salariés »: a word in small letters behind the number is counted by it, mostly. */
function isFollowedByNoun(scan: Scan, at: number): boolean {
  const behind = scan.isSpace(at + 1) ? at + 2 : -1;
  return (
    behind > 0 &&
    scan.atoms[behind]?.kind === 'word' &&
    !scan.isCapital(behind) &&
    (scan.atoms[behind]?.text.length ?? 0) > 4
  );
}

/** A name's value: lower case, without spaces and hyphens, in the singular ("H100s" is h100). */
function nameValue(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\s\-\u2010\u2011_]/g, '')
    .replace(/(\p{L}\d+)s$/u, '$1');
}

/** In atoms; longer ones are no names, and looking further each time would take the square of the text. */
const LONGEST_NAME = 40;

/** The index after the letters and digits that hang together from an atom on, across hyphens and points before digits and capitals. */
function endOfName(scan: Scan, at: number): number {
  let next = at;
  for (; next - at < LONGEST_NAME; ) {
    const kind = scan.atoms[next]?.kind;
    if (kind === 'word' || kind === 'digits') next++;
    else if (next > at && linksOn(scan, next)) next++;
    else return next;
  }
  return at;
}

function linksOn(scan: Scan, at: number): boolean {
  const sign = scan.sign(at);
  if (!sign || !LINKS.includes(sign)) return false;
  if (scan.digits(at + 1)) return sign !== '/' && (sign !== '.' || scan.atoms[at - 1]?.kind !== 'space');
  return HYPHENS.includes(sign) && scan.isCapital(at + 1);
}

function isName(scan: Scan, at: number, end: number): boolean {
  let [words, digits] = [0, 0];
  for (let i = at; i < end; i++) {
    if (scan.word(i)) words++;
    else if (scan.digits(i)) digits++;
  }
  if (digits === 0) return false;
  return words > 0 ? isMixed(scan, at) : isVersion(scan, at, end);
}

/** Letters before digits (GPT-4), unless the letters are « mi- », "post-"; digits before letters (5G, 3D). */
function isMixed(scan: Scan, at: number): boolean {
  const word = scan.word(at);
  if (!word) return true;
  return !scan.lexicon.glued.has(word);
}

/** 1.2.3, 192.168.0.1: points between at least three numbers. */
function isVersion(scan: Scan, at: number, end: number): boolean {
  let points = 0;
  for (let i = at; i < end; i++)
    if (scan.sign(i) === '.') points++;
    else if (scan.sign(i)) return false;
  return points >= 2;
}
