// Who acts: a name asked once per browser, kept in a cookie that no script can read. Accounts come later.
import type { Request, Response } from 'express';
import { z } from 'zod';
import type { Parts } from './parts.ts';
import { answers, type Route, type Who } from './route.ts';

const COOKIE = 'bitexte-name';
const YEAR = 365 * 24 * 3600;

/** A person's name: trimmed, 1 to 80 characters, without control characters. */
const personName = z
  .string()
  .transform((name) => name.replace(/\s+/gu, ' ').trim().normalize('NFC'))
  .pipe(
    z
      .string()
      .min(1, 'must not be empty')
      .max(80, 'must not be longer than 80 characters')
      .regex(/^\P{C}*$/u, 'must not hold invisible characters'),
  );

/**
 * Who acts: the name that was given, and whether one may act without. A browser is asked for a name; a program that gives
 * none (it sends neither Origin nor Sec-Fetch-Site) acts under the one that was given last without a cookie, else as this
 * installation's own user.
 */
export function whoActs(request: Request, user: string, programs: Programs): Who {
  const name = nameOf(request) ?? (isBrowser(request) ? null : programs.name);
  return { name, acting: name ?? (isBrowser(request) ? null : user) };
}

/** The name that a program gave which keeps no cookie: whichever program comes next without one acts under it. */
export interface Programs {
  name: string | null;
}

function isBrowser({ headers }: Request): boolean {
  return headers.origin !== undefined || headers['sec-fetch-site'] !== undefined;
}

/**
 * The name a request acts under: the browser's cookie, or the header `Bitexte-User` (percent-encoded UTF-8) of a program;
 * null where there is neither, or not a sound one.
 */
function nameOf(request: Request): string | null {
  const header = request.headers['bitexte-user'];
  const raw = typeof header === 'string' ? header : cookie(request.headers.cookie ?? '');
  if (raw === null) return null;
  try {
    return personName.safeParse(decodeURIComponent(raw)).data ?? null;
  } catch {
    return null;
  }
}

function cookie(header: string): string | null {
  for (const pair of header.split(';')) {
    const [name, value] = pair.split('=', 2);
    if (name?.trim() === COOKIE) return value?.trim() ?? null;
  }
  return null;
}

function remember(response: Response, name: string): void {
  const value = encodeURIComponent(name);
  response.setHeader('Set-Cookie', `${COOKIE}=${value}; Path=/; Max-Age=${YEAR}; HttpOnly; SameSite=Strict`);
}

const me = z.object({ name: z.string().nullable() });

/** `GET` and `PUT /api/me`. */
export function whoRoutes({ programs }: Pick<Parts, 'programs'>): Route[] {
  return [
    answers('get /api/me', {
      about: 'Says under which name this browser acts; null before one was given.',
      answer: me,
      handle: async (asked) => ({ name: asked.name }),
    }),
    answers('put /api/me', {
      about: 'Keeps the name under which this browser acts, in a cookie.',
      body: z.object({ name: personName }),
      answer: me,
      handle: async (asked) => {
        remember(asked.response, asked.body.name);
        if (!isBrowser(asked.response.req)) programs.name = asked.body.name;
        return { name: asked.body.name };
      },
    }),
  ];
}
