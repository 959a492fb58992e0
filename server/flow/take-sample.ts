// The sample comes in: its units as an import that can be taken back, and its article.
import { createHash } from 'node:crypto';

import type { TmxUnit } from '../formats/bilingual.ts';
import { plainUnit } from '../formats/plain-unit.ts';
import type { Desk } from './desk.ts';
import { type ArticleFile, importArticle } from './import-article.ts';
import { unitOf } from './ready-units.ts';
import { writableMemory } from './teach.ts';

/** A pair of the sample memory; its neighbours, where it has a place. */
export type SampleUnit = Pick<TmxUnit, 'source' | 'target' | 'from' | 'to'> & { previous?: string; next?: string };

const SETTING = 'sample';

/** Whether the sample is to be offered: nobody has taken or declined it, and the desk is empty. */
export async function sampleOffered({ stores }: Pick<Desk, 'stores'>): Promise<boolean> {
  if ((await stores.upkeep.setting(SETTING)) !== null) return false;
  return (await stores.articles.list({ archived: true })).length === 0;
}

/** Remembers that nobody wants it. */
export async function declineSample({ stores }: Pick<Desk, 'stores'>): Promise<void> {
  await stores.upkeep.setSetting(SETTING, 'declined');
}

/** Brings the sample in and answers its article's id; where it stands already, that one's. */
export async function takeSample(
  desk: Desk,
  sample: { article: ArticleFile; units: readonly SampleUnit[] },
  by: string,
): Promise<number> {
  const { stores } = desk;
  const taken = Number((await stores.upkeep.setting(SETTING)) ?? Number.NaN);
  if (taken > 0 && (await stores.articles.get(taken))) return taken;
  await teach(desk, sample.units, by);
  const { id } = await importArticle(desk, sample.article, by);
  await stores.upkeep.setSetting(SETTING, String(id));
  return id;
}

async function teach(desk: Desk, units: readonly SampleUnit[], by: string): Promise<void> {
  const { memory } = await writableMemory(desk, 1);
  if (memory === null) return;
  const at = desk.now();
  const hash = createHash('sha256').update(JSON.stringify(units)).digest('hex');
  const { id } = await desk.stores.memory.beginImport({ file: 'Bitexte', hash, by, at });
  await desk.stores.memory.addUnits(
    id,
    units.map((unit) => unitOf(plainUnit(unit), { memory, by, at })),
  );
  await desk.stores.memory.finishImport(id);
}
