import { describe, expect, it } from 'vitest';
import type { UserError } from '../../server/errors.ts';
import { decode, encode } from '../../server/formats/decode.ts';
import { loadFormat, readDocument } from '../../server/formats/format.ts';

await loadFormat({ format: 'markdown' });

const bytes = (text: string) => new TextEncoder().encode(text);
const latin = (text: string) => Uint8Array.from([...text].map((sign) => sign.charCodeAt(0)));

function refusal(given: Uint8Array, name = 'page.txt'): [string, string] {
  try {
    readDocument(given, { fileName: name });
  } catch (error) {
    return [(error as UserError).code, (error as Error).message];
  }
  return ['', ''];
}

describe('decode', () => {
  it('reads the charset that a page declares, and writes it back', () => {
    const page = decode(latin('<meta charset="iso-8859-1"><p>caf\u00e9'));
    expect(page).toMatchObject({ text: '<meta charset="iso-8859-1"><p>café', encoding: 'windows-1252' });
    expect(encode('é \u20ac', page).bytes).toEqual(Uint8Array.from([0xe9, 0x20, 0x80]));
    expect(encode('\u202f', page, (sign) => `&#${sign.codePointAt(0)};`).bytes).toEqual(bytes('&#8239;'));
  });
  it('says so when an encoding lacks a character that cannot be written otherwise', () => {
    expect(encode('\u202f', { encoding: 'windows-1252', bom: false }).notice).toContain('UTF-8');
  });
  it('names what a binary file is', () => {
    expect(refusal(latin('%PDF-1.7 …'))).toEqual(['binary-file', expect.stringContaining('PDF')]);
    expect(refusal(latin('PK\u0003\u0004'))[1]).toContain('Word');
    expect(refusal(latin('\u0089PNG\r\n'))[1]).toContain('PNG');
    expect(refusal(latin('a\u0000b'))).toEqual(['binary-file', expect.stringContaining('NUL')]);
    expect(refusal(latin('\u0001\u0002\u0003 a'))[0]).toBe('binary-file');
  });
  it('says where bytes do not fit their encoding', () => {
    expect(refusal(latin('un\ncaf\u00e9 noir'))).toEqual([
      'wrong-encoding',
      expect.stringContaining('line 2 does not fit'),
    ]);
  });
  it('refuses what is empty, too large or not of the format that its name says', () => {
    expect(refusal(bytes(''))[0]).toBe('empty-file');
    expect(refusal(bytes(' \n\t'))[0]).toBe('empty-file');
    expect(refusal(bytes('text'), 'a.docx')[0]).toBe('damaged-file');
    expect(refusal(bytes('---\n---\n'), 'a.md')[0]).toBe('empty-file');
    expect(refusal(new Uint8Array(101 * 1024 * 1024))[0]).toBe('too-large');
  });
});
