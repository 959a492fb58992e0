// One place or house named instead of another: Lille for Lyon, Anthropic for OpenAI. Each list is of one kind, where two cannot be meant for one.
import { foldForSearch } from '../text/normalize.ts';
import type { Pair } from './check.ts';
import lists from './name-swaps.json' with { type: 'json' };
import type { Name } from './names.ts';
import type { Side } from './side.ts';

/** A name in both languages, and folded, all that says it: its adjective, its capital, its products, its head. */
interface Known {
  kind: 'city' | 'region' | 'country' | 'house' | 'product';
  fr: string;
  en: string;
  saidBy: readonly string[];
}

/** A word of the target that names something else than the source does, and what the source names. */
export interface Swap {
  word: Name;
  own: Name;
  right: string;
}

const known = new Map([
  ...byName('city', lists.cities),
  ...byName('region', lists.regions),
  ...byName('country', lists.countries),
  ...byName('product', lists.products),
  ...byName('house', lists.houses),
]);

function byName(kind: Known['kind'], rows: readonly string[][]): [string, Known][] {
  return rows.flatMap(([fr = '', en = '', ...more]): [string, Known][] => {
    const one = { kind, fr, en, saidBy: [fr, en, ...more].map(foldForSearch) };
    return [
      [fr, one],
      [en, one],
    ];
  });
}

/**
 * The names that changed places, at most one of a kind: exactly one of the source's that nothing in the target says, and
 * one of the target's that nothing in the source says. Two of either leave open which stands for which.
 */
export function* swapsIn({ source, target }: Pair, theirs: readonly Name[], ours: readonly Name[]): Generator<Swap> {
  const lost = unsaid(theirs, source, target);
  const gained = lost.length > 0 ? unsaid(ours, target, source) : [];
  for (const { name, place } of gained) {
    const rivals = gained.filter((other) => other.place.kind === place.kind);
    const [missing, ...others] = lost.filter((other) => other.place.kind === place.kind);
    if (!missing || others.length > 0 || rivals.length > 1) continue;
    yield { word: missing.name, own: name, right: missing.place[target.language === 'fr' ? 'fr' : 'en'] };
  }
}

/** The names that the other side says in no way, each once. */
function unsaid(names: readonly Name[], side: Side, other: Side): { name: Name; place: Known }[] {
  const found = new Map<Known, Name>();
  for (const name of names) {
    const place = known.get(name.text);
    if (!place || other.text.includes(name.text)) continue;
    if (!place.saidBy.some((words) => other.folded.includes(words) && !isOwner(words, place, name, side)))
      found.set(place, name);
  }
  return [...found].map(([place, name]) => ({ name, place }));
}

/** A product's house that its own side names as well does not stand for it: "Anthropic launched Claude", « Anthropic a lancé Gemini ». */
function isOwner(words: string, { kind }: Known, { folded }: Name, side: Side): boolean {
  return kind === 'product' && words !== folded && side.folded.includes(words);
}

/** Whether one of some names is a house that a person's last name, folded, can stand for: "Musk’s firm", « Tesla ». */
export function isHouseOf(person: string, names: readonly Name[]): boolean {
  return names.some(({ text }) => known.get(text)?.saidBy.includes(person));
}
