// Puts the editor on the page and lets it follow the server.
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { bringAtRest } from './pages/later.tsx';
import { LIGHT } from './pages/pages.tsx';
import { createDeeds, DeedsProvider } from './state/deeds.tsx';
import { KEPT } from './state/frame-deeds.ts';
import { follow } from './state/listening.ts';
import { placeOf } from './state/place.ts';
import { atRest, stir } from './state/rest.ts';
import { initialState, type Theme } from './state/state.ts';
import { createStore, StoreProvider } from './state/store.tsx';
import { createTools } from './state/tools.ts';
import { type Tongue, tongueOf } from './words/words.tsx';
import './style/base.css';
import './style/frame.css';
import './style/parts.css';
import './style/desk.css';
import './style/review.css';
import './style/settled.css';
import './style/side.css';
import './style/memory.css';
import './style/align.css';
import './style/providers.css';
import './style/touch.css';
import './style/media.css';

/** A choice kept in this browser, where it is one of those that can be made. */
function kept<T extends string>(name: string, choices: readonly T[]): T | null {
  try {
    return choices.find((choice) => choice === localStorage.getItem(name)) ?? null;
  } catch {
    return null;
  }
}

/** How long (ms) the page that was asked for has the line and the processor to itself. */
const SETTLED = 2500;
/** How long (ms) the tab goes without its picture: a browser that draws it keeps the first key waiting. */
const PICTURED = 1000;

const tongue = kept<Tongue>(KEPT.tongue, ['fr', 'en']) ?? tongueOf(navigator.languages);
const theme = kept<Theme>(KEPT.theme, ['auto', 'light', 'dark']) ?? 'auto';
const store = createStore(initialState(tongue, theme, placeOf(location)));
const tools = createTools(store);
const deeds = createDeeds(tools);
follow(tools, deeds);
const { place: first } = store.get();
if (first.page === 'article') deeds.askAhead(first.id);
void deeds.start();
window.addEventListener('keydown', stir, true);
window.addEventListener('pagehide', () => deeds.flush(true));
window.addEventListener('beforeunload', (event) => {
  // Only where the server is away can something be unsaved for longer than a moment.
  const { line, review } = store.get();
  if (line === 'lost' && Object.values(review?.typed ?? {}).some((typed) => typed.kept !== 'yes'))
    event.preventDefault();
});

const place = document.getElementById('editor');
if (!place) throw new Error('The page has no place for the editor.');
createRoot(place).render(
  <StrictMode>
    <StoreProvider value={store}>
      <DeedsProvider value={deeds}>
        <App />
      </DeedsProvider>
    </StoreProvider>
  </StrictMode>,
);
setTimeout(() => atRest(showIcon), PICTURED);
setTimeout(() => bringAtRest(LIGHT), SETTLED);

function showIcon(): void {
  const icon = document.querySelector<HTMLLinkElement>('link[rel=icon]');
  if (icon) Object.assign(icon, { type: 'image/svg+xml', href: '/icon.svg' });
}
