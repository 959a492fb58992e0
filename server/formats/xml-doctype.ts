// What a document type declaration may bring along: a few short entities that stand for plain text, nothing else.

const MOST = 64;
const LONGEST = 1000;

/** The entities of an internal subset by name, or why they are refused. The external subset is never opened. */
export function literalEntities(doctype: string): { values: Map<string, string> } | { why: string } {
  const values = new Map<string, string>();
  const subset = doctype.replace(/<!--[\s\S]*?-->/g, '');
  for (const [, declaration = ''] of subset.matchAll(/<!ENTITY\s([^>]*)/g)) {
    const [, name = '', , value = ''] = /^\s*([\w.:-]+)\s+(["'])(.*?)\2\s*$/s.exec(declaration) ?? [];
    if (name === '') return { why: 'it declares an entity that stands outside the file, or one for its own grammar' };
    if (/[%<]|&(?!#)/.test(value)) return { why: `its entity ${name} is made of other entities or of markup` };
    if (value.length > LONGEST || values.size >= MOST) return { why: 'it declares more entities than a text needs' };
    values.set(name, decodeReferences(value));
  }
  return { values };
}

function decodeReferences(value: string): string {
  return value.replace(/&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/gi, (whole, hex: string | undefined, decimal: string) => {
    const point = hex ? Number.parseInt(hex, 16) : Number(decimal);
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}
