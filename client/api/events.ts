// What others do, as it happens: the server's events, without a gap across reconnections.
import { type Hear, type Heard, openLine } from './event-line.ts';

/** An event as the shared line passes it on. */
export interface Told<K extends keyof Heard = keyof Heard> {
  name: K;
  data: Heard[K];
}

/** Listens until the answered function is called: on the line that all tabs share, or on one of its own where a browser shares none. */
export function listen(hear: Hear): () => void {
  const told = fromTheBeginning(hear);
  return typeof SharedWorker === 'undefined' ? openLine(told) : listenTogether(told);
}

/** Who joins the line behind the event that was the newest when the page was served has missed some, and is told to load afresh. */
function fromTheBeginning(hear: Hear): Hear {
  const newest = document.querySelector<HTMLMetaElement>('meta[name=newest-event]')?.content;
  return (name, data, id) => {
    if (name !== 'hello') hear(name, data, id);
    else if (newest && (data as Heard['hello']).id !== newest) hear('reset', {});
  };
}

function listenTogether(hear: Hear): () => void {
  const thread = new SharedWorker(new URL('../events-thread.ts', import.meta.url), { type: 'module' });
  const { port } = thread;
  port.addEventListener('message', ({ data: { name, data } }: MessageEvent<Told>) => hear(name, data));
  port.start();
  let leaveOwn = () => {};
  // A thread whose code cannot be had tells nothing ever.
  thread.addEventListener('error', () => {
    leaveOwn();
    leaveOwn = openLine(hear);
  });
  const leave = () => {
    port.postMessage('leave');
    leaveOwn();
  };
  // A page that may come back goes on listening.
  addEventListener('pagehide', ({ persisted }) => persisted || leave());
  return leave;
}
