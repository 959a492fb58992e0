// Where a translation came from, in a word or a score.
import type { SegmentView } from '../api/shapes.ts';
import { useWords, type Words } from '../words/words.tsx';

/** The origin beside a row; nothing for what was written by hand. */
export function OriginMark({ segment }: { segment: SegmentView }) {
  const words = useWords();
  const { origin, repeats, touched } = segment;
  const follows = repeats !== null && !touched;
  return (
    <p className="origin">
      {origin !== null && origin !== 'human' && (
        <span className={`from-${origin}`}>{originInWords(segment, words)}</span>
      )}
      {follows && (
        <span className="follows" title={words.review.repeats}>
          <span aria-hidden="true">↻</span>
          <span className="unseen">{words.review.repeats}</span>
        </span>
      )}
      {segment.copy && <span title={words.review.copy}>{words.review.copyMark}</span>}
    </p>
  );
}

/** An origin with its score or its service, such as « mémoire 97 % » or « machine · DeepL ». */
export function originInWords(
  { origin, provenance }: Pick<SegmentView, 'origin' | 'provenance'>,
  words: Words,
): string {
  if (origin === null) return '';
  const { score, provider } = provenance;
  const name = words.origins[origin];
  if (score !== undefined) return `${name} ${words.side.score(score)}`;
  return provider === undefined ? name : `${name} · ${words.providers.names[provider] ?? provider}`;
}
