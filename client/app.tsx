// The frame around every page, and which page it is.
import { useEffect } from 'react';
import { keepFocus } from './keys/kept-focus.ts';
import { useKeys } from './keys/listen.ts';
import { Palette } from './keys/palette.tsx';
import { BringDialog } from './pages/bring.tsx';
import { ClashDialog } from './pages/clash.tsx';
import { DeskPage } from './pages/desk.tsx';
import { FillDialog } from './pages/fill.tsx';
import { AlignmentPage, MemoryPage, PLAIN } from './pages/pages.tsx';
import { ReasonDialog } from './pages/reason.tsx';
import { ReviewPage } from './pages/review.tsx';
import { SplitDialog } from './pages/split.tsx';
import { WhoDialog } from './pages/who.tsx';
import { LineState, Notices, Voice } from './parts/notices.tsx';
import { Nowhere } from './parts/nowhere.tsx';
import { TopBar } from './parts/top-bar.tsx';
import { useSelect } from './state/store.tsx';
import { CATALOGUES, useWords, WordsProvider } from './words/words.tsx';

/** The whole editor. */
export function App() {
  const tongue = useSelect((state) => state.tongue);
  const theme = useSelect((state) => state.theme);
  useKeys();
  useEffect(keepFocus, []);
  useEffect(() => {
    document.documentElement.lang = tongue;
    document.documentElement.dataset['theme'] = theme;
  }, [tongue, theme]);
  return (
    <WordsProvider value={CATALOGUES[tongue]}>
      <Skip />
      <TopBar />
      <LineState />
      <Page />
      <Palette />
      <Notices />
      <Voice />
      <OpenDialog />
    </WordsProvider>
  );
}

function Skip() {
  const words = useWords();
  return (
    <a className="skip" href="#text">
      {words.nav.skip}
    </a>
  );
}

function Page() {
  const words = useWords();
  const place = useSelect((state) => state.place);
  switch (place.page) {
    case 'desk':
      return <DeskPage />;
    case 'article':
      return <ReviewPage key={place.id} id={place.id} n={place.n} />;
    case 'alignment':
      return <AlignmentPage key={place.id} id={place.id} />;
    case 'memory':
      return <MemoryPage q={place.q} />;
    case 'nowhere':
      return <Nowhere what={words.frame.notFound} />;
    default: {
      const Plain = PLAIN[place.page];
      return <Plain />;
    }
  }
}

function OpenDialog() {
  const dialog = useSelect((state) => state.dialog);
  switch (dialog?.kind) {
    case 'who':
      return <WhoDialog />;
    case 'bring':
      return <BringDialog given={dialog} />;
    case 'reason':
      return <ReasonDialog about={dialog.about} segment={dialog.segment} />;
    case 'split':
      return <SplitDialog segment={dialog.segment} />;
    case 'fill':
      return <FillDialog plan={dialog.plan} />;
    case 'clash':
      return <ClashDialog />;
    default:
      return null;
  }
}
