// Beginnings that wait for their ends.

/** What has begun, under the references by which its end may name it. Every step takes the same time, however many wait. */
export class Waiting<T> {
  private readonly byRef = new Map<string, T[]>();
  private readonly open = new Set<T>();

  add(refs: Iterable<string>, one: T): void {
    this.open.add(one);
    for (const ref of new Set(refs)) {
      const alike = this.byRef.get(ref);
      if (alike) alike.push(one);
      else this.byRef.set(ref, [one]);
    }
  }

  /** The one that came last under the first of the references that has any; it waits no more. */
  take(refs: Iterable<string>): T | undefined {
    for (const ref of refs) {
      const found = this.last(this.byRef.get(ref) ?? []);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  private last(alike: T[]): T | undefined {
    for (let one = alike.pop(); one !== undefined; one = alike.pop()) if (this.open.delete(one)) return one;
    return undefined;
  }

  /** Those that still wait, in order. */
  left(): Iterable<T> {
    return this.open;
  }
}
