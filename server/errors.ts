// The user's mistakes and the world's refusals. Bugs are plain Errors; ordinary outcomes are values.

/** What a message names, by name, for who words it anew in another language. */
export type Named = Record<string, string | number>;

/** Something the user can mend: a stable `code`, a message that says what to do, and the HTTP status that fits. */
export class UserError extends Error {
  readonly code: string;
  readonly status: number;
  readonly values: Named;
  constructor(code: string, message: string, status = 400, values: Named = {}) {
    super(message);
    this.name = 'UserError';
    this.code = code;
    this.status = status;
    this.values = values;
  }
}

/** What was named does not exist (404). */
export class NotFound extends UserError {
  constructor(message: string) {
    super('not-found', message, 404);
  }
}

/** A write was based on an older version (409); `current` is what stands there now. */
export class Conflict<T> extends UserError {
  readonly current: T;
  constructor(message: string, current: T) {
    super('conflict', message, 409);
    this.current = current;
  }
}

/** Findings hold an approval back (422); `blocked` says where and why. */
export class Blocked<T> extends UserError {
  readonly blocked: T;
  constructor(message: string, blocked: T) {
    super('blocked', message, 422);
    this.blocked = blocked;
  }
}

/** Asked for by the contract, not built yet (501). */
export class NotYet extends UserError {
  constructor(message: string) {
    super('not-yet', message, 501);
  }
}

/** A provider refused or could not be reached (502); `reason` is a stable cause. */
export class ProviderFailed extends UserError {
  readonly reason:
    | 'auth'
    | 'quota'
    | 'rate-limited'
    | 'too-large'
    | 'unsupported'
    | 'no-glossary'
    | 'network'
    | 'timeout'
    | 'unknown';
  constructor(reason: ProviderFailed['reason'], message: string) {
    super(`provider-${reason}`, message, 502);
    this.reason = reason;
  }
}
