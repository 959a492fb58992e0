// Programs outside of the house that open what we write, and an article that leaves for them.
import { spawnSync } from 'node:child_process';
import { type ExportKind, exportArticle } from '../../server/flow/export-article.ts';
import { importArticle } from '../../server/flow/import-article.ts';
import { freshDesk } from '../fresh-desk.ts';

/** Runs a program to its end, for two minutes at most. */
export function run(command: string, args: readonly string[]): { status: number | null; out: string } {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', timeout: 120_000 });
  return { status, out: `${stdout}${stderr}` };
}

/** Whether the program is there. `probe` is a call of it that succeeds. */
export function installed(name: string, command: string, ...probe: string[]): boolean {
  const found = run(command, probe).status === 0;
  if (!found) console.warn(`SKIPPED: ${name} is not installed, so nothing is known of what it makes of our files.`);
  return found;
}

const PAGE = '<p>The <b>new chip</b> runs hot. It is fast.</p>';

/** An article of two segments on a desk of its own, and the file in which it leaves. */
export async function leaving(as: ExportKind, fillEmpty: boolean) {
  const desk = freshDesk();
  const page = { bytes: new TextEncoder().encode(PAGE), fileName: 'page.html', from: 'en', to: 'fr' };
  const { id } = await importArticle(desk, page, 'Ada');
  const { bytes } = await exportArticle(desk, id, { as, fillEmpty });
  return { desk, id, bytes, sent: new TextDecoder().decode(bytes) };
}
