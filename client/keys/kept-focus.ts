// The focus is never lost. Where the element that has it leaves the page (a row that is deleted, a form that closes, a message
// that goes by), a browser starts again from the top; here it goes to what stands in that place, or back to where one was.

const FOCUSABLE = ':is(a[href], button, input, select, textarea, summary, [tabindex="0"]):not(:disabled)';
/** How many elements one may have passed through inside what has gone. */
const REMEMBERED = 12;

/** Where an element stood: the place of it, or of what holds it, among the children of each of its ancestors, nearest first. */
type Trail = readonly { parent: Element; place: number }[];

/** Watches over the focus until the answered function is called. */
export function keepFocus(): () => void {
  let passed: HTMLElement[] = [];
  let trail: Trail = [];
  const came = ({ target }: FocusEvent) => {
    if (!(target instanceof HTMLElement)) return;
    passed = [target, ...passed.filter((one) => one !== target)].slice(0, REMEMBERED);
    trail = trailOf(target);
  };
  // A press on an empty place of the page takes the focus away on purpose.
  const letGo = () => {
    passed = [];
  };
  const look = () => {
    const now = document.activeElement;
    if (now?.id === 'text' && isTitleAwaited && now.querySelector('h1')) return readFromTop();
    const [last] = passed;
    if (!last || now !== document.body || isThere(last)) return;
    const next = hasLeftPage(trail) ? undefined : (nextTo(trail) ?? passed.find(isThere));
    if (next) next.focus();
    else readFromTop();
  };
  const watch = new MutationObserver(look);
  watch.observe(document.body, { childList: true, subtree: true });
  document.addEventListener('focusin', came);
  document.addEventListener('pointerdown', letGo);
  return () => {
    watch.disconnect();
    document.removeEventListener('focusin', came);
    document.removeEventListener('pointerdown', letGo);
  };
}

/** True while the page whose title is to be read is still on its way. */
let isTitleAwaited = false;

/** Begins at the head of the page: who reads by ear hears its title and goes on from there. */
export function readFromTop(): void {
  const text = document.getElementById('text');
  const title = text?.querySelector('h1');
  isTitleAwaited = !title;
  const start = title ?? text;
  if (!start) return;
  start.tabIndex = -1;
  start.focus({ preventScroll: true });
}

const isThere = (one: HTMLElement) => one.isConnected && !one.matches(':disabled');

function trailOf(element: Element): Trail {
  const trail: { parent: Element; place: number }[] = [];
  for (let child = element; child.parentElement; child = child.parentElement)
    trail.push({
      parent: child.parentElement,
      place: Array.prototype.indexOf.call(child.parentElement.children, child),
    });
  return trail;
}

/** Whether the whole page has gone in which one was: what was focused before is no way back into another one. */
function hasLeftPage(trail: Trail): boolean {
  const left = trail.find(({ parent }) => parent.isConnected);
  return trail.some(({ parent }) => parent.id === 'text') && !left?.parent.closest('#text');
}

/** What can be focused in the line that one was in, in the one that took its place, or in the one before it. */
function nextTo(trail: Trail): HTMLElement | undefined {
  const list = trail.find(({ parent }) => parent.isConnected && parent.matches('ul, ol'));
  const lines = [0, 1, -1].map((by) => list?.parent.children[list.place + by]);
  return lines.map((line) => line?.querySelector<HTMLElement>(FOCUSABLE)).find((one) => one != null) ?? undefined;
}
