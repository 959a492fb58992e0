// Terms for a person to accept: phrases of the memory that translate each other again and again, and the program's own vocabulary.
import { type LinkedPhrases, linkedPhrases } from '../checks/linked-phrases.ts';
import { type KnownWord, vocabulary } from '../checks/vocabulary.ts';
import type { Language } from '../model.ts';
import { baseLanguage } from '../text/language.ts';
import type { Desk } from './desk.ts';

/** How many pairs of the memory are looked at. */
const SAMPLE = 6000;

/** Candidates that are no terms of the desk yet, best first. Looks at a sample of the memory: it takes a second or two. */
export async function suggestTerms(
  { stores }: Pick<Desk, 'stores'>,
  direction: { from: Language; to: Language },
  { desk = 1, limit = 50 }: { desk?: number; limit?: number } = {},
): Promise<LinkedPhrases[]> {
  const { from, to } = { from: baseLanguage(direction.from), to: baseLanguage(direction.to) };
  const [one, other] = from < to ? [from, to] : [to, from];
  const sampled = await stores.lexicons.sample(one, other, SAMPLE);
  const pairs = sampled.map((pair) =>
    from === one ? { source: pair.one, target: pair.other } : { source: pair.other, target: pair.one },
  );
  const known = await sourcesOf(stores, desk, direction);
  const found = linkedPhrases(pairs, { from, to }, { limit: limit + known.size });
  return found.filter(({ source }) => !known.has(source.toLowerCase())).slice(0, limit);
}

/** The words of the program's vocabulary that are no terms of the desk yet. */
export async function knownTerms(
  { stores }: Pick<Desk, 'stores'>,
  direction: { from: Language; to: Language },
  { desk = 1 }: { desk?: number } = {},
): Promise<KnownWord[]> {
  const known = await sourcesOf(stores, desk, direction);
  return vocabulary(direction.from, direction.to).filter(({ source }) => !known.has(source.toLowerCase()));
}

/** Makes those words terms of the desk; answers how many came in. */
export async function acceptKnownTerms(
  { stores, now }: Pick<Desk, 'stores' | 'now'>,
  direction: { from: Language; to: Language },
  { by, desk = 1 }: { by: string; desk?: number },
): Promise<{ added: number }> {
  const words = await knownTerms({ stores }, direction, { desk });
  const terms = words.map((word) => ({ ...direction, ...word, forbidden: [], note: null }));
  await stores.terms.put(terms, { desk, by, at: now() });
  return { added: terms.length };
}

async function sourcesOf(stores: Desk['stores'], desk: number, direction: { from: Language; to: Language }) {
  const terms = await stores.terms.list(desk, direction);
  return new Set(terms.map(({ source }) => source.toLowerCase()));
}
