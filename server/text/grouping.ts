// Things in groups, in order of appearance. (`Map.groupBy` comes with Node 21.)

/** The items by the key that `of` gives them; each group keeps their order. */
export function grouped<T, K>(items: Iterable<T>, of: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = of(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
