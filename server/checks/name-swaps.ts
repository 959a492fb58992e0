// One place or house named instead of another: Lille for Lyon, Anthropic for OpenAI. Each list is of one kind, where two cannot be meant for one.
import { foldForSearch } from '../text/normalize.ts';
import type { Pair } from './check.ts';
import lists from './name-swaps.json' with { type: 'json' };
import type { Name } from './names.ts';
import type { Side } from './side.ts';

/** A name in both languages, and folded, all that says it: its adjective, its capital, its products, its head. */
interface Known {
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

const houses = byName(lists.houses);
const KINDS = [byName(lists.cities), byName(lists.countries), houses];

function byName(rows: readonly string[][]): ReadonlyMap<string, Known> {
  const known = rows.map(([fr = '', en = '', ...more]) => ({ fr, en, saidBy: [fr, en, ...more].map(foldForSearch) }));
  return new Map(known.flatMap((one) => [[one.fr, one] as const, [one.en, one] as const]));
}

/**
 * The names that changed places, at most one of a kind: exactly one of the source's that nothing in the target says, and
 * one of the target's that nothing in the source says. Two of either leave open which stands for which.
 */
export function* swapsIn({ source, target }: Pair, theirs: readonly Name[], ours: readonly Name[]): Generator<Swap> {
  for (const kind of KINDS) {
    const lost = unsaid(kind, theirs, target);
    const [missing] = lost;
    if (!missing || lost.length > 1) continue;
    const gained = unsaid(kind, ours, source);
    const [stranger] = gained;
    if (!stranger || gained.length > 1) continue;
    yield { word: missing.name, own: stranger.name, right: missing.known[target.language === 'fr' ? 'fr' : 'en'] };
  }
}

/** The names of a kind that the other side says in no way, each once. */
function unsaid(kind: ReadonlyMap<string, Known>, names: readonly Name[], other: Side): { name: Name; known: Known }[] {
  const found = new Map<Known, Name>();
  for (const name of names) {
    const known = kind.get(name.text);
    if (known && !known.saidBy.some((words) => other.folded.includes(words))) found.set(known, name);
  }
  return [...found].map(([known, name]) => ({ name, known }));
}

/** Whether one of some names is a house that a person's last name, folded, can stand for: "Musk’s firm", « Tesla ». */
export function isHouseOf(person: string, names: readonly Name[]): boolean {
  return names.some(({ text }) => houses.get(text)?.saidBy.includes(person));
}
