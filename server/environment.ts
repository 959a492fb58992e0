// What the process was told from outside: its environment, over a `.env` file in the working folder.
import { existsSync, readFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';

/** The environment's settings; what a `.env` file says holds where the environment is silent. */
export function environment(): Record<string, string | undefined> {
  const file = existsSync('.env') ? parseEnv(readFileSync('.env', 'utf8')) : {};
  return { ...file, ...process.env };
}

/** The program's version, from the package.json above the sources or above the build; '' where neither stands. */
export function programVersion(): string {
  const places = [join(import.meta.dirname, '../package.json'), join(import.meta.dirname, '../../package.json')];
  const found = places.find((place) => existsSync(place));
  return found ? String((JSON.parse(readFileSync(found, 'utf8')) as { version?: string }).version ?? '') : '';
}

/** The name of this computer's user; `bitexte` where there is none. */
export function computerUser(): string {
  try {
    return userInfo().username || 'bitexte';
  } catch {
    return 'bitexte';
  }
}
