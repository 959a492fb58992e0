// Reads arguments and options as the values that verbs take. What cannot be read is wrong usage.
import { type Asked, UsageError } from './command.ts';

/** The option's text, or undefined. */
export function text({ options }: Asked, name: string): string | undefined {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
}

/** The option's text; wrong usage without it. */
export function needed(asked: Asked, name: string): string {
  const value = text(asked, name);
  if (value === undefined || value.trim() === '') throw new UsageError(`--${name} is missing; the help shows how`);
  return value;
}

/** Whether the flag was given. */
export function flag({ options }: Asked, name: string): boolean {
  return options[name] === true;
}

/** The option's number between two bounds, or undefined. */
export function number(asked: Asked, name: string, least: number, most: number, whole = true): number | undefined {
  const value = text(asked, name);
  if (value === undefined) return undefined;
  const found = /^\d+(\.\d+)?$/.test(value.trim()) ? Number(value) : Number.NaN;
  if (!(found >= least && found <= most) || (whole && !Number.isInteger(found))) {
    throw new UsageError(`--${name} takes a ${whole ? 'whole ' : ''}number from ${least} to ${most}, not "${value}"`);
  }
  return found;
}

/** The option's word, one of a few, or undefined. */
export function oneOf<T extends string>(asked: Asked, name: string, words: readonly T[]): T | undefined {
  const value = text(asked, name);
  if (value === undefined) return undefined;
  const found = words.find((word) => word === value);
  if (!found) throw new UsageError(`--${name} takes one of ${words.join(', ')}, not "${value}"`);
  return found;
}

const TAG = /^[a-z]{2,3}(-[a-z0-9]{1,8})*$/i;

/** The option's language tag, or undefined. */
export function language(asked: Asked, name: string): string | undefined {
  const value = text(asked, name);
  if (value !== undefined && !TAG.test(value))
    throw new UsageError(`--${name} takes a language tag such as fr, fr-CA or en-GB, not "${value}"`);
  return value;
}

/** The option's language tag; wrong usage without it. */
export function neededLanguage(asked: Asked, name: string): string {
  needed(asked, name);
  return language(asked, name) ?? '';
}

/** The languages `--from` and `--to`, where they were given. */
export function direction(asked: Asked): { from?: string; to?: string } {
  const from = language(asked, 'from');
  const to = language(asked, 'to');
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

/** The argument at a place as a number from 1 (an id, a segment's place, an offset from `least`). */
export function numberAt({ args }: Asked, place: number, what: string, least = 1): number {
  const value = args[place] ?? '';
  const found = /^\d{1,15}$/.test(value) ? Number(value) : Number.NaN;
  if (!(found >= least)) throw new UsageError(`${what} must be a whole number from ${least}, not "${value}"`);
  return found;
}

/** The argument at a place; wrong usage without it. */
export function argument({ args }: Asked, place: number, what: string): string {
  const value = args[place];
  if (value === undefined) throw new UsageError(`${what} is missing; the help shows how`);
  return value;
}

/** The options `--from` and `--to`, for the help of the commands that take them. */
export const DIRECTION = {
  from: { about: 'The language that is translated from.', value: 'TAG' },
  to: { about: 'The language that is translated into.', value: 'TAG' },
};
