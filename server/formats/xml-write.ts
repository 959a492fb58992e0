// Writing XML: escaping, and a tree just large enough for one unit at a time.

/** What stands inside an element: text (escaped when written), or further elements. */
export type XmlNode = string | XmlElement;

/** An element to be written. Attributes that are null or undefined are left out. */
export interface XmlElement {
  name: string;
  attributes: Record<string, string | number | null | undefined>;
  children: readonly XmlNode[];
}

/** Makes an element. */
export function element(name: string, attributes: XmlElement['attributes'] = {}, ...children: XmlNode[]): XmlElement {
  return { name, attributes, children };
}

/** An element as text, without any white space of our own: all of it counts inside segments. */
export function write(node: XmlNode): string {
  if (typeof node === 'string') return escapeText(node);
  const open = openTag(node.name, node.attributes).slice(0, -1);
  return node.children.length === 0 ? `${open}/>` : `${open}>${node.children.map(write).join('')}</${node.name}>`;
}

/** The opening tag of an element whose content is written apart. */
export function openTag(name: string, attributes: XmlElement['attributes'] = {}): string {
  let out = `<${name}`;
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined) out += ` ${key}="${escapeAttribute(String(value))}"`;
  }
  return `${out}>`;
}

/** Characters that XML 1.0 (§2.2) cannot hold, not even as references; lone surrogates among them. */
const ILLEGAL = /[\p{Cs}\ufffe\uffff]|(?![\t\n\r\u007f-\u009f])\p{Cc}/gu;

/** Text of an element. A carriage return is written as a reference, else a reader would make it a line feed; what XML cannot hold becomes U+FFFD. */
export function escapeText(text: string): string {
  return withoutIllegal(text).replace(/[&<>\r]/g, (sign) => ESCAPES[sign] as string);
}

/** Text of an attribute's value; its tabs and line ends are written as references, else a reader would make them spaces. */
export function escapeAttribute(text: string): string {
  return withoutIllegal(text).replace(/[&<>"\t\n\r]/g, (sign) => ESCAPES[sign] as string);
}

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** A text with U+FFFD in place of what XML cannot hold. */
export function withoutIllegal(text: string): string {
  return text.replace(ILLEGAL, '\ufffd');
}

/** Cuts a text at characters that XML cannot hold: runs of text, and code points of the others. */
export function legalRuns(text: string): (string | number)[] {
  const out: (string | number)[] = [];
  let at = 0;
  for (const found of text.matchAll(ILLEGAL)) {
    if (found.index > at) out.push(text.slice(at, found.index));
    out.push(found[0].charCodeAt(0));
    at = found.index + 1;
  }
  if (at < text.length) out.push(text.slice(at));
  return out;
}
