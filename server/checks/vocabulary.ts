// The words of the trade that come with the program, for a desk to take among its terms.
import { baseLanguage } from '../text/language.ts';
import rows from './vocabulary.json' with { type: 'json' };

/** A word of one language and what it may be called in the other, the best first. */
export interface KnownWord {
  source: string;
  targets: string[];
}

/** The vocabulary from one language into another, each source word once; none but between French and English. */
export function vocabulary(from: string, to: string): KnownWord[] {
  const [own, other] = [baseLanguage(from), baseLanguage(to)];
  if ([own, other].sort().join() !== 'en,fr') return [];
  const targetsOf = new Map<string, string[]>();
  for (const row of rows) {
    const [sources, targets] = own === 'fr' ? [row.fr, row.en] : [row.en, row.fr];
    for (const source of sources) targetsOf.set(source, [...new Set([...(targetsOf.get(source) ?? []), ...targets])]);
  }
  return [...targetsOf].map(([source, targets]) => ({ source, targets }));
}
