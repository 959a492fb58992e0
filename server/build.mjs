// Builds what is missing or older than its sources, side by side: server and database modules with tsc, the editor with Vite.
// Types are checked by `npm run types`: whoever wants to start the program does not wait for that.
// usage: node server/build.mjs [--if-stale] [--quiet]
import { spawn } from 'node:child_process';
import { once } from 'node:events';
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
async function part(name, sources, build) {
  const stamp = join(root, 'dist', `.${name}`);
  const changed = Math.max(...sources.map((source) => newest(join(root, source))));
  if (flags.has('--if-stale') && newest(stamp) > changed) return;
  if (!flags.has('--quiet')) process.stderr.write(`bitexte: building the ${name}\n`);
  const began = new Date();
  mkdirSync(join(root, 'dist'), { recursive: true });
  await build();
  writeFileSync(stamp, began.toISOString());
  utimesSync(stamp, began, began);
}

const require = createRequire(import.meta.url);
async function run(script, ...args) {
  const [code] = await once(spawn(process.execPath, [script, ...args], { cwd: root, stdio: ['ignore', 2, 2] }), 'exit');
  if (code !== 0) throw new Error(`${script} ended with ${code}`);
}
const bin = (name, file) => join(dirname(require.resolve(`${name}/package.json`)), file);

const server = part('server', ['server', 'db', 'tsconfig.json', 'package.json'], async () => {
  await run(bin('typescript', 'bin/tsc'), '-p', 'server/tsconfig.json', '--noCheck');
  cpSync(join(root, 'db/migrations'), join(root, 'dist/db/migrations'), { recursive: true });
});

const editor = part(
  'editor',
  [
    'client',
    'server/text',
    'server/checks',
    'server/model.ts',
    'server/model-alignment.ts',
    'server/model-given.ts',
    'server/model-refusal.ts',
    'package.json',
  ],
  () => run(bin('vite', 'bin/vite.js'), 'build', '--config', 'client/vite.config.ts', '--logLevel', 'warn'),
);

for (const built of await Promise.allSettled([server, editor])) {
  if (built.status === 'fulfilled') continue;
  process.stderr.write(`bitexte: ${built.reason.message}\n`);
  process.exitCode = 1;
}
