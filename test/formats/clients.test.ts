// Programs that others use accept what we write. Each test runs where its program is installed, and says loudly where it is not.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { mergeFile } from '../../server/flow/merge-file.ts';
import type { TmxUnit } from '../../server/formats/bilingual.ts';
import { writeTmx } from '../../server/formats/tmx-write.ts';
import { readXliff } from '../../server/formats/xliff-read.ts';
import { writeXliff } from '../../server/formats/xliff-write.ts';
import { writeXliff2 } from '../../server/formats/xliff2-write.ts';
import { all, everyState, HEAD } from './bilingual-samples.ts';
import { installed, leaving, run } from './elsewhere.ts';

const folder = mkdtempSync(join(tmpdir(), 'bitexte-clients-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function saved(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const article12 = writeXliff(everyState, { head: HEAD });
const filled12 = writeXliff(everyState, { head: HEAD, fillEmpty: true });
const article20 = writeXliff2(everyState, { head: HEAD });
const unit: TmxUnit = {
  ...{
    id: '1',
    from: 'en',
    to: 'fr',
    source: 'The <1>new chip</1> runs hot.',
    target: 'La <1>nouvelle puce</1> chauffe.',
  },
  codes: [{ id: 1, kind: 'pair', type: 'bold', native: { open: '<b>', close: '</b>' } }],
  ...{ author: 'Ada', createdAt: HEAD.at, changedBy: null, changedAt: null, note: null, previous: null, next: null },
  ...{ properties: {}, group: null },
};
const memory = async () => (await all(writeTmx([unit], { head: HEAD, from: 'en' }))).join('');

const xmllint = installed('xmllint', 'xmllint', '--version');
const python = installed('translate-toolkit', '/usr/bin/python3', '-c', 'import translate.storage.xliff');
const lconvert = installed('Qt’s lconvert', 'lconvert', '-h');
const symfony = installed(
  'Symfony’s translation lint',
  'php',
  '-r',
  "require '/usr/share/php/Symfony/Component/Translation/autoload.php'; require '/usr/share/php/Symfony/Component/Console/autoload.php';",
);
const omegat = installed('OmegaT', 'sh', '-c', 'command -v omegat && command -v java');

/** An OmegaT project with that source file, and our memory in it. */
function project(name: string, file: string, text: string, tmx: string): { root: string; config: string } {
  const root = join(folder, name);
  const config = join(folder, `${name}-config`);
  for (const one of ['source', 'target', 'tm/auto', 'glossary', 'dictionary', 'omegat'])
    mkdirSync(join(root, one), { recursive: true });
  mkdirSync(config);
  writeFileSync(join(root, 'source', file), text);
  writeFileSync(join(root, 'tm/auto/ours.tmx'), tmx);
  const folders = ['source', 'target', 'tm', 'glossary', 'dictionary'].map(
    (one) => `<${one}_dir>__DEFAULT__</${one}_dir>`,
  );
  writeFileSync(
    join(root, 'omegat.project'),
    `<?xml version="1.0" encoding="UTF-8"?><omegat><project version="1.0">${folders.join('')}<source_lang>EN</source_lang><target_lang>FR</target_lang><sentence_seg>true</sentence_seg><support_default_translations>true</support_default_translations><remove_tags>false</remove_tags></project></omegat>`,
  );
  const prefs =
    '<?xml version="1.0" encoding="UTF-8"?><omegat><preference version="1.0"><ext_tmx_show_level2>true</ext_tmx_show_level2></preference></omegat>';
  writeFileSync(join(config, 'omegat.prefs'), prefs);
  return { root, config };
}

function translate({ root, config }: { root: string; config: string }): string {
  return run('omegat', [root, '--mode=console-translate', `--config-dir=${config}`, '--no-team']).out;
}

describe('clients accept what we write', () => {
  it.skipIf(!xmllint)('xmllint: all of it is well-formed', async () => {
    const files = [saved('a.xlf', article12), saved('b.xlf', article20), saved('m.tmx', await memory())];
    expect(run('xmllint', ['--noout', '--nonet', ...files])).toMatchObject({ status: 0 });
  });

  it.skipIf(!omegat)(
    'OmegaT fills a tagged segment from our memory',
    async () => {
      const page =
        '<html><head><title>The new chip</title></head><body><p>The <b>new chip</b> runs hot.</p></body></html>';
      const made = project('tagged', 'page.html', page, await memory());
      const said = translate(made);
      expect(said + readFileSync(join(made.root, 'target/page.html'), 'utf8')).toContain(
        'La <b>nouvelle puce</b> chauffe.',
      );
    },
    120_000,
  );

  it.skipIf(!omegat)(
    'OmegaT translates our XLIFF, and it comes back with ids and codes',
    async () => {
      const one = {
        ...everyState,
        from: 'en',
        to: 'fr',
        blocks: [
          {
            id: 1,
            role: 'body' as const,
            tail: '',
            segments: [{ ...everyState.blocks[0]!.segments[0]!, source: unit.source, codes: unit.codes }],
          },
        ],
      };
      const made = project('round', 'a.xlf', writeXliff(one, { head: HEAD, fillEmpty: true }), await memory());
      const said = translate(made);
      const [back] = readXliff(readFileSync(join(made.root, 'target/a.xlf'), 'utf8'));
      expect([said, back?.segments[0]]).toMatchObject([expect.any(String), { id: '11', target: unit.target }]);
    },
    120_000,
  );

  it.skipIf(!omegat)(
    'what OmegaT translated is merged into its article, at most as translated',
    async () => {
      const { desk, id, sent } = await leaving('xliff', true);
      const made = project('merge', 'a.xlf', sent, await memory());
      const said = translate(made);
      const bytes = readFileSync(join(made.root, 'target/a.xlf'));
      const merged = await mergeFile(desk, id, { bytes, fileName: 'a.xlf' }, 'Agence');
      expect([said, merged]).toMatchObject([
        expect.any(String),
        { updated: 1, unchanged: 1, unknown: 0, conflicts: [] },
      ]);
      const [first, second] = await desk.stores.segments.of(id);
      expect(first).toMatchObject({ target: unit.target, state: 'translated', origin: 'imported' });
      expect(second).toMatchObject({ target: '', state: 'empty' });
    },
    120_000,
  );

  it.skipIf(!python)(
    'what translate-toolkit translated is merged into its article',
    async () => {
      const { desk, id, sent } = await leaving('xliff', false);
      const script = `import sys
from translate.storage import factory
store = factory.getobject(sys.argv[1])
unit = [u for u in store.units if u.istranslatable()][1]
unit.target = 'Elle est rapide.'
unit.addnote('Vu', origin='translator')
store.savefile(sys.argv[2])`;
      const out = join(folder, 'merged.xlf');
      expect(run('/usr/bin/python3', ['-c', script, saved('leaves.xlf', sent), out])).toMatchObject({ status: 0 });
      const merged = await mergeFile(desk, id, { bytes: readFileSync(out), fileName: 'merged.xlf' }, 'Agence');
      expect(merged).toMatchObject({ updated: 1, unchanged: 1, unknown: 0, comments: 1 });
      expect((await desk.stores.segments.of(id))[1]).toMatchObject({ target: 'Elle est rapide.', state: 'translated' });
    },
    60_000,
  );

  it.skipIf(!python)(
    'translate-toolkit reads units, states and notes, and what it translates comes back',
    () => {
      const script = `import sys
from translate.storage import factory
store = factory.getobject(sys.argv[1])
units = [u for u in store.units if u.istranslatable()]
print(len(units), sum(u.isapproved() for u in units))
units[0].target = 'By hand'
store.savefile(sys.argv[2])`;
      const out = join(folder, 'by-hand.xlf');
      expect(run('/usr/bin/python3', ['-c', script, saved('c.xlf', article12), out]).out).toContain('8 1');
      const back = readXliff(readFileSync(out, 'utf8')).flatMap((one) => one.segments);
      expect(back[0]).toMatchObject({ id: '11', target: 'By hand' });
      expect(back[2]?.codes.length).toBe(2);
    },
    60_000,
  );

  it.skipIf(!lconvert)(
    'Qt converts our XLIFF 1.2',
    () => {
      const { status, out } = run('lconvert', ['-if', 'xlf', '-i', saved('d.xlf', filled12), '-of', 'ts', '-o', '-']);
      expect([status, out]).toEqual([0, expect.stringContaining('Third.')]);
    },
    60_000,
  );

  it.skipIf(!symfony)(
    'Symfony’s lint finds nothing wrong in 1.2 and 2.0',
    () => {
      const lint = (path: string) =>
        run('php', [
          '-r',
          `require '/usr/share/php/Symfony/Component/Translation/autoload.php'; require '/usr/share/php/Symfony/Component/Console/autoload.php';
         $app = new Symfony\\Component\\Console\\Application(); $app->add(new Symfony\\Component\\Translation\\Command\\XliffLintCommand());
         $app->setAutoExit(false); exit($app->run(new Symfony\\Component\\Console\\Input\\ArrayInput(['command' => 'lint:xliff', 'filename' => ['${path}']])));`,
        ]);
      expect(lint(saved('puce.en-GB.xlf', article12))).toMatchObject({ status: 0 });
      expect(lint(saved('puce2.en-GB.xlf', article20))).toMatchObject({ status: 0 });
    },
    60_000,
  );
});
