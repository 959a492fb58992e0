// What a machine translation service is to the story: one interface, and no service's own words. Whoever fills gaps sees
// these types only.
import type { ProviderName } from '../config.ts';
import type { Code, Language } from '../model.ts';

/** A source text to be translated, as one string with its inline codes. */
export interface SourceText {
  /** The asker's own number (a segment's id); the answer carries it back. */
  id: number;
  text: string;
  codes: Code[];
}

/** Texts that are asked for in one call. `context` is neighbouring source text that helps and is not translated. */
export interface TranslationRequest {
  from: Language;
  to: Language;
  texts: SourceText[];
  context: string;
}

/** What happened to the inline codes on the way: `kept`, or `dropped` where the service broke them and plain text is given. */
export type CodesOutcome = 'kept' | 'dropped';

/** A translation, with the codes of its source under the same numbers. */
export interface Translated {
  id: number;
  text: string;
  codes: CodesOutcome;
  /** What the service bills for this text, in its own count of source characters; 0 where it says nothing. */
  billedCharacters: number;
  /** The model that answered, where the service names it. */
  model: string | null;
}

/** What one call may hold. Sizes are bytes of the request body as it goes over the wire. */
export interface Limits {
  texts: number;
  bytes: number;
  /** How many calls may be under way at once. */
  calls: number;
}

/** Characters used in the running period, and how many the account may use (null: no limit known). */
export interface Usage {
  used: number;
  limit: number | null;
}

/** Whether the service answers; `detail` says why not, without any secret. */
export interface Health {
  ok: boolean;
  detail: string;
}

/** A machine translation service. */
export interface Provider {
  readonly id: ProviderName;
  /** False where a text never leaves this computer. */
  readonly leaves: boolean;
  readonly limits: Limits;
  /** All that is set and changes what it answers (address, model, variants), as one string without any secret. */
  readonly options: string;
  /** Whether the request's context has a part in the answer. */
  readonly usesContext: boolean;
  /** The size in bytes that the request's body would have. */
  size(request: TranslationRequest): number;
  /**
   * Translates texts. The answer holds each asked id at most once, in any order; a text without an answer was not
   * translated. Throws ProviderFailed where the service refuses or cannot be reached, and the signal's reason when aborted.
   */
  translate(request: TranslationRequest, signal: AbortSignal): Promise<Translated[]>;
  /** null where the service keeps no account. Throws ProviderFailed. */
  usage(signal: AbortSignal): Promise<Usage | null>;
  health(signal: AbortSignal): Promise<Health>;
}
