// `article import` and `article update`: an article comes in, and a later version of its source.
import { basename } from 'node:path';
import { type ArticleFile, importArticle, pageFile } from '../flow/import-article.ts';
import { updateArticle } from '../flow/update-article.ts';
import type { Format } from '../model.ts';
import { type Call, type Command, UsageError } from './command.ts';
import { fields, print } from './print.ts';
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

const update: Command = {
  name: 'article update',
  args: 'ID FILE|-',
  options: { format: FORMAT },
  run: async (call) => {
    const id = numberAt(call, 0, 'the article’s id');
    const file = await fileOf(call, argument(call, 1, 'the file'));
    const updated = await updateArticle(await call.desk(), id, file, call.by());
    if (updated.kept > 0)
      call.shell.say(
        `${updated.kept} translations of the file are others than ours, which stay; “article merge” shows both`,
      );
    await print(call, updated, () => fields(updated));
  },
};

/** The commands, in the order of the work. */
export const articleInCommands: Command[] = [importCommand, update];
