// Which role a block of a page plays, from the elements around it.
import type { Role } from '../model.ts';
import { attribute, type HtmlToken } from './html-tokens.ts';

/** An element that bounds blocks, as the reader meets it. */
export interface PageElement {
  tag: HtmlToken;
  parent: PageElement | null;
  /** Where the element ends, its end tag included. */
  end: number;
  /** Holds the page's main heading or main part: then it is no furniture, whatever its name says. */
  holdsHeading: boolean;
  /** Shows pictures or films. */
  media: boolean;
}

const ROLE_OF: Record<string, Role> = {
  h1: 'title',
  title: 'title',
  h2: 'crosshead',
  h3: 'crosshead',
  h4: 'crosshead',
  h5: 'crosshead',
  h6: 'crosshead',
  li: 'list',
  dt: 'list',
  dd: 'list',
  blockquote: 'quote',
  figcaption: 'caption',
  caption: 'caption',
  address: 'byline',
  button: 'furniture',
  label: 'furniture',
  legend: 'furniture',
  search: 'furniture',
};

/** The last word of a class name (`article__standfirst`, `c-byline`) and the role it says. */
const NAMED: readonly (readonly [RegExp, Role])[] = [
  [/(^|[-_])(kicker|eyebrow|overline|surtitre)$/, 'kicker'],
  [/(^|[-_])(standfirst|chapo|chapeau|lede|lead|dek|intro|subtitle|subheading|sous-titre|excerpt)$/, 'standfirst'],
  [/(^|[-_])(pull-?quote|exergue)$/, 'pull-quote'],
  [/(^|[-_])(credits?|copyright)$/, 'credit'],
  [/(^|[-_])(byline|authors?|signature)$/, 'byline'],
  [/(^|[-_])(dateline|pubdate|published|datetime)$/, 'dateline'],
  [/(^|[-_])(caption|legende)$/, 'caption'],
];

const FURNITURE_NAME =
  /(^|[-_])(share|sharing|sharebar|social|cookies?|consent|gdpr|newsletter|breadcrumbs?|related|promo|advert\w*|ads?|sidebar|menu|subscribe|subscription|paywall|skip|comments?|tags?|taboola|outbrain)([-_]|$)/;
const NAMEABLE = new Set([
  'div',
  'section',
  'aside',
  'ul',
  'ol',
  'li',
  'p',
  'form',
  'header',
  'dialog',
  'figure',
  'a',
  'span',
]);
/** Wrappers whose class speaks of the whole article, not of a paragraph in it. */
const WIDE = new Set(['article', 'section', 'main', 'body', 'html']);

function classes(element: PageElement): string[] {
  return words(`${attribute(element.tag, 'class') ?? ''} ${attribute(element.tag, 'id') ?? ''}`);
}

function words(names: string): string[] {
  return names
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/\s+/)
    .filter((name) => name !== '' && !/^(has|with|no|is)-/.test(name));
}

/** Whether an element is page furniture by itself: navigation, footers, share bars, cookie banners. */
export function isFurniture(element: PageElement): boolean {
  const { name } = element.tag;
  if (name === 'nav' || attribute(element.tag, 'role') === 'navigation') return true;
  if (element.holdsHeading) return false;
  if (name === 'footer') return element.parent?.tag.name !== 'blockquote' && element.parent?.tag.name !== 'figure';
  if (name === 'header') return !inside(element, 'article') && !inside(element, 'main');
  return NAMEABLE.has(name) && classes(element).some((one) => FURNITURE_NAME.test(one));
}

function inside(element: PageElement, name: string): boolean {
  for (let one = element.parent; one; one = one.parent) if (one.tag.name === name) return true;
  return false;
}

/**
 * The role of a block whose innermost element is given; null stands for the bare page. A role that the block has of
 * itself (an alt text) yields to furniture around it only.
 */
export function roleOf(innermost: PageElement | null, own: Role | null): Role {
  let role = own ?? undefined;
  let steps = 0;
  for (let element = innermost; element; element = element.parent) {
    if (isFurniture(element)) return 'furniture';
    // A class further out speaks of more than this block.
    const named = steps < 2 ? namedRole(element) : undefined;
    role ??= named ?? tagRole(element);
    steps++;
  }
  return role ?? 'body';
}

function namedRole(element: PageElement): Role | undefined {
  if (element.tag.name === 'h1' || WIDE.has(element.tag.name)) return undefined;
  return roleNamed(classes(element));
}

function roleNamed(names: readonly string[]): Role | undefined {
  return NAMED.find(([pattern]) => names.some((name) => pattern.test(name)))?.[1];
}

/** The role that a class name says by itself, as {@link roleOf} reads it; undefined for most. */
export function roleOfClass(name: string): Role | undefined {
  return roleNamed(words(name));
}

function tagRole(element: PageElement): Role | undefined {
  const { name } = element.tag;
  if (name === 'footer') return 'credit';
  if (name === 'blockquote' && inside(element, 'aside')) return 'pull-quote';
  return Object.hasOwn(ROLE_OF, name) ? ROLE_OF[name] : undefined;
}
