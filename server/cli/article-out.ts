// `article history, diff, export`: what became of an article, and how it leaves.
import { Blocked } from '../errors.ts';
import { EXPORTS, type ExportOptions, exportArticle, type OpenSegment } from '../flow/export-article.ts';
import { diffArticle, segmentHistory } from '../flow/history.ts';
import { segmentAt } from '../flow/show-article.ts';
import { TYPESET_PROFILES } from '../text/typeset.ts';
import { type Call, type Command, UsageError } from './command.ts';
import { print, printJson } from './print.ts';
import { flag, number, numberAt, oneOf, text } from './values.ts';

const articleId = (call: Call) => numberAt(call, 0, 'the article’s id');

const history: Command = {
  name: 'article history',
  args: 'ID N',
  run: async (call) => {
    const desk = await call.desk();
    const { id } = await segmentAt(desk, articleId(call), numberAt(call, 1, 'the segment’s place'));
    const { versions, cameFrom } = await segmentHistory(desk, id);
    const lines = () => [
      ...cameFrom.map(({ segment, how }) => `made by a ${how} from segment ${segment}`),
      ...versions.flatMap(({ number, at, author, state, origin, target, note }) => [
        `${number}  ${at}  ${author}  ${state}${origin ? ` (${origin})` : ''}${note ? `: ${note}` : ''}`,
        ...(target === '' ? [] : [`    ${target}`]),
      ]),
    ];
    await print(call, versions, lines);
  },
};

const MARKS = { unchanged: ' ', changed: '~', added: '+', removed: '-' };

const diff: Command = {
  name: 'article diff',
  args: 'ID',
  options: {
    'from-version': { about: 'The earlier version.', value: 'N' },
    'to-version': { about: 'The later version.', value: 'N' },
  },
  run: async (call) => {
    const from = number(call, 'from-version', 1, 1e9);
    const to = number(call, 'to-version', 1, 1e9);
    const versions = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
    const found = await diffArticle(await call.desk(), articleId(call), versions);
    await print(call, found, () =>
      found.segments
        .filter(({ kind }) => kind !== 'unchanged')
        .flatMap(({ kind, n, before, after }) => [
          `${MARKS[kind]} ${n ?? ''}  ${(kind === 'added' ? after : before) ?? ''}`,
          ...(kind === 'changed' ? [`    ${after ?? ''}`] : []),
        ]),
    );
  },
};

const exportCommand: Command = {
  name: 'article export',
  args: 'ID',
  options: {
    as: { about: `What: ${EXPORTS.join(', ')}.`, value: 'KIND' },
    whole: { about: 'Gives the page back with everything in place, furniture and stray copies too.' },
    'allow-incomplete': { about: 'Lets open segments keep their source; they are listed.' },
    'fill-empty': { about: 'Copies the source into empty targets of a bilingual file.' },
    typeset: {
      about: `Sets the clean article's translation by the typography of its language: ${TYPESET_PROFILES.join(', ')}.`,
      value: '[PROFILE]',
      words: TYPESET_PROFILES,
    },
    spaces: {
      about: 'The no-break spaces of --typeset: characters (the default), nbsp for U+00A0 alone, or entities.',
      value: 'KIND',
    },
    out: { about: 'The file to write, instead of standard output.', value: 'FILE' },
  },
  run: async (call) => {
    const asked = oneOf(call, 'as', EXPORTS);
    if (!asked) throw new UsageError(`--as is missing: one of ${EXPORTS.join(', ')}`);
    // Whoever gives the table a Word document's name wants one.
    const as = asked === 'table' && /\.docx$/i.test(text(call, 'out') ?? '') ? 'table-docx' : asked;
    const options = {
      as,
      whole: flag(call, 'whole'),
      allowIncomplete: flag(call, 'allow-incomplete'),
      fillEmpty: flag(call, 'fill-empty'),
      ...typesetting(call),
      by: call.by(),
    };
    const desk = await call.desk();
    const file = await exportArticle(desk, articleId(call), options).catch((thrown) => listed(call, thrown));
    if (as === 'article') sayOpen(call, file.open);
    for (const notice of file.notices) call.shell.say(notice);
    await deliver(call, file.bytes);
  },
};

function typesetting(call: Call): Pick<ExportOptions, 'typeset' | 'spaces'> {
  const spaces = oneOf(call, 'spaces', ['characters', 'nbsp', 'entities'] as const);
  if (call.options['typeset'] === undefined) return {};
  if (call.options['typeset'] === '') return { typeset: 'default', spaces };
  return { typeset: oneOf(call, 'typeset', TYPESET_PROFILES), spaces };
}

/** Says what holds an export back, one segment a line, before it fails. */
function listed(call: Call, thrown: unknown): never {
  if (thrown instanceof Blocked && Array.isArray(thrown.blocked)) sayOpen(call, thrown.blocked as OpenSegment[]);
  throw thrown;
}

function sayOpen({ shell }: Call, open: readonly OpenSegment[]): void {
  for (const { n, state, source } of open) shell.say(`${n}  ${state}  ${source}`);
}

async function deliver(call: Call, bytes: Uint8Array): Promise<void> {
  const out = text(call, 'out');
  if (out === undefined || out === '-') return call.shell.write(bytes);
  await call.shell.save(out, [bytes]);
  if (call.json) await printJson(call, { out, bytes: bytes.length });
}

/** The commands, in the order of the work. */
export const articleOutCommands: Command[] = [history, diff, exportCommand];
