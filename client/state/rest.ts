// Work that nobody waits for: it is done in turn, one piece at a time, while no key is pressed. Pieces that ran side by side
// would together take the processor that the next key needs.

/** How long (ms) after a key one is taken to be typing still. Whoever writes without haste presses the next one sooner. */
const REST = 300;
/** How long (ms) an idle moment, or the end of a piece that waits for an answer, is waited for. */
const PATIENCE = 1000;
/** How long (ms) a browser without idle callbacks, such as Safari, is left alone. */
const IDLE_ENOUGH = 50;

/** A piece of work; the next one waits for its promise, though not for ever. */
type Work = () => unknown;

const waiting = new Set<{ work: Work }>();
let stirred = Number.NEGATIVE_INFINITY;
let begun = false;

/** Puts off what waits: a key was pressed, or something came that is to be seen first. */
export function stir(): void {
  stirred = performance.now();
}

/** Does work once, in its turn; the answered function calls it off. */
export function atRest(work: Work): () => void {
  const place = { work };
  waiting.add(place);
  if (!begun) void takeTurns();
  return () => void waiting.delete(place);
}

async function takeTurns(): Promise<void> {
  begun = true;
  for (;;) {
    await restAndIdle();
    const [next] = waiting;
    if (!next) break;
    waiting.delete(next);
    await Promise.race([attempt(next.work), pause(PATIENCE)]);
  }
  begun = false;
}

/** Does it; one that fails is told of where all faults are, and the others have their turn. */
async function attempt(work: Work): Promise<void> {
  try {
    await work();
  } catch (fault) {
    reportError(fault);
  }
}

async function restAndIdle(): Promise<void> {
  const left = () => stirred + REST - performance.now();
  do {
    await pause(left());
    await idle();
    // A key may have come while the browser was waited for.
  } while (left() > 0);
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, Math.max(0, ms)));

const idle = (): Promise<unknown> =>
  'requestIdleCallback' in globalThis
    ? new Promise((resolve) => requestIdleCallback(resolve, { timeout: PATIENCE }))
    : pause(IDLE_ENOUGH);
