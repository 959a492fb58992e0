// Machine translation: which services are set up, what went to them, and what their suggestions were worth.
import { useEffect, useState } from 'react';
import type { Account, ProviderFacts, ProvidersHere, Worth } from '../api/shapes.ts';
import { useTitle } from '../parts/title.ts';
import { WorthPicture } from '../parts/worth-picture.tsx';
import { useDeeds } from '../state/deeds.tsx';
import { wordsOf } from '../state/tools.ts';
import { useWords, type Words } from '../words/words.tsx';
import { Publish } from './publish.tsx';

/** The page of services. */
export function ProvidersPage() {
  const { providers: words } = useWords();
  const deeds = useDeeds();
  const here = useLoaded(deeds.loadProviders);
  const worth = useLoaded(deeds.loadWorth);
  useTitle(words.title);
  return (
    <main id="text" tabIndex={-1} className="page providers-page">
      <header className="page-head">
        <h1>{words.title}</h1>
      </header>
      <p className="lead">{words.about}</p>
      {here && <Services here={here} />}
      <section>
        <h2>{words.worth}</h2>
        {worth?.length === 0 && <p className="soft">{words.noWorth}</p>}
        {worth && worth.length > 0 && <WorthOfDesks rows={worth} />}
      </section>
    </main>
  );
}

/** What a deed loads, once it came. */
function useLoaded<T>(load: () => Promise<T | null>): T | null {
  const [loaded, setLoaded] = useState<T | null>(null);
  useEffect(() => {
    let here = true;
    void load().then((value) => here && setLoaded(value));
    return () => {
      here = false;
    };
  }, [load]);
  return loaded;
}

function Services({ here: { providers, budget } }: { here: ProvidersHere }) {
  const { providers: words } = useWords();
  return (
    <section>
      <h2>{words.services}</h2>
      {providers.length === 0 && <p className="soft">{words.none}</p>}
      <ul className="services">
        {providers.map((facts) => (
          <Service key={facts.id} facts={facts} />
        ))}
      </ul>
      {budget.month !== null && (
        <label className="budget">
          <span className="figures">{words.budget(budget.spent, budget.month)}</span>
          <progress value={Math.min(budget.spent, budget.month)} max={Math.max(1, budget.month)} />
        </label>
      )}
    </section>
  );
}

function Service({ facts }: { facts: ProviderFacts }) {
  const catalogue = useWords();
  const { providers: words } = catalogue;
  const deeds = useDeeds();
  const [account, setAccount] = useState<Account | null>(null);
  const name = words.names[facts.id] ?? facts.id;
  return (
    <li className="service">
      <h3>
        {name} <span className="soft">{words.roles[facts.chosen ? 'chosen' : facts.second ? 'second' : 'other']}</span>
      </h3>
      <p className="soft">
        {facts.leaves ? words.leaves : words.stays} <span className="figures">{words.spent(facts.spent)}</span>
      </p>
      {facts.warning && <p className="warning">{words.warnings[facts.warning]}</p>}
      <p className="service-ask">
        <button type="button" className="quiet" onClick={() => void deeds.askAccount(facts.id).then(setAccount)}>
          {words.ask(name)}
        </button>
        <span role="status" className="figures">
          {account && saidOf(account, catalogue)}
        </span>
      </p>
      {facts.publishes && <Publish service={facts.id} name={name} />}
    </li>
  );
}

function saidOf({ ok, detail, code, usage }: Account, words: Words): string {
  if (!ok) return wordsOf({ code: code ?? '', message: detail }, words);
  return usage ? words.providers.account(usage.used, usage.limit) : words.providers.answers;
}

/** The picture and the table, of one desk or of all. */
function WorthOfDesks({ rows }: { rows: readonly Worth[] }) {
  const { providers: words } = useWords();
  const [desk, setDesk] = useState('');
  const desks = [...new Set(rows.map((row) => row.desk))];
  const shown = rows.filter((row) => desk === '' || row.desk === desk);
  return (
    <>
      <p className="soft">{words.worthAbout}</p>
      {desks.length > 1 && (
        <label className="field">
          <span>{words.desk}</span>
          <select value={desk} onChange={(event) => setDesk(event.target.value)}>
            <option value="">{words.allDesks}</option>
            {desks.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </label>
      )}
      <WorthPicture rows={shown} />
    </>
  );
}
