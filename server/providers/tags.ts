// Inline codes on their way through a service that keeps XML tags: `<1>…</1>` goes out as `<g id="1">…</g>`, `<2/>` as
// `<x id="2"/>`, a word that stays as it is as `<k id="1">word</k>`; what comes back is taken only when every code is there
// once, whole and uncrossed.
import { codeFaults } from '../text/code-faults.ts';
import { form, type Piece, pieces } from '../text/inline.ts';
import type { SourceText, Spoilt } from './provider.ts';

/** The element names that stand for codes and kept words; a service may be told never to cut a sentence at them. */
export const TAG_NAMES = ['g', 'x', 'k'];

/** The element around a word that is not to be translated. */
export const KEEP_TAG = 'k';

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** A one-string text as well-formed XML content. Signs that XML 1.0 §2.2 forbids become spaces. */
export function toTags(source: SourceText): string {
  return pieces(source.text, source.codes)
    .map((piece) => {
      if (piece.kind === 'text') return wordsOf(piece, source);
      if (piece.kind === 'single') return `<x id="${piece.id}"/>`;
      return piece.kind === 'open' ? `<g id="${piece.id}">` : '</g>';
    })
    .join('');
}

/** A run of text with its kept words in their element. */
function wordsOf(piece: Piece, { text, keep = [] }: SourceText): string {
  let at = piece.start;
  let out = '';
  for (const [i, { start, end }] of keep.entries()) {
    if (start < at || end > piece.end) continue;
    out += `${escaped(text.slice(at, start))}<k id="${i + 1}">${escaped(text.slice(start, end))}</k>`;
    at = end;
  }
  return out + escaped(text.slice(at, piece.end));
}

function escaped(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, (sign) => (/[\t\n\r\x85]/.test(sign) ? sign : ' '))
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

/** A reply read back into one string, and the words of it that were not kept; those that stood changed were put back. */
export interface Read {
  text: string;
  spoilt: Spoilt[];
}

/**
 * Reads a service's reply. null when the tags are not well-formed, not ours, or when a code of the source is lost, doubled
 * or crossed.
 */
export function fromTags(reply: string, source: SourceText): Read | null {
  const reader = new ReplyReader(source);
  for (const token of reply.match(/<[^>]*>?|[^<]+/g) ?? []) {
    const understood = token.startsWith('<') ? reader.tag(token) : reader.words(unescaped(token));
    if (!understood) return null;
  }
  return reader.end();
}

/** Takes a reply tag by tag; a step that makes no sense answers false. */
class ReplyReader {
  readonly #source: SourceText;
  readonly #open: number[] = [];
  readonly #spoilt: Spoilt[] = [];
  readonly #seen = new Set<string>();
  /** The kept word whose element is open, and what stood in it so far. */
  #keeping: { word: string; reply: string } | null = null;
  #out = '';

  constructor(source: SourceText) {
    this.#source = source;
  }

  words(text: string): boolean {
    if (this.#keeping) this.#keeping.reply += text;
    else this.#out += text;
    return true;
  }

  tag(tag: string): boolean {
    if (/^<\/k\s*>$/.test(tag)) return this.#kept();
    if (this.#keeping) return false;
    if (/^<k\b/.test(tag)) return this.#keep(tag);
    const code = codeOf(tag, this.#open);
    this.#out += code ?? '';
    return code !== null;
  }

  #keep(tag: string): boolean {
    const [, id = '', slash] = /\bid\s*=\s*["'](\d{1,9})["'][^>]*?(\/?)>$/.exec(tag) ?? [];
    const span = this.#source.keep?.[Number(id) - 1];
    if (!span) return false;
    this.#keeping = { word: this.#source.text.slice(span.start, span.end), reply: '' };
    return slash ? this.#kept() : true;
  }

  /** Takes a kept word over as it was, whatever the reply made of it; spaces inside its element stay around it. */
  #kept(): boolean {
    if (!this.#keeping) return false;
    const { word, reply } = this.#keeping;
    this.#keeping = null;
    this.#seen.add(word);
    if (reply.trim() !== word) this.#spoilt.push({ word, reply: reply.trim() });
    const [before = ''] = /^\s*/.exec(reply) ?? [];
    this.#out += before + word + (reply.trim() === '' ? '' : (/\s*$/.exec(reply)?.[0] ?? ''));
    return true;
  }

  end(): Read | null {
    const { text, codes } = this.#source;
    if (this.#keeping || this.#open.length > 0 || codeFaults(text, this.#out, codes).length > 0) return null;
    const gone = lostWords(this.#source, this.#out).filter(({ word }) => !this.#seen.has(word));
    return { text: this.#out, spoilt: [...this.#spoilt, ...gone] };
  }
}

/** The kept words that a text does not have to the letter, each once. */
export function lostWords({ text, keep = [] }: SourceText, reply: string): Spoilt[] {
  const words = new Set(keep.map(({ start, end }) => text.slice(start, end)));
  return [...words].filter((word) => !reply.includes(word)).map((word) => ({ word, reply: null }));
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
  return unescaped(reply.replace(/<\/?[gxk]\b[^<>]*\/?>?/g, ''))
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
