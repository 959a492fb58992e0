// What a fill did, in words.
import type { Usage } from '../api/shapes.ts';
import { wordsOf } from '../state/tools.ts';
import type { Words } from '../words/words.tsx';

const BANDS = [
  'context',
  'exact',
  'repaired',
  'fuzzy',
  'assembled',
  'machine',
  'propagated',
  'empty',
  'remaining',
] as const;

/** One sentence: how many segments each kind of match filled, what was billed, and why it ended early where it did. */
export function fillInWords(result: unknown, words: Words): string {
  const numbers = (result ?? {}) as Partial<Record<string, unknown>>;
  const count = (name: string) => (typeof numbers[name] === 'number' ? (numbers[name] as number) : 0);
  const bands = BANDS.filter((band) => count(band) > 0 && !(band === 'remaining' && count('empty') > 0));
  const parts = bands.map((band) => words.review.bands[band](count(band)));
  if (count('billedCharacters') > 0) parts.push(words.review.billed(count('billedCharacters')));
  const usage = numbers['usage'] as { before: Usage | null; after: Usage | null } | null | undefined;
  if (usage?.before && usage.after && usage.after.used !== usage.before.used)
    parts.push(words.providers.used(usage.before.used, usage.after.used));
  const stop = numbers['stoppedBy'] as Said | null | undefined;
  const notices = (numbers['notices'] ?? []) as Said[];
  const said = notices.map((notice) => ` ${saidIn(notice, words)}`).join('');
  const end = `${said}${stop ? ` ${words.jobs.stopped} ${saidIn(stop, words)}` : ''}`;
  if (parts.length === 0) return `${words.review.nothingFilled}${end}`;
  const filled = bands.some((band) => band !== 'empty' && band !== 'remaining');
  return `${words.frame.told(filled ? words.review.filled : words.review.unfilled, parts.join(', '))}.${end}`;
}

interface Said {
  code: string;
  message: string;
}

function saidIn(said: Said, words: Words): string {
  return words.providers.stops[said.code] ?? wordsOf(said, words);
}
