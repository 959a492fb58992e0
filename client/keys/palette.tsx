// What may follow Ctrl + M, shown while it is waited for: nobody has to know the keys by heart.
import { useSelect } from '../state/store.tsx';
import { useWords } from '../words/words.tsx';
import { AFTER_PREFIX } from './keymap.ts';
import { Press } from './press.tsx';

/** The list of keys after the prefix, as long as it is waited for. */
export function Palette() {
  const words = useWords();
  const chord = useSelect((state) => state.chord);
  const atArticle = useSelect((state) => state.place.page === 'article');
  return (
    <>
      {/* Who hears it is told where the list is to be had: thirty keys read out before each would be in the way. */}
      <p className="unseen" role="status">
        {chord && words.keys.nextKey}
      </p>
      <section className="palette" aria-label={words.keys.palette} hidden={!chord}>
        {chord && (
          <>
            <p>{words.keys.palette}</p>
            <ul>
              {AFTER_PREFIX.filter((one) => atArticle || one.where === 'everywhere').map(({ deed, press }) => (
                <li key={deed}>
                  <Press press={press} /> {words.keys.deeds[deed]}
                </li>
              ))}
            </ul>
          </>
        )}
      </section>
    </>
  );
}
