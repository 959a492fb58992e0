// The shape of a command, and what it is handed when it runs.
import { UserError } from '../errors.ts';
import type { Desk } from '../flow/desk.ts';
import type { Shell } from './shell.ts';

/** An option: a flag, or one that takes a value (`value` names it in the help). */
export interface Option {
  about: string;
  value?: string;
  /** The only words that it takes as its value; before any other word it stands bare, with the value ''. */
  words?: readonly string[];
}

/** What the shell asked for: positional arguments, and options by name without their dashes. */
export interface Asked {
  args: string[];
  options: Record<string, string | boolean | undefined>;
}

/** Everything a command works with. */
export interface Call extends Asked {
  shell: Shell;
  /** Opens the database on first use; with the dictionaries where the checks are to know words (half a second). */
  desk(needs?: { words: boolean }): Promise<Desk>;
  /** Who acts: `--by`, else BITEXTE_USER, else the name of the computer's user. */
  by(): string;
  /** The database file that `--db` or BITEXTE_DB names. */
  database: string;
  /** Whether one asked for JSON. */
  json: boolean;
}

/** A command of the shell. */
export interface Command {
  /** Its words, such as `memory import`. */
  name: string;
  /** Its arguments as the help shows them; `…` behind the last says that there may be more, brackets that it may miss. */
  args: string;
  options?: Record<string, Option>;
  /** Does it; may answer an exit code other than 0. Throws UserErrors for what failed. */
  run(call: Call): Promise<number | undefined>;
}

/** A command as the help lists it: its words, a sentence, and the way to its code. */
export interface Listed {
  name: string;
  about: string;
  load(): Promise<Command>;
}

/** The shell was used wrongly: exit 2 instead of 1. */
export class UsageError extends UserError {
  constructor(message: string) {
    super('usage', message);
  }
}
