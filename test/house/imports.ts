// What a source file takes from elsewhere, read from its text: every form of import and export-from, with its place.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** One reference from a file to a module. `to` is a path from the root for our own files, else a package or `node:` name. */
export interface Reference {
  file: string;
  line: number;
  to: string;
  /** True where only types are taken, so that nothing is loaded. */
  typeOnly: boolean;
  /** The names that are taken; null where it is the whole module. */
  names: string[] | null;
}

const COMMENT_OR_STRING = /\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`/g;
const STATEMENT =
  /(?<![\w$.])(?:(?<verb>import|export)\s+(?<type>type\s+)?(?:(?<what>[\w$*{][\w$*{},\s]*?)\s*from\s*)?|import\s*\(\s*|require\s*\(\s*)(?<quote>['"`])(?<to>[^'"`\n]+)\k<quote>/g;

/** All references of a file's text. `file` is its path from the root. */
export function referencesOf(file: string, text: string): Reference[] {
  const bare = withoutComments(text);
  return [...bare.matchAll(STATEMENT)].map((found) => ({
    file,
    line: bare.slice(0, found.index).split('\n').length,
    to: resolved(file, found.groups?.['to'] ?? ''),
    typeOnly: found.groups?.['type'] !== undefined,
    names: namesIn(found.groups?.['what']),
  }));
}

/** The text with its comments blanked, line by line; strings stay, for the module names stand in them. */
function withoutComments(text: string): string {
  return text.replace(COMMENT_OR_STRING, (found) => (/^\/[/*]/.test(found) ? found.replace(/[^\n]/g, ' ') : found));
}

function namesIn(what = '*'): string[] | null {
  const listed = /\{([^}]*)\}/.exec(what)?.[1];
  if (listed === undefined) return null;
  return listed.split(',').map((one) => one.trim().replace(/^type\s+|\s+as\s.*$/g, ''));
}

const EXPORTED = /^export (?:async )?(?:const|class|function\*?) (\w+)/gm;

/** The functions, classes and values that a file's text lets out by name. */
export function exportsOf(text: string): string[] {
  return [...withoutComments(text).matchAll(EXPORTED)].map((found) => found[1] ?? '');
}

function resolved(file: string, to: string): string {
  return to.startsWith('.') ? join(dirname(file), to) : to;
}

/** The name of the npm package behind a reference; null for our own files and for Node's modules. */
export function packageOf(to: string): string | null {
  if (to.startsWith('node:') || /^(server|db|client|test|dist|package\.json)(\/|$)/.test(to)) return null;
  return to
    .split('/')
    .slice(0, to.startsWith('@') ? 2 : 1)
    .join('/');
}

/** The program's own source files below a folder of the root, as paths from the root. */
export function sourceFiles(root: string, folders: readonly string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(ts|tsx|mjs)$/.test(entry.name))
      .map((entry) => relative(root, join(entry.parentPath, entry.name))),
  );
}

/** All references of the program's own sources. */
export function allReferences(root: string, folders: readonly string[]): Reference[] {
  return sourceFiles(root, folders).flatMap((file) => referencesOf(file, readFileSync(join(root, file), 'utf8')));
}
