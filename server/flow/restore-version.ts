// Step 6: an earlier version of a segment comes back, as a new version.
import { NotFound } from '../errors.ts';
import type { Segment, Version } from '../model.ts';
import { recode } from '../text/recode.ts';
import { type Changed, decideSegment } from './decide-segment.ts';
import type { Desk } from './desk.ts';

/**
 * Brings back the text of version `to` (0 is the empty beginning) as `translated`, under the codes that the source has now.
 * Throws NotFound, Conflict.
 */
export async function restoreVersion(
  desk: Desk,
  segment: number,
  how: { to: number; version?: number; by: string },
): Promise<Changed> {
  const versions = await desk.stores.segments.versions(segment);
  return decideSegment(desk, segment, how, (current) => {
    const target = how.to === 0 ? '' : textOf(versions, how.to, current);
    return {
      next: {
        target,
        state: target === '' ? 'empty' : 'translated',
        origin: 'restored',
        provenance: { restores: how.to },
        note: null,
        touched: true,
      },
      learning: 'keep',
    };
  });
}

function textOf(versions: readonly Version[], number: number, current: Segment): string {
  const version = versions.find((one) => one.number === number);
  if (!version) throw new NotFound(`Segment ${current.n} has no version ${number}.`);
  if (version.source === current.source) return version.target;
  return recode(current, version)?.target ?? version.target;
}
