// What circumstances take off a match at this desk: the points as somebody settled them, and from which age on a unit is old.
import { PENALTIES, type Penalties, type RankOptions } from '../text/match.ts';
import type { Desk } from './desk.ts';
import { OWN_DESK } from './settled-rules.ts';

/** The points of each circumstance, 0 to 100, and the years (0 for never) after which an untouched unit is old. */
export interface SettledPenalties {
  points: Penalties;
  oldAfterYears: number;
}

const NOTHING_SETTLED: SettledPenalties = { points: { ...PENALTIES }, oldAfterYears: 0 };
const SETTING = `penalties of desk ${OWN_DESK}`;

/** What the desk has settled; the program's own points where it has not. */
export async function penalties({ stores }: Pick<Desk, 'stores'>): Promise<SettledPenalties> {
  const kept = await stores.upkeep.setting(SETTING);
  if (kept === null) return NOTHING_SETTLED;
  const { points, oldAfterYears } = JSON.parse(kept) as SettledPenalties;
  return { points: { ...PENALTIES, ...points }, oldAfterYears };
}

/** Settles points by name, and the age; what is not named stays. Matches are scored so from the next question on. */
export async function setPenalties(
  desk: Pick<Desk, 'stores'>,
  settled: {
    points?: { [name in keyof Penalties]?: number | undefined } | undefined;
    oldAfterYears?: number | undefined;
  },
): Promise<SettledPenalties> {
  const before = await penalties(desk);
  const points = { ...before.points };
  for (const name of Object.keys(points) as (keyof Penalties)[]) points[name] = settled.points?.[name] ?? points[name];
  const now = { points, oldAfterYears: settled.oldAfterYears ?? before.oldAfterYears };
  await desk.stores.upkeep.setSetting(SETTING, JSON.stringify(now));
  return now;
}

/** The penalties as matches are ranked with them; without a clock no unit is old. */
export async function rankingPenalties(
  desk: Pick<Desk, 'stores'> & Partial<Pick<Desk, 'now'>>,
): Promise<Pick<RankOptions, 'penalties' | 'oldBefore'>> {
  const { points, oldAfterYears } = await penalties(desk);
  if (oldAfterYears === 0 || !desk.now) return { penalties: points };
  const now = desk.now();
  const year = String(Number(now.slice(0, 4)) - oldAfterYears).padStart(4, '0');
  return { penalties: points, oldBefore: year + now.slice(4) };
}
