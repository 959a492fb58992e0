// The one door to XML: a streaming reader that refuses what could exhaust the machine, and knows where everything stands.
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { UserError } from '../errors.ts';
import { literalEntities } from './xml-doctype.ts';

/** One event of a document, in order. Text comes in runs between tags, CDATA among it; comments and instructions are no events. */
export type XmlEvent =
  | ({ kind: 'open'; name: string; attributes: Attributes; empty: boolean } & XmlPlace)
  | { kind: 'close'; name: string; line: number; offset: number }
  | { kind: 'text'; text: string };

/** Attributes by the name that the file gives them, prefix and all. Has no prototype. */
export type Attributes = Record<string, string>;

/** Where a tag ends: line from 1, column from 1 in UTF-16 units, and the offset in the whole decoded text. */
export interface XmlPlace {
  line: number;
  column: number;
  offset: number;
}

/** What a document may cost. */
export interface XmlLimits {
  /** Elements inside each other. */
  depth: number;
  /** UTF-16 units between two tags, and inside one. */
  run: number;
  /** Local names of elements whose text may be 32 times as long. */
  long: ReadonlySet<string>;
  /** Attributes of one element. */
  attributes: number;
  /** UTF-16 units of the whole document. */
  total: number;
}

const LIMITS: XmlLimits = { depth: 512, run: 1024 * 1024, long: new Set(), attributes: 256, total: 4 * 1024 ** 3 };

const SLICE = 65_536;
const MUCH_LONGER = 32;

/**
 * Hears a document tag by tag, for readers to whom an object for each event would cost too much. `at` says where the
 * parser stands and is only true during the call.
 */
export interface XmlListener {
  open(name: string, attributes: Attributes, empty: boolean, at: XmlPlace): void;
  close(name: string, at: XmlPlace): void;
  text(text: string): void;
}

/**
 * Has a listener hear a document from pieces of its decoded text, and yields whenever a piece has been heard. Prefixes
 * stay as they are written, bound or not. Entities of the document's own are read where they are few and literal; nothing
 * outside the document is ever opened. Throws a UserError that names line and column: `bad-xml` where the document is
 * not well-formed, `refused-xml` where it asks for too much.
 */
export async function* hearXml(
  chunks: Iterable<string> | AsyncIterable<string>,
  listener: XmlListener,
  limits: Partial<XmlLimits> = {},
): AsyncGenerator<void> {
  const reader = new XmlReader(listener, { ...LIMITS, ...limits });
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length; at += SLICE) {
      reader.read(chunk.slice(at, at + SLICE));
      yield;
    }
  }
  reader.end();
  yield;
}

/** Reads a document from pieces of its decoded text and yields the events of each. Refuses what {@link hearXml} refuses. */
export async function* readXml(
  chunks: Iterable<string> | AsyncIterable<string>,
  limits: Partial<XmlLimits> = {},
): AsyncGenerator<readonly XmlEvent[]> {
  const events = new Events();
  for await (const _ of hearXml(chunks, events, limits)) yield events.taken();
}

/** All events of a document that is held whole. Refuses what {@link hearXml} refuses. */
export function* eventsOf(text: string, limits: Partial<XmlLimits> = {}): Generator<XmlEvent> {
  const events = new Events();
  const reader = new XmlReader(events, { ...LIMITS, ...limits });
  for (let at = 0; at < text.length; at += SLICE) {
    reader.read(text.slice(at, at + SLICE));
    yield* events.taken();
  }
  reader.end();
  yield* events.taken();
}

/** Keeps what it hears as events until they are taken. */
class Events implements XmlListener {
  private heard: XmlEvent[] = [];

  open(name: string, attributes: Attributes, empty: boolean, { line, column, offset }: XmlPlace): void {
    this.heard.push({ kind: 'open', name, attributes, empty, line, column, offset });
  }

  close(name: string, { line, offset }: XmlPlace): void {
    this.heard.push({ kind: 'close', name, line, offset });
  }

  text(text: string): void {
    this.heard.push({ kind: 'text', text });
  }

  taken(): readonly XmlEvent[] {
    const taken = this.heard;
    this.heard = [];
    return taken;
  }
}

/** How much of a text may stand before its first element, in UTF-16 units. */
const HEAD = 4096;
const BEFORE_ROOT = /^(?:<\?[^>]*\?>|<!--[\s\S]*?-->|<!DOCTYPE[^>[]*(?:\[[\s\S]*?\])?[^>]*>|\s)*<([\w.:-]+)/;

/** The name of a text's first element, or the one that its document type names; null where it begins with anything else. */
export function rootName(text: string): string | null {
  const head = text.slice(0, HEAD);
  return BEFORE_ROOT.exec(head)?.[1] ?? /^\s*(?:<\?[^>]*\?>\s*)?<!DOCTYPE\s+([\w.:-]+)/.exec(head)?.[1] ?? null;
}

/** A name without its prefix. */
export function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

class XmlReader implements XmlPlace {
  private readonly parser = new SaxesParser({ position: true, xmlns: false });
  private readonly listener: XmlListener;
  private readonly limits: XmlLimits;
  private depth = 0;
  private attributes = 0;
  private heard = 0;
  private lastTag = 0;
  private inLong = false;

  constructor(listener: XmlListener, limits: XmlLimits) {
    this.listener = listener;
    this.limits = limits;
    const { parser } = this;
    parser.on('error', (error) => {
      throw new UserError('bad-xml', `Line ${parser.line}, ${wellFormed(error)}`, 400, { line: parser.line });
    });
    parser.on('doctype', (doctype) => this.takeEntities(doctype));
    parser.on('attribute', () => this.countAttribute());
    parser.on('opentag', (tag) => this.open(tag));
    parser.on('closetag', (tag) => this.close(tag));
    parser.on('text', (text) => listener.text(text));
    parser.on('cdata', (text) => listener.text(text));
  }

  get line(): number {
    return this.parser.line;
  }

  get column(): number {
    return this.parser.columnIndex + 1;
  }

  get offset(): number {
    return this.parser.position;
  }

  read(chunk: string): void {
    this.parser.write(chunk);
    this.heard += chunk.length;
    const run = this.limits.run * (this.inLong ? MUCH_LONGER : 1);
    if (this.heard - this.lastTag > run + SLICE)
      this.refuse(`more than ${Math.round(run / 1024 / 1024)} MB follow without a tag`);
    if (this.heard > this.limits.total) this.refuse('the document is too long to be one: cut it into several files');
  }

  end(): void {
    this.parser.close();
  }

  private open({ name, attributes, isSelfClosing }: SaxesTagPlain): void {
    this.attributes = 0;
    this.lastTag = this.parser.position;
    if (++this.depth > this.limits.depth)
      this.refuse(`elements stand inside each other more than ${this.limits.depth} levels deep`);
    this.inLong = this.limits.long.has(localName(name));
    this.listener.open(name, attributes, isSelfClosing, this);
  }

  private close({ name }: SaxesTagPlain): void {
    this.depth--;
    this.inLong = false;
    this.lastTag = this.parser.position;
    this.listener.close(name, this);
  }

  private countAttribute(): void {
    if (++this.attributes > this.limits.attributes)
      this.refuse(`an element has more than ${this.limits.attributes} attributes`);
  }

  private takeEntities(doctype: string): void {
    const entities = literalEntities(doctype);
    if ('why' in entities) this.refuse(entities.why);
    else for (const [name, value] of entities.values) this.parser.ENTITIES[name] = value;
  }

  private refuse(why: string): never {
    throw new UserError('refused-xml', `Line ${this.line}, column ${this.column}: ${why}.`, 400, { line: this.line });
  }
}

/** The parser's own words ("3:14: unclosed tag: seg") behind ours. */
function wellFormed(error: Error): string {
  const [, column, what] = /^\d+:(\d+): (.*)$/s.exec(error.message) ?? [];
  return `column ${Number(column ?? 0) + 1}: the file is not well-formed XML (${(what ?? error.message).replace(/\.$/, '')}).`;
}
