// The links of a bead, drawn between the middles of its sentences' boxes. All boxes of a side are equally high, so a stretched
// drawing of a hundred units meets them at every width without measuring anything.

interface LinksProps {
  /** How many sentences stand on either side. */
  from: number;
  to: number;
}

const middle = (k: number, of: number) => ((k + 0.5) / of) * 100;

/** Curves from each sentence into the middle and out again; a stub where there is nothing to lead to. */
export function Links({ from, to }: LinksProps) {
  const left =
    from === 0
      ? []
      : Array.from({ length: from }, (_, k) => `M0 ${middle(k, from)} C25 ${middle(k, from)} 25 50 50 50`);
  const right =
    to === 0 ? [] : Array.from({ length: to }, (_, k) => `M100 ${middle(k, to)} C75 ${middle(k, to)} 75 50 50 50`);
  return (
    <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
      {[...left, ...right].map((path) => (
        <path key={path} d={path} vectorEffect="non-scaling-stroke" />
      ))}
    </svg>
  );
}
