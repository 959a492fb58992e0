// A desk's words for things, each with what it is called on the other side and what it must not be called.
import type Database from 'better-sqlite3';
import type { Term, TermProperties } from '../server/model.ts';
import { baseLanguage } from '../server/text/language.ts';
import { personByName } from './people.ts';
import type { NewTerm, PutTerm, TermStore } from './stores.ts';
import { reading, writing } from './verbs.ts';

type TermRow = Pick<Term, 'id' | 'desk' | 'from' | 'to' | 'source' | 'note'> & { properties: string };

interface TargetRow {
  term: number;
  text: string;
  forbidden: number;
}

const COLUMNS = 'id, desk, source_language AS "from", target_language AS "to", source, note, properties';

/** The terms of a database. */
export function termStore(db: Database.Database): TermStore {
  const put = putter(db);
  const drop = db.prepare('DELETE FROM terms WHERE id = ?');
  const terms = db.prepare<[number], TermRow>(
    `SELECT ${COLUMNS} FROM terms WHERE desk = ? ORDER BY source_language, target_language, source`,
  );
  const targets = db.prepare<[number], TargetRow>(
    `SELECT t.term, t.text, t.forbidden FROM term_targets t JOIN terms ON terms.id = t.term
     WHERE terms.desk = ? ORDER BY t.term, t.n`,
  );
  return {
    put: writing(db, (entries, how) => entries.map((entry) => put(entry, how))),
    remove: writing(db, (id) => drop.run(id).changes > 0),
    list: reading(db, (desk, direction) => {
      const all = terms.all(desk).filter((row) => !direction || agrees(row, direction));
      return all.length === 0 ? [] : whole(all, targets.all(desk));
    }),
  };
}

function putter(db: Database.Database): (entry: NewTerm, how: { desk: number; by: string; at: string }) => PutTerm {
  const person = personByName(db);
  const find = db.prepare<[number, string, string, string], TermRow>(
    `SELECT ${COLUMNS} FROM terms WHERE desk = ? AND source_language = ? AND target_language = ? AND source = ?`,
  );
  const targets = db.prepare<[number], TargetRow>('SELECT * FROM term_targets WHERE term = ? ORDER BY n');
  const add = db.prepare(
    `INSERT INTO terms (desk, source_language, target_language, source, note, properties, by, at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const change = db.prepare('UPDATE terms SET note = ?, properties = ?, by = ?, at = ? WHERE id = ?');
  const clear = db.prepare('DELETE FROM term_targets WHERE term = ?');
  const name = db.prepare('INSERT INTO term_targets (term, n, text, forbidden) VALUES (?, ?, ?, ?)');
  return (entry, { desk, by, at }) => {
    const { from, to, source, note } = entry;
    const properties = propertiesOf(entry);
    const known = find.get(desk, from, to, source);
    if (known && same(entry, whole([known], targets.all(known.id))[0])) return 'unchanged';
    if (known) change.run(note, properties, person(by), at, known.id);
    const id = known?.id ?? Number(add.run(desk, from, to, source, note, properties, person(by), at).lastInsertRowid);
    clear.run(id);
    const words = [...entry.targets.map((text) => [text, 0]), ...entry.forbidden.map((text) => [text, 1])];
    for (const [n, [text, forbidden]] of words.entries()) name.run(id, n, text, forbidden);
    return known ? 'updated' : 'added';
  };
}

function same(one: NewTerm, other: Term | undefined): boolean {
  const said = (term: NewTerm) => JSON.stringify([term.targets, term.forbidden, term.note]) + propertiesOf(term);
  return other !== undefined && said(one) === said(other);
}

function whole(rows: readonly TermRow[], words: readonly TargetRow[]): Term[] {
  const terms = new Map(
    rows.map(({ properties, ...row }): [number, Term] => [
      row.id,
      { ...row, targets: [], forbidden: [], ...(JSON.parse(properties) as TermProperties) },
    ]),
  );
  for (const { term, text, forbidden } of words) {
    const own = terms.get(term);
    if (own) (forbidden ? own.forbidden : own.targets).push(text);
  }
  return [...terms.values()];
}

/** What a term says of itself besides its words; JSON leaves out what it does not say. */
function propertiesOf({ partOfSpeech, gloss, short, keep }: TermProperties): string {
  return JSON.stringify({ partOfSpeech, gloss, short, keep });
}

function agrees(row: TermRow, { from, to }: { from: string; to: string }): boolean {
  return baseLanguage(row.from) === baseLanguage(from) && baseLanguage(row.to) === baseLanguage(to);
}
