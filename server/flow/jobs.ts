// The one runner of long work. It consumes an async generator, stores its progress, tells listeners, cancels by signal.
// What it finds running at start was interrupted by the end of the process, and can be asked for again.
import type { JobStore } from '../../db/stores.ts';
import { type Named, NotFound, UserError } from '../errors.ts';
import type { Job, JobState } from '../model.ts';
import { turn } from './turn.ts';

/** How far a piece of work has come; `total` is null while nobody can say. */
export interface Progress {
  done: number;
  total: number | null;
  what?: string;
}

/** Long work: yields as it finishes parts, and returns its result (a JSON value). */
export type Work = AsyncGenerator<Progress, unknown>;

/** What is to be done. Two tasks of one lane never run at once: asking again answers the job that is under way. */
export interface Task {
  kind: string;
  lane: string;
  /** A JSON value from which {@link JobKinds} can begin the work again. */
  request: unknown;
  by: string;
  work(signal: AbortSignal): Work;
}

/** For each kind that can be resumed: how its stored request becomes a task again. */
export type JobKinds = Record<string, (request: unknown, by: string) => Task>;

/** What the runner is handed. */
export interface JobParts {
  store: JobStore;
  now: () => string;
  kinds: JobKinds;
  /** Gets what broke inside a job: bugs only, never a user's mistake. */
  log: (line: string) => void;
}

/** The runner as the doors see it. */
export interface Jobs {
  /** Starts a task and answers its job at once. */
  start(task: Task): Promise<Job>;
  /** null where no such job stands. `done` and `total` are as of now, not as last stored. */
  get(id: number): Promise<Job | null>;
  list(limit: number): Promise<Job[]>;
  /** Asks a running job to stop, and answers it when it has; one that ended already is answered as it is. */
  cancel(id: number): Promise<Job>;
  /** Begins the work of an ended job again, as a job of its own. What was finished stays finished. */
  resume(id: number, by: string): Promise<Job>;
  /** Marks what an ended process left running as interrupted. Called once, before anything starts. */
  wake(): Promise<Job[]>;
  /** Calls back with each change of a job; answers how to stop that. */
  listen(listener: (job: Job) => void): () => void;
  /** Stops all work as interrupted, and waits until it has stopped. */
  close(): Promise<void>;
}

/** How often (ms) progress is stored and told; a state that came between is told late, never left out. */
const PACE = 200;

interface Running {
  job: Job;
  lane: string;
  stop: AbortController;
  ended: Promise<Job>;
}

/** Makes the runner. */
export function createJobs(parts: JobParts): Jobs {
  const running = new Map<number, Running>();
  const lanes = new Map<string, Promise<Job>>();
  const listeners = new Set<(job: Job) => void>();
  const tell = (job: Job) => {
    for (const listener of listeners) listener(job);
  };
  const launch = async (task: Task): Promise<Job> => {
    const stop = new AbortController();
    const job = await parts.store.start({ kind: task.kind, request: task.request, by: task.by, at: parts.now() });
    const entry: Running = { job, lane: task.lane, stop, ended: Promise.resolve(job) };
    running.set(job.id, entry);
    tell(job);
    entry.ended = drive(parts, task, entry, tell).finally(() => {
      running.delete(job.id);
      lanes.delete(task.lane);
    });
    return job;
  };
  const start = (task: Task): Promise<Job> => {
    const under = lanes.get(task.lane);
    if (under) return under.then((job) => running.get(job.id)?.job ?? job);
    const begun = launch(task);
    lanes.set(task.lane, begun);
    begun.catch(() => lanes.delete(task.lane));
    return begun;
  };
  const get = async (id: number) => running.get(id)?.job ?? (await parts.store.get(id));
  return {
    start,
    get,
    list: async (limit) => (await parts.store.list(limit)).map((job) => running.get(job.id)?.job ?? job),
    cancel: async (id) => {
      const entry = running.get(id);
      entry?.stop.abort(new UserError('cancelled', 'Cancelled.', 409));
      return entry ? entry.ended : found(await parts.store.get(id), id);
    },
    resume: async (id, by) => start(taskAgain(parts.kinds, found(await get(id), id), by)),
    wake: () => parts.store.interrupt(parts.now()),
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: async () => {
      for (const entry of running.values()) entry.stop.abort(new Interrupted());
      await Promise.all([...running.values()].map((entry) => entry.ended));
    },
  };
}

/** Why work stops when the process ends. */
class Interrupted extends Error {
  constructor() {
    super('The program is ending.');
    this.name = 'Interrupted';
  }
}

function found(job: Job | null, id: number): Job {
  if (!job) throw new NotFound(`There is no job ${id}.`);
  return job;
}

function taskAgain(kinds: JobKinds, job: Job, by: string): Task {
  if (job.state === 'running' || job.state === 'queued') {
    throw new UserError('still-running', `Job ${job.id} is still running.`, 409);
  }
  const again = kinds[job.kind];
  if (!again) {
    throw new UserError(
      'send-again',
      'Its file is not kept here: send the file again, what was read is not read twice.',
      409,
    );
  }
  return again(job.request, by);
}

/** Runs one job to its end. Never throws: whatever happens becomes the job's last state. */
async function drive(parts: JobParts, task: Task, entry: Running, tell: (job: Job) => void): Promise<Job> {
  const end = await outcome(parts, task, entry, tell);
  const at = parts.now();
  try {
    entry.job = await parts.store.end(entry.job.id, { ...end, at });
  } catch (thrown) {
    parts.log(`job ${entry.job.id}: its end could not be stored: ${describe(thrown)}`);
    entry.job = { ...entry.job, state: end.state, result: end.result ?? null, error: end.error ?? null, endedAt: at };
  }
  tell(entry.job);
  return entry.job;
}

interface End {
  state: JobState;
  result?: unknown;
  error?: { code: string; message: string; values?: Named };
}

async function outcome(parts: JobParts, task: Task, entry: Running, tell: (job: Job) => void): Promise<End> {
  const { signal } = entry.stop;
  try {
    const result = await consume(parts, task.work(signal), entry, tell);
    return signal.aborted ? { state: stoppedState(signal), result } : { state: 'done', result };
  } catch (thrown) {
    if (signal.aborted) return { state: stoppedState(signal) };
    if (thrown instanceof UserError) {
      const { code, message, values } = thrown;
      return { state: 'failed', error: { code, message, ...(Object.keys(values).length > 0 ? { values } : {}) } };
    }
    parts.log(`job ${entry.job.id} (${task.kind}): ${describe(thrown)}`);
    return {
      state: 'failed',
      error: { code: 'internal', message: 'Something went wrong here. The server’s log says what.' },
    };
  }
}

function stoppedState(signal: AbortSignal): JobState {
  return signal.reason instanceof Interrupted ? 'interrupted' : 'cancelled';
}

/** How long (ms) work may keep everybody else waiting before the loop turns. */
const TURN = 10;

/** Takes the work step by step; after an abort, work that does not heed its signal is left at its next step. */
async function consume(parts: JobParts, work: Work, entry: Running, tell: (job: Job) => void): Promise<unknown> {
  const { told, forget } = pacing(async () => {
    await parts.store.progress(entry.job.id, entry.job.done, entry.job.total);
    tell(entry.job);
  });
  try {
    return await stepByStep(work, entry, told);
  } finally {
    forget();
    await parts.store.progress(entry.job.id, entry.job.done, entry.job.total);
  }
}

async function stepByStep(work: Work, entry: Running, told: () => Promise<void>): Promise<unknown> {
  let turned = Date.now();
  for (;;) {
    const step = await work.next();
    if (Date.now() - turned >= TURN) {
      await turn();
      turned = Date.now();
    }
    if (step.done) return step.value;
    entry.job = { ...entry.job, state: 'running', done: step.value.done, total: step.value.total };
    if (entry.stop.signal.aborted) return (await work.return(null)).value ?? null;
    await told();
  }
}

/** Tells at once where nothing was told lately, else when the pace allows: the next step may take a service a minute. */
function pacing(tell: () => Promise<void>): { told: () => Promise<void>; forget: () => void } {
  let last = 0;
  let late: NodeJS.Timeout | undefined;
  const now = () => {
    last = Date.now();
    late = undefined;
    return tell();
  };
  return {
    told: async () => {
      const since = Date.now() - last;
      if (late === undefined && since >= PACE) await now();
      else late ??= setTimeout(() => void now(), PACE - since);
    },
    forget: () => clearTimeout(late),
  };
}

function describe(thrown: unknown): string {
  return thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
}
