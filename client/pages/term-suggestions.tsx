// Terms that the memory or the program suggests; a person says which of them are any.
import { useState } from 'react';
import type { NewTerm } from '../api/settled.ts';
import { useDeeds } from '../state/deeds.tsx';
import { useWords } from '../words/words.tsx';
import { LanguageChoice } from './bring.tsx';

/** What may become a term; how often the memory says so, where it is the memory's. */
interface Offer {
  source: string;
  targets: string[];
  together?: number;
  sourceIn?: number;
}

/** The section of suggestions: nothing is looked for until one asks. */
export function TermSuggestions({ accept }: { accept: (term: NewTerm) => void }) {
  const words = useWords().termsPage;
  const deeds = useDeeds();
  const [from, setFrom] = useState('fr');
  const [to, setTo] = useState('en');
  const [found, setFound] = useState<readonly Offer[] | 'looking' | null>(null);
  const look = async (offers: Promise<readonly Offer[] | null>) => {
    setFound('looking');
    setFound(await offers);
  };
  const ofMemory = async () =>
    (await deeds.suggestTerms(from, to))?.map(({ target, ...said }) => ({ ...said, targets: [target] })) ?? null;
  const settle = (one: Offer) => {
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
          onClick={() => void look(ofMemory())}
        >
          {words.look}
        </button>
        <button
          type="button"
          className="quiet"
          disabled={found === 'looking' || from === to}
          onClick={() => void look(deeds.knownTerms(from, to))}
        >
          {words.known}
        </button>
      </div>
      <p role="status" className="soft">
        {found === 'looking' ? words.looking : found?.length === 0 ? words.nothing : ''}
      </p>
      {Array.isArray(found) && (
        <ul className="term-list">
          {found.map((one: Offer) => (
            <Suggestion
              key={`${one.source} ${one.targets[0]}`}
              offer={one}
              languages={{ from, to }}
              accept={() => {
                accept({ from, to, source: one.source, targets: one.targets, forbidden: [], note: null });
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
  offer: Offer;
  languages: { from: string; to: string };
  accept: () => void;
  decline: () => void;
}

function Suggestion({ offer, languages, accept, decline }: SuggestionProps) {
  const words = useWords().termsPage;
  const { source, targets, together, sourceIn } = offer;
  return (
    <li>
      <p>
        <strong lang={languages.from}>{source}</strong> <span lang={languages.to}>{targets.join(' | ')}</span>
      </p>
      {together !== undefined && sourceIn !== undefined && (
        <p className="soft figures">{words.together(together, sourceIn)}</p>
      )}
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
