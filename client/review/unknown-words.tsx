// Names and tokens of the article that nobody knows: one question each, and one answer settles all their places.
import { useEffect, useState } from 'react';
import type { UnknownWord } from '../api/settled.ts';
import { useDeeds } from '../state/deeds.tsx';
import { useWords } from '../words/words.tsx';

/** The section; it asks when it is first shown. */
export function UnknownWords({ article }: { article: number }) {
  const { panel: words } = useWords();
  const deeds = useDeeds();
  const [unknown, setUnknown] = useState<readonly UnknownWord[]>([]);
  useEffect(() => {
    void deeds.findUnknown(article).then((found) => setUnknown(found ?? []));
  }, [deeds, article]);
  if (unknown.length === 0) return null;
  const settle = async (word: string) => {
    if (await deeds.settleWord(article, word)) setUnknown(unknown.filter((one) => one.word !== word));
  };
  return (
    <section>
      <h2>{words.unknown}</h2>
      <p className="soft">{words.unknownAbout}</p>
      <ul className="panel-list">
        {unknown.map(({ word, copied, places }) => (
          <li key={word} className="finding note">
            <strong>{word}</strong>
            <span className="soft">{copied ? words.copied(places.length) : words.notCopied}</span>
            {[...new Map(places.map(({ n, segment }) => [n, segment]))].map(([n, segment]) => (
              <button key={n} type="button" className="bare figures" onClick={() => deeds.activate(segment)}>
                <span className="unseen">{words.goTo} </span>
                {n}
              </button>
            ))}
            <button type="button" className="quiet" onClick={() => void settle(word)}>
              {words.right}
              <span className="unseen"> {word}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
