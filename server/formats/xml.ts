// The one door to XML: a streaming reader that refuses what could exhaust the machine, and knows where everything stands.
import { type SaxesAttributePlain, SaxesParser, type SaxesTagPlain } from 'saxes';
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
  /** Attributes of one element. */
  attributes: number;
  /** UTF-16 units of the whole document. */
  total: number;
}

const LIMITS: XmlLimits = { depth: 512, run: 1024 * 1024, attributes: 256, total: 4 * 1024 ** 3 };

const SLICE = 65_536;

/**
 * Reads a document from pieces of its decoded text and yields the events of each piece. Prefixes stay as they are
 * written, bound or not. Entities of the document's own are read where they are few and literal; nothing outside the
 * document is ever opened. Throws a UserError that names line and column: `bad-xml` where the document is not
 * well-formed, `refused-xml` where it asks for too much.
 */
export async function* readXml(
  chunks: Iterable<string> | AsyncIterable<string>,
  limits: Partial<XmlLimits> = {},
): AsyncGenerator<readonly XmlEvent[]> {
  const reader = new XmlReader({ ...LIMITS, ...limits });
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length; at += SLICE) yield reader.read(chunk.slice(at, at + SLICE));
  }
  yield reader.end();
}

/** All events of a document that is held whole. Refuses what {@link readXml} refuses. */
export function* eventsOf(text: string, limits: Partial<XmlLimits> = {}): Generator<XmlEvent> {
  const reader = new XmlReader({ ...LIMITS, ...limits });
  for (let at = 0; at < text.length; at += SLICE) yield* reader.read(text.slice(at, at + SLICE));
  yield* reader.end();
}

/** A name without its prefix. */
export function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

class XmlReader {
  private readonly parser = new SaxesParser({ position: true, xmlns: false });
  private readonly limits: XmlLimits;
  private events: XmlEvent[] = [];
  private depth = 0;
  private attributes = 0;
  private read0 = 0;
  private lastTag = 0;

  constructor(limits: XmlLimits) {
    this.limits = limits;
    const { parser } = this;
    parser.on('error', (error) => {
      throw new UserError('bad-xml', `Line ${parser.line}, ${wellFormed(error)}`);
    });
    parser.on('doctype', (doctype) => this.takeEntities(doctype));
    parser.on('attribute', (attribute) => this.countAttribute(attribute));
    parser.on('opentag', (tag) => this.open(tag));
    parser.on('closetag', (tag) => this.close(tag));
    parser.on('text', (text) => this.events.push({ kind: 'text', text }));
    parser.on('cdata', (text) => this.events.push({ kind: 'text', text }));
  }

  read(chunk: string): readonly XmlEvent[] {
    this.parser.write(chunk);
    this.read0 += chunk.length;
    if (this.read0 - this.lastTag > this.limits.run + SLICE)
      this.refuse(`more than ${Math.round(this.limits.run / 1024 / 1024)} MB follow without a tag`);
    if (this.read0 > this.limits.total) this.refuse('the document is too long to be one: cut it into several files');
    return this.taken();
  }

  end(): readonly XmlEvent[] {
    this.parser.close();
    return this.taken();
  }

  private taken(): readonly XmlEvent[] {
    const taken = this.events;
    this.events = [];
    return taken;
  }

  private open(tag: SaxesTagPlain): void {
    this.attributes = 0;
    const { line, columnIndex, position: offset } = this.parser;
    this.lastTag = offset;
    if (++this.depth > this.limits.depth)
      this.refuse(`elements stand inside each other more than ${this.limits.depth} levels deep`);
    const { name, attributes, isSelfClosing } = tag;
    const column = columnIndex + 1;
    this.events.push({ kind: 'open', name, attributes, empty: isSelfClosing, line, column, offset });
  }

  private close(tag: SaxesTagPlain): void {
    this.depth--;
    const { line, position: offset } = this.parser;
    this.lastTag = offset;
    this.events.push({ kind: 'close', name: tag.name, line, offset });
  }

  private countAttribute(_attribute: SaxesAttributePlain): void {
    if (++this.attributes > this.limits.attributes)
      this.refuse(`an element has more than ${this.limits.attributes} attributes`);
  }

  private takeEntities(doctype: string): void {
    const entities = literalEntities(doctype);
    if ('why' in entities) this.refuse(entities.why);
    else for (const [name, value] of entities.values) this.parser.ENTITIES[name] = value;
  }

  private refuse(why: string): never {
    throw new UserError('refused-xml', `Line ${this.parser.line}, column ${this.parser.columnIndex + 1}: ${why}.`);
  }
}

/** The parser's own words ("3:14: unclosed tag: seg") behind ours. */
function wellFormed(error: Error): string {
  const [, column, what] = /^\d+:(\d+): (.*)$/s.exec(error.message) ?? [];
  return `column ${Number(column ?? 0) + 1}: the file is not well-formed XML (${(what ?? error.message).replace(/\.$/, '')}).`;
}
