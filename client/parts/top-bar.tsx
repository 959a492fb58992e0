// The head of every page: where one can go, in which language and light, and who one is.
import { useDeeds } from '../state/deeds.tsx';
import type { Place } from '../state/place.ts';
import type { Theme } from '../state/state.ts';
import { useSelect, useStore } from '../state/store.tsx';
import { type Tongue, useWords } from '../words/words.tsx';
import { Link } from './link.tsx';
import { Menu } from './menu.tsx';

/** The pages that a newsroom works on every day, in the order of their use. */
const DAILY: readonly NamedPlace[] = [{ page: 'desk' }, { page: 'memory', q: '' }, { page: 'alignments' }];
/** What is set once, or looked up: behind one button. */
const FURTHER: readonly NamedPlace[] = [
  { page: 'terms' },
  { page: 'settings' },
  { page: 'providers' },
  { page: 'keys' },
  { page: 'checks' },
];

type NamedPlace = Exclude<Place, { page: 'article' | 'alignment' | 'nowhere' }>;

/** The bar at the top. */
export function TopBar() {
  const words = useWords();
  const here = useSelect((state) => state.place.page);
  const page = here === 'alignment' ? 'alignments' : here;
  const links = (places: readonly NamedPlace[]) =>
    places.map((place) => (
      <Link key={place.page} to={place} current={page === place.page}>
        {words.nav[place.page]}
      </Link>
    ));
  return (
    <header className="top-bar">
      <Link to={{ page: 'desk' }} className="wordmark">
        Bitexte
      </Link>
      <nav aria-label={words.nav.main}>
        {links(DAILY)}
        <Menu key={page} id="further" label={words.nav.further} current={FURTHER.some((place) => place.page === page)}>
          {links(FURTHER)}
        </Menu>
      </nav>
      <div className="choices">
        <Me />
        <ThemeChoice />
        <TongueChoice />
      </div>
    </header>
  );
}

function Me() {
  const words = useWords();
  const store = useStore();
  const me = useSelect((state) => state.me);
  if (!me) return null;
  return (
    <button
      type="button"
      className="bare me"
      title={words.frame.changeName}
      onClick={() => store.dispatch({ type: 'dialog', dialog: { kind: 'who' } })}
    >
      <span className="unseen">{words.frame.changeName} </span>
      {me}
    </button>
  );
}

const NEXT_THEME: Record<Theme, Theme> = { auto: 'light', light: 'dark', dark: 'auto' };
const THEME_FORMS: Record<Theme, string> = { auto: '◐', light: '○', dark: '●' };

function ThemeChoice() {
  const words = useWords();
  const deeds = useDeeds();
  const theme = useSelect((state) => state.theme);
  const label = words.frame.told(words.frame.theme, words.frame.themes[theme]);
  return (
    <button
      type="button"
      className="bare theme"
      aria-label={label}
      title={label}
      onClick={() => deeds.theme(NEXT_THEME[theme])}
    >
      <span aria-hidden="true">{THEME_FORMS[theme]}</span>
    </button>
  );
}

const TONGUES: { tongue: Tongue; name: string }[] = [
  { tongue: 'fr', name: 'Français' },
  { tongue: 'en', name: 'English' },
];

function TongueChoice() {
  const words = useWords();
  const deeds = useDeeds();
  const now = useSelect((state) => state.tongue);
  return (
    <fieldset className="tongues">
      <legend className="unseen">{words.frame.language}</legend>
      {TONGUES.map(({ tongue, name }) => (
        <button
          key={tongue}
          type="button"
          className="bare"
          lang={tongue}
          aria-pressed={tongue === now}
          title={name}
          onClick={() => deeds.tongue(tongue)}
        >
          <span aria-hidden="true">{tongue.toUpperCase()}</span>
          <span className="unseen">{name}</span>
        </button>
      ))}
    </fieldset>
  );
}
