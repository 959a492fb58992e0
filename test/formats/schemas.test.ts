// What we write against the schemas themselves, from BITEXTE_CORPUS/formats/schemas, by libxml2.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { DtdValidator, XmlDocument, XmlDtd, XsdValidator } from 'libxml2-wasm';
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs';
import { describe, expect, it } from 'vitest';
import type { BilingualArticle, TmxUnit } from '../../server/formats/bilingual.ts';
import { writeTmx } from '../../server/formats/tmx-write.ts';
import { writeXliff } from '../../server/formats/xliff-write.ts';
import { writeXliff2 } from '../../server/formats/xliff2-write.ts';
import { all, bilingualPair, everyState, HEAD, segment } from './bilingual-samples.ts';

const schemas = join(process.env['BITEXTE_CORPUS'] ?? '', 'formats', 'schemas');
const present = process.env['BITEXTE_CORPUS'] !== undefined && existsSync(schemas);
if (!present) console.warn(`SKIPPED: no schemas are at BITEXTE_CORPUS/formats/schemas (${schemas}).`);

/** Says what the schema at that path finds wrong; '' where nothing is. */
function checkedBy(path: string): (text: string) => string {
  xmlRegisterFsInputProviders();
  const file = join(schemas, path);
  const validator = path.endsWith('.dtd')
    ? new DtdValidator(XmlDtd.fromBuffer(readFileSync(file)))
    : XsdValidator.fromDoc(XmlDocument.fromBuffer(readFileSync(file), { url: file }));
  return (text) => {
    const document = XmlDocument.fromString(text.replace(/<!DOCTYPE[^>]*>\n/, ''));
    try {
      validator.validate(document as never);
      return '';
    } catch (thrown) {
      return String(thrown);
    } finally {
      document.dispose();
    }
  };
}

/** The article with every state, and one with arbitrary texts and codes in one more segment. */
const articles = bilingualPair.map(
  (pair): BilingualArticle => ({
    ...everyState,
    blocks: [
      ...everyState.blocks,
      {
        id: 9,
        role: 'list',
        tail: '',
        segments: [segment(91, { ...pair, state: 'translated', notes: [{ text: pair.source, by: 'b&' }] })],
      },
    ],
  }),
);

describe.skipIf(!present)('what we write is valid', () => {
  it('as TMX 1.4b, levels 1 and 2', async () => {
    const valid = checkedBy('tmx/tmx14.dtd');
    const unit: Omit<TmxUnit, 'source' | 'target' | 'codes'> = {
      ...{ id: '1', from: 'fr', to: 'en-GB', author: 'Ada', createdAt: HEAD.at, changedBy: 'Bo', changedAt: HEAD.at },
      ...{ note: 'n', previous: '', next: 'a', properties: { 'x-project': 'dojo', usagecount: '2' }, group: null },
    };
    await fc.assert(
      fc.asyncProperty(bilingualPair, fc.constantFrom(1 as const, 2 as const), async (pair, level) => {
        const text = (await all(writeTmx([{ ...unit, ...pair }], { head: HEAD, from: '*all*', level }))).join('');
        expect(valid(text)).toBe('');
      }),
      { numRuns: 30 },
    );
    expect(valid('<tmx version="1.4"><body/></tmx>')).not.toBe('');
  }, 60_000);

  it.each([
    ['XLIFF 1.2, strict', 'xliff1.2/xliff-core-1.2-strict.xsd', writeXliff],
    ['XLIFF 2.0 with its modules', 'xliff2.1/all-2.1.xsd', writeXliff2],
    [
      'XLIFF 2.1 with its modules',
      'xliff2.1/all-2.1.xsd',
      (article: BilingualArticle, options: Parameters<typeof writeXliff2>[1]) =>
        writeXliff2(article, { ...options, version: '2.1' as const }),
    ],
  ])(
    'as %s',
    (_, path, write) => {
      const valid = checkedBy(path);
      fc.assert(
        fc.property(articles, fc.boolean(), (article, fillEmpty) => {
          expect(valid(write(article, { head: HEAD, fillEmpty }))).toBe('');
        }),
        { numRuns: 30 },
      );
      expect(valid('<xliff version="1.2"/>')).not.toBe('');
    },
    60_000,
  );
});
