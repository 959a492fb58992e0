// A decision: several segments' next versions with what the memory learns and unlearns by them, all or nothing.
import type Database from 'better-sqlite3';
import { NotFound } from '../server/errors.ts';
import type { Segment } from '../server/model.ts';
import { teacher } from './approvals.ts';
import { personByName } from './people.ts';
import { segmentReader } from './segment-rows.ts';
import type { DecisionResult, SegmentStore, SegmentWrite } from './stores.ts';
import { writing } from './verbs.ts';
import { indexed } from './words.ts';

/** Leaves the transaction, and with it takes back the writes before the stale one. */
export class Stale extends Error {
  readonly current: Segment;
  constructor(current: Segment) {
    super('stale');
    this.current = current;
  }
}

/** The verb `decide`. Throws NotFound for a segment that does not exist. */
export function decider(db: Database.Database): SegmentStore['decide'] {
  const read = segmentReader(db);
  const person = personByName(db);
  const write = versionWriter(db);
  const { remember, forget } = teacher(db);
  const current = (id: number): Segment => {
    const segment = read(id);
    if (!segment) throw new NotFound(`there is no segment ${id}`);
    return segment;
  };
  const decide = writing(db, (decision: Parameters<SegmentStore['decide']>[0]): DecisionResult => {
    const author = person(decision.by);
    for (const next of decision.writes) {
      const before = current(next.segment);
      if (before.version !== next.basedOn) throw new Stale(before);
      write(before, next, next.by === undefined ? author : person(next.by), decision.at);
    }
    for (const segment of decision.forget) forget(segment);
    for (const unit of decision.remember) remember(unit);
    return { kind: 'written', segments: decision.writes.map((next) => current(next.segment)) };
  });
  return staleAsValue(decide);
}

/** A verb that answers the stale segment instead of throwing it. */
export function staleAsValue<A>(verb: (asked: A) => Promise<DecisionResult>): (asked: A) => Promise<DecisionResult> {
  return async (asked) => {
    try {
      return await verb(asked);
    } catch (error) {
      if (error instanceof Stale) return { kind: 'stale', current: error.current };
      throw error;
    }
  };
}

/** Writes a segment's next version; `before` is the segment as it stood. */
export type WriteVersion = (
  before: Pick<Segment, 'source' | 'codes' | 'target'>,
  next: Omit<SegmentWrite, 'basedOn'>,
  author: number,
  at: string,
) => void;

/** Adds the row, brings the segment to it, and drops the author's draft of it (not of one that merely followed). */
export function versionWriter(db: Database.Database): WriteVersion {
  const add = db.prepare(
    `INSERT INTO versions (segment, number, source_version, source, codes, target, state, origin, provenance, author, at, note)
     SELECT s.id, s.version + 1, a.version, s.source, s.codes, @target, @state, @origin, @provenance, @author, @at, @note
     FROM segments s JOIN articles a ON a.id = s.article WHERE s.id = @segment`,
  );
  const update = db.prepare(
    `UPDATE segments SET target = @target, state = @state, origin = @origin, provenance = @provenance,
       version = version + 1, touched = @touched WHERE id = @segment`,
  );
  const words = db.prepare('INSERT OR REPLACE INTO segment_words (rowid, source, target) VALUES (?, ?, ?)');
  const drop = db.prepare('DELETE FROM drafts WHERE segment = ? AND person = ?');
  return (before, next, author, at) => {
    const { segment, target, state, origin, note } = next;
    const provenance = JSON.stringify(next.provenance);
    add.run({ segment, target, state, origin, provenance, author, at, note });
    update.run({ segment, target, state, origin, provenance, touched: next.touched ? 1 : 0 });
    const { source, codes } = before;
    if (target !== before.target) words.run(segment, indexed(source, codes), indexed(target, codes));
    if (origin !== 'propagated') drop.run(segment, author);
  };
}
