// The attributes that readers see or hear: each is a block of its own.
import type { Code, Place, Role } from '../model.ts';
import type { CodePlace } from './html-inline.ts';
import { attribute, type HtmlAttribute, type HtmlToken } from './html-tokens.ts';

/** An attribute's text as a block; furniture around it may still change its role. */
export interface AttributeBlock {
  block: { text: string; codes: Code[] };
  role: Role;
  layout: Place & { in: 'attribute'; codes: Record<number, CodePlace> };
}

const META: Record<string, Role> = {
  description: 'standfirst',
  'og:description': 'standfirst',
  'twitter:description': 'standfirst',
  'og:title': 'title',
  'twitter:title': 'title',
};

/** The translatable attributes of a start tag as blocks; those without a letter are left out. */
export function attributeBlocks(tag: HtmlToken): AttributeBlock[] {
  return tag.attributes.flatMap((one) => {
    const role = attributeRole(tag, one.name);
    const text = one.value.replace(/[ \t\n\r\f]+/g, ' ').trim();
    if (!role || !/\p{L}/u.test(text) || one.end - one.start <= one.name.length) return [];
    const layout = { in: 'attribute' as const, codes: {}, start: one.start, end: one.end };
    return [{ block: { text, codes: [] }, role, layout }];
  });
}

function attributeRole(tag: HtmlToken, name: HtmlAttribute['name']): Role | undefined {
  if (name === 'content' && tag.name === 'meta') {
    const key = (attribute(tag, 'name') ?? attribute(tag, 'property') ?? '').toLowerCase();
    return Object.hasOwn(META, key) ? META[key] : undefined;
  }
  if (name === 'alt') return 'alt';
  if (name === 'title') return tag.name === 'link' ? undefined : 'alt';
  if (name === 'aria-label') return 'alt';
  return name === 'placeholder' ? 'furniture' : undefined;
}
