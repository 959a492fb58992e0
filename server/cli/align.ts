// `align`: a published pair of texts, sentence by sentence, and into the memory where one asks for it.
import { basename } from 'node:path';
import { alignFiles } from '../flow/align-articles.ts';
import { pairsAsTmx, pairsAsTsv } from '../flow/aligned-files.ts';
import { textsOf } from '../flow/check-beads.ts';
import type { PublishedFile } from '../flow/published.ts';
import { type AlignedPair, rememberBeads } from '../flow/remember-beads.ts';
import { type Call, type Command, UsageError } from './command.ts';
import { print } from './print.ts';
import { DIRECTION, flag, neededLanguage, number, text } from './values.ts';

/** Aligns FILE_A with FILE_B. The memory's own words help where there is one. */
export const alignCommand: Command = {
  name: 'align',
  args: 'FILE_A FILE_B',
  about: 'Aligns a published pair of texts, sentence by sentence.',
  options: {
    ...DIRECTION,
    sentences: { about: 'Each line is one sentence already.' },
    out: { about: 'Writes the pairs to a .tmx or .tsv file.', value: 'FILE' },
    remember: { about: 'Takes what is sure enough into the memory.' },
    above: { about: 'What is sure enough, 0 to 1 (0.9).', value: 'N' },
  },
  run: async (call) => {
    const [from, to] = [neededLanguage(call, 'from'), neededLanguage(call, 'to')];
    const above = number(call, 'above', 0, 1, false) ?? 0.9;
    const out = text(call, 'out');
    if (out !== undefined && !/\.(tmx|tsv)$/i.test(out))
      throw new UsageError('--out takes a name that ends in .tmx or .tsv');
    const [source, target] = [await published(call, 0), await published(call, 1)];
    const desk = await call.desk();
    const pair = await alignFiles(desk, source, target, { from, to, sentences: flag(call, 'sentences') });
    if (out !== undefined) await save(call, out, pair);
    const remembered = flag(call, 'remember') ? await rememberBeads(desk, pair, { above, by: call.by() }) : null;
    if (remembered) call.shell.say(`${remembered.added} pairs remembered, ${remembered.waiting} left out`);
    const result = { source: pair.source, target: pair.target, beads: pair.beads, trust: pair.trust };
    await print(call, { ...result, ...(remembered ? { remembered } : {}) }, () => lines(pair));
  },
};

async function published(call: Call, place: number): Promise<PublishedFile> {
  const name = call.args[place];
  if (name === undefined) throw new UsageError('align takes two files');
  return { bytes: await call.shell.read(name), fileName: name === '-' ? 'standard input' : basename(name) };
}

async function save(call: Call, out: string, pair: AlignedPair): Promise<void> {
  const desk = await call.desk();
  const head = { at: desk.now(), by: call.by(), tool: desk.tool };
  await call.shell.save(out, /\.tmx$/i.test(out) ? pairsAsTmx(pair, head) : pairsAsTsv(pair, head));
}

function lines(pair: AlignedPair): string[] {
  return pair.beads.flatMap((bead) => {
    const [source, target] = textsOf(pair, bead);
    return [`${bead.score.toFixed(2)}  ${source || '(nothing)'}`, `      ${target || '(nothing)'}`];
  });
}
