// Pages whose code comes when somebody goes there, or before that when the browser has nothing else to do: what one writes
// in first is not kept waiting by what one may open next.
import { type ComponentType, Suspense, use } from 'react';
import { atRest } from '../state/rest.ts';
import { useWords } from '../words/words.tsx';

/** A page whose code comes later. */
export interface LaterPage<P extends object> {
  /** Shows the page at once where its code is here, else a quiet place for it until then. */
  Page: ComponentType<P>;
  /** Asks for the code, once. It never fails: a page that cannot be had says so in its own place. */
  bring(): Promise<unknown>;
}

/** A page by the way to its code. */
export function later<P extends object>(load: () => Promise<ComponentType<P>>): LaterPage<P> {
  let here: ComponentType<P> | null = null;
  let coming: Promise<ComponentType<P>> | null = null;
  const bring = () => {
    coming ??= load()
      .catch(() => NotHad)
      .then((page) => {
        here = page;
        return page;
      });
    return coming;
  };
  // Unlike React's lazy, which waits a moment even for what was brought: the focus would go to a place that is about to leave.
  const Known = (props: P) => {
    const Page = here ?? use(bring());
    return <Page {...props} />;
  };
  const Page = (props: P) => (
    <Suspense fallback={<Waiting />}>
      <Known {...props} />
    </Suspense>
  );
  return { Page, bring };
}

/** Brings pages one after the other, each while nobody types. */
export function bringAtRest([first, ...rest]: readonly Pick<LaterPage<object>, 'bring'>[]): void {
  if (first) atRest(() => void first.bring().then(() => bringAtRest(rest)));
}

/** The place of a page that is on its way. */
function Waiting() {
  const words = useWords();
  return (
    <main id="text" tabIndex={-1} className="page" aria-busy="true">
      <h1 className="unseen">{words.frame.loading}</h1>
    </main>
  );
}

/** The server is away, or was built anew since this page was opened. */
function NotHad() {
  const words = useWords();
  return (
    <main id="text" tabIndex={-1} className="page">
      <h1>{words.frame.notHad}</h1>
      <p>
        <button type="button" className="quiet" onClick={() => location.reload()}>
          {words.frame.retry}
        </button>
      </p>
    </main>
  );
}
