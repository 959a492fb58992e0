// A unit of TMX, in two languages or many, becomes pairs of texts.

import { UserError } from '../errors.ts';
import { isTag } from '../text/language.ts';
import type { Read, TmxUnit } from './bilingual.ts';
import { because, refusal, type Why } from './refusal.ts';
import { AFTER_NAMES, BEFORE_NAMES, dateIn, MOST_PAIRS, OWN_FORMAT, TU_ATTRIBUTES } from './tmx-names.ts';
import type { Attributes } from './xml.ts';
import { assemble, type Run } from './xml-codes.ts';

/** What header, tu and tuv have alike. */
export interface Loose {
  attributes: Attributes;
  props: [type: string, value: string][];
  notes: string[];
}

/** What the head of a TMX file says. */
export interface Header extends Loose {
  /** Its attributes where they say something of units that do not speak for themselves, else none. */
  inherited: Attributes;
}

/** A header with those attributes. What we have written says everything of each unit, so that nothing is inherited. */
export function headerOf(attributes: Attributes): Header {
  return { attributes, props: [], notes: [], inherited: attributes['o-tmf'] === OWN_FORMAT ? {} : attributes };
}

/** A tuv. `runs` is null where it has no seg. */
export interface Variant extends Loose {
  runs: Run[] | null;
  /** Its language once it has been asked for. */
  language: string | null;
}

/** A tu with its place: its number in the file, from 1, and the line where it begins. */
export interface TranslationUnit extends Loose {
  number: number;
  line: number;
  variants: Variant[];
}

/**
 * Adds the pairs of a unit: its source with every other text, and French with English where neither is the source. The
 * source is what `srclang` names, exactly or by its base language, else (`*all*`) the first variant.
 */
export function pairsOf(unit: TranslationUnit, header: Header, into: Read<TmxUnit>[]): void {
  const usable = usableOf(unit, into);
  const pairs = couples(usable, unit.attributes['srclang'] ?? header.attributes['srclang'] ?? '*all*', unit.line);
  const [alone] = usable;
  if (pairs.length === 0 && alone) into.push(refused(unit, because('alone', { language: languageOf(alone) })));
  if (unit.variants.length === 0) into.push(refused(unit, because('no-text')));
  for (const [source, target] of pairs) {
    into.push({ kind: 'unit', unit: pairOf(unit, header, source, target, pairs.length) });
  }
}

/** The variants that say something; the others are refused. */
function usableOf(unit: TranslationUnit, into: Read<TmxUnit>[]): readonly Variant[] {
  const { variants } = unit;
  let usable: Variant[] | null = null;
  for (const [i, variant] of variants.entries()) {
    const why = unusable(variant);
    if (why === null) usable?.push(variant);
    else {
      usable ??= variants.slice(0, i);
      into.push(refused(unit, why));
    }
  }
  return usable ?? variants;
}

function refused({ line, number, attributes: { tuid } }: TranslationUnit, why: Why): Read<TmxUnit> {
  return { kind: 'refused', ...refusal({ line, unit: number, ...(tuid ? { name: tuid } : {}) }, why) };
}

function unusable(variant: Variant): Why | null {
  const language = languageOf(variant);
  if (language === '') return because('names-no-language');
  if (!isTag(language)) return because('bad-language', { language: language.slice(0, 40) });
  if (!variant.runs) return because('no-segment', { language });
  return says(variant.runs) ? null : because('empty-text', { language });
}

/** Whether there is a code, or a text with anything but spaces. */
function says(runs: readonly Run[]): boolean {
  for (const run of runs) if (typeof run !== 'string' || /\S/.test(run)) return true;
  return false;
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

function couples(variants: readonly Variant[], srclang: string, line: number): [Variant, Variant][] {
  const source = sourceOf(variants, srclang.trim().replaceAll('_', '-').toLowerCase());
  if (!source) return [];
  if (variants.length === 2) return ofTwo(variants, source);
  const language = languageOf(source).toLowerCase();
  const isSource = (variant: Variant) => variant === source || languageOf(variant).toLowerCase() === language;
  const others = variants.filter((variant) => !isSource(variant));
  const pairs: [Variant, Variant][] = [];
  pairUp(variants.filter(isSource), others, pairs, line);
  if (others.length < 2 || base(language) === 'fr' || base(language) === 'en') return pairs;
  const of = (tag: string) => others.filter((variant) => base(languageOf(variant)) === tag);
  pairUp(of('fr'), of('en'), pairs, line);
  return pairs;
}

/** Adds every text of one language with every text of another. Throws a UserError where that is more than a unit can mean. */
function pairUp(ones: readonly Variant[], others: readonly Variant[], pairs: [Variant, Variant][], line: number): void {
  if (pairs.length + ones.length * others.length > MOST_PAIRS)
    throw new UserError('refused-xml', `Line ${line}: a unit makes more than ${MOST_PAIRS} pairs of its variants.`);
  for (const one of ones) for (const other of others) pairs.push([one, other]);
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
  const { attributes: own, props } = target;
  const { attributes: shared } = unit;
  const { inherited } = header;
  const tuid = shared['tuid'];
  return {
    id: tuid ?? null,
    from: languageOf(source),
    to: languageOf(target),
    source: texts[0] ?? '',
    target: texts[1] ?? '',
    codes,
    author: own['creationid'] || shared['creationid'] || inherited['creationid'] || null,
    createdAt: dateIn(own['creationdate'] || shared['creationdate'] || inherited['creationdate']),
    changedBy: own['changeid'] || shared['changeid'] || null,
    changedAt: dateIn(own['changedate'] || shared['changedate']),
    note: noteOf(unit, source, target),
    previous: neighbour(BEFORE_NAMES, unit.props, source.props, props),
    next: neighbour(AFTER_NAMES, unit.props, source.props, props),
    properties: propertiesOf(unit, header, source, target),
    group: pairs > 1 ? (tuid ?? `unit ${unit.number}`) : null,
  };
}

function noteOf(...where: Loose[]): string | null {
  let note: string | null = null;
  for (const { notes } of where) {
    for (const text of notes) if (text.trim() !== '') note = note === null ? text : `${note}\n${text}`;
  }
  return note;
}

type Props = Loose['props'];

/** The last property of one of those names, or null. */
function neighbour(names: ReadonlySet<string>, ...where: Props[]): string | null {
  let found: string | null = null;
  for (const props of where) for (const [type, value] of props) if (names.has(type)) found = value;
  return found;
}

/** Properties of unit, variants and header; several of one name stand on lines of their own. */
function propertiesOf(unit: TranslationUnit, header: Header, source: Variant, target: Variant): TmxUnit['properties'] {
  const found: TmxUnit['properties'] = {};
  addLines(found, unit.props);
  addLines(found, source.props);
  addLines(found, target.props);
  for (const [type, value] of header.props) if (isProject(type)) addMissing(found, type, value);
  addAttributes(found, unit.attributes);
  addAttributes(found, target.attributes);
  const tool = header.inherited['creationtool'];
  if (tool) addMissing(found, 'creationtool', tool);
  return found;
}

function addLines(found: TmxUnit['properties'], props: Props): void {
  for (const [type, value] of props) {
    if (BEFORE_NAMES.has(type) || AFTER_NAMES.has(type)) continue;
    setProperty(found, type, Object.hasOwn(found, type) ? `${found[type]}\n${value}` : value);
  }
}

/** Asking for the few names that count is quicker than listing the attributes of every element. */
function addAttributes(found: TmxUnit['properties'], attributes: Attributes): void {
  for (const name of TU_ATTRIBUTES) {
    const value = attributes[name];
    if (value !== undefined) addMissing(found, name, value);
  }
}

function addMissing(found: TmxUnit['properties'], name: string, value: string): void {
  if (!Object.hasOwn(found, name)) setProperty(found, name, value);
}

/** A property like any other, also under the name that JavaScript has for an object's prototype. */
function setProperty(found: TmxUnit['properties'], name: string, value: string): void {
  if (name !== '__proto__') found[name] = value;
  else Object.defineProperty(found, name, { value, enumerable: true, configurable: true, writable: true });
}

/** Properties of the header that say whose the units are. */
function isProject(type: string): boolean {
  return /project|client|domain|subject/i.test(type);
}
