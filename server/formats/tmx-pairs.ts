// A unit of TMX, in two languages or many, becomes pairs of texts.
import type { Read, TmxUnit } from './bilingual.ts';
import { AFTER_NAMES, BEFORE_NAMES, dateIn, OWN_FORMAT, TU_ATTRIBUTES } from './tmx-names.ts';
import type { Attributes } from './xml.ts';
import { assemble, type Run } from './xml-codes.ts';

/** What header, tu and tuv have alike. */
export interface Loose {
  attributes: Attributes;
  props: [type: string, value: string][];
  notes: string[];
}

export type Header = Loose;

/** A tuv. `runs` is null where it has no seg. */
export interface Variant extends Loose {
  runs: Run[] | null;
  /** Its language once it has been asked for. */
  language?: string;
}

/** A tu with its place: its number in the file, from 1, and the line where it begins. */
export interface TranslationUnit extends Loose {
  number: number;
  line: number;
  variants: Variant[];
}

/**
 * The pairs of a unit: its source with every other text, and French with English where neither is the source. The
 * source is what `srclang` names, exactly or by its base language, else (`*all*`) the first variant.
 */
export function pairsOf(unit: TranslationUnit, header: Header): Read<TmxUnit>[] {
  const read: Read<TmxUnit>[] = [];
  const refuse = (why: string) => read.push({ kind: 'refused', at: placeOf(unit), why });
  const usable: Variant[] = [];
  for (const variant of unit.variants) {
    const why = unusable(variant);
    if (why === null) usable.push(variant);
    else refuse(why);
  }
  const pairs = couples(usable, unit.attributes['srclang'] ?? header.attributes['srclang'] ?? '*all*');
  if (pairs.length === 0 && usable.length > 0) refuse(alone(usable));
  if (unit.variants.length === 0) refuse('it holds no text in any language');
  for (const [source, target] of pairs) {
    read.push({ kind: 'unit', unit: pairOf(unit, header, source, target, pairs.length) });
  }
  return read;
}

function placeOf({ line, number, attributes: { tuid } }: TranslationUnit): string {
  return `line ${line}, unit ${number}${tuid ? ` (${tuid})` : ''}`;
}

const LANGUAGE = /^[a-z]{1,8}(?:[-_][a-z0-9]{1,8})*$/i;

function unusable(variant: Variant): string | null {
  const language = languageOf(variant);
  if (language === '') return 'one of its texts names no language';
  if (!LANGUAGE.test(language)) return `"${language.slice(0, 40)}" is no language`;
  if (!variant.runs) return `its text in ${language} has no seg`;
  if (!variant.runs.some(says)) return `its text in ${language} is empty`;
  return null;
}

/** A code, or a text with anything but spaces. */
function says(run: Run): boolean {
  return typeof run !== 'string' || /\S/.test(run);
}

function alone(usable: readonly Variant[]): string {
  return `it has nothing but ${languageOf(usable[0] as Variant)} to say`;
}

/** The language as the file gives it, with a hyphen where the field writes an underscore. */
function languageOf(variant: Variant): string {
  variant.language ??= (variant.attributes['xml:lang'] ?? variant.attributes['lang'] ?? '').trim().replaceAll('_', '-');
  return variant.language;
}

function base(language: string): string {
  const hyphen = language.indexOf('-');
  return (hyphen < 0 ? language : language.slice(0, hyphen)).toLowerCase();
}

function couples(variants: readonly Variant[], srclang: string): [Variant, Variant][] {
  const source = sourceOf(variants, srclang.trim().replaceAll('_', '-').toLowerCase());
  if (!source) return [];
  if (variants.length === 2) return ofTwo(variants, source);
  const language = languageOf(source).toLowerCase();
  const isSource = (variant: Variant) => variant === source || languageOf(variant).toLowerCase() === language;
  const others = variants.filter((variant) => !isSource(variant));
  const pairs: [Variant, Variant][] = [];
  for (const one of variants) if (isSource(one)) for (const other of others) pairs.push([one, other]);
  if (others.length < 2 || base(language) === 'fr' || base(language) === 'en') return pairs;
  const of = (tag: string) => others.filter((variant) => base(languageOf(variant)) === tag);
  for (const french of of('fr')) for (const english of of('en')) pairs.push([french, english]);
  return pairs;
}

/** Nearly every unit has two texts: nothing to choose there. */
function ofTwo([first, second]: readonly Variant[], source: Variant): [Variant, Variant][] {
  if (!first || !second || languageOf(first).toLowerCase() === languageOf(second).toLowerCase()) return [];
  return [source === first ? [first, second] : [second, first]];
}

function sourceOf(variants: readonly Variant[], wanted: string): Variant | undefined {
  return (
    variants.find((variant) => languageOf(variant).toLowerCase() === wanted) ??
    variants.find((variant) => wanted !== '*all*' && base(languageOf(variant)) === base(wanted)) ??
    variants[0]
  );
}

function pairOf(unit: TranslationUnit, header: Header, source: Variant, target: Variant, pairs: number): TmxUnit {
  const { texts, codes } = assemble([source.runs ?? [], target.runs ?? []]);
  const own = [target.attributes, unit.attributes];
  const from = [...own, inherited(header)];
  const { previous, next, properties } = propertiesOf(unit, header, source, target);
  return {
    id: unit.attributes['tuid'] ?? null,
    from: languageOf(source),
    to: languageOf(target),
    source: texts[0] ?? '',
    target: texts[1] ?? '',
    codes,
    author: first(from, 'creationid'),
    createdAt: dateIn(first(from, 'creationdate') ?? undefined),
    changedBy: first(own, 'changeid'),
    changedAt: dateIn(first(own, 'changedate') ?? undefined),
    note: noteOf(unit, source, target),
    previous,
    next,
    properties,
    group: pairs > 1 ? (unit.attributes['tuid'] ?? `unit ${unit.number}`) : null,
  };
}

/** What the header says for units that do not speak for themselves. */
function inherited(header: Header): Attributes {
  return header.attributes['o-tmf'] === OWN_FORMAT ? {} : header.attributes;
}

function noteOf(...where: Loose[]): string | null {
  let note: string | null = null;
  for (const { notes } of where) {
    for (const text of notes) if (text.trim() !== '') note = note === null ? text : `${note}\n${text}`;
  }
  return note;
}

function first(where: readonly Attributes[], name: string): string | null {
  for (const attributes of where) {
    const value = attributes[name];
    if (value !== undefined && value !== '') return value;
  }
  return null;
}

/** Properties of unit, variants and header; several of one name stand on lines of their own. */
function propertiesOf(
  unit: TranslationUnit,
  header: Header,
  source: Variant,
  target: Variant,
): Pick<TmxUnit, 'previous' | 'next' | 'properties'> {
  const found: [name: string, value: string][] = [];
  const context: { previous: string | null; next: string | null } = { previous: null, next: null };
  for (const props of [unit.props, source.props, target.props]) {
    for (const [type, value] of props) {
      if (BEFORE_NAMES.has(type)) context.previous = value;
      else if (AFTER_NAMES.has(type)) context.next = value;
      else addLine(found, type, value);
    }
  }
  addHeader(found, header);
  addAttributes(found, unit.attributes);
  addAttributes(found, target.attributes);
  const tool = inherited(header)['creationtool'];
  if (tool) addMissing(found, 'creationtool', tool);
  return { ...context, properties: found.length === 0 ? {} : Object.fromEntries(found) };
}

function addHeader(found: [string, string][], header: Header): void {
  for (const [type, value] of header.props) if (isProject(type)) addMissing(found, type, value);
}

function addAttributes(found: [string, string][], attributes: Attributes): void {
  for (const name in attributes) if (TU_ATTRIBUTES.has(name)) addMissing(found, name, attributes[name] ?? '');
}

function addLine(found: [string, string][], name: string, value: string): void {
  const standing = found.find((one) => one[0] === name);
  if (standing) standing[1] += `\n${value}`;
  else found.push([name, value]);
}

function addMissing(found: [string, string][], name: string, value: string): void {
  if (!found.some((one) => one[0] === name)) found.push([name, value]);
}

/** Properties of the header that say whose the units are. */
function isProject(type: string): boolean {
  return /project|client|domain|subject/i.test(type);
}
