// Concordance: units that hold the words that somebody typed, newest first.
import type Database from 'better-sqlite3';
import type { Unit } from '../server/model.ts';
import { baseLanguage } from '../server/text/language.ts';
import { type TypedPhrase, typedHolder, typedPhrases } from '../server/text/typed-words.ts';
import type { MemoryStore } from './stores.ts';
import { turned, UNIT_COLUMNS, type UnitRow, unitOf } from './unit-rows.ts';
import { reading } from './verbs.ts';
import { ftsQuery } from './words.ts';

/** The verb `search`. With `from`, units are turned so that this language is their source. */
export function concordance(db: Database.Database): MemoryStore['search'] {
  // By rowid, not by bm25: a frequent word would otherwise be weighed in each of its thousands of units.
  const select = `SELECT ${UNIT_COLUMNS} FROM unit_words w JOIN visible u ON u.id = w.rowid WHERE unit_words MATCH ?`;
  const order = 'ORDER BY w.rowid DESC LIMIT ?';
  const both = db.prepare<[string, number], UnitRow>(`${select} ${order}`);
  const forward = db.prepare<[string, string, number], UnitRow>(`${select} AND u.source_base = ? ${order}`);
  const backward = db.prepare<[string, string, number], UnitRow>(`${select} AND u.target_base = ? ${order}`);
  // A word that both languages have would be looked up in every unit, for a language that stands on the other side only.
  const isSource = db.prepare<[string]>('SELECT 1 FROM units WHERE source_base = ? LIMIT 1');
  const isTarget = db.prepare<[string]>('SELECT 1 FROM units WHERE target_base = ? LIMIT 1');
  const newest = newestHolders(db);
  const onSide = (query: string, from: string, limit: number): Unit[] => {
    const there = isSource.get(from) ? forward.all(`{source} : (${query})`, from, limit).map(unitOf) : [];
    const seen = new Set(there.map((unit) => unit.id));
    const back = isTarget.get(from) ? backward.all(`{target} : (${query})`, from, limit).map(unitOf) : [];
    const turnedBack = back.filter((unit) => !seen.has(unit.id)).map(turned);
    return [...there, ...turnedBack].sort((a, b) => b.id - a.id);
  };
  return reading(db, (text, { from, limit, offset = 0 }) => {
    const query = ftsQuery(text);
    if (query === null) return [];
    const wanted = offset + limit;
    const short = beginsMuch(text) ? newest(text, from === undefined ? undefined : baseLanguage(from), wanted) : null;
    const searched = () =>
      from === undefined ? both.all(query, wanted).map(unitOf) : onSide(query, baseLanguage(from), wanted);
    return (short ?? searched()).slice(offset, wanted);
  });
}

/** A beginning of fewer letters is that of so many words that full-text search gathers half of the memory for it. */
const BEGINS_FEW = 3;
/** So many of the newest units are looked at one by one: what fewer of them hold, full-text search finds quickly. */
const LOOKED_AT = 600;
const FEW_PHRASES = 10;

function beginsMuch(text: string): boolean {
  const phrases = typedPhrases(text);
  const short = ({ words: [first = '', ...others], open }: TypedPhrase) =>
    open && others.length === 0 && [...first].length < BEGINS_FEW;
  return phrases.length <= FEW_PHRASES && phrases.some(short);
}

/** The newest units that hold what was typed, read one by one; null where not as many as wanted are among the first. */
function newestHolders(
  db: Database.Database,
): (text: string, from: string | undefined, wanted: number) => Unit[] | null {
  const rows = db.prepare<[number], UnitRow>(`SELECT ${UNIT_COLUMNS} FROM visible u ORDER BY u.id DESC LIMIT ?`);
  return (text, from, wanted) => {
    const holds = typedHolder(text);
    const found: Unit[] = [];
    for (const row of rows.iterate(LOOKED_AT)) {
      const unit = asAsked(unitOf(row), from, holds);
      if (unit) found.push(unit);
      if (found.length === wanted) return found;
    }
    return null;
  };
}

/** A unit turned so that the side which holds what was typed is its source; as it is where no language was named. */
function asAsked(unit: Unit, from: string | undefined, holds: ReturnType<typeof typedHolder>): Unit | null {
  const { source: text, target, codes } = unit;
  if (from === undefined)
    return holds([
      { text, codes },
      { text: target, codes },
    ])
      ? unit
      : null;
  if (baseLanguage(unit.from) === from && holds([{ text, codes }])) return unit;
  return baseLanguage(unit.to) === from && holds([{ text: target, codes }]) ? turned(unit) : null;
}
