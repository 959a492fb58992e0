// Terms that the memory suggests: phrases that translate each other again and again, for a person to accept.
import { type LinkedPhrases, linkedPhrases } from '../checks/linked-phrases.ts';
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
  const known = new Set((await stores.terms.list(desk, direction)).map(({ source }) => source.toLowerCase()));
  const found = linkedPhrases(pairs, { from, to }, { limit: limit + known.size });
  return found.filter(({ source }) => !known.has(source.toLowerCase())).slice(0, limit);
}
