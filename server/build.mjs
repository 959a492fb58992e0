// Builds what is missing or older than its sources: server and database modules with tsc, the editor with Vite.
// usage: node server/build.mjs [--if-stale] [--quiet]
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const flags = new Set(process.argv.slice(2));

/** The newest modification time (ms) below a path, or 0 where nothing is there. */
function newest(path) {
  if (!existsSync(path)) return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}

/** Runs one part unless its stamp is newer than its sources. The stamp is written last, so a failed build is never fresh. */
function part(name, sources, build) {
  const stamp = join(root, 'dist', `.${name}`);
  const changed = Math.max(...sources.map((source) => newest(join(root, source))));
  if (flags.has('--if-stale') && newest(stamp) > changed) return;
  if (!flags.has('--quiet')) process.stderr.write(`bitexte: building the ${name}\n`);
  const began = new Date();
  mkdirSync(join(root, 'dist'), { recursive: true });
  build();
  writeFileSync(stamp, began.toISOString());
  utimesSync(stamp, began, began);
}

const require = createRequire(import.meta.url);
const run = (script, ...args) =>
  execFileSync(process.execPath, [script, ...args], { cwd: root, stdio: ['ignore', 2, 2] });
const bin = (name, file) => join(dirname(require.resolve(`${name}/package.json`)), file);

part('server', ['server', 'db', 'tsconfig.json', 'package.json'], () => {
  run(bin('typescript', 'bin/tsc'), '-p', 'server/tsconfig.json');
  cpSync(join(root, 'db/migrations'), join(root, 'dist/db/migrations'), { recursive: true });
});

part(
  'editor',
  [
    'client',
    'server/text',
    'server/checks',
    'server/model.ts',
    'server/model-alignment.ts',
    'server/model-refusal.ts',
    'package.json',
  ],
  () => {
    run(bin('vite', 'bin/vite.js'), 'build', '--config', 'client/vite.config.ts', '--logLevel', 'warn');
  },
);
