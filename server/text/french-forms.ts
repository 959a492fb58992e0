// Forms of French typography that a check reports and the typesetter sets.
import { APOSTROPHE, ELLIPSIS, NBSP } from './typography.ts';

/** What is written, and what it ought to be. The whole match is replaced: look-arounds keep the context out of it. */
export interface Form {
  /** Global, with the `u` flag. */
  pattern: RegExp;
  fix: (found: RegExpExecArray) => string;
}

/** « 1ère » is 1re. */
export const FIRST_FEMININE: Form = {
  pattern: /(?<![\p{L}\p{N}])(?:1|I)\s?i?[èe]res?(?!\p{L})/gu,
  fix: ([found]) => `${found.charAt(0)}re${found.endsWith('s') ? 's' : ''}`,
};

/** « 2ème » and « XXIème » are 2e and XXIe. */
export const ORDINAL_SUFFIX: Form = {
  pattern: /(?<![\p{L}\p{N}-])(?:\d+|[IVX]+)\s?(?:i?[èe]mes?|émes?)(?!\p{L})/gu,
  fix: ([found]) => found.replace(/\s?(?:i?[èeé]me)(s?)$/u, 'e$1'),
};

/** « etc... » has one point. */
export const POINTS_AFTER_ETC: Form = {
  pattern: /(?<![\p{L}/.])etc(?:\s?\.{2,}|\s?\.?…)/gu,
  fix: () => 'etc.',
};

/** No space behind an elision. */
export const ELISION_SPACE: Form = {
  pattern: /(?<=(?<![\p{L}\p{N}])(?:[ldjmtsn]|qu|jusqu|lorsqu|puisqu)['’])[ \u00a0]+(?=\p{L})/giu,
  fix: () => '',
};

/** The typewriter's apostrophe inside a word. */
export const STRAIGHT_APOSTROPHE: Form = {
  pattern: /(?<=\p{L})'(?=[\p{L}\d])/gu,
  fix: () => APOSTROPHE,
};

/** Three points are one sign. */
export const THREE_POINTS: Form = {
  pattern: /(?<![.…])\.\.\.(?!\.)/gu,
  fix: () => ELLIPSIS,
};

/** « 20h30 » is 20 h 30 in print. */
export const CLOSED_HOUR: Form = {
  pattern: /(?<![\p{L}\p{N}])\d{1,2}h(?:\d{2})?(?![\p{L}\p{N}])/gu,
  fix: ([found]) => found.replace(/h(\d*)$/, (_, minutes: string) => `${NBSP}h${minutes && NBSP + minutes}`),
};
