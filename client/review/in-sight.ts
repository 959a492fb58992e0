// Where one works stays to be seen.

/** What one does oneself: from then on nobody else moves the page. */
const OWN = ['keydown', 'pointerdown', 'wheel', 'touchmove'] as const;
/** How long (ms) the rows of an article that was just opened may still be on their way. */
const DRAWING = 4000;

/**
 * Brings a row into sight, and keeps it there while the rows above it, of which only the room was kept, are drawn in their
 * true height; until one does anything oneself. Answers how to stop.
 */
export function keepInSight(row: Element): () => void {
  const look = () => row.scrollIntoView({ block: 'nearest' });
  const drawn = new ResizeObserver(look);
  const timer = setTimeout(stop, DRAWING);
  function stop() {
    clearTimeout(timer);
    drawn.disconnect();
    for (const kind of OWN) removeEventListener(kind, stop);
  }
  for (const kind of OWN) addEventListener(kind, stop, { passive: true });
  look();
  const list = row.closest('.segments');
  if (list) drawn.observe(list);
  return stop;
}
