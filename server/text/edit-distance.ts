// How far one text is from another, in keystrokes.

/** The Levenshtein distance (1966) over code points: the fewest insertions, deletions and replacements from one to the other. */
export function editDistance(one: string, other: string): number {
  const [a, b] = [[...one], [...other]];
  let row = b.map((_, j) => j + 1);
  for (const [i, letter] of a.entries()) {
    const next: number[] = [];
    let [left, corner] = [i + 1, i];
    for (const [j, above] of row.entries()) {
      left = Math.min(left + 1, above + 1, corner + (letter === b[j] ? 0 : 1));
      corner = above;
      next.push(left);
    }
    row = next;
  }
  return row.at(-1) ?? a.length;
}
