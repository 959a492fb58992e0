// What was given of what may be given.

/** The fields that were given. */
export function present<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const some = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(some) as { [K in keyof T]: Exclude<T[K], undefined> };
}
