// An article's texts set by the typography of their language and the manner of a house. Pure; the same again changes nothing.
import type { Code, Language, Role } from '../model.ts';
import type { Form } from './french-forms.ts';
import { type Cell, cellsOf, flatOf, setForm, textOfCells } from './type-cells.ts';
import { ENGLISH_MANNERS, englishForms } from './typeset-english.ts';
import { CLOSED_GUILLEMETS, FRENCH_MANNERS, frenchForms } from './typeset-french.ts';
import { type QuoteMark, quoteMarks } from './typeset-quotes.ts';
import { NBSP, NNBSP } from './typography.ts';

/** The houses whose manner is known: four of French, `imprimerie` by default, and two of English, `ap` by default. */
export const TYPESET_PROFILES = ['imprimerie', 'web', 'afp', 'quebec', 'ap', 'guardian'] as const;

/** One of {@link TYPESET_PROFILES}. */
export type TypesetProfile = (typeof TYPESET_PROFILES)[number];

/** The no-break spaces that a target system takes: both characters, U+00A0 alone, or entities of HTML. */
export type TypesetSpaces = 'characters' | 'nbsp' | 'entities';

/** By which rules a text is set. */
export interface TypesetOptions {
  language: Language;
  /** One of the language's own; its default where absent or of another language. */
  profile?: TypesetProfile | undefined;
  spaces?: TypesetSpaces;
}

/** A one-string text with its codes. */
export interface CodedText {
  text: string;
  codes: readonly Code[];
  /** The role of its block: headlines of English houses take single quotation marks. `body` where absent. */
  role?: Role | undefined;
}

/**
 * Sets an article's texts, in their order: quotations that open in one and close in another are paired. Codes, addresses,
 * code, times, scores and emoticons stay as they are; letters and digits too, but for « 2ème », « etc... ». Languages other than French and
 * English come back unchanged.
 */
export function typesetAll(texts: readonly CodedText[], options: TypesetOptions): string[] {
  const house = houseOf(options);
  if (!house) return texts.map(({ text }) => text);
  let now = texts.map(({ text }) => text);
  // A rule may make room for an earlier one: once more until nothing changes.
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const next = onePass(texts, now, house, options.spaces ?? 'characters');
    if (next.every((text, i) => text === now[i])) break;
    now = next;
  }
  return now;
}

/** {@link typesetAll} of one text alone. */
export function typeset(text: string, options: TypesetOptions & { codes?: readonly Code[] }): string {
  return typesetAll([{ text, codes: options.codes ?? [] }], options)[0] ?? text;
}

const MOST_PASSES = 6;

/** The rules of a house, and the marks of a quotation by its depth; null leaves a mark as it stands. */
interface House {
  /** What is set before the quotation marks. */
  first: readonly Form[];
  forms: readonly Form[];
  mark: (found: QuoteMark) => string | null;
  /** Roles whose texts change the two kinds of quotation marks about. */
  display?: readonly Role[];
}

function houseOf({ language, profile }: TypesetOptions): House | null {
  const [base, region] = language.toLowerCase().split(/[-_]/);
  if (base === 'fr') {
    const own = profile && profile in FRENCH_MANNERS ? (profile as keyof typeof FRENCH_MANNERS) : null;
    const manner = FRENCH_MANNERS[own ?? (region === 'ca' ? 'quebec' : 'imprimerie')];
    const forms = frenchForms(manner);
    return manner.marks
      ? { first: [], forms, mark: frenchMark }
      : { first: CLOSED_GUILLEMETS, forms, mark: straightMark };
  }
  if (base !== 'en') return null;
  const manner = ENGLISH_MANNERS[profile === 'guardian' ? 'guardian' : 'ap'];
  return { first: CLOSED_GUILLEMETS, forms: englishForms(manner), mark: englishMark, display: manner.display };
}

/** Guillemets outside, and inside them the marks of the second level; guillemets within guillemets are a house's choice. */
function frenchMark({ mark, opens, depth }: QuoteMark): string | null {
  if (depth === null || mark === '«' || mark === '»') return null;
  return depth === 0 ? (opens ? '«' : '»') : opens ? '“' : '”';
}

function straightMark({ depth }: QuoteMark): string | null {
  return depth === null ? null : '"';
}

function englishMark({ depth, opens }: QuoteMark): string | null {
  if (depth === null) return null;
  return depth % 2 === 0 ? (opens ? '“' : '”') : opens ? '‘' : '’';
}

function onePass(texts: readonly CodedText[], now: readonly string[], house: House, spaces: TypesetSpaces): string[] {
  const cells = texts.map(({ codes }, i) => {
    const cut = cellsOf(spelledOut(now[i] ?? '', spaces), codes);
    return house.first.reduce<Cell[]>(setForm, cut);
  });
  const flat = cells.map(flatOf);
  const shown = displayed(texts, flat, house);
  for (const found of quoteMarks(flat)) {
    const mark = house.mark(shown.has(found.text) ? oneDeeper(found) : found);
    const cell = cells[found.text]?.[found.at];
    if (mark !== null && cell) cell.sign = mark;
  }
  return cells.map((one) => inSpaces(house.forms.reduce<Cell[]>(setForm, one), spaces));
}

/** The texts, by place, that begin with single marks; one that has some already keeps its order. */
function displayed(texts: readonly CodedText[], flat: readonly string[], { display = [] }: House): ReadonlySet<number> {
  const isShown = ({ role }: CodedText, i: number) => role && display.includes(role) && !SINGLE.test(flat[i] ?? '');
  return new Set(texts.flatMap((text, i) => (isShown(text, i) ? [i] : [])));
}

const SINGLE = /\u2018|(?<![\p{L}\p{N}])'\p{L}/u;

function oneDeeper(found: QuoteMark): QuoteMark {
  return { ...found, depth: found.depth === null ? null : found.depth + 1 };
}

/** Spaces that were written as entities are spaces again for the rules. */
function spelledOut(text: string, spaces: TypesetSpaces): string {
  if (spaces !== 'entities') return text;
  return text.replace(/&(?:nbsp|#160);/g, NBSP).replace(/&#8239;/g, NNBSP);
}

function inSpaces(cells: Cell[], spaces: TypesetSpaces): string {
  if (spaces === 'characters') return textOfCells(cells);
  const names: Readonly<Record<string, string>> =
    spaces === 'nbsp' ? { [NNBSP]: NBSP } : { [NNBSP]: '&#8239;', [NBSP]: '&nbsp;' };
  return textOfCells(cells.map((cell) => (cell.sealed ? cell : { ...cell, sign: names[cell.sign] ?? cell.sign })));
}
