// What is written for people stays true: settings, scripts, packages and rooms are told as they are.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../server/cli/commands.ts';
import { SETTINGS } from '../server/config.ts';

const root = join(import.meta.dirname, '..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const readme = read('README.md');
const manifest = JSON.parse(read('package.json')) as {
  scripts: Record<string, string>;
  dependencies: Record<string, string>;
  license: string;
  engines: { node: string };
};

describe('the settings', () => {
  it.each(SETTINGS.map((setting) => [setting.name, setting] as const))(
    '%s stands in the README as it is',
    (name, setting) => {
      expect(readme).toContain(
        `| \`${name}\` | ${setting.default}${setting.default === '' ? '' : ' '}| ${setting.about} |`,
      );
    },
  );

  it('stand in .env.example, all of them, in order, commented out and without a value of a secret', () => {
    const shown = SETTINGS.map(({ name, default: value, about }) => `# ${about}\n# ${name}=${value}\n`).join('\n');
    expect(read('.env.example')).toContain(shown);
    expect(read('.env.example').match(/^# [A-Z_]+=/gm)).toHaveLength(SETTINGS.length);
  });

  it('are the only ones that the README names', () => {
    const table = readme.slice(readme.indexOf('## Settings'), readme.indexOf('## For contributors'));
    const named = [...table.matchAll(/^\| `([A-Z_]+)` \|/gm)].map((found) => found[1]);
    expect(named).toEqual(SETTINGS.map((setting) => setting.name));
  });
});

describe('the README', () => {
  it('gives each package that runs its sentence, and none that does not', () => {
    const table = readme.slice(readme.indexOf('### What it stands on'), readme.indexOf('## Licence'));
    const rows = [...table.matchAll(/^\| (`.+`) \| (.+\.) \|$/gm)];
    const named = rows.flatMap((row) => [...(row[1] ?? '').matchAll(/`([^`]+)`/g)].map((found) => found[1]));
    expect(named.toSorted()).toEqual(Object.keys(manifest.dependencies).toSorted());
  });

  it('shows only commands that package.json has', () => {
    const scripts = [...readme.matchAll(/npm run (?:-s )?([\w:]+)/g)].map((found) => found[1] ?? '');
    expect(scripts.length).toBeGreaterThan(5);
    for (const script of scripts) expect(Object.keys(manifest.scripts)).toContain(script);
  });

  it('lists every command, each once', () => {
    const table = readme.slice(readme.indexOf('## The command line'), readme.indexOf('## Settings'));
    const rows = [...table.matchAll(/^\| (`.+?`) \| .+ \|$/gm)];
    const groups = rows.flatMap((row) => (row[1] ?? '').split('; '));
    const named = groups.flatMap((group) => {
      const [first = '', ...more] = [...group.matchAll(/`([^`]+)`/g)].map((found) => found[1] ?? '');
      const [noun, verb] = first.split(' ');
      return [first, ...more.map((one) => (verb === undefined ? one : `${noun} ${one}`))];
    });
    expect(named.toSorted()).toEqual(COMMANDS.map(({ name }) => name).toSorted());
  });

  it('names only rooms and files that stand', () => {
    const table = readme.slice(readme.indexOf('### The house'), readme.indexOf('### What it stands on'));
    const paths = [...table.matchAll(/`((?:server|db|client|test)\/[\w./-]*)`/g)].map((found) => found[1] ?? '');
    expect(paths.length).toBeGreaterThan(8);
    for (const path of paths) expect([path, existsSync(join(root, path))]).toEqual([path, true]);
  });

  it('says the licence and the Node version that package.json says', () => {
    expect(read('LICENSE')).toContain('MIT License');
    expect(manifest.license).toBe('MIT');
    expect(manifest.engines.node).toBe('>=20.19');
    expect(readme).toContain('Node.js 20.19');
  });
});

describe('the top of the checkout', () => {
  it('holds what the design lists and nothing else', () => {
    const tracked = execFileSync('git', ['ls-files'], { cwd: root, encoding: 'utf8' }).trim().split('\n');
    const found = [...new Set(tracked.map((path) => path.split('/')[0] ?? ''))];
    expect(found.toSorted()).toEqual(
      [
        'server',
        'client',
        'db',
        'test',
        'package.json',
        'package-lock.json',
        'tsconfig.json',
        'biome.json',
        'README.md',
        'LICENSE',
        '.env.example',
        '.gitignore',
        '.ci',
      ].toSorted(),
    );
  });
});
