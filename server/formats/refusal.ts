// What of a file stays out, and why: a code with its values for who words it anew, and the sentence in English.

import type { PlaceInFile, Refusal, RefusalCode } from '../model-refusal.ts';

/** Why something stays out, by code; `{x}` stands for a value. */
const SENTENCES: Record<RefusalCode, string> = {
  'source-empty': 'its source is empty',
  'target-empty': 'its target is empty',
  'too-long': 'it is longer than {most} characters',
  'one-language': 'both sides are {language}',
  alone: 'it has nothing but {language} to say',
  'no-text': 'it holds no text in any language',
  'names-no-language': 'one of its texts names no language',
  'bad-language': '"{language}" is no language',
  'no-segment': 'its text in {language} has no seg',
  'empty-text': 'its text in {language} is empty',
  'not-translated': 'it has no translation',
  'not-confirmed': 'its translation is {state}',
  'file-names-no-languages': 'the file does not say its languages',
  columns: 'the row has {has} of {wanted} columns',
  'empty-cell': 'the row has no text in {language}',
  'term-source-empty': 'the source is empty',
  'term-without-words': 'there is no translation and no forbidden word',
  'term-contradicts': '"{word}" is both a translation and a forbidden word',
  'concept-alone': 'the concept has no term in the source language and in another one',
};

/** All codes, for who words them. */
export const REFUSAL_CODES = Object.keys(SENTENCES) as RefusalCode[];

/** Why, as a code with what its sentence names. */
export type Why = Pick<Refusal, 'code' | 'values'>;

/** A reason with its values. */
export function because(code: RefusalCode, values: Why['values'] = {}): Why {
  return { code, values };
}

/** A refusal at a place. */
export function refusal(place: PlaceInFile, { code, values }: Why): Refusal {
  const why = SENTENCES[code].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
  return { at: placeInWords(place), why, code, values, place };
}

function placeInWords({ line, unit, name }: PlaceInFile): string {
  const where = line === undefined ? [] : [`line ${line}`];
  if (unit !== undefined) where.push(`unit ${unit}${name ? ` (${name})` : ''}`);
  else if (name !== undefined) where.push(`unit ${name}`);
  return where.join(', ');
}
