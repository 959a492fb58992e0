// `align`: published pairs of texts, sentence by sentence, and into the memory where one asks for it.
import { basename } from 'node:path';
import { alignFiles, type TrustedPair } from '../flow/align-articles.ts';
import { keptPair, rememberAlignment } from '../flow/align-desk.ts';
import { pairsAsTmx, pairsAsTsv } from '../flow/aligned-files.ts';
import { textsOf } from '../flow/check-beads.ts';
import { type PublishedFile, publishedPage } from '../flow/published.ts';
import type { AlignedPair } from '../flow/remember-beads.ts';
import { alignArchive, listedPairs, listOf, namedPairs } from './align-list.ts';
import { type Call, type Command, UsageError } from './command.ts';
import { counted, print } from './print.ts';
import { DIRECTION, flag, neededLanguage, number, text } from './values.ts';

/** Aligns two files, or many. The memory's own words help where there is one. */
export const alignCommand: Command = {
  name: 'align',
  args: '[FILE_A] [FILE_B] […]',
  options: {
    ...DIRECTION,
    pairs: {
      about: 'A list of pairs: source, tab, translation, and their languages where they differ.',
      value: 'LIST',
    },
    sentences: { about: 'Each line is one sentence already.' },
    out: { about: 'Writes the pairs to a .tmx or .tsv file.', value: 'FILE' },
    remember: { about: 'Takes what is sure enough, and what no check doubts, into the memory.' },
    above: { about: 'What is sure enough, 0 to 1 (0.9).', value: 'N' },
  },
  run: async (call) => {
    const above = number(call, 'above', 0, 1, false) ?? 0.9;
    const list = listOf(call);
    const read = (name: string) => published(call, name);
    if (list === undefined && call.args.length < 2 && call.shell.filesIn(call.args[0] ?? '') === null)
      throw new UsageError('align takes two files');
    if (list === undefined && isOnePair(call)) return onePair(call, above);
    if (text(call, 'out') !== undefined) throw new UsageError('--out is for one pair; many stay on the alignment desk');
    const pairs = list === undefined ? namedPairs(call) : await listedPairs(call, list);
    return alignArchive(call, pairs, read, flag(call, 'remember') ? above : null);
  },
};

function isOnePair(call: Call): boolean {
  return call.args.length === 2 && call.args.every((name) => call.shell.filesIn(name) === null);
}

async function onePair(call: Call, above: number): Promise<undefined> {
  const [from, to] = [neededLanguage(call, 'from'), neededLanguage(call, 'to')];
  const out = text(call, 'out');
  if (out !== undefined && !/\.(tmx|tsv)$/i.test(out))
    throw new UsageError('--out takes a name that ends in .tmx or .tsv');
  const [one = '', other = ''] = call.args;
  const [source, target] = [await published(call, one), await published(call, other)];
  const desk = await call.desk();
  const { signal } = call.shell;
  const pair = await alignFiles(desk, source, target, { from, to, sentences: flag(call, 'sentences'), signal });
  if (out !== undefined) await save(call, out, pair);
  const remembered = flag(call, 'remember') ? await remember(call, pair, above) : null;
  const result = { source: pair.source, target: pair.target, beads: pair.beads, trust: pair.trust };
  await print(call, { ...result, ...(remembered ? { remembered } : {}) }, () => lines(pair));
}

async function remember(call: Call, pair: TrustedPair, above: number) {
  const desk = await call.desk();
  const { id, version } = await keptPair(desk, pair, call.by());
  const done = await rememberAlignment(desk, id, { version, above }, call.by());
  call.shell.say(
    `${counted(done.added, 'pair')} remembered, ${done.waiting} waiting on the alignment desk (alignment ${id})`,
  );
  return { alignment: id, ...done };
}

async function published(call: Call, name: string): Promise<PublishedFile> {
  if (!/^https?:\/\//i.test(name))
    return { bytes: await call.shell.read(name), fileName: name === '-' ? 'standard input' : basename(name) };
  const { readPage } = await import('../web/read-page.ts');
  return publishedPage(await readPage(name, { signal: call.shell.signal }));
}

async function save(call: Call, out: string, pair: AlignedPair): Promise<void> {
  const desk = await call.desk();
  const head = { at: desk.now(), by: call.by(), tool: desk.tool };
  await call.shell.save(out, /\.tmx$/i.test(out) ? pairsAsTmx(pair, head) : pairsAsTsv(pair, head));
}

function lines(pair: AlignedPair): string[] {
  return pair.beads.flatMap((bead) => {
    const [source, target] = textsOf(pair, bead);
    const flags = bead.flags.length > 0 ? `  [${bead.flags.join(', ')}]` : '';
    return [`${bead.score.toFixed(2)}  ${source || '(nothing)'}`, `      ${target || '(nothing)'}${flags}`];
  });
}
