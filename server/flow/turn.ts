// Long work that shares its thread.

/** Resolves when the event loop has turned: the stores answer at once, so that no wait for them lets anybody else in, who cancels among them. */
export function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
