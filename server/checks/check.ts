// The shape of a check: a value that knows a pair of texts and what it is handed, and answers faults.
import type { Language } from '../model.ts';
import type { Side } from './side.ts';

/** The name of a check, as the command line and the findings say it. */
export type CheckName =
  | 'number'
  | 'currency'
  | 'date'
  | 'unit'
  | 'percent'
  | 'typography-fr'
  | 'typography-en'
  | 'quotes'
  | 'brackets'
  | 'end-punctuation'
  | 'untranslated'
  | 'repeated-word'
  | 'double-space'
  | 'length'
  | 'tag'
  | 'url'
  | 'term'
  | 'forbidden-term'
  | 'acronym'
  | 'name'
  | 'inconsistent'
  | 'false-friend'
  | 'spelling'
  | 'boilerplate'
  | 'negation'
  | 'hedge'
  | 'attribution';

/** How much a desk wants to hear: `lax` only what embarrasses, `strict` its house style as well. */
export type Profile = 'lax' | 'default' | 'strict';

/** A sentence in the languages that a desk reads: what is wrong, then what to do. */
export interface Said {
  en: string;
  fr: string;
}

/** A term of the desk: any of the targets will do, none of the forbidden words will. */
export interface KnownTerm {
  source: string;
  target: readonly string[];
  forbidden?: readonly string[];
  /** What readers are told at the first mention, and what is enough afterwards: each is a translation too. */
  gloss?: string;
  short?: string;
}

/** A pair as the checks see it, with what they are handed beside it. */
export interface Pair {
  source: Side;
  target: Side;
  terms: readonly KnownTerm[];
  /** Words that the desk does not want in a target. */
  forbidden: readonly string[];
  /** Other pairs of the memory or the article, for consistency. */
  memory: readonly { source: string; target: string }[];
  /** Whether a word of that language stands in a dictionary or among the desk's own words; null without dictionaries. */
  knows: ((word: string, language: Language) => boolean) | null;
}

/**
 * What a check has found. Offsets are UTF-16 units of that side's `text`. `rule` names one rule of the check where the
 * preset weighs it apart. `fix` is the text for the span, only where it is certain.
 */
export interface Fault {
  side: 'source' | 'target';
  start: number;
  end: number;
  message: Said;
  rule?: string;
  fix?: string;
  /** True where the offsets are already those of the one string, codes included. */
  placed?: true;
}

/**
 * A pair that shows what a check does. `⟦…⟧` marks, in the source or the target, exactly what it points at; without a mark
 * it says nothing. `fixed` is the target after its fixes, where it gives any.
 */
export interface Sample {
  from: Language;
  to: Language;
  source: string;
  target: string;
  fixed?: string;
  profile?: Profile;
  terms?: readonly KnownTerm[];
  forbidden?: readonly string[];
  memory?: readonly { source: string; target: string }[];
  /** The words that the dictionaries know in this sample. */
  knows?: readonly string[];
}

/** A check is pure: the same pair gives the same faults, in any order; no text makes it throw. */
export interface Check {
  id: CheckName;
  /** One sentence for the manual. */
  about: Said;
  samples: readonly Sample[];
  run(pair: Pair): Iterable<Fault>;
}

/** A sample from English into French. */
export function intoFrench(source: string, target: string, more: Partial<Sample> = {}): Sample {
  return { from: 'en', to: 'fr', source, target, ...more };
}

/** A sample from French into English. */
export function intoEnglish(source: string, target: string, more: Partial<Sample> = {}): Sample {
  return { from: 'fr', to: 'en', source, target, ...more };
}
