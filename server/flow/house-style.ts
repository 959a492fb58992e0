// A desk's house style and its own words: kept, handed to the checks, and shared as a file.
import { type HouseStyle, readHouseStyle } from '../checks/house-style.ts';
import { UserError } from '../errors.ts';
import type { Language } from '../model.ts';
import type { Desk } from './desk.ts';

/** A desk's house style; plain where what was kept cannot be understood any more. */
export async function houseStyle({ stores }: Pick<Desk, 'stores'>, desk = 1): Promise<HouseStyle> {
  return readHouseStyle(await stores.desks.style(desk)).style;
}

/** Keeps a house style. Throws a UserError that names what is not understood. */
export async function setHouseStyle({ stores }: Pick<Desk, 'stores'>, json: unknown, desk = 1): Promise<HouseStyle> {
  const { style, why } = readHouseStyle(json);
  if (why !== null) throw new UserError('bad-style', `This is no house style: ${why}.`);
  await stores.desks.setStyle(desk, style);
  return style;
}

/** A desk's words by base language; those of no language under `*`. */
export type SharedWords = Record<string, string[]>;

/** A house style as a file: what {@link takeStyleFile} reads on another desk. */
export async function styleFile(desk: Pick<Desk, 'stores' | 'tool'>, id = 1): Promise<string> {
  const words: SharedWords = {};
  for (const { word, language } of await desk.stores.desks.words(id)) {
    words[language ?? '*'] ??= [];
    words[language ?? '*']?.push(word);
  }
  const file = { houseStyle: desk.tool.name, ...(await houseStyle(desk, id)), words };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** Takes a shared file: its style replaces the desk's, its words are added. Throws a UserError before anything is kept. */
export async function takeStyleFile(
  desk: Pick<Desk, 'stores' | 'now'>,
  text: string,
  { by, id = 1 }: { by: string; id?: number },
): Promise<{ style: HouseStyle; words: number }> {
  const json = parsed(text);
  const words = wordsIn(json);
  const style = await setHouseStyle(desk, json, id);
  let added = 0;
  for (const { word, language } of words)
    if (await desk.stores.desks.addWord(id, { word, language, by, at: desk.now() })) added++;
  return { style, words: added };
}

function parsed(text: string): Record<string, unknown> {
  try {
    const json: unknown = JSON.parse(text.replace(/^\ufeff/, ''));
    if (typeof json === 'object' && json !== null && !Array.isArray(json)) return json as Record<string, unknown>;
  } catch {
    // Told below, with what a file looks like.
  }
  throw new UserError('bad-style', 'This is no house style: bring a JSON file that another desk exported.');
}

function wordsIn({ words = {} }: Record<string, unknown>): { word: string; language: Language | null }[] {
  const fault = () => new UserError('bad-style', 'This is no house style: "words" holds lists of words by language.');
  if (typeof words !== 'object' || words === null || Array.isArray(words)) throw fault();
  return Object.entries(words).flatMap(([language, list]: [string, unknown]) => {
    if (!Array.isArray(list)) throw fault();
    return list.map((word: unknown) => {
      if (typeof word !== 'string' || word.trim() === '' || word.length > LONGEST) throw fault();
      return { word: word.trim(), language: language === '*' ? null : language };
    });
  });
}

const LONGEST = 200;
