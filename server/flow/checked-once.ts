// The checks over an article's segments, each text checked once: an article that is opened again, or by somebody else,
// finds what was found in what has not changed since.
import { createHash } from 'node:crypto';
import { type CheckedPair, type CheckOptions, runChecks } from '../checks/index.ts';
import type { Finding } from '../model.ts';

/** How many pairs are remembered for one dictionary: some ten long articles. */
const KEPT = 20_000;

type Pairs = Map<string, readonly Finding[]>;

/** By the dictionary that was asked: one that knows other words is another function. */
const known = new WeakMap<object, Pairs>();
const WITHOUT_DICTIONARY = {};

/** What {@link runChecks} finds; the same pair with the same terms, neighbours and options is not checked again. */
export function checkedOnce(pair: CheckedPair, options: CheckOptions): readonly Finding[] {
  const { knows, terms = NO_TERMS, ...texts } = pair;
  const key = JSON.stringify([texts, kept(stamps, terms, stampOf), options]);
  const pairs = kept(known, knows ?? WITHOUT_DICTIONARY, (): Pairs => new Map());
  const findings = pairs.get(key) ?? runChecks(pair, options);
  // What was asked for last stands last: the oldest question is the one that is forgotten.
  pairs.delete(key);
  pairs.set(key, findings);
  if (pairs.size > KEPT) pairs.delete(pairs.keys().next().value ?? '');
  return findings;
}

const NO_TERMS = [] as const;
const stamps = new WeakMap<object, string>();

/** A desk may have thousands of terms: the list is read once for all the segments that it is handed to. */
function stampOf(terms: object): string {
  return createHash('sha256').update(JSON.stringify(terms)).digest('base64');
}

function kept<K extends object, V>(values: WeakMap<K, V>, of: K, make: (of: K) => V): V {
  const value = values.get(of) ?? make(of);
  values.set(of, value);
  return value;
}
