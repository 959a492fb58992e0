// Where a segment is cut: between two words, found with the arrow keys, both parts in view.
import { useState } from 'react';
import type { SegmentView } from '../api/shapes.ts';
import { Coded } from '../parts/coded.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { useDeeds } from '../state/deeds.tsx';
import { useSelect, useStore } from '../state/store.tsx';
import { useWords } from '../words/words.tsx';

/** Asks where to cut a segment; nothing where it has left the article meanwhile. */
export function SplitDialog({ segment: id }: { segment: number }) {
  const segment = useSelect((state) => state.review?.segments.find((one) => one.id === id));
  return segment ? <Cutting segment={segment} /> : null;
}

function Cutting({ segment }: { segment: SegmentView }) {
  const words = useWords();
  const store = useStore();
  const deeds = useDeeds();
  const lang = useSelect((state) => state.review?.article?.from);
  const { id, n, source, codes } = segment;
  const places = cutPlaces(source);
  const [chosen, setChosen] = useState(() => likelyPlace(source, places));
  const at = places[chosen];
  const close = () => store.dispatch({ type: 'dialog', dialog: null });
  return (
    <Dialog title={words.cut.splitTitle(n)} onClose={close}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (at !== undefined) void deeds.split(id, at);
        }}
      >
        {at === undefined ? (
          <p>{words.cut.whole}</p>
        ) : (
          <>
            <label className="field">
              <span>{words.cut.place}</span>
              <input
                type="range"
                min={0}
                max={places.length - 1}
                value={chosen}
                aria-valuetext={source.slice(at, at + 40)}
                onChange={(event) => setChosen(Number(event.target.value))}
              />
              <small>{words.cut.splitHint}</small>
            </label>
            <div className="two-texts">
              <section>
                <h3>{words.cut.first}</h3>
                <p className="reading" lang={lang}>
                  <Coded text={source.slice(0, at)} codes={codes} />
                </p>
              </section>
              <section>
                <h3>{words.cut.second}</h3>
                <p className="reading" lang={lang}>
                  <Coded text={source.slice(at)} codes={codes} />
                </p>
              </section>
            </div>
          </>
        )}
        <div className="dialog-acts">
          <button type="button" className="quiet" onClick={close}>
            {words.frame.cancel}
          </button>
          <button type="submit" className="main" disabled={at === undefined}>
            {words.cut.splitGo}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

/** Where a word begins behind a space, in UTF-16 offsets. */
function cutPlaces(source: string): number[] {
  return [...source.matchAll(/\s+(?=\S)/g)].map(({ index, 0: space }) => index + space.length).filter((at) => at > 0);
}

/** The first place behind a mark that ends or divides a sentence, else the middle. */
function likelyPlace(source: string, places: readonly number[]): number {
  const behindMark = places.findIndex((at) => /[.!?;:…]\s+$/u.test(source.slice(0, at)));
  return behindMark >= 0 ? behindMark : Math.floor(places.length / 2);
}
