// The content of a seg: text and inline elements, as runs.
import { typeIn } from './tmx-names.ts';
import { type Attributes, localName, type XmlEvent } from './xml.ts';
import type { Mark, Run } from './xml-codes.ts';

/** Elements whose content is native code, with the text of any sub in it. */
const NATIVE: ReadonlySet<string> = new Set(['bpt', 'ept', 'ph', 'it', 'ut']);

/** Collects the runs of one seg; unknown elements are looked through. */
export class SegmentReader {
  readonly runs: Run[] = [];
  private readonly names: string[] = [];
  private readonly highlights: { mark: Mark; depth: number }[] = [];
  /** The inline element whose native code is being read, and how deep it stands. */
  private native: { mark: Mark; depth: number } | null = null;

  /** Takes what is inside the seg; false for the event that closes it. */
  take(event: XmlEvent): boolean {
    if (event.kind === 'text') this.text(event.text);
    else if (event.kind === 'open') this.open(localName(event.name), event.attributes);
    else if (event.kind === 'close') return this.close();
    return true;
  }

  private text(text: string): void {
    if (this.native) this.native.mark.native += text;
    else this.runs.push(text);
  }

  private open(name: string, attributes: Attributes): void {
    this.names.push(name);
    if (this.native) return;
    if (NATIVE.has(name)) this.native = { mark: markOf(name, attributes), depth: this.names.length };
    else if (name === 'hi') {
      const mark = highlight(attributes, this.runs.length);
      this.runs.push(mark);
      this.highlights.push({ mark, depth: this.names.length });
    }
  }

  private close(): boolean {
    const depth = this.names.length;
    if (this.names.pop() === undefined) return false;
    if (this.native?.depth === depth) {
      this.runs.push(this.native.mark);
      this.native = null;
    } else if (this.highlights.at(-1)?.depth === depth) {
      const opened = this.highlights.pop();
      if (opened) this.runs.push({ ...opened.mark, end: 'close' });
    }
    return true;
  }
}

function markOf(name: string, attributes: Attributes): Mark {
  const { x, i, type, pos } = attributes;
  const known = x ? `x${x}` : i ? `i${i}` : '';
  const end: Mark['end'] =
    name === 'bpt' || (name === 'it' && pos === 'begin')
      ? 'open'
      : name === 'ept' || name === 'it'
        ? 'close'
        : 'single';
  return { end, pair: `${name === 'it' ? 'it' : 'i'}${i ?? ''}`, name: known || name, type: typeIn(type), native: '' };
}

function highlight(attributes: Attributes, place: number): Mark {
  const { x, type } = attributes;
  return { end: 'open', pair: `hi${place}`, name: x ? `x${x}` : `hi ${type ?? ''}`, type: typeIn(type), native: '' };
}
