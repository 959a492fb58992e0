-- What a newsroom keeps. Times are ISO 8601 in UTC, languages BCP-47 tags, JSON columns hold the nouns of server/model.ts.
-- A number such as `number` or `n` counts from 1; an id is for life and never used again.

-- A desk is a group of people with its own articles, memories and terms. There is one until a newsroom needs more.
-- `style` is its house style, as server/checks/house-style.ts has it.
CREATE TABLE desks (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE,
  style TEXT NOT NULL DEFAULT '{}'
) STRICT;
INSERT INTO desks (id, name) VALUES (1, 'Desk');

-- Everyone who has acted here, by name. Accounts will hang on these rows; `outside` is a name that a file brought back.
CREATE TABLE people (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE,
  outside INTEGER NOT NULL DEFAULT 0
) STRICT;

-- A settled choice of the installation, by name.
CREATE TABLE settings (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- An article on its way from one language to another. `version` is the version of its source that is worked on;
-- `segmentation` is what it was cut with, so that a later version is cut alike; a deleted article keeps its rows.
CREATE TABLE articles (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  desk INTEGER NOT NULL DEFAULT 1 REFERENCES desks(id),
  title TEXT NOT NULL,
  source_language TEXT NOT NULL,
  target_language TEXT NOT NULL,
  format TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  translation_of TEXT,
  address TEXT,
  segmentation TEXT,
  confidential INTEGER NOT NULL DEFAULT 0,
  archived INTEGER NOT NULL DEFAULT 0,
  deleted_at TEXT,
  created_at TEXT NOT NULL,
  created_by INTEGER NOT NULL REFERENCES people(id)
) STRICT;

-- The words of titles, for finding an article. Its rowid is the article's id.
CREATE VIRTUAL TABLE title_words USING fts5(
  title, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2'
);

-- Each version of an article's source: the file as it came, and what its format keeps of the whole of it.
CREATE TABLE sources (
  article INTEGER NOT NULL REFERENCES articles(id),
  number INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  layout TEXT NOT NULL,
  file_name TEXT,
  at TEXT NOT NULL,
  by INTEGER NOT NULL REFERENCES people(id),
  PRIMARY KEY (article, number)
) STRICT;

-- A paragraph, heading, caption… of one version of the source. `copy_of` names the block that this stray copy repeats;
-- `tail` is the white space behind its last segment.
CREATE TABLE blocks (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  article INTEGER NOT NULL,
  source_version INTEGER NOT NULL,
  n INTEGER NOT NULL,
  role TEXT NOT NULL,
  text TEXT NOT NULL,
  codes TEXT NOT NULL,
  layout TEXT NOT NULL,
  copy_of INTEGER REFERENCES blocks(id),
  tail TEXT NOT NULL,
  role_by INTEGER REFERENCES people(id),
  UNIQUE (article, source_version, n),
  FOREIGN KEY (article, source_version) REFERENCES sources(article, number)
) STRICT;
CREATE INDEX blocks_copies ON blocks(copy_of) WHERE copy_of IS NOT NULL;

-- A sentence, for life: its source as it reads now and its current version, which is also the newest row of `versions`.
-- `place` is its order in the article; `n` is what people see, 0 where it is not translatable (furniture) or has left the
-- source (`arrived_with` is the source version that brought it, `left_with` the one that it is missing from).
CREATE TABLE segments (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  article INTEGER NOT NULL REFERENCES articles(id),
  block INTEGER NOT NULL REFERENCES blocks(id),
  place INTEGER NOT NULL,
  n INTEGER NOT NULL,
  source TEXT NOT NULL,
  key TEXT NOT NULL,
  codes TEXT NOT NULL,
  gap TEXT NOT NULL,
  words INTEGER NOT NULL,
  signs INTEGER NOT NULL,
  repeats INTEGER REFERENCES segments(id),
  target TEXT NOT NULL DEFAULT '',
  state TEXT NOT NULL DEFAULT 'empty',
  origin TEXT,
  provenance TEXT NOT NULL DEFAULT '{}',
  version INTEGER NOT NULL DEFAULT 0,
  touched INTEGER NOT NULL DEFAULT 0,
  arrived_with INTEGER NOT NULL DEFAULT 1,
  left_with INTEGER
) STRICT;
CREATE INDEX segments_in_place ON segments(article, place);
CREATE INDEX segments_counted ON segments(article, n, state, words, signs, repeats);
CREATE INDEX segments_of_block ON segments(block);
CREATE INDEX segments_repeating ON segments(repeats) WHERE repeats IS NOT NULL;

-- The words of sources and targets, for finding an article. Its rowid is the segment's id.
CREATE VIRTUAL TABLE segment_words USING fts5(
  source, target, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2'
);

-- The history of a segment. Rows are only ever added; the database itself refuses anything else.
CREATE TABLE versions (
  segment INTEGER NOT NULL REFERENCES segments(id),
  number INTEGER NOT NULL,
  source_version INTEGER NOT NULL,
  source TEXT NOT NULL,
  codes TEXT NOT NULL,
  target TEXT NOT NULL,
  state TEXT NOT NULL,
  origin TEXT,
  provenance TEXT NOT NULL,
  author INTEGER NOT NULL REFERENCES people(id),
  at TEXT NOT NULL,
  note TEXT,
  PRIMARY KEY (segment, number)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER versions_stay BEFORE UPDATE ON versions BEGIN
  SELECT RAISE(ABORT, 'a version is never changed');
END;
CREATE TRIGGER versions_remain BEFORE DELETE ON versions BEGIN
  SELECT RAISE(ABORT, 'a version is never removed');
END;

-- Which segments a split or a join made out of which, so that their histories stay reachable.
CREATE TABLE lineage (
  segment INTEGER NOT NULL REFERENCES segments(id),
  came_from INTEGER NOT NULL REFERENCES segments(id),
  how TEXT NOT NULL,
  at TEXT NOT NULL,
  by INTEGER NOT NULL REFERENCES people(id),
  PRIMARY KEY (segment, came_from)
) STRICT, WITHOUT ROWID;
CREATE INDEX lineage_onward ON lineage(came_from);

-- What the source of a segment said up to the source version `until`, where it says something else since.
CREATE TABLE earlier_sources (
  segment INTEGER NOT NULL REFERENCES segments(id),
  until INTEGER NOT NULL,
  source TEXT NOT NULL,
  codes TEXT NOT NULL,
  PRIMARY KEY (segment, until)
) STRICT, WITHOUT ROWID;

-- What a person is typing in a segment, replaced as they type.
CREATE TABLE drafts (
  segment INTEGER NOT NULL REFERENCES segments(id),
  person INTEGER NOT NULL REFERENCES people(id),
  text TEXT NOT NULL,
  based_on INTEGER NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (segment, person)
) STRICT, WITHOUT ROWID;

-- Findings that somebody has waved through, for one segment and one text of it.
CREATE TABLE dismissals (
  segment INTEGER NOT NULL REFERENCES segments(id),
  finding TEXT NOT NULL,
  words TEXT NOT NULL,
  target TEXT NOT NULL,
  why TEXT,
  by INTEGER NOT NULL REFERENCES people(id),
  at TEXT NOT NULL,
  PRIMARY KEY (segment, finding, words, target)
) STRICT, WITHOUT ROWID;

-- A memory: a desk's collection of aligned pairs. Others may read it or write to it; where several answer, the highest
-- priority comes first.
CREATE TABLE memories (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  desk INTEGER NOT NULL DEFAULT 1 REFERENCES desks(id),
  name TEXT NOT NULL,
  readable INTEGER NOT NULL DEFAULT 1,
  writable INTEGER NOT NULL DEFAULT 1,
  priority INTEGER NOT NULL DEFAULT 0,
  UNIQUE (desk, name)
) STRICT;
INSERT INTO memories (id, desk, name) VALUES (1, 1, 'Memory');

-- A file that was read into a memory. While `state` is not 'done' its units answer nothing: one word makes all of them
-- appear, or go, at once. `units` counts what it has added, so that each of its units has an ordinal.
CREATE TABLE imports (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  file TEXT NOT NULL,
  hash TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'running',
  units INTEGER NOT NULL DEFAULT 0,
  by INTEGER NOT NULL REFERENCES people(id),
  at TEXT NOT NULL
) STRICT;
CREATE INDEX imports_by_content ON imports(hash);

-- An aligned pair, which answers in both directions. Keys are canonical, normalised texts; the hashes (48 bits) stand for
-- the keys in the indexes, which would otherwise hold each text again. `identity` hashes memory, languages,
-- texts and neighbours: equal pairs in equal context are one unit. A neighbour is NULL where it is not known, '' at an
-- article's edge, else '=' and the neighbour's key.
-- `gone` marks what was taken back. A unit that an import brings again with newer details stands beside the older one in
-- one `family`, of which the newest that counts is seen: so an undone import uncovers what stood before it.
-- `removed` marks what a person took out by hand, whoever else taught it.
CREATE TABLE units (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  memory INTEGER NOT NULL REFERENCES memories(id),
  source_language TEXT NOT NULL,
  target_language TEXT NOT NULL,
  source TEXT NOT NULL,
  target TEXT NOT NULL,
  codes TEXT NOT NULL,
  source_key TEXT NOT NULL,
  target_key TEXT NOT NULL,
  source_hash INTEGER NOT NULL,
  target_hash INTEGER NOT NULL,
  identity INTEGER NOT NULL,
  previous TEXT,
  next TEXT,
  segment INTEGER REFERENCES segments(id),
  taught TEXT NOT NULL,
  import INTEGER REFERENCES imports(id),
  ordinal INTEGER,
  family INTEGER REFERENCES units(id),
  group_id TEXT,
  author TEXT NOT NULL,
  created_at TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  note TEXT,
  properties TEXT NOT NULL,
  gone INTEGER NOT NULL DEFAULT 0,
  removed INTEGER NOT NULL DEFAULT 0,
  source_base TEXT NOT NULL AS (lower(substr(source_language, 1, instr(source_language || '-', '-') - 1))) VIRTUAL,
  target_base TEXT NOT NULL AS (lower(substr(target_language, 1, instr(target_language || '-', '-') - 1))) VIRTUAL
) STRICT;
CREATE INDEX units_by_source ON units(source_hash, identity);
CREATE INDEX units_by_target ON units(target_hash);
CREATE INDEX units_by_segment ON units(segment) WHERE segment IS NOT NULL;
CREATE INDEX units_by_import ON units(import, ordinal) WHERE import IS NOT NULL;
CREATE INDEX units_by_family ON units(family) WHERE family IS NOT NULL;
-- It also counts the memory without reading a text.
CREATE INDEX units_from_language ON units(source_base, target_base, memory, removed, gone, import, family);
CREATE INDEX units_to_language ON units(target_base);

-- Imports that brought a pair which stood already: it stays as long as one of those who brought it counts.
CREATE TABLE claims (
  unit INTEGER NOT NULL REFERENCES units(id),
  import INTEGER NOT NULL REFERENCES imports(id),
  ordinal INTEGER NOT NULL,
  PRIMARY KEY (unit, import)
) STRICT, WITHOUT ROWID;
CREATE INDEX claims_by_import ON claims(import, ordinal);

-- The units that count: in a readable memory, taught by somebody or by a finished import, and neither taken back nor removed.
CREATE VIEW standing AS
SELECT u.* FROM units u
WHERE u.removed = 0
  AND (
    u.gone = 0 AND (u.import IS NULL OR (SELECT state FROM imports WHERE id = u.import) = 'done')
    OR EXISTS (SELECT 1 FROM claims c JOIN imports i ON i.id = c.import WHERE c.unit = u.id AND i.state = 'done')
  )
  AND (SELECT readable FROM memories WHERE id = u.memory);

-- The units that are seen: of those that count, the newest of each family.
CREATE VIEW visible AS
SELECT u.* FROM standing u
WHERE u.family IS NULL
  OR NOT EXISTS (SELECT 1 FROM standing newer WHERE newer.family = u.family AND newer.id > u.id);

-- The words of both sides without their codes, for concordance. Its rowid is the unit's id; it may hold units that are not
-- seen, and lacks those that are gone.
CREATE VIRTUAL TABLE unit_words USING fts5(
  source, target, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2'
);

-- What changed in the memory, in order, so that an index beside the database can catch up. A row is about one unit, or
-- about all of an import or of a memory at once: then it stands for the numbers from `base` + 1 to `seq`, one for each of the
-- import's ordinals, or one for each unit's id.
CREATE TABLE memory_changes (
  seq INTEGER PRIMARY KEY,
  base INTEGER NOT NULL,
  unit INTEGER REFERENCES units(id),
  import INTEGER REFERENCES imports(id),
  memory INTEGER REFERENCES memories(id)
) STRICT;

-- What somebody did to units by hand: an edit, a removal, a merge of several into one, or the undoing of an earlier deed.
CREATE TABLE deeds (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL,
  undoes INTEGER REFERENCES deeds(id),
  by INTEGER NOT NULL REFERENCES people(id),
  at TEXT NOT NULL
) STRICT;
CREATE INDEX deeds_undoing ON deeds(undoes) WHERE undoes IS NOT NULL;

-- The history of a unit since it was taught: how it stood before and after each deed, as JSON. Rows are only ever added.
-- `identity` is that of the unit before, so that an import does not bring back what a person has corrected or removed.
CREATE TABLE unit_changes (
  deed INTEGER NOT NULL REFERENCES deeds(id),
  unit INTEGER NOT NULL REFERENCES units(id),
  before TEXT NOT NULL,
  after TEXT NOT NULL,
  identity INTEGER NOT NULL,
  PRIMARY KEY (deed, unit)
) STRICT, WITHOUT ROWID;
CREATE INDEX unit_changes_of ON unit_changes(unit, deed);
CREATE INDEX unit_changes_from ON unit_changes(identity);

-- Units that the last review of the memory found doubtful, by the kind of doubt; `other` is the earlier unit that one repeats or
-- contradicts.
CREATE TABLE suspects (
  kind TEXT NOT NULL,
  unit INTEGER NOT NULL REFERENCES units(id),
  other INTEGER REFERENCES units(id),
  PRIMARY KEY (kind, unit)
) STRICT, WITHOUT ROWID;

-- Which words are which between two languages (base tags in alphabetical order), as alignment learnt it from the memory when
-- that stood at the change `at_change`.
CREATE TABLE lexicons (
  one TEXT NOT NULL,
  other TEXT NOT NULL,
  at_change INTEGER NOT NULL,
  words TEXT NOT NULL,
  PRIMARY KEY (one, other)
) STRICT, WITHOUT ROWID;

-- A published pair on its way into the memory: its sentences and beads as JSON, and of the memory's lexicon what its words need
-- (`words`), so that a corrected stretch can be judged again as the whole was. `content` is a digest of both texts, so that
-- a pair is not taken in twice; `import` brought its pairs into the memory when it stood at `remembered_version`.
CREATE TABLE alignments (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  desk INTEGER NOT NULL DEFAULT 1 REFERENCES desks(id),
  source_language TEXT NOT NULL,
  target_language TEXT NOT NULL,
  documents TEXT NOT NULL,
  content TEXT NOT NULL,
  sentences TEXT NOT NULL,
  words TEXT,
  beads TEXT NOT NULL DEFAULT '[]',
  counts TEXT NOT NULL,
  state TEXT NOT NULL,
  why TEXT,
  trust REAL NOT NULL DEFAULT 0,
  version INTEGER NOT NULL DEFAULT 1,
  import INTEGER REFERENCES imports(id),
  remembered_version INTEGER,
  remembered_units INTEGER,
  deleted_at TEXT,
  created_at TEXT NOT NULL,
  created_by INTEGER NOT NULL REFERENCES people(id),
  changed_at TEXT NOT NULL,
  changed_by INTEGER NOT NULL REFERENCES people(id)
) STRICT;
CREATE INDEX alignments_by_content ON alignments(content);

-- A desk's word for a thing, in one direction of languages.
CREATE TABLE terms (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  desk INTEGER NOT NULL DEFAULT 1 REFERENCES desks(id),
  source_language TEXT NOT NULL,
  target_language TEXT NOT NULL,
  source TEXT NOT NULL,
  note TEXT,
  properties TEXT NOT NULL DEFAULT '{}',
  by INTEGER NOT NULL REFERENCES people(id),
  at TEXT NOT NULL,
  UNIQUE (desk, source_language, target_language, source)
) STRICT;

-- What a term is called on the other side, best first, and what it must not be called (`forbidden`).
CREATE TABLE term_targets (
  term INTEGER NOT NULL REFERENCES terms(id) ON DELETE CASCADE,
  n INTEGER NOT NULL,
  text TEXT NOT NULL,
  forbidden INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (term, n)
) STRICT, WITHOUT ROWID;

-- A word that a desk takes for right; without a language it is a name or token, the same in every language.
CREATE TABLE desk_words (
  desk INTEGER NOT NULL REFERENCES desks(id),
  language TEXT NOT NULL DEFAULT '',
  word TEXT NOT NULL,
  by INTEGER NOT NULL REFERENCES people(id),
  at TEXT NOT NULL,
  PRIMARY KEY (desk, language, word)
) STRICT, WITHOUT ROWID;

-- A desk's own exceptions to where sentences end (`join`, `cut`), and the rules of an SRX file that stand in for the language's (`srx`).
CREATE TABLE segmentation_exceptions (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  desk INTEGER NOT NULL DEFAULT 1 REFERENCES desks(id),
  language TEXT NOT NULL,
  text TEXT NOT NULL,
  kind TEXT NOT NULL,
  by INTEGER NOT NULL REFERENCES people(id),
  at TEXT NOT NULL,
  UNIQUE (desk, language, kind, text)
) STRICT;

-- What a translation service answered, by a digest of all that the question held, so that it is paid for once.
CREATE TABLE answers (
  question TEXT PRIMARY KEY,
  provider TEXT NOT NULL,
  model TEXT,
  answer TEXT NOT NULL,
  billed INTEGER NOT NULL,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX answers_by_time ON answers(provider, at);

-- What was sent to translation services, a row a call: its characters count from before it is sent, so that a call cut
-- short counts as spent, and are put right once the service has said what it bills.
CREATE TABLE spending (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  provider TEXT NOT NULL,
  characters INTEGER NOT NULL,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX spending_by_time ON spending(at);

-- Pieces of long work, with what they were asked, so that an interrupted one can be taken up.
CREATE TABLE jobs (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL,
  state TEXT NOT NULL,
  done INTEGER NOT NULL DEFAULT 0,
  total INTEGER,
  request TEXT NOT NULL,
  result TEXT,
  error TEXT,
  started_by INTEGER NOT NULL REFERENCES people(id),
  started_at TEXT NOT NULL,
  ended_at TEXT
) STRICT;
CREATE INDEX jobs_unfinished ON jobs(state);
