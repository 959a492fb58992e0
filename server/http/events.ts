// Server-sent events: each has an id, and a browser that reconnects with the last one it saw misses nothing. When what it
// missed is no longer kept, it is told to load afresh (`reset`).
import type { Request, Response } from 'express';

/** The names of events; what each carries is described in answers.ts. */
export type EventName = 'job' | 'segments' | 'articles' | 'memory' | 'segmentation' | 'alignments' | 'desk' | 'reset';

/** The stream as the server sees it. */
export interface Events {
  publish(name: EventName, data: object): void;
  /** Answers a request with the stream, beginning behind the request's Last-Event-ID. */
  open(request: Request, response: Response): void;
  /** The id of the newest event. */
  newest(): string;
  /** Ends every stream. Nothing is published afterwards. */
  close(): void;
}

interface EventsParts {
  /** How many events are kept for those who reconnect. */
  keep?: number;
  /** Milliseconds between comments that keep a quiet line open. */
  beat?: number;
  /** Tells this run's ids from another's: one line, without `:`. */
  run: string;
}

/** Bytes waiting for one slow reader before its line is cut; it reconnects and is told to load afresh. */
const BACKLOG = 1024 * 1024;

/** Makes the stream. */
export function createEvents({ keep = 2000, beat = 15_000, run }: EventsParts): Events {
  const ring: { number: number; text: string }[] = [];
  const open = new Set<Response>();
  let last = 0;
  const send = (response: Response, text: string) => {
    if (response.writableLength > BACKLOG) response.destroy();
    else response.write(text);
  };
  const timer = setInterval(() => {
    for (const response of open) send(response, ': still here\n\n');
  }, beat);
  timer.unref();
  return {
    publish: (name, data) => {
      last += 1;
      const text = frame(`${run}-${last}`, name, data);
      ring.push({ number: last, text });
      if (ring.length > keep) ring.shift();
      for (const response of open) send(response, text);
    },
    open: (request, response) => {
      response.writeHead(200, { 'Content-Type': 'text/event-stream; charset=utf-8', 'Cache-Control': 'no-store' });
      if (request.method === 'HEAD') return void response.end();
      const missed = missedSince(request.headers['last-event-id'], run, ring, last);
      send(response, `retry: 1000\n\n${missed ?? frame(`${run}-${last}`, 'reset', {})}`);
      open.add(response);
      response.on('close', () => open.delete(response));
    },
    newest: () => `${run}-${last}`,
    close: () => {
      clearInterval(timer);
      for (const response of open) response.end();
      open.clear();
    },
  };
}

/**
 * The events behind the id that a reader saw last, as one text; for a new reader a `hello`, so that it has an id to come
 * back with. null where some of them are gone, or the id is of another run or no id of ours.
 */
function missedSince(
  id: string | string[] | undefined,
  run: string,
  ring: readonly { number: number; text: string }[],
  last: number,
): string | null {
  if (id === undefined || id === '') return frame(`${run}-${last}`, 'hello', {});
  const number = typeof id === 'string' && id.startsWith(`${run}-`) ? id.slice(run.length + 1) : '';
  const seen = /^\d{1,15}$/.test(number) ? Number(number) : Number.NaN;
  const oldest = ring[0]?.number ?? last + 1;
  if (!Number.isInteger(seen) || seen < oldest - 1 || seen > last) return null;
  return ring
    .filter((event) => event.number > seen)
    .map((event) => event.text)
    .join('');
}

/** One event on the wire. JSON holds no raw line break, so nothing in `data` can begin a field of its own. */
function frame(id: string, name: EventName | 'hello', data: object): string {
  return `id: ${id}\nevent: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
}
