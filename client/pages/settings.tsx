// What a desk settles once: its house style, its own words, where sentences end.
import { type FormEvent, useId, useState } from 'react';
import { useTitle } from '../parts/title.ts';
import { useDeeds } from '../state/deeds.tsx';
import { useWords } from '../words/words.tsx';
import { HouseStyleForm } from './house-style.tsx';
import { PenaltiesForm } from './penalties.tsx';
import { SegmentationRules } from './segmentation-rules.tsx';
import { useSettled } from './use-settled.ts';

/** The page of settings: sections that each load their own. */
export function SettingsPage() {
  const words = useWords().settings;
  useTitle(words.title);
  return (
    <main id="text" tabIndex={-1} className="page settings">
      <header className="page-head">
        <h1>{words.title}</h1>
      </header>
      <p className="lead">{words.about}</p>
      <HouseStyleForm />
      <DeskWords />
      <PenaltiesForm />
      <SegmentationRules />
    </main>
  );
}

function DeskWords() {
  const { settings: words, f } = useWords();
  const deeds = useDeeds();
  const heading = useId();
  const [known, standing] = useSettled(deeds.loadDeskWords);
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading}>{words.words}</h2>
      <p className="soft">{words.wordsAbout}</p>
      <WordForm add={(word, language) => void standing(deeds.addDeskWord(word, language))} />
      {known?.length === 0 && <p className="soft">{words.noWords}</p>}
      <ul className="desk-words">
        {(known ?? []).map((one) => (
          <li key={`${one.language} ${one.word}`}>
            <span lang={one.language ?? undefined}>{one.word}</span>{' '}
            <span className="soft">
              {one.language === null ? words.everywhere : f.language(one.language)} · {one.by}
            </span>
            <button type="button" className="bare" onClick={() => void standing(deeds.dropDeskWord(one))}>
              {words.drop}
              <span className="unseen"> {one.word}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function WordForm({ add }: { add: (word: string, language: string | null) => void }) {
  const { settings: words, f } = useWords();
  const [word, setWord] = useState('');
  const [language, setLanguage] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add(word.trim(), language || null);
    setWord('');
  };
  return (
    <form className="import-form" onSubmit={submit}>
      <label className="field">
        <span>{words.word}</span>
        <input value={word} spellCheck={false} maxLength={200} onChange={(event) => setWord(event.target.value)} />
      </label>
      <label className="field">
        <span>{words.language}</span>
        <select value={language} onChange={(event) => setLanguage(event.target.value)}>
          <option value="">{words.everywhere}</option>
          <option value="fr">{f.language('fr')}</option>
          <option value="en">{f.language('en')}</option>
        </select>
      </label>
      <button type="submit" className="quiet" disabled={word.trim() === ''}>
        {words.add}
      </button>
    </form>
  );
}
