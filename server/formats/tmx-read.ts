// Reading TMX 1.1 to 1.4b as the field writes it: unit by unit, in constant memory.
import { UserError } from '../errors.ts';
import type { Read, TmxUnit } from './bilingual.ts';
import { MOST_HEADER_PROPS, MOST_VARIANTS, tooManyProperties, tooManyVariants } from './tmx-names.ts';
import { type Header, headerOf, type Loose, pairsOf, type TranslationUnit, type Variant } from './tmx-pairs.ts';
import { SegmentReader } from './tmx-segment.ts';
import { type Attributes, hearXml, localName, type XmlListener, type XmlPlace } from './xml.ts';

/**
 * Reads a TMX file from chunks of decoded text (see `decodeStream`) and yields the units that each chunk ends: hundreds
 * at once, for the sake of speed. Unusable ones are yielded as refused, with place and reason.
 */
export async function* readTmx(
  chunks: Iterable<string> | AsyncIterable<string>,
): AsyncGenerator<readonly Read<TmxUnit>[]> {
  const reader = new TmxReader();
  for await (const _ of hearXml(chunks, reader)) yield reader.taken();
}

class TmxReader implements XmlListener {
  private ready: Read<TmxUnit>[] = [];
  private header: Header = headerOf({});
  private units = 0;
  private sawRoot = false;
  private unit: TranslationUnit | null = null;
  private variant: Variant | null = null;
  private readonly segment = new SegmentReader();
  private inSegment = false;
  /** The note or property that is open: where it goes, its type if it has one, and its text so far. */
  private loose: { into: Loose; type: string | null; text: string } | null = null;

  taken(): readonly Read<TmxUnit>[] {
    const taken = this.ready;
    this.ready = [];
    return taken;
  }

  text(text: string): void {
    if (this.inSegment) this.segment.text(text);
    else if (this.loose) this.loose.text += text;
  }

  open(name: string, attributes: Attributes, _empty: boolean, at: XmlPlace): void {
    const element = localName(name);
    if (!this.sawRoot) this.root(element);
    if (this.inSegment) this.segment.open(element, attributes);
    else if (element === 'seg') this.openSegment();
    else if (element === 'tuv') this.openVariant(attributes, at);
    else if (element === 'note' || element === 'prop') {
      const into = this.variant ?? this.unit ?? this.header;
      this.loose = { into, type: element === 'prop' ? (attributes['type'] ?? '') : null, text: '' };
    } else if (element === 'tu') {
      this.units++;
      this.unit = { attributes, props: [], notes: [], number: this.units, line: at.line, variants: [] };
    } else if (element === 'header') this.header = headerOf(attributes);
  }

  private root(element: string): void {
    if (element !== 'tmx') throw new UserError('not-tmx', `This is no TMX: its first element is ${element}.`);
    this.sawRoot = true;
  }

  private openSegment(): void {
    this.segment.begin();
    this.inSegment = true;
  }

  private openVariant(attributes: Attributes, { line }: XmlPlace): void {
    if (!this.unit) return;
    if (this.unit.variants.length >= MOST_VARIANTS) throw tooManyVariants(line);
    this.variant = { attributes, props: [], notes: [], runs: null, language: null };
    this.unit.variants.push(this.variant);
  }

  close(name: string): void {
    if (this.inSegment) this.closeInside();
    else if (this.loose) this.closeLoose(this.loose, localName(name));
    else this.closeOuter(localName(name));
  }

  private closeInside(): void {
    if (this.segment.close()) return;
    if (this.variant) this.variant.runs = this.segment.runs;
    this.inSegment = false;
  }

  private closeLoose({ into, type, text }: NonNullable<TmxReader['loose']>, element: string): void {
    if (element !== (type === null ? 'note' : 'prop')) return;
    if (type === null) into.notes.push(text);
    else into.props.push([type, text]);
    if (into === this.header && into.props.length > MOST_HEADER_PROPS) throw tooManyProperties();
    this.loose = null;
  }

  private closeOuter(element: string): void {
    if (element === 'tuv') this.variant = null;
    else if (element === 'tu' && this.unit) {
      pairsOf(this.unit, this.header, this.ready);
      this.unit = null;
    }
  }
}
