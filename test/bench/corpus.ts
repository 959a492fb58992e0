// Where benchmarks find real material.
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** A folder of the real material that BITEXTE_CORPUS names. Throws, saying what to set, where it is not there. */
export function corpusFolder(...parts: string[]): string {
  const corpus = process.env['BITEXTE_CORPUS'];
  if (corpus === undefined) throw new Error('BITEXTE_CORPUS is not set: name the folder of real material in it');
  const folder = join(corpus, ...parts);
  if (!existsSync(folder)) throw new Error(`${folder} is not there: BITEXTE_CORPUS names the wrong folder`);
  return folder;
}
