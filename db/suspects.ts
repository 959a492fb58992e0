// One unit with all that is known of it, and the list of doubtful ones.
import type Database from 'better-sqlite3';
import { memoryById } from './memories.ts';
import type { MemoryCare, UnitWhole } from './memory-care.ts';
import { UNIT_COLUMNS, type UnitRow, unitOf } from './unit-rows.ts';
import { reading, writing } from './verbs.ts';

type SuspectVerbs = Pick<MemoryCare, 'unit' | 'forgetSuspects' | 'addSuspects' | 'suspectCounts' | 'suspects'>;

/** The verbs of looking closely. */
export function suspectVerbs(db: Database.Database): SuspectVerbs {
  const forget = db.prepare('DELETE FROM suspects');
  const add = db.prepare('INSERT OR IGNORE INTO suspects (kind, unit, other) VALUES (@kind, @unit, @other)');
  // What was changed since the review is no longer what was doubted.
  const from = `FROM suspects s JOIN visible u ON u.id = s.unit LEFT JOIN visible o ON o.id = s.other
    WHERE (s.other IS NULL OR o.id IS NOT NULL)`;
  const counts = db.prepare<[], { kind: string; n: number }>(`SELECT s.kind, count(*) AS n ${from} GROUP BY s.kind`);
  const page = db.prepare<[string, number, number], UnitRow & { other: number | null }>(
    `SELECT ${UNIT_COLUMNS}, s.other ${from} AND s.kind = ? ORDER BY coalesce(s.other, s.unit), s.unit LIMIT ? OFFSET ?`,
  );
  const one = db.prepare<[number], UnitRow>(`SELECT ${UNIT_COLUMNS} FROM visible u WHERE u.id = ?`);
  return {
    unit: wholeUnit(db),
    forgetSuspects: writing(db, () => void forget.run()),
    addSuspects: writing(db, (suspects) => {
      for (const suspect of suspects) add.run(suspect);
    }),
    suspectCounts: reading(db, () => Object.fromEntries(counts.all().map(({ kind, n }) => [kind, n]))),
    suspects: reading(db, (kind, limit, offset) =>
      page.all(kind, limit, offset).map(({ other, ...row }) => {
        const beside = other === null ? undefined : one.get(other);
        return { kind, unit: unitOf(row), other: beside ? unitOf(beside) : null };
      }),
    ),
  };
}

type AboutRow = { version: number; removed: number; visible: number };

function wholeUnit(db: Database.Database): MemoryCare['unit'] {
  const one = db.prepare<[number], UnitRow>(`SELECT ${UNIT_COLUMNS} FROM units u WHERE u.id = ?`);
  const about = db.prepare<[number], AboutRow>(
    `SELECT 1 + (SELECT count(*) FROM unit_changes c WHERE c.unit = u.id) AS version, u.removed,
       EXISTS (SELECT 1 FROM visible v WHERE v.id = u.id) AS visible FROM units u WHERE u.id = ?`,
  );
  const file = db.prepare<[number], NonNullable<UnitWhole['file']>>(
    'SELECT i.file AS name, p.name AS "by", i.at FROM imports i JOIN people p ON p.id = i.by WHERE i.id = ?',
  );
  const article = db.prepare<[number], NonNullable<UnitWhole['article']>>(
    'SELECT a.id, a.title, s.n FROM segments s JOIN articles a ON a.id = s.article WHERE s.id = ? AND a.deleted_at IS NULL',
  );
  const memory = memoryById(db);
  return reading(db, (id) => {
    const row = one.get(id);
    const known = about.get(id);
    if (!row || !known) return null;
    const unit = unitOf(row);
    return {
      unit,
      version: known.version,
      removed: known.removed === 1,
      visible: known.visible === 1,
      memory: memory(unit.memory),
      file: (unit.import === null ? undefined : file.get(unit.import)) ?? null,
      article: (unit.segment === null ? undefined : article.get(unit.segment)) ?? null,
    };
  });
}
