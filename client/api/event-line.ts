// A line to the server's events. The browser itself reconnects with the id of the last event it saw.
import type { Job } from './shapes.ts';

/** The events of the desk. `reset` asks to load everything afresh; `open` and `lost` tell how the line stands. */
export interface Heard {
  segments: { article: number; by: string; changed: { id: number; n: number; version: number; state: string }[] };
  articles: { id: number; what: string };
  memory: object;
  alignments: { id: number; what: string; version?: number };
  desk: { what: 'terms' | 'style' | 'dismissals' | 'penalties' };
  /** Where sentences end is settled anew; no article that stands changes by it. */
  segmentation: { language: string };
  job: Job;
  reset: object;
  /** Where in the stream one has joined: the id of the newest event before. */
  hello: { id: string };
  open: object;
  lost: object;
}

/** Hears of an event; what is none of the server's has no id. */
export type Hear = <K extends keyof Heard>(name: K, data: Heard[K], id?: string) => void;

const NAMES = ['segments', 'articles', 'memory', 'alignments', 'desk', 'segmentation', 'job', 'reset'] as const;

/** Opens a line of one's own; the answered function closes it. */
export function openLine(hear: Hear): () => void {
  const source = new EventSource('/api/events');
  for (const name of NAMES) {
    source.addEventListener(name, (event) => {
      const { data, lastEventId } = event as MessageEvent<string>;
      hear(name, JSON.parse(data), lastEventId);
    });
  }
  source.addEventListener('hello', ({ lastEventId: id }) => hear('hello', { id }, id));
  source.addEventListener('open', () => hear('open', {}));
  source.addEventListener('error', () => hear('lost', {}));
  return () => source.close();
}
