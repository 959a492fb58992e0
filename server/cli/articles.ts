// `article import, list, show, update, archive, delete…`: articles come in and are seen.
import { basename } from 'node:path';
import type { ArticleRow } from '../../db/stores.ts';
import { NotFound } from '../errors.ts';
import { analyseArticle, BANDS } from '../flow/analyse-article.ts';
import { type ArticleFile, importArticle, pageFile } from '../flow/import-article.ts';
import { showArticle } from '../flow/show-article.ts';
import { updateArticle } from '../flow/update-article.ts';
import type { Format } from '../model.ts';
import { type Call, type Command, UsageError } from './command.ts';
import { fields, print, table } from './print.ts';
import { argument, DIRECTION, direction, flag, numberAt, oneOf, text } from './values.ts';

const FORMATS: readonly Format[] = ['text', 'html', 'markdown', 'docx', 'odt', 'xliff'];
const FORMAT = { about: `The file's format: ${FORMATS.join(', ')}; found by itself where absent.`, value: 'NAME' };

async function fileOf(call: Call, name: string) {
  const format = oneOf(call, 'format', FORMATS);
  const bytes = await call.shell.read(name);
  return { bytes, fileName: name === '-' ? null : basename(name), ...(format ? { format } : {}) };
}

/** The article that stands at an address. */
async function pageOf(call: Call, address: string): Promise<ArticleFile> {
  if (text(call, 'format') !== undefined) throw new UsageError('--format is for files; a page of the web is HTML');
  // Only who reads a page waits for what that takes to load.
  const { readPage } = await import('../web/read-page.ts');
  return pageFile(await readPage(address, { signal: call.shell.signal }));
}

const importCommand: Command = {
  name: 'article import',
  args: 'FILE|-|ADDRESS',
  options: {
    ...DIRECTION,
    title: { about: 'Its title, instead of the one that the file shows.', value: 'TEXT' },
    format: FORMAT,
    confidential: { about: 'It must not leave this machine: no service outside of it is ever asked.' },
  },
  run: async (call) => {
    const title = text(call, 'title');
    const languages = direction(call);
    const name = argument(call, 0, 'the file');
    const file = /^https?:\/\//i.test(name) ? await pageOf(call, name) : await fileOf(call, name);
    const desk = await call.desk();
    const { notices, ...article } = await importArticle(
      desk,
      { ...file, ...languages, ...(title === undefined ? {} : { title }), confidential: flag(call, 'confidential') },
      call.by(),
    );
    for (const { message } of notices) call.shell.say(message);
    await print(call, { ...article, notices }, () => fields(article));
  },
};

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
  return [id, `${from}-${to}`, `${ready}/${counts.segments} approved`, title];
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

const update: Command = {
  name: 'article update',
  args: 'ID FILE|-',
  options: { format: FORMAT },
  run: async (call) => {
    const id = numberAt(call, 0, 'the article’s id');
    const file = await fileOf(call, argument(call, 1, 'the file'));
    const updated = await updateArticle(await call.desk(), id, file, call.by());
    await print(call, updated, () => fields(updated));
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
  importCommand,
  list,
  show,
  analyse,
  update,
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
