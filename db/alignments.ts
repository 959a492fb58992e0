// Alignments: published pairs on their way into the memory.
import type Database from 'better-sqlite3';
import type { Alignment } from '../server/model-alignment.ts';
import { personByName } from './people.ts';
import type { AlignmentStore, WholeAlignment } from './stores.ts';
import { reading, writing } from './verbs.ts';

interface Row {
  id: number;
  source_language: string;
  target_language: string;
  documents: string;
  counts: string;
  state: Alignment['state'];
  why: string | null;
  trust: number;
  version: number;
  import: number | null;
  remembered_version: number | null;
  remembered_units: number | null;
  created_at: string;
  created_by: string;
  changed_at: string;
  changed_by: string;
}

interface WholeRow extends Row {
  sentences: string;
  beads: string;
  words: string | null;
}

const COLUMNS = `a.id, a.source_language, a.target_language, a.documents, a.counts, a.state, a.why, a.trust, a.version, i.id AS import,
  a.remembered_version, a.remembered_units, a.created_at, c.name AS created_by, a.changed_at, e.name AS changed_by`;
const FROM = `FROM alignments a JOIN people c ON c.id = a.created_by JOIN people e ON e.id = a.changed_by
  LEFT JOIN imports i ON i.id = a.import AND i.state <> 'undone'
  WHERE a.deleted_at IS NULL`;
const NO_BEADS = JSON.stringify({ beads: 0, pairs: 0, offered: 0, doubtful: 0, flagged: 0, out: 0 });

/** The alignments of a database. */
export function alignmentStore(db: Database.Database): AlignmentStore {
  return { ...readingVerbs(db), ...writingVerbs(db) };
}

function readingVerbs(db: Database.Database): Pick<AlignmentStore, 'list' | 'get' | 'byContent'> {
  const all = db.prepare<[], Row>(`SELECT ${COLUMNS} ${FROM} ORDER BY a.id DESC`);
  const one = db.prepare<[number], WholeRow>(`SELECT ${COLUMNS}, a.sentences, a.beads, a.words ${FROM} AND a.id = ?`);
  const same = db.prepare<[string], Row>(`SELECT ${COLUMNS} ${FROM} AND a.content = ? ORDER BY a.id DESC LIMIT 1`);
  return {
    list: reading(db, () => all.all().map(alignmentOf)),
    get: reading(db, (id) => {
      const row = one.get(id);
      return row ? wholeOf(row) : null;
    }),
    byContent: reading(db, (content) => {
      const row = same.get(content);
      return row ? alignmentOf(row) : null;
    }),
  };
}

function writingVerbs(db: Database.Database): Omit<AlignmentStore, 'list' | 'get' | 'byContent'> {
  const person = personByName(db);
  const insert = db.prepare(
    `INSERT INTO alignments (desk, source_language, target_language, documents, content, sentences, counts, state, created_at,
       created_by, changed_at, changed_by)
     VALUES (@desk, @from, @to, @documents, @content, @sentences, @counts, 'aligning', @at, @by, @at, @by)`,
  );
  const open = db.prepare(
    `UPDATE alignments SET state = 'open', why = NULL, beads = @beads, counts = @counts, trust = @trust, words = @words,
       changed_at = @at WHERE id = @id`,
  );
  const refuse = db.prepare(`UPDATE alignments SET state = 'refused', why = ?, trust = ? WHERE id = ?`);
  const correct = db.prepare(
    `UPDATE alignments SET beads = @beads, counts = @counts, version = version + 1, changed_at = @at, changed_by = @by
     WHERE id = @id AND version = @basedOn AND deleted_at IS NULL`,
  );
  const remember = db.prepare(
    `UPDATE alignments SET import = @import, remembered_version = @version, remembered_units = @units, changed_at = @at,
       changed_by = @by WHERE id = @id`,
  );
  const remove = db.prepare('UPDATE alignments SET deleted_at = ? WHERE id = ? AND deleted_at IS NULL');
  const undelete = db.prepare('UPDATE alignments SET deleted_at = NULL WHERE id = ? AND deleted_at IS NOT NULL');
  return {
    add: writing(db, ({ documents, source, target, by, ...row }) => {
      const sentences = JSON.stringify({ source, target });
      const values = { ...row, documents: JSON.stringify(documents), sentences, counts: NO_BEADS, by: person(by) };
      return Number(insert.run(values).lastInsertRowid);
    }),
    open: writing(
      db,
      (id, { beads, counts, trust, words }, at) =>
        void open.run({ id, beads: JSON.stringify(beads), counts: JSON.stringify(counts), trust, words, at }),
    ),
    refuse: writing(db, (id, why, trust) => void refuse.run(why, trust, id)),
    correct: writing(db, (id, { beads, counts, basedOn, by, at }) => {
      const values = { id, beads: JSON.stringify(beads), counts: JSON.stringify(counts), basedOn, by: person(by), at };
      return correct.run(values).changes === 1 ? basedOn + 1 : null;
    }),
    remembered: writing(db, (id, remembered, by, at) => {
      const { import: brought = null, version = null, units = null } = remembered ?? {};
      remember.run({ id, import: brought, version, units, by: person(by), at });
    }),
    remove: writing(db, (id, at) => remove.run(at, id).changes === 1),
    undelete: writing(db, (id) => undelete.run(id).changes === 1),
  };
}

function alignmentOf(row: Row): Alignment {
  return {
    id: row.id,
    from: row.source_language,
    to: row.target_language,
    documents: JSON.parse(row.documents) as Alignment['documents'],
    state: row.state,
    why: row.why,
    trust: row.trust,
    counts: JSON.parse(row.counts) as Alignment['counts'],
    version: row.version,
    remembered: rememberedOf(row),
    createdAt: row.created_at,
    createdBy: row.created_by,
    changedAt: row.changed_at,
    changedBy: row.changed_by,
  };
}

function rememberedOf({ import: brought, remembered_version, remembered_units }: Row): Alignment['remembered'] {
  if (brought === null || remembered_version === null || remembered_units === null) return null;
  return { import: brought, version: remembered_version, units: remembered_units };
}

function wholeOf(row: WholeRow): WholeAlignment {
  const sentences = JSON.parse(row.sentences) as Pick<WholeAlignment, 'source' | 'target'>;
  return {
    ...alignmentOf(row),
    ...sentences,
    beads: JSON.parse(row.beads) as WholeAlignment['beads'],
    words: row.words,
  };
}
