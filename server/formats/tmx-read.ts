// Reading TMX 1.1 to 1.4b as the field writes it: unit by unit, in constant memory.
import { UserError } from '../errors.ts';
import type { Read, TmxUnit } from './bilingual.ts';
import { type Header, type Loose, pairsOf, type TranslationUnit, type Variant } from './tmx-pairs.ts';
import { SegmentReader } from './tmx-segment.ts';
import { localName, readXml, type XmlEvent } from './xml.ts';

/** Variants of one unit beyond which the file is refused. */
const MOST_VARIANTS = 1000;

/** Reads a TMX file from chunks of decoded text (see `decodeStream`); unusable units are yielded as refused, with place and reason. */
export async function* readTmx(chunks: Iterable<string> | AsyncIterable<string>): AsyncGenerator<Read<TmxUnit>> {
  const reader = new TmxReader();
  for await (const events of readXml(chunks)) {
    for (const event of events) reader.take(event);
    for (const read of reader.taken()) yield read;
  }
}

class TmxReader {
  private ready: Read<TmxUnit>[] = [];
  private header: Header = { attributes: {}, props: [], notes: [] };
  private units = 0;
  private sawRoot = false;
  private unit: TranslationUnit | null = null;
  private variant: Variant | null = null;
  private segment: SegmentReader | null = null;
  /** Where the text of the note or property that is open goes. */
  private loose: { into: Loose; type: string | null; text: string } | null = null;

  taken(): Read<TmxUnit>[] {
    const taken = this.ready;
    this.ready = [];
    return taken;
  }

  take(event: XmlEvent): void {
    if (this.segment) this.inSegment(this.segment, event);
    else if (event.kind === 'open') this.open(event);
    else if (event.kind === 'close') this.close(localName(event.name));
    else if (event.kind === 'text' && this.loose) this.loose.text += event.text;
  }

  private inSegment(segment: SegmentReader, event: XmlEvent): void {
    if (segment.take(event)) return;
    if (this.variant) this.variant.runs = segment.runs;
    this.segment = null;
  }

  private open({ name, attributes, line }: Extract<XmlEvent, { kind: 'open' }>): void {
    const element = localName(name);
    if (!this.sawRoot) this.root(element);
    if (element === 'header') this.header = { attributes, props: [], notes: [] };
    else if (element === 'tu') {
      this.units++;
      this.unit = { attributes, props: [], notes: [], number: this.units, line, variants: [] };
    } else if (element === 'tuv') this.openVariant(attributes, line);
    else if (element === 'seg') this.segment = new SegmentReader();
    else if (element === 'note' || element === 'prop') {
      const into = this.variant ?? this.unit ?? this.header;
      this.loose = { into, type: element === 'prop' ? (attributes['type'] ?? '') : null, text: '' };
    }
  }

  private root(element: string): void {
    if (element !== 'tmx') throw new UserError('not-tmx', `This is no TMX: its first element is ${element}.`);
    this.sawRoot = true;
  }

  private openVariant(attributes: Variant['attributes'], line: number): void {
    if (!this.unit) return;
    if (this.unit.variants.length >= MOST_VARIANTS)
      throw new UserError('refused-xml', `Line ${line}: a unit has more than ${MOST_VARIANTS} variants.`);
    this.variant = { attributes, props: [], notes: [], runs: null };
    this.unit.variants.push(this.variant);
  }

  private close(element: string): void {
    if (element === 'tuv') this.variant = null;
    else if ((element === 'note' || element === 'prop') && this.loose) {
      const { into, type, text } = this.loose;
      if (type === null) into.notes.push(text);
      else into.props.push([type, text]);
      this.loose = null;
    } else if (element === 'tu' && this.unit) {
      for (const read of pairsOf(this.unit, this.header)) this.ready.push(read);
      this.unit = null;
    }
  }
}
