// `article list, show, analyse, archive, delete…`: articles are seen, and put in their place.
import type { ArticleRow } from '../../db/stores.ts';
import { NotFound } from '../errors.ts';
import { analyseArticle, BANDS } from '../flow/analyse-article.ts';
import { showArticle } from '../flow/show-article.ts';
import type { Call, Command } from './command.ts';
import { print, table } from './print.ts';
import { flag, numberAt, text } from './values.ts';

const list: Command = {
  name: 'article list',
  args: '',
  options: {
    archived: { about: 'Lists the archived ones too.' },
    search: { about: 'Only those whose title or texts hold these words.', value: 'TEXT' },
  },
  run: async (call) => {
    const { stores } = await call.desk();
    const search = text(call, 'search');
    const filter = { ...(flag(call, 'archived') ? { archived: true } : {}), ...(search ? { search } : {}) };
    const rows = await stores.articles.list(filter);
    await print(call, rows, () => table(rows.map(shortly)));
  },
};

function shortly({ id, title, from, to, counts }: ArticleRow): (string | number)[] {
  const ready = counts.states.approved + counts.states.omitted;
  return [id, `${from}-${to}`, `${ready} of ${counts.segments} ready`, title];
}

const show: Command = {
  name: 'article show',
  args: 'ID',
  run: async (call) => {
    const article = await showArticle(await call.desk({ words: true }), numberAt(call, 0, 'the article’s id'));
    await print(call, article, () => [
      `${article.title} (${article.from} to ${article.to}, version ${article.version})`,
      ...article.segments.flatMap((segment) => [
        `${segment.n}  [${segment.role}, ${segment.state}]  ${segment.source}`,
        ...(segment.target === '' ? [] : [`    ${segment.target}`]),
        ...segment.findings.map(({ severity, message }) => `    ${severity}: ${message}`),
      ]),
    ]);
  },
};

const analyse: Command = {
  name: 'article analyse',
  args: 'ID',
  run: async (call) => {
    const analysis = await analyseArticle(await call.desk(), numberAt(call, 0, 'the article’s id'));
    await print(call, analysis, () =>
      table([
        ['', 'segments', 'words', 'signs'],
        ...[...BANDS, 'total' as const].map((band) => {
          const { segments, words, signs } = analysis[band];
          return [band, segments, words, String(signs)];
        }),
      ]),
    );
  },
};

/** A command that changes where an article stands. */
function moving(
  verb: string,
  move: (call: Call, id: number) => Promise<boolean>,
  options: NonNullable<Command['options']> = {},
): Command {
  return {
    name: `article ${verb}`,
    args: 'ID',
    options,
    run: async (call) => {
      const id = numberAt(call, 0, 'the article’s id');
      if (!(await move(call, id))) throw new NotFound(`there is no article ${id}; bitexte article list shows them`);
      await print(call, { id }, () => []);
    },
  };
}

/** The commands, in the order of the work. */
export const articleCommands: Command[] = [
  list,
  show,
  analyse,
  moving('archive', async (call, id) => (await call.desk()).stores.articles.archive(id, !flag(call, 'back')), {
    back: { about: 'Brings it back.' },
  }),
  moving(
    'confidential',
    async (call, id) => (await call.desk()).stores.articles.setConfidential(id, !flag(call, 'off')),
    { off: { about: 'Takes the mark off.' } },
  ),
  moving(
    'delete',
    async (call, id) => {
      const { stores, now } = await call.desk();
      return flag(call, 'undo') ? stores.articles.undelete(id) : stores.articles.remove(id, now());
    },
    { undo: { about: 'Brings it back.' } },
  ),
];
