// What the doors to the browser are handed by main.
import type { Desk } from '../flow/desk.ts';
import type { Jobs } from '../flow/jobs.ts';
import type { ReadableArticle } from '../web/readable.ts';
import type { Events } from './events.ts';
import type { Uploads } from './uploads.ts';
import type { Programs } from './who.ts';

/** Everything that routes work with. Nothing here is opened or chosen by them. */
export interface Parts {
  /** Its stores tell every browser what they make durable. */
  desk: Desk;
  jobs: Jobs;
  events: Events;
  /** Finds the article in a page of the web. */
  readPage: (address: string) => Promise<ReadableArticle>;
  /** Where files lie that long work reads. */
  uploads: Uploads;
  /** The folder of the built editor, or null where only /api is served. */
  editor: string | null;
  /** Under which name a program acts that gives none. */
  user: string;
  programs: Programs;
  /** Gets one text per bug; never a key. */
  log: (line: string) => void;
}
