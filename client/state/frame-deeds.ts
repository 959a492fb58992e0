// What one does anywhere: go to a page, say who one is, change the language, take a step back.
import * as routes from '../api/routes.ts';
import { readFromTop } from '../keys/kept-focus.ts';
import type { Tongue } from '../words/words.tsx';
import { addressOf, type Place, placeOf } from './place.ts';
import type { Theme } from './state.ts';
import type { Tools } from './tools.ts';

export interface FrameDeeds {
  start(): Promise<void>;
  go(place: Place): void;
  /** Puts the place into the address bar without a step in the history. */
  address(place: Place): void;
  tongue(tongue: Tongue): void;
  theme(theme: Theme): void;
  /** Keeps the person's name. Answers whether that worked. */
  name(name: string): Promise<boolean>;
}

/** Where this browser keeps its choices. */
export const KEPT = { tongue: 'bitexte.tongue', theme: 'bitexte.theme' } as const;

/** The deeds of the frame. */
export function frameDeeds({ store, got }: Tools): FrameDeeds {
  const keep = (name: string, value: string) => {
    try {
      localStorage.setItem(name, value);
    } catch {
      // A browser that keeps nothing still works: the choice lasts as long as the page.
    }
  };
  /** Who reads by ear begins at the new page's title, not where the old page's link was; an article at the segment one works at. */
  const arrive = ({ page }: Place) => {
    if (page !== 'article') requestAnimationFrame(readFromTop);
  };
  let due: Place | null = null;
  const writeAddress = () => {
    if (due) history.replaceState(null, '', addressOf(due));
    due = null;
  };
  window.addEventListener('popstate', () => {
    due = null;
    const place = placeOf(location);
    store.dispatch({ type: 'place', place });
    arrive(place);
  });
  return {
    start: async () => {
      const [me, health] = await Promise.all([routes.me(), routes.health()]);
      if (health.ok) store.dispatch({ type: 'health', health: health.value });
      if (!me.ok) return void got(me);
      store.dispatch({ type: 'me', name: me.value.name });
      if (me.value.name === null) store.dispatch({ type: 'dialog', dialog: { kind: 'who' } });
    },
    go: (place) => {
      writeAddress();
      history.pushState(null, '', addressOf(place));
      store.dispatch({ type: 'place', place });
      if (place.page !== 'article') window.scrollTo(0, 0);
      arrive(place);
    },
    address: (place) => {
      // The browser takes its time over an address: what one waits for is drawn first.
      if (!due) setTimeout(writeAddress);
      due = place;
    },
    tongue: (tongue) => {
      keep(KEPT.tongue, tongue);
      store.dispatch({ type: 'tongue', tongue });
      document.documentElement.lang = tongue;
    },
    theme: (theme) => {
      keep(KEPT.theme, theme);
      store.dispatch({ type: 'theme', theme });
    },
    name: async (name) => {
      const me = got(await routes.setMe(name));
      if (!me) return false;
      store.dispatch({ type: 'me', name: me.name });
      store.dispatch({ type: 'dialog', dialog: null });
      return true;
    },
  };
}
