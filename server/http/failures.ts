// Every failure leaves by this door, in one shape: {"error":{"code","message"}} with the status that fits.
import type { ErrorRequestHandler, RequestHandler } from 'express';
import { ZodError } from 'zod';
import { Blocked, Conflict, type Named, UserError } from '../errors.ts';

/** A failure as it is answered: its status, and the body with what stands there now or what blocks, where there is such. */
export interface Failure {
  status: number;
  body: { error: { code: string; message: string; values?: Named }; current?: unknown; blocked?: unknown };
}

/** Answers what no route took: 404. */
export const unknownRoute: RequestHandler = (request, _response, next) => {
  next(new UserError('not-found', `There is no ${request.method} ${request.path.slice(0, 200)}.`, 404));
};

/** The last handler: turns whatever was thrown into the one shape. `log` gets the bugs, which the answer keeps to itself. */
export function answerFailures(log: (line: string) => void): ErrorRequestHandler {
  return (thrown: unknown, request, response, _next) => {
    const failure = failureOf(thrown);
    if (failure.status >= 500 && !(thrown instanceof UserError)) {
      log(`${request.method} ${request.path}: ${thrown instanceof Error ? thrown.stack : String(thrown)}`);
    }
    // A file half sent cannot become an error any more: cutting the line is the only honest end.
    if (response.headersSent) response.destroy();
    else response.status(failure.status).json(failure.body);
  };
}

/** What is answered for a thrown value. Anything unknown is a bug: 500 `internal`, without details. */
function failureOf(thrown: unknown): Failure {
  if (thrown instanceof Conflict) return { ...failure(409, thrown.code, thrown.message, { current: thrown.current }) };
  if (thrown instanceof Blocked)
    return failure(thrown.status, thrown.code, thrown.message, { blocked: thrown.blocked });
  if (thrown instanceof UserError)
    return withValues(failure(thrown.status, thrown.code, thrown.message), thrown.values);
  if (thrown instanceof ZodError) return failure(400, 'invalid', readable(thrown));
  return parserFailure(thrown) ?? failure(500, 'internal', 'Something went wrong here. The server’s log says what.');
}

function failure(status: number, code: string, message: string, more: Partial<Failure['body']> = {}): Failure {
  return { status, body: { error: { code, message }, ...more } };
}

function withValues({ status, body }: Failure, values: Named): Failure {
  return Object.keys(values).length === 0 ? { status, body } : { status, body: { error: { ...body.error, values } } };
}

function readable(error: ZodError): string {
  const faults = error.issues.map((issue) =>
    issue.path.length > 0 ? `${issue.path.join('.')}: ${issue.message}` : issue.message,
  );
  return faults.join('; ');
}

/** Failures of the body and URL parsers, which name their kind in `type`, `code` or `status`. */
function parserFailure(thrown: unknown): Failure | null {
  if (!(thrown instanceof Error)) return null;
  const { type, code, status } = thrown as { type?: unknown; code?: unknown; status?: unknown };
  if (type === 'entity.too.large' || code === 'LIMIT_FILE_SIZE') {
    return failure(413, 'too-large', 'That is more than this server takes at once.');
  }
  if (type === 'entity.parse.failed') return failure(400, 'malformed-json', 'The body is not valid JSON.');
  if (thrown instanceof URIError) return failure(400, 'malformed-address', 'The address is not validly encoded.');
  if (typeof code === 'string' && code.startsWith('LIMIT_')) {
    return failure(400, 'malformed-form', 'The form has other parts than one file and its fields.');
  }
  // Whoever serves files names the folder where one is missing.
  if (status === 404) return failure(404, 'not-found', 'There is no such file.');
  if (typeof status === 'number' && status >= 400 && status < 500)
    return failure(status, 'bad-request', thrown.message);
  return null;
}
