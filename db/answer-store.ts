// What the store of paid answers promises, as types.
import type { Code } from '../server/model.ts';

/** What a translation service answered to one question. `target` holds the codes of `source` under the same numbers. */
export interface KeptAnswer {
  /** A digest of all that could change the answer. */
  question: string;
  provider: string;
  model: string | null;
  source: string;
  codes: Code[];
  target: string;
  /** Whether the service broke the codes and `target` is plain. */
  dropped: boolean;
  /** Words that were to stay and did not, with what the service had in their place (null: nothing). */
  spoilt: { word: string; reply: string | null }[];
  /** Characters, as the service counts them. */
  billed: number;
  at: string;
}

/** A machine's suggestion, and the text that was approved in its place. */
export interface ReviewedSuggestion {
  segment: number;
  provider: string;
  model: string | null;
  /** The name of the article's desk. */
  desk: string;
  /** The month of the approval, such as `2026-03`. */
  month: string;
  codes: Code[];
  suggestion: string;
  approved: string;
}

/** Answers that were paid for, kept across articles and restarts. */
export interface AnswerStore {
  /** Those that are known, by question. */
  known(questions: readonly string[]): Promise<Map<string, KeptAnswer>>;
  /** Keeps answers; a question that is known keeps its first one. */
  keep(answers: readonly KeptAnswer[]): Promise<void>;
  /** Each segment's last approval with the machine's last suggestion before it for the same source, by rising segment, in pages. */
  reviewed(after: number, limit: number): Promise<ReviewedSuggestion[]>;
}
