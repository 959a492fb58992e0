// A desk settles where sentences end: exceptions of its own, or the rules of an SRX file instead of the language's.
// Articles that stand keep what they were cut by; those that come in are cut by what is settled then.
import { UserError } from '../errors.ts';
import { decode } from '../formats/decode.ts';
import { readSegmentationFile } from '../formats/segmentation-file.ts';
import type { SrxRefusal } from '../formats/srx.ts';
import type { Language } from '../model.ts';
import type { SegmentationException } from '../text/segmentation-exceptions.ts';
import type { Desk } from './desk.ts';
import { OWN_DESK, settledRules } from './settled-rules.ts';

/** What a desk has settled for a language: its exceptions, and how many SRX rules stand in for the language's own. */
export interface Settled {
  language: Language;
  exceptions: SegmentationException[];
  srx: number;
}

/** What stands for a language now. */
export async function showRules(desk: Pick<Desk, 'stores'>, language: Language): Promise<Settled> {
  const { exceptions = [], srx = [] } = await settledRules(desk, language);
  return { language, exceptions: [...exceptions], srx: srx.length };
}

const MOST = 2000;
const LONGEST = 200;

/** Replaces the exceptions for a language, whole. Throws a UserError for one that is empty, too long or holds a bar. */
export async function setExceptions(
  desk: Pick<Desk, 'stores' | 'now'>,
  language: Language,
  given: readonly SegmentationException[],
  by: string,
): Promise<Settled> {
  const exceptions = given.map(({ before, after }) => ({ before: before.trim(), after: after?.trim() ?? null }));
  if (exceptions.length > MOST)
    throw new UserError('too-many-exceptions', `A desk has at most ${MOST} exceptions for a language.`);
  for (const { before, after } of exceptions) refuseUnclear(before, after);
  await desk.stores.desks.setExceptions({ desk: OWN_DESK, language, exceptions, by, at: desk.now() });
  return showRules(desk, language);
}

function refuseUnclear(...texts: (string | null)[]): void {
  for (const text of texts) {
    if (text === null) continue;
    if (text === '') throw new UserError('bad-exceptions', 'An exception needs a text on each side of its bar.');
    if (/[|\n\r]/.test(text) || text.length > LONGEST)
      throw new UserError(
        'bad-exceptions',
        `"${text.slice(0, 40)}" is no exception: one line, at most ${LONGEST} characters, no bar.`,
      );
  }
}

/**
 * Takes a file over: its exceptions replace those that stand, its SRX rules stand in for the language's own. Answers what
 * stands then, with the SRX rules that were left out. Throws a UserError for a file that cannot be read.
 */
export async function importRules(
  desk: Pick<Desk, 'stores' | 'now'>,
  language: Language,
  file: { bytes: Uint8Array; fileName: string },
  by: string,
): Promise<Settled & { refused: SrxRefusal[] }> {
  const { text } = decode(file.bytes, file.fileName);
  const read = readSegmentationFile(text, file.fileName, language);
  if (read.kind === 'exceptions') return { ...(await setExceptions(desk, language, read.exceptions, by)), refused: [] };
  await desk.stores.desks.setRules({ desk: OWN_DESK, language, rules: read.srx, by, at: desk.now() });
  return { ...(await showRules(desk, language)), refused: read.refused };
}

/** Lets the language's own rules hold again, in place of those of an SRX file. The exceptions stay. */
export async function dropSrx(desk: Pick<Desk, 'stores' | 'now'>, language: Language, by: string): Promise<Settled> {
  await desk.stores.desks.setRules({ desk: OWN_DESK, language, rules: [], by, at: desk.now() });
  return showRules(desk, language);
}
