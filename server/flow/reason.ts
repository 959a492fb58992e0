// The reason that some decisions must carry.
import { UserError } from '../errors.ts';

/** The reason without spaces around it. Throws a UserError where nothing was said. */
export function reasonIn(reason: string, act: string): string {
  const said = reason.trim();
  if (said === '') throw new UserError('no-reason', `Give a reason for ${act}: whoever comes next will want to know.`);
  return said;
}
