// What a desk has settled for itself: its exceptions to where sentences end, and what each article was cut with.
import type Database from 'better-sqlite3';
import { baseLanguage } from '../server/text/language.ts';
import { personByName } from './people.ts';
import type { DeskStore, DeskWord } from './stores.ts';
import { reading, writing } from './verbs.ts';

const BAR = ' | ';

/** The settlements of a database's desks. A forced break is one row, its two texts with ` | ` between them. */
export function deskStore(db: Database.Database): DeskStore {
  const person = personByName(db);
  const clear = db.prepare(
    "DELETE FROM segmentation_exceptions WHERE desk = ? AND language = ? AND (kind = 'srx') = ?",
  );
  const add = db.prepare(
    `INSERT INTO segmentation_exceptions (desk, language, text, kind, by, at) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT DO NOTHING`,
  );
  const of = db.prepare<[number, string], { text: string; kind: string }>(
    "SELECT text, kind FROM segmentation_exceptions WHERE desk = ? AND language = ? AND kind <> 'srx' ORDER BY id",
  );
  const rulesOf = db.prepare<[number, string], { text: string }>(
    "SELECT text FROM segmentation_exceptions WHERE desk = ? AND language = ? AND kind = 'srx' ORDER BY id",
  );
  const keep = db.prepare('UPDATE articles SET segmentation = ? WHERE id = ?');
  const kept = db.prepare<[number], { segmentation: string | null }>('SELECT segmentation FROM articles WHERE id = ?');
  return {
    ...styleVerbs(db),
    ...wordVerbs(db),
    setExceptions: writing(db, ({ desk, language, exceptions, by, at }) => {
      clear.run(desk, baseLanguage(language), 0);
      for (const { before, after } of exceptions) {
        const text = after === null ? before : before + BAR + after;
        add.run(desk, baseLanguage(language), text, after === null ? 'join' : 'cut', person(by), at);
      }
    }),
    exceptions: reading(db, (desk, language) => of.all(desk, baseLanguage(language)).map(exceptionOf)),
    setRules: writing(db, ({ desk, language, rules, by, at }) => {
      clear.run(desk, baseLanguage(language), 1);
      for (const rule of rules) add.run(desk, baseLanguage(language), JSON.stringify(rule), 'srx', person(by), at);
    }),
    rules: reading(db, (desk, language) =>
      rulesOf.all(desk, baseLanguage(language)).map(({ text }) => JSON.parse(text)),
    ),
    keepSegmentation: writing(db, (article, settled) => keep.run(JSON.stringify(settled), article).changes > 0),
    segmentation: reading(db, (article) => {
      const text = kept.get(article)?.segmentation ?? null;
      return text === null ? null : JSON.parse(text);
    }),
  };
}

function styleVerbs(db: Database.Database): Pick<DeskStore, 'style' | 'setStyle'> {
  const of = db.prepare<[number], { style: string }>('SELECT style FROM desks WHERE id = ?');
  const keep = db.prepare('UPDATE desks SET style = ? WHERE id = ?');
  return {
    style: reading(db, (desk) => JSON.parse(of.get(desk)?.style ?? '{}')),
    setStyle: writing(db, (desk, style) => void keep.run(JSON.stringify(style), desk)),
  };
}

function wordVerbs(db: Database.Database): Pick<DeskStore, 'words' | 'addWord' | 'dropWord'> {
  const person = personByName(db);
  const of = db.prepare<[number], Omit<DeskWord, 'language'> & { language: string }>(
    `SELECT w.word, w.language, p.name AS "by", w.at FROM desk_words w JOIN people p ON p.id = w.by
     WHERE w.desk = ? ORDER BY w.word, w.language`,
  );
  const add = db.prepare(
    'INSERT INTO desk_words (desk, language, word, by, at) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
  );
  const drop = db.prepare('DELETE FROM desk_words WHERE desk = ? AND language = ? AND word = ?');
  const key = (language: string | null) => (language === null ? '' : baseLanguage(language));
  return {
    words: reading(db, (desk) => of.all(desk).map((row) => ({ ...row, language: row.language || null }))),
    addWord: writing(
      db,
      (desk, { word, language, by, at }) => add.run(desk, key(language), word, person(by), at).changes > 0,
    ),
    dropWord: writing(db, (desk, { word, language }) => drop.run(desk, key(language), word).changes > 0),
  };
}

function exceptionOf({ text, kind }: { text: string; kind: string }): { before: string; after: string | null } {
  if (kind === 'join') return { before: text, after: null };
  const bar = text.indexOf(BAR);
  return { before: text.slice(0, bar), after: text.slice(bar + BAR.length) };
}
