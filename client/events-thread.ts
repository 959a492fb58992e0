// One line to the server's events for all tabs of a browser. A browser opens six connections to a server at most, and a line
// holds one as long as its tab is open: with a line for each, a seventh tab would bring all of them to a stop.
import { openLine } from './api/event-line.ts';
import type { Told } from './api/events.ts';

const tabs = new Set<MessagePort>();
/** How the line stands, and its newest event; who comes later is told at once. */
let standing: Told | null = null;
let newest: string | null = null;

openLine((name, data, id) => {
  const told = { name, data };
  if (id !== undefined) newest = id;
  if (name === 'open' || name === 'lost') standing = told;
  for (const tab of tabs) tab.postMessage(told);
});

self.addEventListener('connect', (event) => {
  const [tab] = (event as MessageEvent).ports;
  if (!tab) return;
  tabs.add(tab);
  // All that a tab ever says is that it goes.
  tab.addEventListener('message', () => tabs.delete(tab));
  tab.start();
  if (newest !== null) tab.postMessage({ name: 'hello', data: { id: newest } } satisfies Told);
  if (standing) tab.postMessage(standing);
});
