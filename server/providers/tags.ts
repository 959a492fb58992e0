// Inline codes on their way through a service that keeps XML tags: `<1>…</1>` goes out as `<g id="1">…</g>`, `<2/>` as
// `<x id="2"/>`, and what comes back is taken only when every code is there once, whole and uncrossed.
import type { Code } from '../model.ts';
import { codeFaults } from '../text/code-faults.ts';
import { form, pieces } from '../text/inline.ts';

/** The element names that stand for codes; a service may be told never to cut a sentence at them. */
export const TAG_NAMES = ['g', 'x'];

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** A one-string text as well-formed XML content. Signs that XML 1.0 §2.2 forbids become spaces. */
export function toTags(text: string, codes: readonly Code[]): string {
  return pieces(text, codes)
    .map((piece) => {
      if (piece.kind === 'text') return escaped(piece.text);
      if (piece.kind === 'single') return `<x id="${piece.id}"/>`;
      return piece.kind === 'open' ? `<g id="${piece.id}">` : '</g>';
    })
    .join('');
}

function escaped(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, (sign) => (/[\t\n\r\x85]/.test(sign) ? sign : ' '))
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

/**
 * Reads a service's reply back into one string. null when the tags are not well-formed, not ours, or when a code of the
 * source is lost, doubled or crossed.
 */
export function fromTags(reply: string, source: string, codes: readonly Code[]): string | null {
  const open: number[] = [];
  let out = '';
  for (const token of reply.match(/<[^>]*>?|[^<]+/g) ?? []) {
    const piece = token.startsWith('<') ? codeOf(token, open) : unescaped(token);
    if (piece === null) return null;
    out += piece;
  }
  return open.length === 0 && codeFaults(source, out, codes).length === 0 ? out : null;
}

/** One tag as the code's end that it stands for; null for a tag that is none of ours. Keeps `open` up to date. */
function codeOf(tag: string, open: number[]): string | null {
  const [, name, id, slash] = /^<([gx])\s+id\s*=\s*["'](\d{1,9})["']\s*(\/?)>$/.exec(tag) ?? [];
  if (name === 'x' && slash) return form('single', Number(id));
  if (name === 'g' && !slash) {
    open.push(Number(id));
    return form('open', Number(id));
  }
  if (name === 'g') return form('open', Number(id)) + form('close', Number(id));
  const closed = /^<\/g\s*>$/.test(tag) ? open.pop() : undefined;
  return closed === undefined ? null : form('close', closed);
}

/** A reply's text without any tag, for when they came back broken. */
export function withoutTags(reply: string): string {
  return unescaped(reply.replace(/<\/?[gx]\b[^<>]*\/?>?/g, ''))
    .replace(/[<>]/g, '')
    .trim();
}

function unescaped(xml: string): string {
  return xml.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,6}));/gi, (whole, decimal, hex, name) => {
    if (name) return ENTITIES[String(name).toLowerCase()] ?? whole;
    const point = decimal ? Number(decimal) : Number.parseInt(hex, 16);
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}
