// Files that other tools wrote, from BITEXTE_CORPUS/formats/samples: every well-formed one reads, and what is lost has a reason.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../server/errors.ts';
import { decode } from '../../server/formats/decode.ts';
import { decodeStream } from '../../server/formats/decode-stream.ts';
import { readTmx } from '../../server/formats/tmx-read.ts';
import { writeTmx } from '../../server/formats/tmx-write.ts';
import { xliff } from '../../server/formats/xliff.ts';
import { XLIFF_LIMITS } from '../../server/formats/xliff-names.ts';
import { readXliff } from '../../server/formats/xliff-read.ts';
import type { XliffUnit } from '../../server/formats/xliff-units.ts';
import { descendants, elementsOf, rootOf, type XmlTree } from '../../server/formats/xml-tree.ts';
import { all, allOf, HEAD } from './bilingual-samples.ts';

const corpus = process.env['BITEXTE_CORPUS'];
const samples = join(corpus ?? '', 'formats', 'samples');
const present = corpus !== undefined && existsSync(samples);
if (!present) console.warn(`SKIPPED: no files of other tools are at BITEXTE_CORPUS/formats/samples (${samples}).`);

const names = (folder: string) => (present ? readdirSync(join(samples, folder)).toSorted() : []);
const bytesOf = (folder: string, name: string) => readFileSync(join(samples, folder, name));

/** Why a file as a whole may be refused: it is not well-formed, or not in the encoding that it names. */
const BROKEN = /^(bad-xml|wrong-encoding)$/;
/** Why a unit of a memory may be left out: it pairs nothing with anything. */
const NOTHING_TO_PAIR = /has nothing but|is empty|no text in any language/;

/** The units of a file that were not read. */
function unitsIn(tree: XmlTree, read: readonly XliffUnit[]): XmlTree[] {
  const known = new Set(read.map((unit) => unit.tree.openEnd));
  return ['trans-unit', 'unit'].flatMap((local) =>
    [...descendants(tree, local)].filter(({ openEnd }) => !known.has(openEnd)),
  );
}

/** What a unit gives to be translated: the text of its sources, without native code. */
function wordsOf(tree: XmlTree): string {
  const own = (one: XmlTree): string =>
    one.children
      .map((child) => (typeof child === 'string' ? child : NATIVE.test(child.local) ? '' : own(child)))
      .join('');
  const holders = tree.local === 'unit' ? elementsOf(tree, 'segment') : [tree];
  return holders.flatMap((holder) => elementsOf(holder, 'source').map(own)).join('');
}

const NATIVE = /^(bpt|ept|ph|it)$/;

describe.skipIf(!present)('files of other tools', () => {
  it('read as TMX without losing a unit that pairs two texts, and are the same when written and read again', async () => {
    const losses: { file: string; at: string; why: string }[] = [];
    let pairs = 0;
    for (const file of names('tmx')) {
      const read = await allOf(readTmx(decodeStream([bytesOf('tmx', file)])));
      const { text: raw } = decode(bytesOf('tmx', file), file);
      const standing = (raw.match(/<tu[\s>]/g) ?? []).length;
      expect([file, Math.min(standing, read.length)]).toEqual([file, standing]);
      for (const item of read) if (item.kind === 'refused') losses.push({ file, at: item.at, why: item.why });
      const units = read.flatMap((item) => (item.kind === 'unit' ? [{ ...item.unit, group: null }] : []));
      pairs += units.length;
      const text = (await all(writeTmx(units, { head: HEAD, from: '*all*' }))).join('');
      const again = (await allOf(readTmx([text]))).flatMap((item) => (item.kind === 'unit' ? [item.unit] : []));
      expect([file, again]).toEqual([file, units]);
    }
    console.info(`${pairs} pairs of TMX; left out:`);
    console.table(losses);
    expect(pairs).toBeGreaterThan(100);
    expect(losses.filter(({ why }) => !NOTHING_TO_PAIR.test(why))).toEqual([]);
  }, 60_000);

  it.each(['xliff12', 'xliff2', 'sdlxliff', 'mqxliff'])(
    'read as %s, and come back byte for byte',
    (folder) => {
      const losses: { file: string; why: string }[] = [];
      let segments = 0;
      for (const file of names(folder)) {
        try {
          const { text } = decode(bytesOf(folder, file), file);
          const units = readXliff(text);
          segments += units.reduce((sum, unit) => sum + unit.segments.length, 0);
          const left = unitsIn(rootOf(text, XLIFF_LIMITS), units);
          expect([file, left.filter((unit) => /\S/.test(wordsOf(unit)))]).toEqual([file, []]);
          if (left.length > 0)
            losses.push({ file, why: `${left.length} units hold nothing but white space, codes or comments` });
          const { blocks } = xliff.read(text);
          const same = blocks.map(({ given }) =>
            (given?.segments ?? []).map((one) => ({ ...one, source: one.text, reason: null })),
          );
          expect([file, xliff.writeSegments?.(text, blocks, same, 'fr').text === text]).toEqual([file, true]);
        } catch (thrown) {
          if (!(thrown instanceof UserError)) throw thrown;
          losses.push({ file, why: thrown.message });
          expect([file, thrown.code]).toEqual([file, expect.stringMatching(BROKEN)]);
        }
      }
      console.info(`${segments} segments of ${folder}; left out:`);
      console.table(losses);
      expect(segments).toBeGreaterThan(50);
    },
    60_000,
  );
});
