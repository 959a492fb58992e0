// Terms over a whole article: at its first mention a name is explained (« Bercy », "the French finance ministry"), afterwards
// its short form is enough ("the ministry").
import type { Finding } from '../model.ts';
import type { Fault, KnownTerm, Pair, Said } from './check.ts';
import { type CheckedPair, type CheckOptions, findingOf, pairOf } from './index.ts';
import { occurrences } from './inflection.ts';

/**
 * Findings of the check `term`, a list for each pair given: where the first pair whose source has a term does not say its
 * gloss, and where a later one says it again although a short form is known. Pairs without a target yet have none.
 */
export function mentionFindings(
  pairs: readonly CheckedPair[],
  terms: readonly KnownTerm[],
  options: CheckOptions = {},
): Finding[][] {
  const found: Finding[][] = pairs.map(() => []);
  const explained = terms.filter(isExplained);
  if (explained.length === 0) return found;
  const read = pairs.map((pair) => pairOf(pair));
  for (const term of explained) {
    const mentioned = read.flatMap((pair, at) =>
      occurrences(term.source, pair.source).length > 0 ? [{ pair, at }] : [],
    );
    for (const [i, { pair, at }] of mentioned.entries()) {
      for (const fault of faultsOf(term, pair, i === 0)) {
        const finding = findingOf('term', fault, pair, options);
        if (finding) found[at]?.push(finding);
      }
    }
  }
  return found;
}

/** Whether more is known of a term than its words: what it says at its first mention, or afterwards. */
export function isExplained({ gloss, short }: KnownTerm): boolean {
  return Boolean(gloss || short);
}

function* faultsOf(
  { source: name, gloss, short }: KnownTerm,
  { source, target }: Pair,
  first: boolean,
): Generator<Fault> {
  if (target.text.trim() === '' || !gloss) return;
  const [place] = occurrences(name, source);
  const [said] = occurrences(gloss, target);
  if (first && place && !said)
    yield { side: 'source', ...place, rule: 'first-mention', message: unexplained(name, gloss) };
  if (!first && said && short) yield { side: 'target', ...said, rule: 'short-form', message: enough(name, short) };
}

function unexplained(source: string, gloss: string): Said {
  return {
    en: `First mention of "${source}": say "${gloss}".`,
    fr: `Première mention de «\u00a0${source}\u00a0»\u00a0: dites «\u00a0${gloss}\u00a0».`,
  };
}

function enough(source: string, short: string): Said {
  return {
    en: `"${source}" was explained before: "${short}" is enough.`,
    fr: `«\u00a0${source}\u00a0» a déjà été expliqué\u00a0: «\u00a0${short}\u00a0» suffit.`,
  };
}
