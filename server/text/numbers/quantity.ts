// What a text says by number: the shape that reading answers and writing takes.

/**
 * What kind of quantity it is. `name` is a name with digits (GPT-4, 5G, iPhone 15), `points` percentage points and basis
 * points, `period` a quarter or a half of a year, `multiplier` a word that multiplies (« a doublé », "twice").
 */
export type QuantityKind =
  | 'cardinal'
  | 'ordinal'
  | 'fraction'
  | 'multiplier'
  | 'ratio'
  | 'percent'
  | 'points'
  | 'money'
  | 'measure'
  | 'date'
  | 'weekday'
  | 'time'
  | 'year'
  | 'decade'
  | 'century'
  | 'period'
  | 'name';

/**
 * One way to understand a quantity. `value` is exact and the same in every language:
 * a decimal where it ends ("3500000000", "-0.5"), else a fraction ("2/3"), for all kinds but these —
 * `date` "2024-03-12", with `-` for each part not said ("--03-12", "2024-03", "--03"); `weekday` "1" (Monday) to "7";
 * `time` "20:30"; `decade` its first year ("1990"); `century` its number ("21"); `period` "Q3" or "H1", with the year
 * before it where it is said ("2024-Q3"); `ratio` "16:9"; `name` the name in lower case without spaces and hyphens ("gpt4").
 * `unit` is the ISO 4217 code of `money`, and for `measure` the unit's id in units.json ("GB", "km", "year").
 */
export interface Reading {
  kind: QuantityKind;
  value: string;
  unit?: string;
}

/** A quantity where it stands. A range (« 5 à 7 % », "2024-26") gives its two ends, each with what they share. */
export interface Quantity extends Reading {
  /** UTF-16 offsets of all that belongs to it: sign, scale, unit. */
  start: number;
  end: number;
  /** Digits alone, words alone, or both (« 3,5 milliards d’euros » is `digits`: its number is written so). */
  form: 'digits' | 'words';
  /** A word of the number itself says that it is not exact (« une trentaine », "dozens"). */
  approximate?: true;
  /** Only its size is told: "thousands of", « des dizaines de ». */
  vague?: true;
  /** Digits set in the other language's manner: "4,5" in English, « 4.5 » in French. */
  foreign?: true;
  /** Its other readings, where the text alone does not decide: 12/03/2024, "a third", « 20 heures ». */
  also?: Reading[];
  /** For a measure: its dimension and its value in that dimension's base unit, "months" for whole years. */
  canonical?: { dimension: string; value: string };
}
