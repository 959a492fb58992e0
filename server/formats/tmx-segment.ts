// The content of a seg: text and inline elements, as runs.
import { typeIn } from './tmx-names.ts';
import type { Attributes } from './xml.ts';
import type { Mark, Run } from './xml-codes.ts';

/** Elements whose content is native code, with the text of any sub in it. */
const NATIVE: ReadonlySet<string> = new Set(['bpt', 'ept', 'ph', 'it', 'ut']);

/** Collects the runs of one seg after another; unknown elements are looked through. */
export class SegmentReader {
  /** What the seg that was begun last holds so far. */
  runs: Run[] = [];
  private depth = 0;
  private readonly highlights: { mark: Mark; depth: number }[] = [];
  /** The inline element whose native code is being read, and how deep it stands. */
  private native: Mark | null = null;
  private nativeDepth = 0;

  begin(): void {
    this.runs = [];
    this.depth = 0;
    this.highlights.length = 0;
    this.native = null;
  }

  text(text: string): void {
    if (this.native) this.native.native += text;
    else this.runs.push(text);
  }

  open(name: string, attributes: Attributes): void {
    this.depth++;
    if (this.native) return;
    if (NATIVE.has(name)) {
      this.native = markOf(name, attributes);
      this.nativeDepth = this.depth;
    } else if (name === 'hi') {
      const mark = highlight(attributes, this.runs.length);
      this.runs.push(mark);
      this.highlights.push({ mark, depth: this.depth });
    }
  }

  /** Closes what is innermost; false where that is the seg itself. */
  close(): boolean {
    const depth = this.depth--;
    if (depth === 0) return false;
    if (this.native) {
      if (this.nativeDepth === depth) {
        this.runs.push(this.native);
        this.native = null;
      }
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
