// The desk's house style and its own words.
import { z } from 'zod';
import { PRESET } from '../checks/preset.ts';
import { UserError } from '../errors.ts';
import { addDeskWord } from '../flow/desk-words.ts';
import { houseStyle, setHouseStyle, styleFile, takeStyleFile } from '../flow/house-style.ts';
import type { Parts } from './parts.ts';
import { answers, answersFile, type Route } from './route.ts';
import { language } from './views.ts';

const weight = z.enum(['error', 'warning', 'note', 'off']);
const manners = z.string().nullable();

/** A house style; `weights` are by check or `check/rule`. */
const styleView = z
  .object({
    profile: z.enum(['lax', 'default', 'strict']),
    french: manners,
    english: manners,
    weights: z.record(z.string(), weight),
  })
  .meta({ id: 'HouseStyle' });

const wordView = z.object({
  word: z.string(),
  language: z.string().nullable(),
  by: z.string(),
  at: z.string(),
});
const wordNamed = z.object({ word: z.string().max(200), language: language.nullable().default(null) });

/** `/api/style` and `/api/words`. */
export function styleRoutes({ desk }: Parts): Route[] {
  return [
    answers('get /api/style', {
      about: 'The desk’s house style.',
      answer: styleView,
      handle: async () => ({ ...(await houseStyle(desk)) }),
    }),
    answers('put /api/style', {
      about: 'Replaces the house style: profile, usage of each language, severities of checks and rules.',
      body: z.record(z.string(), z.unknown()),
      answer: styleView,
      handle: async (asked) => {
        asked.by();
        return { ...(await setHouseStyle(desk, asked.body)) };
      },
    }),
    answers('get /api/style/preset', {
      about: 'Every check and rule with its severity in each profile, and why.',
      answer: z.record(z.string(), z.object({ lax: weight, default: weight, strict: weight, why: z.string() })),
      handle: async () => PRESET,
    }),
    answersFile('get /api/style/export', {
      about: 'Answers the house style and the desk’s words as a file for another desk.',
      handle: async () => ({
        fileName: 'house-style.json',
        mime: 'application/json; charset=utf-8',
        bytes: Buffer.from(await styleFile(desk), 'utf8'),
      }),
    }),
    answers('post /api/style/import', {
      about: 'Takes the house style of a file, and adds its words.',
      upload: 1024 * 1024,
      answer: z.object({ style: styleView, words: z.int() }),
      handle: async (asked) => {
        if (!asked.file) throw new UserError('nothing-sent', 'Send the file as "file", in a multipart form.');
        const { style, words } = await takeStyleFile(desk, Buffer.from(asked.file.bytes).toString('utf8'), {
          by: asked.by(),
        });
        return { style: { ...style }, words };
      },
    }),
    ...wordRoutes(desk),
  ];
}

function wordRoutes(desk: Parts['desk']): Route[] {
  return [
    answers('get /api/words', {
      about: 'Lists the words that the desk takes for right; `language` null for names and tokens.',
      answer: z.array(wordView),
      handle: () => desk.stores.desks.words(1),
    }),
    answers('post /api/words', {
      about: 'Takes a word for right from now on, in every article.',
      body: wordNamed,
      answer: z.object({ added: z.boolean() }),
      handle: async (asked) => ({ added: await addDeskWord(desk, { ...asked.body, by: asked.by() }) }),
    }),
    answers('delete /api/words', {
      about: 'Forgets a word of the desk.',
      body: wordNamed,
      answer: z.object({ dropped: z.boolean() }),
      handle: async (asked) => ({ dropped: await desk.stores.desks.dropWord(1, asked.body) }),
    }),
    answers('get /api/spelling', {
      about: 'Words that may have been meant, best first; none for a known word or without a dictionary.',
      query: z.object({ word: z.string().min(1).max(100), language }),
      answer: z.array(z.string()),
      handle: async ({ query }) => desk.suggest?.(query.word, query.language).slice(0, 6) ?? [],
    }),
  ];
}
