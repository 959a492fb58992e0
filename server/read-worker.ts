// The thread that reads a file of pairs and makes its units ready, a little ahead of the thread that writes them.
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { hashesOf } from '../db/open.ts';
import { type Named, UserError } from './errors.ts';
import { type PackedUnits, packed } from './flow/packed-units.ts';
import { type Reading, readyUnits } from './flow/ready-units.ts';

/** What the thread is started with. */
export interface ReadStart extends Reading {
  name: string;
  path: string;
}

/** What it tells: units as they are ready, and in the end that these were all, or why there are none. */
export type ReadTold =
  | { ready: PackedUnits }
  | { ended: true }
  | { refused: { code: string; message: string; status: number; values: Named } };

/** How many messages may be on their way: enough that neither thread waits for the other, and no more to hold. */
const AHEAD = 2;
/** Bytes that are read at once. */
const PIECE = 2 ** 18;

const { name, path, ...reading } = workerData as ReadStart;
const port = parentPort;
if (!port) throw new Error('this is a thread of another program');
const tell = (told: ReadTold) => port.postMessage(told);
let onTheirWay = 0;
port.on('message', () => onTheirWay--);
try {
  const file = { name, open: () => createReadStream(path, { highWaterMark: PIECE }) };
  for await (const ready of readyUnits(file, reading)) {
    for (const unit of ready.units) unit.hashes = hashesOf(unit);
    while (onTheirWay >= AHEAD) await once(port, 'message');
    onTheirWay++;
    tell({ ready: packed(ready) });
  }
  tell({ ended: true });
} catch (thrown) {
  if (!(thrown instanceof UserError)) throw thrown;
  const { code, message, status, values } = thrown;
  tell({ refused: { code, message, status, values } });
} finally {
  port.close();
}
