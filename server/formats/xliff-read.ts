// Reading XLIFF 1.0 to 2.2, SDLXLIFF and MQXLIFF: unit by unit, whatever their owner added.

import { UserError } from '../errors.ts';
import { isTag } from '../text/language.ts';
import type { Read, TmxUnit } from './bilingual.ts';
import { plainUnit } from './plain-unit.ts';
import { because, refusal, type Why } from './refusal.ts';
import type { Natives } from './xliff-inline.ts';
import { refuseMuch, XLIFF_LIMITS } from './xliff-names.ts';
import { unitOf12 } from './xliff-segments.ts';
import type { XliffContext, XliffSegment, XliffUnit } from './xliff-units.ts';
import { unitOf20 } from './xliff2-segments.ts';
import { type Attributes, eventsOf, localName, readXml, type XmlEvent } from './xml.ts';
import { childOf, descendants, TreeBuilder, textOf, type XmlTree } from './xml-tree.ts';
import { withoutIllegal } from './xml-write.ts';

/** All units of a file that is held whole, without those that hold nothing to translate. Throws a UserError for what is no XLIFF. */
export function readXliff(text: string): XliffUnit[] {
  const reader = new XliffReader();
  const units: XliffUnit[] = [];
  for (const event of eventsOf(text, XLIFF_LIMITS)) {
    reader.take(event);
    for (const unit of reader.taken()) if (unit.segments.length > 0) units.push(unit);
  }
  return units;
}

/**
 * Reads a file from chunks of decoded text as units of a memory, those of a chunk at once: every segment whose translation
 * a person has confirmed, or that comes without a state. What has no target, or one that nobody has confirmed, is yielded
 * as refused.
 */
export async function* readXliffUnits(
  chunks: Iterable<string> | AsyncIterable<string>,
): AsyncGenerator<readonly Read<TmxUnit>[]> {
  const reader = new XliffReader();
  for await (const events of readXml(chunks, XLIFF_LIMITS)) {
    for (const event of events) reader.take(event);
    yield reader.taken().flatMap((unit) => unit.segments.map((segment) => memoryUnit(unit, segment)));
  }
}

function memoryUnit({ id, tree, context }: XliffUnit, segment: XliffSegment): Read<TmxUnit> {
  const { source, target, codes, state, notes } = segment;
  const refuse = (why: Why): Read<TmxUnit> => ({ kind: 'refused', ...refusal({ line: tree.line, name: id }, why) });
  if (target === '') return refuse(because('not-translated'));
  // 2.x calls everything `initial` that says nothing of itself.
  const unsaid = state === 'draft' && context.version === 2 && segment.at.holder.attributes['state'] === undefined;
  if (state !== 'translated' && state !== 'approved' && !unsaid) return refuse(because('not-confirmed', { state }));
  if (context.from === '' || !context.to) return refuse(because('file-names-no-languages'));
  const strange = [context.from, context.to].find((tag) => !isTag(tag));
  if (strange !== undefined) return refuse(because('bad-language', { language: strange.slice(0, 40) }));
  const note = notes.flatMap(({ text }) => text.trim() || []).join('\n');
  return {
    kind: 'unit',
    unit: plainUnit({
      ...{ id: segment.id, from: hyphened(context.from), to: hyphened(context.to), codes },
      // 2.x has a way to write them; a memory, which leaves as TMX, does not.
      ...{ source: withoutIllegal(source), target: withoutIllegal(target) },
      note: note === '' ? null : note,
    }),
  };
}

/** A tag with a hyphen where programs write an underscore. */
function hyphened(tag: string): string {
  return tag.replaceAll('_', '-');
}

interface Ancestor {
  name: string;
  attributes: Attributes;
  openEnd: number;
}

const NOWHERE: Ancestor = { name: '', attributes: {}, openEnd: 0 };

class XliffReader {
  private ready: XliffUnit[] = [];
  private readonly stack: Ancestor[] = [];
  private builder: TreeBuilder | null = null;
  /** Elements of the unit so far. */
  private inUnit = 0;
  private files = 0;
  private readonly tags = new Map<string, { open: string; close: string }>();
  private readonly natives: Natives = {
    open: (id) => this.tags.get(id)?.open,
    close: (id) => this.tags.get(id)?.close,
  };

  taken(): XliffUnit[] {
    const taken = this.ready;
    this.ready = [];
    return taken;
  }

  take(event: XmlEvent): void {
    if (this.builder) {
      if (event.kind === 'open') refuseMuch(++this.inUnit, event.line);
      if (!this.builder.take(event)) return;
      this.finish(this.builder.root);
      this.builder = null;
    } else if (event.kind === 'open') this.open(event);
    else if (event.kind === 'close') this.stack.pop();
  }

  private open(event: Extract<XmlEvent, { kind: 'open' }>): void {
    const name = localName(event.name);
    if (this.stack.length === 0 && name !== 'xliff')
      throw new UserError('not-xliff', `This is no XLIFF: its first element is ${name}.`);
    if (name === 'file') {
      this.files++;
      this.tags.clear();
    }
    const inFile = this.stack.some((one) => one.name === 'file');
    if (inFile && (name === 'trans-unit' || name === 'unit' || name === 'tag-defs')) this.begin(event, name);
    else this.stack.push({ name, attributes: event.attributes, openEnd: event.offset });
  }

  /** The tags that SDL defines are of the whole file, and as many as they are. */
  private begin(event: Extract<XmlEvent, { kind: 'open' }>, name: string): void {
    this.builder = new TreeBuilder(event);
    this.inUnit = name === 'tag-defs' ? Number.NEGATIVE_INFINITY : 0;
  }

  private finish(tree: XmlTree): void {
    if (tree.local === 'tag-defs') this.defineTags(tree);
    else this.ready.push(tree.local === 'unit' ? unitOf20(tree, this.context(2)) : unitOf12(tree, this.context(1)));
  }

  /** SDL keeps native code in the header: bpt and ept, ph or st of each tag. */
  private defineTags(tree: XmlTree): void {
    for (const tag of descendants(tree, 'tag')) {
      const text = (local: string) => {
        const found = childOf(tag, local);
        return found && textOf(found);
      };
      const open = text('bpt') ?? text('ph') ?? text('st') ?? '';
      this.tags.set(tag.attributes['id'] ?? '', { open, close: text('ept') ?? '' });
    }
  }

  private context(version: 1 | 2): XliffContext {
    const root = this.stack[0];
    const file = this.stack.find((one) => one.name === 'file');
    const speaker = (version === 1 ? file : root) ?? NOWHERE;
    const [from, to] =
      version === 1 ? (['source-language', 'target-language'] as const) : (['srcLang', 'trgLang'] as const);
    const inherited = (name: string) =>
      this.stack.findLast((one) => one.attributes[name] !== undefined)?.attributes[name] ?? null;
    return {
      version,
      file: this.files,
      from: speaker.attributes[from] ?? '',
      to: speaker.attributes[to] ?? null,
      languageTagEnd: speaker.openEnd,
      translate: inherited('translate') !== 'no',
      level: root?.attributes['m:level'] ?? null,
      groupType:
        this.stack.findLast((one) => one.name === 'group')?.attributes[version === 1 ? 'restype' : 'type'] ?? null,
      natives: this.natives,
    };
  }
}
