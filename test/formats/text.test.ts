import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDocument, writeDocument } from '../../server/formats/format.ts';
import { plainText } from '../../server/formats/text.ts';

const page = 'Un titre\r\n\r\n  Une puce de 3\u00a0nm. Elle chauffe.\t\r\n\r\nLa suite\r\n';

describe('plain text', () => {
  it('makes a block of each line that is not blank, without the spaces around it', () => {
    expect(plainText.read(page).blocks.map((block) => block.text)).toEqual([
      'Un titre',
      'Une puce de 3\u00a0nm. Elle chauffe.',
      'La suite',
    ]);
  });
  it('keeps spaces, blank lines and line ends around new texts', () => {
    const { blocks } = plainText.read(page);
    expect(plainText.write(page, blocks, [undefined, 'A chip. It runs hot.', 'More'])).toBe(
      'Un titre\r\n\r\n  A chip. It runs hot.\t\r\n\r\nMore\r\n',
    );
  });
  it('takes a removed block out with its line and leaves no doubled blank line', () => {
    const { blocks } = plainText.read(page);
    expect(plainText.write(page, blocks, [undefined, null, undefined])).toBe('Un titre\r\n\r\nLa suite\r\n');
    expect(plainText.write(page, blocks, [null, undefined, null])).toBe('  Une puce de 3\u00a0nm. Elle chauffe.\t\r\n');
  });
  it('is refused where it is longer than any article', () => {
    const lines = (count: number) => new TextEncoder().encode('Une ligne.\n'.repeat(count));
    expect(() => readDocument(lines(600_000), { fileName: 'roman.txt' })).toThrow(/^roman\.txt holds 7 million signs/);
    expect(() => readDocument(lines(150_000), { fileName: 'roman.txt' })).toThrow(
      /^roman\.txt holds more than 100,000 lines/,
    );
    expect(() => readDocument(lines(60_000), { fileName: 'roman.txt' })).toThrow(/more than 50,000 paragraphs/);
    expect(readDocument(lines(6_000)).blocks.length).toBe(6_000);
  });
  it('gives any text back byte for byte when nothing is new', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', ' ', '\n', '\r', '\t', '\u00a0', 'é', '\u2028') }), (text) => {
        const { blocks } = plainText.read(text);
        const same = blocks.map((block) => block.text);
        expect(plainText.write(text, blocks, same)).toBe(text);
        expect(plainText.write(text, blocks, [])).toBe(text);
        for (const block of blocks) expect(block.text).toMatch(/^\S(.*\S)?$/s);
      }),
    );
  });
});

describe('a file', () => {
  it('keeps its byte order mark and its encoding', () => {
    const bytes = new Uint8Array([0xff, 0xfe, 0x61, 0, 0xe9, 0]);
    const { blocks, format } = readDocument(bytes, { fileName: 'a.txt' });
    expect(blocks[0]?.text).toBe('aé');
    expect(writeDocument(bytes, format, blocks, ['à']).bytes).toEqual(new Uint8Array([0xff, 0xfe, 0xe0, 0]));
    expect(writeDocument(bytes, format, blocks, [undefined]).bytes).toBe(bytes);
  });
});
