// The nouns of what stays out of the house: types only.

/** Where in a file: a line and a unit from 1, and the name that the file gives the unit. */
export interface PlaceInFile {
  line?: number;
  unit?: number;
  name?: string;
}

/** Why something of a file stays out. */
export type RefusalCode =
  | 'source-empty'
  | 'target-empty'
  | 'too-long'
  | 'one-language'
  | 'alone'
  | 'no-text'
  | 'names-no-language'
  | 'bad-language'
  | 'no-segment'
  | 'empty-text'
  | 'not-translated'
  | 'not-confirmed'
  | 'file-names-no-languages'
  | 'columns'
  | 'empty-cell'
  | 'term-source-empty'
  | 'term-without-words'
  | 'term-contradicts'
  | 'concept-alone';

/** Something of a file that stayed out. `at` and `why` are in English; the rest says the same for other languages. */
export interface Refusal {
  at: string;
  why: string;
  code: RefusalCode;
  values: Record<string, string | number>;
  place: PlaceInFile;
}
