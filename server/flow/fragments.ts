// What the memory knows of parts of a text, where it does not know the whole, and a draft put together of them.
import type { Language, Unit } from '../model.ts';
import { type Assembled, asPart, assemble, type Fragment, keysOf, type Span, spansOf } from '../text/fragments.ts';
import { withoutCodes } from '../text/inline.ts';
import { sameLanguage } from '../text/language.ts';
import { FEWEST, PhrasePool } from '../text/phrase-pool.ts';
import { segmentOf } from './around.ts';
import type { Desk } from './desk.ts';

/** Units that are looked at for one phrase; more say the same. */
const UNITS = 30;
/** Phrases longer than this are asked for as whole units only. */
const LONGEST_PHRASE = 4;

/**
 * The parts of a text (without codes) that are whole units, or recurring phrases whose translation the memory's units agree
 * on, and the draft that they make. Takes some tens of milliseconds, so it is asked for and never comes by itself.
 */
export async function fragmentsOf(
  desk: Pick<Desk, 'stores'>,
  query: { text: string; from: Language; to: Language },
): Promise<Assembled> {
  const spans = spansOf(query.text);
  const whole = await wholeUnits(desk, query, spans);
  const open = spans.filter(
    (span) =>
      span.words <= LONGEST_PHRASE &&
      !whole.some((one) => one.start <= span.start && span.end <= one.end && one.words > 1),
  );
  return assemble(query.text, [...whole, ...(await phrases(desk, query, open))]);
}

/** {@link fragmentsOf} a segment's source, without its codes. Throws NotFound. */
export async function fragmentsFor(desk: Pick<Desk, 'stores'>, id: number): Promise<Assembled> {
  const { segment, article } = await segmentOf(desk, id);
  const { from, to } = article;
  return fragmentsOf(desk, { text: withoutCodes(segment.source, segment.codes), from, to });
}

type Asked = { text: string; from: Language; to: Language };

async function wholeUnits(
  { stores }: Pick<Desk, 'stores'>,
  { from, to }: Asked,
  spans: readonly Span[],
): Promise<Fragment[]> {
  const keys = new Map(spans.map((span) => [span, keysOf(span)]));
  const units = await stores.memory.exact(from, to, [...keys.values()].flat());
  return spans.flatMap((span): Fragment[] => {
    const unit = (keys.get(span) ?? []).map((key) => units.get(key)?.[0]).find((one) => one !== undefined);
    return unit && unit.codes.length === 0 ? [{ ...span, target: asPart(unit.target, span), support: 1 }] : [];
  });
}

async function phrases(desk: Pick<Desk, 'stores'>, query: Asked, spans: readonly Span[]): Promise<Fragment[]> {
  const found = await unitsWith(desk, query, spans);
  const targets = [...found.values()].flatMap(({ units }) => units);
  const pool = new PhrasePool(new Map(targets.map(({ id, target }) => [id, target])));
  const translations = new Map(
    [...found].map(([words, { units }]) => [words, pool.translationOf(units.map(({ id }) => id))]),
  );
  return spans.flatMap((span): Fragment[] => {
    const translation = translations.get(wordsOf(span));
    return translation ? [{ ...span, ...translation }] : [];
  });
}

/** A unit with the side that is asked from, in lower case, and the other one. */
interface Sides {
  id: number;
  source: string;
  target: string;
}

/** Units that hold a phrase; `all` where there are no others. */
interface Holders {
  units: Sides[];
  all: boolean;
}

/**
 * The units of each phrase, by the words of it. A phrase is looked for where both of its parts, one word shorter, recur: in the
 * memory, or among the units of a part where these are all there are.
 */
async function unitsWith(
  desk: Pick<Desk, 'stores'>,
  query: Asked,
  spans: readonly Span[],
): Promise<Map<string, Holders>> {
  const found = new Map<string, Holders>();
  for (const span of [...spans].sort((a, b) => a.words - b.words)) {
    const words = wordsOf(span);
    if (found.has(words)) continue;
    const parts = partsOf(span, spans).flatMap((part) => found.get(wordsOf(part)) ?? []);
    const [fewest] = parts.filter(({ all }) => all).sort((a, b) => a.units.length - b.units.length);
    if (parts.some(({ units }) => units.length < FEWEST)) found.set(words, NONE);
    else if (fewest) found.set(words, { units: fewest.units.filter(({ source }) => holds(source, words)), all: true });
    else found.set(words, await holders(desk, query, span));
  }
  return found;
}

const NONE: Holders = { units: [], all: true };

function partsOf(span: Span, spans: readonly Span[]): Span[] {
  return spans.filter((part) => part.words === span.words - 1 && span.start <= part.start && part.end <= span.end);
}

const INSIDE_WORD = /[\p{L}\p{N}\p{M}\p{Co}]/u;

/** Whether words stand in a text, and not only inside of longer ones; « de l’ » ends where a word begins. */
function holds(text: string, words: string): boolean {
  const isWithin = (at: number) => INSIDE_WORD.test(text.charAt(at - 1)) && INSIDE_WORD.test(text.charAt(at));
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    if (!isWithin(at) && !isWithin(at + words.length)) return true;
  }
  return false;
}

function wordsOf({ text }: Span): string {
  return text.toLowerCase();
}

/** The newest units with a phrase on the side asked from. Both sides are searched, which is quicker than one. */
async function holders({ stores }: Pick<Desk, 'stores'>, query: Asked, span: Span): Promise<Holders> {
  const found = await stores.memory.search(`"${span.text.replaceAll('"', ' ')}"`, { limit: UNITS });
  const phrase = wordsOf(span);
  const units = found.flatMap((unit): Sides[] => {
    const [text, target] = facing(unit, query);
    const source = text.toLowerCase();
    return unit.codes.length === 0 && source.includes(phrase) ? [{ id: unit.id, source, target }] : [];
  });
  return { units, all: found.length < UNITS };
}

function facing({ from, to, source, target }: Unit, query: Asked): [string, string] {
  if (sameLanguage(from, query.from) && sameLanguage(to, query.to)) return [source, target];
  return sameLanguage(to, query.from) && sameLanguage(from, query.to) ? [target, source] : ['', ''];
}
