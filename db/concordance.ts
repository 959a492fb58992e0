// Concordance: units that hold the words that somebody typed, newest first.
import type Database from 'better-sqlite3';
import type { Unit } from '../server/model.ts';
import { baseLanguage } from '../server/text/language.ts';
import { type TypedPhrase, typedHolder, typedPhrases } from '../server/text/typed-words.ts';
import type { MemoryStore } from './stores.ts';
import { turned, UNIT_COLUMNS, type UnitRow, unitOf } from './unit-rows.ts';
import { reading } from './verbs.ts';
import { allOf, ftsQuery } from './words.ts';

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
    const read = newest(text, from === undefined ? undefined : baseLanguage(from), wanted);
    const searched = () =>
      from === undefined ? both.all(query, wanted).map(unitOf) : onSide(query, baseLanguage(from), wanted);
    return (read ?? searched()).slice(offset, wanted);
  });
}

/** A beginning of fewer letters is that of so many words that full-text search gathers half of the memory for it. */
const BEGINS_FEW = 5;
/** So many units are looked at one by one, and fewer where the first of them promise too little. */
const LOOKED_AT = 600;
const FIRST_LOOK = 100;
const FEW_PHRASES = 10;

function beginsMuch({ words: [first = '', ...others], open }: TypedPhrase): boolean {
  return open && others.length === 0 && [...first].length < BEGINS_FEW;
}

/**
 * The newest units that hold a typed text with a short beginning in it, read one by one among those that hold the rest of it. null
 * for another text, and where so many would have to be read that full-text search is quicker.
 */
function newestHolders(
  db: Database.Database,
): (text: string, from: string | undefined, wanted: number) => Unit[] | null {
  const all = db.prepare<[], UnitRow>(`SELECT ${UNIT_COLUMNS} FROM visible u ORDER BY u.id DESC`);
  const holding = db.prepare<[string], UnitRow>(
    `SELECT ${UNIT_COLUMNS} FROM unit_words w JOIN visible u ON u.id = w.rowid WHERE unit_words MATCH ? ORDER BY w.rowid DESC`,
  );
  return (text, from, wanted) => {
    const phrases = typedPhrases(text);
    if (phrases.length > FEW_PHRASES || !phrases.some(beginsMuch)) return null;
    const rest = allOf(phrases.filter((phrase) => !beginsMuch(phrase)));
    const holds = typedHolder(text);
    const found = readOn(rest === null ? all.iterate() : holding.iterate(rest), wanted, (unit) =>
      asAsked(unit, from, holds),
    );
    // A memory of so few units is searched as quickly as read.
    return rest === null && found !== null && found.length < wanted ? null : found;
  };
}

/** The first units that are wanted, all of them where the rows end before; null where too many rows would have to be read. */
function readOn(rows: Iterable<UnitRow>, wanted: number, asked: (unit: Unit) => Unit | null): Unit[] | null {
  const found: Unit[] = [];
  let looked = 0;
  for (const row of rows) {
    const unit = asked(unitOf(row));
    if (unit) found.push(unit);
    if (found.length === wanted) return found;
    looked++;
    const promises = (found.length * LOOKED_AT) / looked >= wanted;
    if (looked === LOOKED_AT || (looked === FIRST_LOOK && !promises)) return null;
  }
  return found;
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
