// Names with digits stay names: GPT-4, CVE-2024-3094, Log4j, 5G, H100, version 1.2.3.
import type { Found, Scan } from './scan.ts';

const HYPHENS = '-\u2010\u2011';
const LINKS = `${HYPHENS}._+/`;

/** The name with digits that begins at an atom: letters and digits without a space between; null for none. */
export function readName(scan: Scan, at: number): Found | null {
  const end = endOfName(scan, at);
  if (end === at || !isName(scan, at, end)) return null;
  const start = scan.startOf(at);
  const text = scan.text.slice(start, scan.endBefore(end));
  const quantity = { start, end: scan.endBefore(end), kind: 'name', value: nameValue(text), form: 'digits' } as const;
  return { quantity, next: end };
}

/** A name's value: lower case, without spaces, hyphens and points at its joints. */
export function nameValue(text: string): string {
  return text.toLowerCase().replace(/[\s\-\u2010\u2011_]/g, '');
}

/** The index after the letters and digits that hang together from an atom on, across hyphens and points before digits and capitals. */
function endOfName(scan: Scan, at: number): number {
  let next = at;
  for (;;) {
    const kind = scan.atoms[next]?.kind;
    if (kind === 'word' || kind === 'digits') next++;
    else if (next > at && linksOn(scan, next)) next++;
    else return next;
  }
}

function linksOn(scan: Scan, at: number): boolean {
  const sign = scan.sign(at);
  if (!sign || !LINKS.includes(sign)) return false;
  if (scan.digits(at + 1))
    return sign !== '/' && sign !== '.' ? true : sign === '.' && scan.atoms[at - 1]?.kind !== 'space';
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
