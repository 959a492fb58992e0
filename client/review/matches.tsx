// What the memory offers, why it scores what it does, and how its source differs from this one.
import { NBSP } from '../../server/text/typography.ts';
import type { Match, SegmentView } from '../api/shapes.ts';
import { Coded } from '../parts/coded.tsx';
import { Difference } from '../parts/difference.tsx';
import { useDeeds } from '../state/deeds.tsx';
import { useSelectBetweenKeys } from '../state/store.tsx';
import { useWords, type Words } from '../words/words.tsx';

interface MatchesProps {
  segment: SegmentView;
  from: string;
  to: string;
}

/** The matches, best first, each to be taken by its number. */
export function Matches({ segment, from, to }: MatchesProps) {
  const words = useWords();
  const matches = useSelectBetweenKeys((state) => state.review?.sides[segment.id]?.matches ?? null);
  return (
    <section className="matches">
      <h2>{words.side.matches}</h2>
      {matches === null ? (
        <p className="soft">{words.frame.loading}</p>
      ) : matches.length === 0 ? (
        <p className="soft">{words.side.noMatches}</p>
      ) : (
        <ol>
          {matches.map((match, i) => (
            <MatchLine
              key={`${match.unit} ${match.target}`}
              match={match}
              number={i + 1}
              segment={segment}
              from={from}
              to={to}
            />
          ))}
        </ol>
      )}
      {matches !== null && matches.length < MOST_NUMBER && (
        <Parts segment={segment} to={to} first={matches.length + 1} />
      )}
    </section>
  );
}

/** What the keys reach. */
const MOST_NUMBER = 9;

/** The parts of the source that the memory knows: on demand, the draft made of them first, each to be taken by its number. */
function Parts({ segment, to, first }: { segment: SegmentView; to: string; first: number }) {
  const words = useWords();
  const deeds = useDeeds();
  const parts = useSelectBetweenKeys((state) => state.review?.sides[segment.id]?.parts ?? null);
  const take = (number: number, name: string) => (
    <button type="button" className="take" onClick={() => deeds.takeMatch(number)} aria-label={name} title={name}>
      <kbd>{number}</kbd>
    </button>
  );
  if (parts === null)
    return (
      <p className="match parts">
        {take(first, words.side.parts)}
        <span className="soft">{words.side.parts}</span>
      </p>
    );
  if (parts.fragments.length === 0) return <p className="soft">{words.side.noParts}</p>;
  return (
    <ol aria-label={words.side.parts}>
      <li className="match assembled">
        {take(first, words.side.insertDraft)}
        <div>
          <p className="match-score">{words.side.draft(words.f.percent(parts.covered))}</p>
          <p className="match-target" lang={to}>
            {parts.target}
          </p>
        </div>
      </li>
      {parts.fragments.slice(0, MOST_NUMBER - first).map((part, i) => (
        <li className="match assembled" key={part.start}>
          {take(first + 1 + i, words.side.insertPart(part.text))}
          <div>
            <p className="match-target" lang={to}>
              {part.target}
            </p>
            <p className="match-source">{part.text}</p>
          </div>
        </li>
      ))}
    </ol>
  );
}

function MatchLine({ match, number, segment, from, to }: MatchesProps & { match: Match; number: number }) {
  const words = useWords();
  const deeds = useDeeds();
  return (
    <li className={`match ${match.kind}`}>
      <button
        type="button"
        className="take"
        onClick={() => deeds.takeMatch(number)}
        aria-label={words.side.insert(number)}
        title={words.side.insert(number)}
      >
        <kbd>{number}</kbd>
      </button>
      <div>
        <p className="match-score">
          <strong className="figures">{words.side.score(match.score)}</strong> {words.side.kinds[match.kind]}
        </p>
        <p className="match-target" lang={to}>
          <Coded text={match.target} codes={segment.codes} />
        </p>
        {match.source !== segment.source && (
          <div className="match-source">
            <Difference from={match.source} to={segment.source} codes={segment.codes} lang={from} />
          </div>
        )}
        {match.reasons.length > 0 && <p className="match-reasons">{reasonsInWords(match, words)}</p>}
        <p className="match-who">
          {match.author} · {words.f.ago(match.at, Date.now())} · {words.memory.nameOf(match.memory)}
        </p>
      </div>
    </li>
  );
}

function reasonsInWords({ reasons }: Match, words: Words): string {
  const signed = (points: number) => (points > 0 ? ` +${points}` : points < 0 ? ` −${-points}` : '');
  return reasons
    .map(({ name, points, words: which }) => {
      const what = words.reasons[name] ?? name;
      return `${what}${signed(points)}${which ? ` (${which.replaceAll('|', `${NBSP}/ `)})` : ''}`;
    })
    .join(', ');
}
