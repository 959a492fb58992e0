// A file of segmentation rules: exceptions, one a line, or the rules of an SRX file.
import { UserError } from '../errors.ts';
import type { Language } from '../model.ts';
import { readExceptions, type SegmentationException } from '../text/segmentation-exceptions.ts';
import type { SrxRule } from '../text/srx-rules.ts';
import { readSrx, type SrxRefusal } from './srx.ts';

/** What such a file holds for a language: one of both lists, and the SRX rules that JavaScript cannot say. */
export type SegmentationFile =
  | { kind: 'exceptions'; exceptions: SegmentationException[]; refused: [] }
  | { kind: 'srx'; srx: SrxRule[]; refused: SrxRefusal[] };

/** Reads a decoded file. Throws a UserError that names the line of a fault, or says that an SRX file maps no rules to the language. */
export function readSegmentationFile(text: string, name: string, language: Language): SegmentationFile {
  if (/^\s*</.test(text)) {
    const { refused, rulesFor } = readSrx(text);
    const srx = rulesFor(language);
    if (srx.length === 0)
      throw new UserError('no-srx-rules', `${name} has no segmentation rules for ${language}: map the language in it.`);
    return { kind: 'srx', srx, refused };
  }
  const { exceptions, faults } = readExceptions(text);
  const [fault] = faults;
  if (fault) throw new UserError('bad-exceptions', `${name}, line ${fault.line}: ${fault.why}.`);
  return { kind: 'exceptions', exceptions, refused: [] };
}
