// Terms that the memory suggests; a person says which of them are any.
import { useState } from 'react';
import type { NewTerm, TermSuggestion } from '../api/settled.ts';
import { useDeeds } from '../state/deeds.tsx';
import { useWords } from '../words/words.tsx';
import { LanguageChoice } from './bring.tsx';

/** The section of suggestions: nothing is looked for until one asks. */
export function TermSuggestions({ accept }: { accept: (term: NewTerm) => void }) {
  const words = useWords().termsPage;
  const deeds = useDeeds();
  const [from, setFrom] = useState('fr');
  const [to, setTo] = useState('en');
  const [found, setFound] = useState<readonly TermSuggestion[] | 'looking' | null>(null);
  const look = async () => {
    setFound('looking');
    setFound(await deeds.suggestTerms(from, to));
  };
  const settle = (one: TermSuggestion) => {
    if (Array.isArray(found)) setFound(found.filter((other) => other !== one));
  };
  return (
    <section className="import">
      <h2>{words.suggestions}</h2>
      <p className="soft">{words.suggestionsAbout}</p>
      <div className="import-form">
        <LanguageChoice label={words.from} value={from} onChange={setFrom} />
        <LanguageChoice label={words.to} value={to} onChange={setTo} />
        <button
          type="button"
          className="quiet"
          disabled={found === 'looking' || from === to}
          onClick={() => void look()}
        >
          {words.look}
        </button>
      </div>
      <p role="status" className="soft">
        {found === 'looking' ? words.looking : found?.length === 0 ? words.nothing : ''}
      </p>
      {Array.isArray(found) && (
        <ul className="term-list">
          {found.map((one: TermSuggestion) => (
            <Suggestion
              key={`${one.source} ${one.target}`}
              suggestion={one}
              languages={{ from, to }}
              accept={() => {
                accept({ from, to, source: one.source, targets: [one.target], forbidden: [], note: null });
                settle(one);
              }}
              decline={() => settle(one)}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

interface SuggestionProps {
  suggestion: TermSuggestion;
  languages: { from: string; to: string };
  accept: () => void;
  decline: () => void;
}

function Suggestion({ suggestion, languages, accept, decline }: SuggestionProps) {
  const words = useWords().termsPage;
  const { source, target, together, sourceIn } = suggestion;
  return (
    <li>
      <p>
        <strong lang={languages.from}>{source}</strong> <span lang={languages.to}>{target}</span>
      </p>
      <p className="soft figures">{words.together(together, sourceIn)}</p>
      <p>
        <button type="button" className="bare" onClick={accept}>
          {words.accept}
          <span className="unseen"> {source}</span>
        </button>
        <button type="button" className="bare" onClick={decline}>
          {words.decline}
          <span className="unseen"> {source}</span>
        </button>
      </p>
    </li>
  );
}
