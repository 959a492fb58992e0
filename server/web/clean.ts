// Makes what was found in a foreign page harmless: elements that run, load or ask go, and so does every attribute that no
// reader of an article needs.

/** What is needed of an element of linkedom. */
export interface CleanElement {
  localName: string;
  parentElement: CleanElement | null;
  innerHTML: string;
  outerHTML: string;
  textContent: string;
  attributes: Iterable<{ name: string; value: string }>;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
  appendChild(child: CleanElement): CleanElement;
  remove(): void;
  childNodes: Iterable<{ nodeType: number; remove(): void }>;
  querySelectorAll(selector: string): Iterable<CleanElement>;
}

const HARMFUL =
  'script, style, template, noscript, iframe, frame, frameset, object, embed, applet, input, button, select, textarea, link, meta, base, svg, dialog, canvas, title, xmp, plaintext, noembed, noframes';
const KEPT = new Set(
  'href src alt title lang dir class id cite datetime colspan rowspan scope start reversed value width height translate'.split(
    ' ',
  ),
);
const ADDRESSES = new Set(['href', 'src', 'cite']);

/** Takes out of an element, in place, what may not stand in an article; ready to be written with `innerHTML`. */
export function cleaned(content: CleanElement): CleanElement {
  for (const element of [...content.querySelectorAll(HARMFUL)]) element.remove();
  dropComments(content);
  for (const element of content.querySelectorAll('*')) {
    dropComments(element);
    for (const { name, value } of [...element.attributes]) {
      if (!KEPT.has(name) || (ADDRESSES.has(name) && !isHarmless(value))) element.removeAttribute(name);
      // linkedom writes the ampersands of attributes as they are, which would make other characters of some.
      else if (value.includes('&')) element.setAttribute(name, value.replaceAll('&', '&amp;'));
    }
  }
  return content;
}

const COMMENT_NODE = 8;

/** Where a comment ends is read differently by different parsers, so that one may hide what another runs. */
function dropComments(element: CleanElement): void {
  for (const child of [...element.childNodes]) if (child.nodeType === COMMENT_NODE) child.remove();
}

function isHarmless(address: string): boolean {
  if (!URL.canParse(address)) return true;
  return ['http:', 'https:', 'mailto:', 'tel:'].includes(new URL(address).protocol);
}
