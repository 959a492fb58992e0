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
export function* pairsOf(unit: TranslationUnit, header: Header): Generator<Read<TmxUnit>> {
  const at = `line ${unit.line}, unit ${unit.number}${unit.attributes['tuid'] ? ` (${unit.attributes['tuid']})` : ''}`;
  const refuse = (why: string): Read<TmxUnit> => ({ kind: 'refused', at, why });
  const usable: Variant[] = [];
  for (const variant of unit.variants) {
    const why = unusable(variant);
    if (why === null) usable.push(variant);
    else yield refuse(why);
  }
  const pairs = couples(usable, unit.attributes['srclang'] ?? header.attributes['srclang'] ?? '*all*');
  if (pairs.length === 0 && usable.length > 0) yield refuse(alone(usable));
  if (unit.variants.length === 0) yield refuse('it holds no text in any language');
  for (const [source, target] of pairs)
    yield { kind: 'unit', unit: pairOf(unit, header, source, target, pairs.length) };
}

function unusable(variant: Variant): string | null {
  const language = languageOf(variant);
  if (language === '') return 'one of its texts names no language';
  if (!/^[a-z]{1,8}([-_][a-z0-9]{1,8})*$/i.test(language)) return `"${language.slice(0, 40)}" is no language`;
  if (!variant.runs) return `its text in ${language} has no seg`;
  if (!variant.runs.some((run) => typeof run !== 'string' || run.trim() !== ''))
    return `its text in ${language} is empty`;
  return null;
}

function alone(usable: readonly Variant[]): string {
  return `it has nothing but ${languageOf(usable[0] as Variant)} to say`;
}

/** The language as the file gives it, with a hyphen where the field writes an underscore. */
function languageOf(variant: Variant): string {
  return (variant.attributes['xml:lang'] ?? variant.attributes['lang'] ?? '').trim().replaceAll('_', '-');
}

function base(language: string): string {
  return language.toLowerCase().replace(/-.*/, '');
}

function couples(variants: readonly Variant[], srclang: string): [Variant, Variant][] {
  const wanted = srclang.trim().replaceAll('_', '-').toLowerCase();
  const source =
    variants.find((variant) => languageOf(variant).toLowerCase() === wanted) ??
    variants.find((variant) => base(languageOf(variant)) === base(wanted)) ??
    variants[0];
  if (!source) return [];
  const language = languageOf(source).toLowerCase();
  const same = variants.filter((variant) => languageOf(variant).toLowerCase() === language);
  const others = variants.filter((variant) => languageOf(variant).toLowerCase() !== language);
  const pairs = same.flatMap((one) => others.map((other): [Variant, Variant] => [one, other]));
  if (base(language) === 'fr' || base(language) === 'en') return pairs;
  const french = others.filter((variant) => base(languageOf(variant)) === 'fr');
  const english = others.filter((variant) => base(languageOf(variant)) === 'en');
  return [...pairs, ...french.flatMap((one) => english.map((other): [Variant, Variant] => [one, other]))];
}

function pairOf(unit: TranslationUnit, header: Header, source: Variant, target: Variant, pairs: number): TmxUnit {
  const { texts, codes } = assemble([source.runs ?? [], target.runs ?? []]);
  const from = [target.attributes, unit.attributes, inherited(header)];
  const { previous, next, properties } = propertiesOf(unit, header, source, target);
  const notes = [...unit.notes, ...source.notes, ...target.notes].filter((note) => note.trim() !== '');
  return {
    id: unit.attributes['tuid'] ?? null,
    from: languageOf(source),
    to: languageOf(target),
    source: texts[0] ?? '',
    target: texts[1] ?? '',
    codes,
    author: first(from, 'creationid'),
    createdAt: dateIn(first(from, 'creationdate') ?? undefined),
    changedBy: first(from.slice(0, 2), 'changeid'),
    changedAt: dateIn(first(from.slice(0, 2), 'changedate') ?? undefined),
    note: notes.length > 0 ? notes.join('\n') : null,
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

function first(where: readonly Attributes[], name: string): string | null {
  for (const attributes of where) {
    const value = attributes[name];
    if (value !== undefined && value !== '') return value;
  }
  return null;
}

/** Properties of header, unit and variants; several of one name stand on lines of their own. */
function propertiesOf(
  unit: TranslationUnit,
  header: Header,
  source: Variant,
  target: Variant,
): { previous: string | null; next: string | null; properties: Record<string, string> } {
  let previous: string | null = null;
  let next: string | null = null;
  const found = new Map<string, string[]>();
  for (const [type, value] of [...unit.props, ...source.props, ...target.props]) {
    if (BEFORE_NAMES.has(type)) previous = value;
    else if (AFTER_NAMES.has(type)) next = value;
    else found.set(type, [...(found.get(type) ?? []), value]);
  }
  for (const [type, value] of header.props) if (isProject(type) && !found.has(type)) found.set(type, [value]);
  for (const name of TU_ATTRIBUTES) {
    const value = unit.attributes[name] ?? target.attributes[name];
    if (value !== undefined) found.set(name, [value]);
  }
  const tool = inherited(header)['creationtool'];
  if (tool && !found.has('creationtool')) found.set('creationtool', [tool]);
  const properties = Object.fromEntries([...found].map(([type, values]) => [type, values.join('\n')]));
  return { previous, next, properties };
}

/** Properties of the header that say whose the units are. */
function isProject(type: string): boolean {
  return /project|client|domain|subject/i.test(type);
}
