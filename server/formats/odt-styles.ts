// The styles of an OpenDocument text: what a paragraph's style goes by, and what a span of text looks like.
import { below, childNamed } from './office-tree.ts';
import { rootOf, type XmlTree } from './xml-tree.ts';

/** The styles of a document, by name; the automatic ones of its content hide those that people know by theirs. */
export type OdtStyles = ReadonlyMap<string, XmlTree>;

/** The styles that the parts define, in their order. */
export function odtStyles(parts: readonly string[]): OdtStyles {
  const styles = new Map<string, XmlTree>();
  for (const xml of parts) {
    const root = rootOf(xml);
    for (const style of below(root, ({ name }) => name === 'style:style')) {
      styles.set(style.attributes['style:name'] ?? '', style);
    }
  }
  return styles;
}

const DEEPEST = 8;

/** A style's names: its own, what people see, and those of its parents. */
export function namesOf(name: string | undefined, styles: OdtStyles): string[] {
  const names: string[] = [];
  let now = name;
  for (let depth = 0; now !== undefined && depth < DEEPEST; depth++) {
    const style = styles.get(now);
    names.push(now, ...(style?.attributes['style:display-name'] ? [style.attributes['style:display-name']] : []));
    now = style?.attributes['style:parent-style-name'];
  }
  return names;
}

const LOOKS: readonly [RegExp, string][] = [
  [/^(?:Source_20_Text|Source_Text|Teletype|Code)/i, 'code'],
  [/^(?:Strong|Bold)/i, 'bold'],
  [/^(?:Emphasis|Italic|Citation)/i, 'italic'],
];

/** The type of the code that a span of that style becomes; null where a reader sees no difference. */
export function spanType(name: string | undefined, styles: OdtStyles): string | null {
  const names = namesOf(name, styles);
  // A link says itself that it is one.
  if (names.some((one) => /^(?:Internet|Visited)/i.test(one))) return null;
  const look = names.map((one) => LOOKS.find(([pattern]) => pattern.test(one))?.[1]).find((type) => type !== undefined);
  if (look) return look;
  const style = styles.get(name ?? '');
  const properties = childNamed(style, 'style:text-properties')?.attributes ?? {};
  const shown = Object.keys(properties).filter(
    (one) => !/^(?:officeooo:|loext:|fo:language|fo:country|style:(?:language|country|rsid))/.test(one),
  );
  if (style && shown.length === 0 && names.length === 1) return null;
  return typeOf(properties);
}

function typeOf(properties: XmlTree['attributes']): string {
  if (properties['fo:font-weight'] === 'bold') return 'bold';
  if (properties['fo:font-style'] === 'italic') return 'italic';
  const place = properties['style:text-position'] ?? '';
  if (place !== '') return /^(?:sub|-)/.test(place) ? 'sub' : 'sup';
  if ((properties['style:text-line-through-style'] ?? 'none') !== 'none') return 'strike';
  return (properties['style:text-underline-style'] ?? 'none') === 'none' ? 'span' : 'underline';
}
