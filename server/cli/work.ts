// Drives long work from the shell: progress on standard error, and a stop on Ctrl-C.
import type { Progress } from '../flow/jobs.ts';
import type { Shell } from './shell.ts';

/** Milliseconds between two lines where standard error is no terminal. */
const PACE = 2000;

/** Runs work to its end and answers its result. `what` names what is counted (« units »). Throws where one pressed Ctrl-C. */
export async function finished<R>(work: AsyncGenerator<Progress, R>, shell: Shell, what: string): Promise<R> {
  let told = Date.now();
  for (;;) {
    const step = await work.next();
    if (step.done) {
      shell.progress('');
      if (shell.signal.aborted) throw shell.signal.reason;
      return step.value;
    }
    const { done, total } = step.value;
    const line = total === null ? `${done} ${what}` : `${done} of ${total} ${what}`;
    shell.progress(line);
    if (!shell.isTerminal && Date.now() - told > PACE) {
      told = Date.now();
      shell.say(line);
    }
  }
}
