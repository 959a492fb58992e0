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
  /** Words that stay as they are, as UTF-16 spans of `text` in order; none crosses a code or another. */
  keep?: readonly { start: number; end: number }[];
}

/** Two texts that say the same. */
export interface KnownPair {
  source: string;
  target: string;
}

/** What helps a service that can read it, and is not translated. */
export interface Hints {
  /** The desk's words for things in these texts. */
  terms: KnownPair[];
  /** Approved pairs that are like these texts, best first. */
  examples: KnownPair[];
  /** The article's last finished sentences before these texts, in order. */
  preceding: KnownPair[];
}

/** Texts that are asked for in one call. `context` is neighbouring source text that helps and is not translated. */
export interface TranslationRequest {
  from: Language;
  to: Language;
  texts: SourceText[];
  context: string;
  /** For a provider that takes hints. */
  hints?: Hints;
  /** The id of the glossary to be held to, for a provider that keeps glossaries. */
  glossary?: string;
  /** Asked before these texts are sent once more: whether that many further characters may be spent. Yes where absent. */
  mayRepeat?: (characters: number) => Promise<boolean>;
}

/** What happened to the inline codes on the way: `kept`, or `dropped` where the service broke them and plain text is given. */
export type CodesOutcome = 'kept' | 'dropped';

/** A word that was to stay as it is: what the reply had in its place (the word was put back), or null where it was gone. */
export interface Spoilt {
  word: string;
  reply: string | null;
}

/** A translation, with the codes of its source under the same numbers. */
export interface Translated {
  id: number;
  text: string;
  codes: CodesOutcome;
  /** Words to be kept that the service did not keep. */
  spoilt: Spoilt[];
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
  /** The code of the failure; absent where the service answers. */
  code?: string;
}

/** One direction of a glossary. Languages are base tags; no two entries have one source. */
export interface Dictionary {
  from: Language;
  to: Language;
  entries: KnownPair[];
}

/** The glossaries that a service keeps for an account. All of it throws ProviderFailed. */
export interface Glossaries {
  /** Keeps a new glossary and answers its id. */
  create(name: string, dictionaries: readonly Dictionary[], signal: AbortSignal): Promise<string>;
  /** Drops a glossary; one that is gone already is no failure. */
  drop(id: string, signal: AbortSignal): Promise<void>;
}

/** A machine translation service. */
export interface Provider {
  readonly id: ProviderName;
  /** False where a text never leaves this computer. */
  readonly leaves: boolean;
  /** Whether the service bills source characters. */
  readonly bills: boolean;
  /** What must be said of it before it is first used, as a code: a free DeepL account may keep and use the texts. */
  readonly warning: 'deepl-free' | null;
  readonly limits: Limits;
  /** All that is set and changes what it answers (address, model, variants), as one string without any secret. */
  readonly options: string;
  /** Whether the request's context has a part in the answer. */
  readonly usesContext: boolean;
  /** Whether the request's hints have. */
  readonly usesHints: boolean;
  /** Where the service keeps glossaries. */
  readonly glossaries: Glossaries | null;
  /**
   * Gives a TMX file to the service as a new translation memory of its own and waits until it is read; null where it takes
   * none. Throws ProviderFailed.
   */
  readonly publish: ((name: string, tmx: Uint8Array, signal: AbortSignal) => Promise<void>) | null;
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
