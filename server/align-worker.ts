// The thread that aligns one pair of texts, learning the memory's lexicon first where it has to. It reads the database only: a
// lexicon that it learnt is handed to whoever started it, to be kept.
import { parentPort, workerData } from 'node:worker_threads';
import { openFeed } from '../db/open.ts';
import type { KeptLexicon } from '../db/stores.ts';
import { UserError } from './errors.ts';
import { type AlignedTexts, alignTexts, type TextsToAlign } from './flow/align-texts.ts';

/** What the thread is started with. */
export interface AlignStart {
  database: string;
  texts: TextsToAlign;
}

/** What it tells: lexicons to be kept, and in the end what it found or why it failed. */
export type AlignTold =
  | { keep: { one: string; other: string; lexicon: KeptLexicon } }
  | { found: AlignedTexts }
  | { refused: { code: string; message: string; status: number } };

const { database, texts } = workerData as AlignStart;
const tell = (told: AlignTold) => parentPort?.postMessage(told);
const feed = openFeed(database);
try {
  const keep = async (one: string, other: string, lexicon: KeptLexicon) => tell({ keep: { one, other, lexicon } });
  tell({ found: await alignTexts({ memory: feed.memory, lexicons: { ...feed.lexicons, keep } }, texts) });
} catch (thrown) {
  if (!(thrown instanceof UserError)) throw thrown;
  const { code, message, status } = thrown;
  tell({ refused: { code, message, status } });
} finally {
  feed.close();
}
