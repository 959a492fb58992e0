// Why a regular expression of another program is not taken over.

/** The kinds of reasons, for who words them in another language. */
export const REGEX_FAULTS = [
  'malformed',
  'class-in-class',
  'class-intersection',
  'flags-inside',
  'unknown-piece',
  'lone-backslash',
  'back-reference',
  'thousands',
  'look-arounds',
] as const;

/** One of {@link REGEX_FAULTS}. */
export type RegexFaultCode = (typeof REGEX_FAULTS)[number];

/** A reason: its kind, the sentence's end in English ("JavaScript lacks …"), and the piece of the expression it is about, if any. */
export interface RegexFault {
  code: RegexFaultCode;
  why: string;
  piece: string;
}

/** Thrown while an expression is read; who reads it whole answers the fault as a value. */
export class FaultyRegex extends Error {
  readonly fault: RegexFault;
  constructor(code: RegexFaultCode, why: string, piece = '') {
    super(why);
    this.fault = { code, why, piece };
  }
}
