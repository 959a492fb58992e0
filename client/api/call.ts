// One way to ask the server: a request in, a value or a failure out.
import type { Failure, Outcome, SegmentView } from './shapes.ts';

interface Request {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Sent as JSON. */
  body?: object;
  /** Sent as multipart, instead of a JSON body. */
  form?: FormData;
  /** Lets the request outlive the page, for what is saved while leaving it. */
  keepalive?: boolean;
}

/** Asks `/api` + path. A dead line is a failure of status 0 and code `offline`; an answer that is not JSON is `unreadable`. */
export async function call<T>(path: string, request: Request = {}): Promise<Outcome<T>> {
  try {
    const response = await fetch(`/api${worded(path)}`, init(request));
    const text = await response.text();
    const answer: unknown = text === '' ? null : JSON.parse(text);
    return response.ok ? { ok: true, value: answer as T } : { ok: false, failure: failureOf(response.status, answer) };
  } catch (thrown) {
    const code = thrown instanceof SyntaxError ? 'unreadable' : 'offline';
    return { ok: false, failure: { status: 0, code, message: String(thrown), current: null, blocked: null } };
  }
}

/**
 * Asks for what is said of articles and segments in the language that the page has now. Of an unchecked article nothing is
 * said: it is asked for before the page has a language, by the address that the server has it fetched ahead by.
 */
function worded(path: string): string {
  if (!/^\/(articles|segments)\//.test(path) || path.endsWith('?checked=false')) return path;
  return `${path}${path.includes('?') ? '&' : '?'}lang=${document.documentElement.lang === 'fr' ? 'fr' : 'en'}`;
}

function init({ method = 'GET', body, form, keepalive }: Request): RequestInit {
  return {
    method,
    ...(body ? { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } } : {}),
    ...(form ? { body: form } : {}),
    ...(keepalive ? { keepalive } : {}),
  };
}

function failureOf(status: number, answer: unknown): Failure {
  const { error, current, blocked } = (answer ?? {}) as Partial<Record<'error' | 'current' | 'blocked', unknown>>;
  const { code = 'unknown', message = '', values = {} } = (error ?? {}) as Partial<Failure>;
  return {
    status,
    code,
    message,
    values,
    current: (current as SegmentView | undefined) ?? null,
    blocked: blocked ?? null,
  };
}
