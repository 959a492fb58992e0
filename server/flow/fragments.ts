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
  const pool = new PhrasePool(new Map([...found.values()].flatMap((targets) => [...targets])));
  return spans.flatMap((span): Fragment[] => {
    const translation = pool.translationOf([...(found.get(wordsOf(span))?.keys() ?? [])]);
    return translation ? [{ ...span, ...translation }] : [];
  });
}

/** The targets of each phrase's units, by the words of it. A phrase is looked for where both of its parts, one word shorter, recur. */
async function unitsWith(
  desk: Pick<Desk, 'stores'>,
  query: Asked,
  spans: readonly Span[],
): Promise<Map<string, Map<number, string>>> {
  const found = new Map<string, Map<number, string>>();
  const recurs = (words: string) => (found.get(words)?.size ?? FEWEST) >= FEWEST;
  for (const span of [...spans].sort((a, b) => a.words - b.words)) {
    const words = wordsOf(span);
    if (found.has(words)) continue;
    const parts = spans.filter(
      (part) => part.words === span.words - 1 && span.start <= part.start && part.end <= span.end,
    );
    const isKnown = parts.every((part) => recurs(wordsOf(part)));
    found.set(words, isKnown ? await targetsWith(desk, query, span) : new Map());
  }
  return found;
}

function wordsOf({ text }: Span): string {
  return text.toLowerCase();
}

/** By unit, the other side of units with the phrase on the side asked from. Both sides are searched, which is quicker than one. */
async function targetsWith({ stores }: Pick<Desk, 'stores'>, query: Asked, span: Span): Promise<Map<number, string>> {
  const units = await stores.memory.search(`"${span.text.replaceAll('"', ' ')}"`, { limit: UNITS });
  const phrase = wordsOf(span);
  return new Map(
    units.flatMap((unit): [number, string][] => {
      const [source, target] = facing(unit, query);
      return unit.codes.length === 0 && source.toLowerCase().includes(phrase) ? [[unit.id, target]] : [];
    }),
  );
}

function facing({ from, to, source, target }: Unit, query: Asked): [string, string] {
  if (sameLanguage(from, query.from) && sameLanguage(to, query.to)) return [source, target];
  return sameLanguage(to, query.from) && sameLanguage(from, query.to) ? [target, source] : ['', ''];
}
