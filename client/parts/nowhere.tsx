// A page that is not there, or not any more, and the way on.
import { useWords } from '../words/words.tsx';
import { Link } from './link.tsx';
import { useTitle } from './title.ts';

/** Says what is not there, and leads to the articles. */
export function Nowhere({ what }: { what: string }) {
  const words = useWords();
  useTitle(what);
  return (
    <main id="text" tabIndex={-1} className="page nowhere">
      <h1>{what}</h1>
      <p>
        <Link to={{ page: 'desk' }} className="quiet">
          {words.frame.toDesk}
        </Link>
      </p>
    </main>
  );
}
