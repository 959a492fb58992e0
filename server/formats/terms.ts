// A desk's terms as files have them, whatever the file's kind.

import { UserError } from '../errors.ts';
import type { Term, TermProperties } from '../model.ts';
import type { Refusal } from '../model-refusal.ts';
import type { Read } from './bilingual.ts';
import { because, refusal, type Why } from './refusal.ts';

/** A term as a file says it. */
export type FileTerm = Omit<Term, 'id' | 'desk'>;

/** What a file of terms holds: each source text of a direction once, and of the entries that were refused how many, and the first thousand. */
export interface TermFile {
  terms: FileTerm[];
  refused: number;
  refusals: Refusal[];
}

/** How many entries a file may hold: more than a large institution's glossary has. */
const MOST_ENTRIES = 100_000;
const REFUSALS_KEPT = 1000;

/**
 * Gathers what is read, entries of the same source text and direction into one. An entry without a source, or without
 * any word for it, is refused; so is one that forbids a word which it, or an entry before it, gives as the translation.
 */
export class TermGathering {
  readonly #terms = new Map<string, FileTerm>();
  readonly #refusals: Refusal[] = [];
  #refused = 0;
  #taken = 0;

  /** Takes the next entry. Throws a UserError (`too-large`) at the first one too many. */
  take(one: Read<FileTerm & { line: number }>): void {
    if (++this.#taken > MOST_ENTRIES) throw tooMany();
    if (one.kind === 'refused') {
      const { kind: _, ...what } = one;
      this.#refuse(what);
      return;
    }
    const { line, ...unit } = one.unit;
    const entry = withWords(unit);
    const key = JSON.stringify([entry.from.toLowerCase(), entry.to.toLowerCase(), entry.source]);
    const whole = joined(this.#terms.get(key), entry);
    const why = faultOf(entry, whole);
    if (why === null) this.#terms.set(key, whole);
    else this.#refuse(refusal({ line }, why));
  }

  file(): TermFile {
    return { terms: [...this.#terms.values()], refused: this.#refused, refusals: this.#refusals };
  }

  #refuse(what: Refusal): void {
    this.#refused += 1;
    if (this.#refusals.length < REFUSALS_KEPT) this.#refusals.push(what);
  }
}

function tooMany(): UserError {
  const most = MOST_ENTRIES.toLocaleString('en');
  return new UserError('too-large', `the file has more than ${most} entries: cut it into parts`, 413);
}

/** A term whose only translations are what it is called at first and for short: « Bercy », "the French finance ministry", "the ministry". */
export function withWords<T extends TermProperties & { targets: string[] }>(term: T): T {
  const { targets, gloss, short } = term;
  return targets.length > 0 ? term : { ...term, targets: [gloss, short].filter((word) => word !== undefined) };
}

function joined(before: FileTerm | undefined, entry: FileTerm): FileTerm {
  const { from, to, note } = before ?? entry;
  const { partOfSpeech, gloss, short, keep } = { ...entry, ...before };
  const all = (name: 'targets' | 'forbidden') => [...new Set([...(before?.[name] ?? []), ...entry[name]])];
  return {
    from,
    to,
    source: entry.source,
    targets: all('targets'),
    forbidden: all('forbidden'),
    note: note ?? entry.note,
    ...propertiesOf({ partOfSpeech, gloss, short, keep }),
  };
}

/** What a term says besides its words, without what it leaves open. */
export function propertiesOf({
  partOfSpeech,
  gloss,
  short,
  keep,
}: { [K in keyof TermProperties]?: TermProperties[K] | undefined }): TermProperties {
  return {
    ...(partOfSpeech ? { partOfSpeech } : {}),
    ...(gloss ? { gloss } : {}),
    ...(short ? { short } : {}),
    ...(keep ? { keep } : {}),
  };
}

function faultOf({ source, targets, forbidden }: FileTerm, whole: FileTerm): Why | null {
  if (source === '') return because('term-source-empty');
  if (targets.length === 0 && forbidden.length === 0) return because('term-without-words');
  const both = whole.forbidden.find((word) => whole.targets.includes(word));
  return both === undefined ? null : because('term-contradicts', { word: both });
}
