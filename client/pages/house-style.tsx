// The house style of a desk as a form: every choice is kept at once.
import { useId, useState } from 'react';
import { type HouseStyle, type Manners, styleFor, USAGES } from '../../server/checks/house-style.ts';
import { PRESET, type Weight } from '../../server/checks/preset.ts';
import { FileField } from '../parts/file-field.tsx';
import { useDeeds } from '../state/deeds.tsx';
import { useSelect } from '../state/store.tsx';
import { useWords, type Words } from '../words/words.tsx';
import { useSettled } from './use-settled.ts';

const PROFILES = ['lax', 'default', 'strict'] as const;
const WEIGHTS = ['error', 'warning', 'note', 'off'] as const;

interface Choosing {
  style: HouseStyle;
  choose: (change: Partial<HouseStyle>) => void;
}

/** The section of the house style; it loads its own. */
export function HouseStyleForm() {
  const words = useWords().settings;
  const deeds = useDeeds();
  const heading = useId();
  const [style, standing] = useSettled(deeds.loadStyle);
  if (!style) return null;
  const choose = (change: Partial<HouseStyle>) => void standing(deeds.saveStyle({ ...style, ...change }));
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading}>{words.style}</h2>
      <ProfileChoice style={style} choose={choose} />
      <div className="import-form">
        <UsageChoice language="fr" label={words.french} chosen={style.french} choose={(french) => choose({ french })} />
        <UsageChoice
          language="en"
          label={words.english}
          chosen={style.english}
          choose={(english) => choose({ english })}
        />
      </div>
      <Severities style={style} choose={choose} />
      <Share take={(file) => void standing(deeds.takeStyle(file))} />
    </section>
  );
}

function ProfileChoice({ style, choose }: Choosing) {
  const words = useWords().settings;
  const name = useId();
  return (
    <fieldset className="choices-of-three">
      <legend>{words.profile}</legend>
      {PROFILES.map((profile) => (
        <label key={profile}>
          <input type="radio" name={name} checked={style.profile === profile} onChange={() => choose({ profile })} />{' '}
          {words.profiles[profile]}
        </label>
      ))}
    </fieldset>
  );
}

interface UsageChoiceProps {
  language: 'fr' | 'en';
  label: string;
  chosen: Manners | null;
  choose: (chosen: Manners | null) => void;
}

function UsageChoice({ language, label, chosen, choose }: UsageChoiceProps) {
  const words = useWords().settings;
  const tongue = useSelect((state) => state.tongue);
  const usages = (Object.keys(USAGES) as Manners[]).filter((id) => USAGES[id].language === language);
  return (
    <label className="field grow">
      <span>{label}</span>
      <select value={chosen ?? ''} onChange={(event) => choose((event.target.value || null) as Manners | null)}>
        <option value="">{words.nobody}</option>
        {usages.map((id) => (
          <option key={id} value={id}>
            {USAGES[id].about[tongue]}
          </option>
        ))}
      </select>
    </label>
  );
}

function Severities({ style, choose }: Choosing) {
  const words = useWords();
  const weigh = (name: string, weight: string) => {
    const { [name]: _, ...others } = style.weights;
    choose({ weights: weight === '' ? others : { ...others, [name]: weight as Weight } });
  };
  return (
    <details>
      <summary>{words.settings.severities}</summary>
      <p className="hint">{words.settings.severitiesHint}</p>
      <ul className="severities">
        {Object.keys(PRESET).map((name) => (
          <li key={name}>
            <label className="field">
              <span>{nameOf(name, words)}</span>
              <select value={style.weights[name] ?? ''} onChange={(event) => weigh(name, event.target.value)}>
                <option value="">{words.settings.asProfile(words.settings.weights[usual(name, style)])}</option>
                {WEIGHTS.map((weight) => (
                  <option key={weight} value={weight}>
                    {words.settings.weights[weight]}
                  </option>
                ))}
              </select>
            </label>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** What a check or rule weighs before the desk's own choice: the usage's weight, else the profile's. */
function usual(name: string, { profile, french, english, weights: _ }: HouseStyle): Weight {
  const without = { profile, french, english, weights: {} };
  const language = name.startsWith('typography-en') ? 'en' : 'fr';
  return styleFor(without, language).style[name] ?? PRESET[name]?.[profile] ?? 'off';
}

function nameOf(name: string, words: Words): string {
  const [check = '', rule] = name.split('/');
  const called = words.checks[check] ?? check;
  return rule === undefined ? called : words.settings.rule(called, words.rules[name] ?? rule);
}

function Share({ take }: { take: (file: File) => void }) {
  const words = useWords().settings;
  const [file, setFile] = useState<File | null>(null);
  return (
    <form
      className="import-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (file) take(file);
      }}
    >
      <a className="quiet" href="/api/style/export" download>
        {words.export}
      </a>
      <FileField label={words.file} file={file} onFile={setFile} accept=".json" />
      <button type="submit" className="quiet" disabled={!file}>
        {words.take}
      </button>
    </form>
  );
}
