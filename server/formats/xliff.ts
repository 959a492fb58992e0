// XLIFF as an article to translate: its units are blocks, its segments stay as their owner cut them, and it returns with
// nothing changed but targets and states.
import type { Code, Language, Role, SourceBlock, SourceDocument, State } from '../model.ts';
import type { GivenSegment } from '../model-given.ts';
import { freeNumbers, joinCuts, renumber, withoutCodes } from '../text/inline.ts';
import { isTag } from '../text/language.ts';
import type { FileFormat, WrittenSegment } from './format.ts';
import { writeTargets } from './xliff-back.ts';
import { readXliff } from './xliff-read.ts';
import type { XliffSegment, XliffUnit } from './xliff-units.ts';

/** Where a block stands in its file: the number of its unit among those that {@link readXliff} yields. */
interface UnitLayout {
  unit: number;
}

/** XLIFF 1.0 to 2.2, SDLXLIFF and MQXLIFF. */
export const xliff: FileFormat = {
  read,
  // New texts have no place here without their segments: see writeSegments.
  write: (text) => text,
  writeSegments(text, blocks, segments, to) {
    const units = readXliff(text);
    const wanted = new Map<XliffUnit, readonly WrittenSegment[]>();
    blocks.forEach((block, i) => {
      const unit = units[(block.layout as UnitLayout).unit];
      if (unit) wanted.set(unit, segments[i] ?? []);
    });
    for (const unit of wanted.keys()) numberApart(unit);
    return writeTargets(text, wanted, to);
  },
  substitute: (character) => `&#${character.codePointAt(0) ?? 0xfffd};`,
};

function read(text: string): SourceDocument {
  const units = readXliff(text);
  const [first] = units;
  const blocks = units.flatMap((unit, i) => (unit.translate ? [blockOf(unit, i)] : []));
  const { from, to } = first?.context ?? {};
  return { format: 'xliff', title: null, language: tagOf(from), target: tagOf(to), blocks };
}

/** A language that the file names, `fr_FR` as the tag that it means; null where what it says is none. */
function tagOf(said: string | null | undefined): Language | null {
  const tag = said?.replaceAll('_', '-');
  return tag && isTag(tag) ? tag : null;
}

function blockOf(unit: XliffUnit, number: number): SourceBlock {
  numberApart(unit);
  const given = unit.segments.map(givenOf);
  const layout: UnitLayout = { unit: number };
  const { tail } = unit;
  return {
    role: roleOf(unit.type),
    text: joinCuts(given, tail),
    codes: given.flatMap(({ codes }) => codes),
    layout,
    given: { segments: given, tail },
  };
}

/** Gives the codes of a unit numbers that are its own in all its segments, and that none of its texts holds literally. */
function numberApart({ segments }: XliffUnit): void {
  if (segments.length < 2) return;
  const literals = segments.flatMap(({ source, target, codes }) => [
    withoutCodes(source, codes),
    withoutCodes(target, codes),
  ]);
  const wanted = segments.flatMap(({ codes }) => codes.map(({ id }) => id));
  const digits = digitsIn(literals);
  if (new Set(wanted).size === wanted.length && !wanted.some((id) => digits.has(String(id)))) return;
  const numbers = freeNumbers(...literals);
  for (const segment of segments)
    renumberSegment(segment, new Map(segment.codes.map(({ id }) => [id, numbers.next().value])));
}

/** Every run of at most nine digits, inside of longer ones too. More than the forms ask for, but what is stored is numbered by it. */
function digitsIn(texts: readonly string[]): Set<string> {
  const found = new Set<string>();
  for (const text of texts) {
    for (const [run] of text.matchAll(/\d+/g)) {
      for (let at = 0; at < run.length; at++)
        for (let end = at + 1; end <= at + 9; end++) found.add(run.slice(at, end));
    }
  }
  return found;
}

function renumberSegment(segment: XliffSegment, to: ReadonlyMap<number, number>): void {
  const { codes, at } = segment;
  const renamed = (text: string) => renumber(text, codes, to);
  segment.source = renamed(segment.source);
  segment.target = renamed(segment.target);
  for (const match of segment.matches) match.target = renamed(match.target);
  segment.codes = codes.map((code): Code => ({ ...code, id: to.get(code.id) ?? code.id }));
  segment.at = { ...at, marks: new Map([...at.marks].map(([id, marks]) => [to.get(id) ?? id, marks])) };
}

/**
 * Nothing that comes from outside stands above `translated`; where no translation stands, the best suggestion does, and what its owner
 * has locked without one is left out.
 */
function givenOf({ source, target, codes, gap, state, notes, reason, matches, locked }: XliffSegment): GivenSegment {
  const said = notes.map(({ text, by }) => (by ? `${by}: ${text}` : text));
  const note = [...(reason === null ? [] : [reason]), ...said].join('\n') || null;
  const given = { text: source, codes, gap, note, ...(locked ? { locked } : {}) };
  if (locked && target === '') return { ...given, target, state: 'omitted', suggestion: null };
  if (target !== '' || state === 'omitted') return { ...given, target, state: lowered(state), suggestion: null };
  const best = matches.toSorted((a, b) => (b.score ?? 0) - (a.score ?? 0))[0];
  if (!best) return { ...given, target: '', state: 'empty', suggestion: null };
  const { from, score, kind, name } = best;
  return { ...given, target: best.target, state: 'suggested', suggestion: { from, score, kind, name } };
}

function lowered(state: State): State {
  return state === 'approved' ? 'translated' : state;
}

const ROLES: ReadonlySet<string> = new Set<Role>([
  ...(['kicker', 'title', 'standfirst', 'crosshead', 'body', 'quote', 'pull-quote'] as const),
  ...(['caption', 'credit', 'byline', 'dateline', 'list', 'alt'] as const),
]);
const RESTYPES: Record<string, Role> = { heading: 'crosshead', header: 'crosshead', img: 'alt', 'x-alt': 'alt' };

/** Our role for a restype of 1.2 (`x-title`) or a type of 2.x (`bitexte:title`). */
function roleOf(type: string | null): Role {
  const name = (type ?? '').replace(/^(x-|[\w.-]+:)/, '');
  return ROLES.has(name) ? (name as Role) : (RESTYPES[type ?? ''] ?? 'body');
}
