// The fuzzy index itself: every visible unit's two texts by language, kept as the feed of changes tells it.
import type { SeenUnit } from '../../db/stores.ts';
import type { Language } from '../model.ts';
import { withoutCodes } from '../text/inline.ts';
import { baseLanguage } from '../text/language.ts';
import { matchTokens } from '../text/match-tokens.ts';
import { matchKey } from '../text/normalize.ts';
import { Scratch } from './candidates.ts';
import { Details } from './details.ts';
import { Lexicon } from './lexicon.ts';
import type { NearQuery, NearUnit } from './memory-index.ts';
import { ask, RunTable } from './question.ts';
import { Best, type Search, searchAll, searchShelf } from './search.ts';
import { Skeletons } from './skeletons.ts';
import { type Part, Pile, type Shelf, shelving } from './texts.ts';

/** A shelf, and the units that stood there and do not any more. */
export interface Shelved {
  texts: Shelf;
  gone: Set<number>;
}

/** The texts of one language: some shelves, and what came since the last one was put up. */
export interface Room {
  shelves: Shelved[];
  recent: Pile;
  /** While a shelf is being put up: the texts that came in before, and the units that have been taken away since. */
  leaving: Part | null;
  since: Set<number> | null;
}

/** A room with these shelves. */
export function roomOf(shelves: Shelved[]): Room {
  return { shelves, recent: new Pile(), leaving: null, since: null };
}

/** What came in last is compared one by one until it is so much; then it becomes a shelf. */
const RECENT = 1000;
/** A shelf that has grown to this share of the one before it is put together with it, so that there are few. */
const MERGED = 0.5;
const NOTHING: ReadonlySet<number> = new Set();

/** Finds near texts among all that it was told of. It knows nothing of databases, files or threads. */
export class FuzzyIndex {
  readonly lexicon: Lexicon;
  readonly languages: string[];
  readonly rooms: Room[];
  readonly #scratch = new Scratch();
  readonly #runs = new RunTable();
  readonly #skeletons = new Skeletons();

  readonly #recent: number;

  /** Begins empty, or with what another one had. `recent` texts are compared one by one before they become a shelf. */
  constructor(kept?: Pick<FuzzyIndex, 'lexicon' | 'languages' | 'rooms'>, { recent = RECENT } = {}) {
    this.#recent = recent;
    this.lexicon = kept?.lexicon ?? new Lexicon();
    this.languages = kept?.languages ?? [];
    this.rooms = kept?.rooms ?? [];
  }

  /** How many texts there are, on all sides and languages. */
  get size(): number {
    const ofRoom = (room: Room) => room.shelves.reduce((sum, { texts }) => sum + texts.size, room.recent.size);
    return this.rooms.reduce((sum, room) => sum + ofRoom(room), 0);
  }

  /** Adds units, or replaces what was known under their ids. */
  see(units: readonly SeenUnit[]): void {
    for (const unit of units) {
      const from = this.#languageOf(unit.from);
      const to = this.#languageOf(unit.to);
      this.#forget(unit.id);
      const at = timeOf(unit.changedAt);
      this.rooms[from]?.recent.add(unit.id, at, to, this.#formsOf(unit.source, unit.codes), this.lexicon);
      this.rooms[to]?.recent.add(unit.id, at, from, this.#formsOf(unit.target, unit.codes), this.lexicon);
    }
  }

  /** Takes units away. */
  drop(units: readonly number[]): void {
    for (const unit of units) this.#forget(unit);
  }

  /** Puts on shelves what has come in, where it is more than `few`. */
  settle(few = this.#recent): void {
    for (const _ of this.settling(few));
  }

  /** {@link settle} in steps of a few milliseconds, between which everything but another settling may be asked. */
  *settling(few = this.#recent): Generator<void> {
    for (const room of this.rooms) {
      if (room.recent.size > few) yield* this.#shelving(room, []);
      for (let due = dueIn(room.shelves); due.length > 0; due = dueIn(room.shelves)) yield* this.#shelving(room, due);
    }
  }

  /** The best units for a text, as {@link NearUnit} says. Scanning all of them finds the same ones, slowly. */
  near(query: NearQuery): NearUnit[] {
    const room = this.rooms[this.languages.indexOf(baseLanguage(query.from))];
    const facing = this.languages.indexOf(baseLanguage(query.to));
    if (!room || facing < 0) return [];
    const { lexicon } = this;
    const question = ask(matchTokens(matchKey(withoutCodes(query.text, query.codes ?? []))), lexicon, this.#runs);
    const largest = Math.max(...room.shelves.map(({ texts }) => texts.size), 0);
    this.#scratch.fit(lexicon.stems, largest, question.words.length);
    const best = new Best(Math.ceil(query.min * 100), query.limit);
    this.#skeletons.begin();
    const details = new Details(question.words);
    const search: Search = {
      ...{ lexicon, question, details, facing, best },
      ...{ skeletons: this.#skeletons, scratch: this.#scratch },
    };
    searchAll(room.recent.texts(), NOTHING, search);
    if (room.leaving) searchAll(room.leaving.texts, room.leaving.gone, search);
    for (const { texts, gone } of room.shelves) (query.exhaustive ? searchAll : searchShelf)(texts, gone, search);
    return best.found.map(({ unit, raw }) => ({ unit, score: raw / 100 }));
  }

  *#shelving(room: Room, shelves: readonly Shelved[]): Generator<void> {
    const since = new Set<number>();
    const leaving = { texts: room.recent.texts(), gone: since };
    Object.assign(room, { leaving, since, recent: new Pile() });
    // The parts lose what is gone by now; what goes while they are put together is noted on the new shelf.
    const parts: Part[] = [
      ...shelves.map(({ texts, gone }) => ({ texts, gone: new Set(gone) })),
      { texts: leaving.texts, gone: NOTHING },
    ];
    const shelf = { texts: yield* shelving(parts, this.lexicon), gone: since };
    const rest = room.shelves.filter((one) => !shelves.includes(one));
    Object.assign(room, { shelves: [...rest, shelf], leaving: null, since: null });
  }

  #forget(unit: number): void {
    for (const { recent, shelves, since } of this.rooms) {
      recent.drop(unit);
      since?.add(unit);
      for (const { texts, gone } of shelves) if (unit <= texts.newest) gone.add(unit);
    }
  }

  #languageOf(language: Language): number {
    const known = this.languages.indexOf(baseLanguage(language));
    if (known >= 0) return known;
    this.rooms.push(roomOf([]));
    return this.languages.push(baseLanguage(language)) - 1;
  }

  #formsOf(text: string, codes: SeenUnit['codes']): number[] {
    const tokens = matchTokens(matchKey(withoutCodes(text, codes)));
    return tokens.map((token) => this.lexicon.learn(token.kind, token.text));
  }
}

/** The last shelf or the last two, where they are to be put up anew. */
function dueIn(shelves: readonly Shelved[]): Shelved[] {
  const [before, last] = [shelves.at(-2), shelves.at(-1)];
  if (!last) return [];
  if (last.texts.size > 0 && last.gone.size * 2 > last.texts.size) return [last];
  return before && last.texts.size >= before.texts.size * MERGED ? [before, last] : [];
}

/** A date as a number to compare by; 0 for what is no date. */
export function timeOf(date: string): number {
  return Date.parse(date) || 0;
}
