// A save that came too late: both texts, their difference, and the choice. Closing it loses nothing: what was typed stays.
import { useState } from 'react';
import { Coded } from '../parts/coded.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Difference } from '../parts/difference.tsx';
import { useDeeds } from '../state/deeds.tsx';
import type { Clash } from '../state/state.ts';
import { useSelect, useStore } from '../state/store.tsx';
import { useWords } from '../words/words.tsx';

/** Shows the clash that is in the state. */
export function ClashDialog() {
  const clash = useSelect((state) => state.review?.clash ?? null);
  const lang = useSelect((state) => state.review?.article?.to ?? '');
  return clash && <Choice clash={clash} lang={lang} />;
}

function Choice({ clash, lang }: { clash: Clash; lang: string }) {
  const words = useWords();
  const store = useStore();
  const deeds = useDeeds();
  const [result, setResult] = useState(clash.mine);
  const { theirs, mine, by } = clash;
  const close = () => store.dispatch({ type: 'dialog', dialog: null });
  return (
    <Dialog title={words.conflict.title} className="wide" onClose={close}>
      <p className="hint">{words.conflict.text(by ?? words.conflict.someone)}</p>
      <div className="two-texts">
        <section>
          <h3>{words.conflict.theirs}</h3>
          <p lang={lang} className="reading">
            <Coded text={theirs.target} codes={theirs.codes} />
          </p>
        </section>
        <section>
          <h3>{words.conflict.mine}</h3>
          <p lang={lang} className="reading">
            <Coded text={mine} codes={theirs.codes} />
          </p>
        </section>
      </div>
      <h3>{words.conflict.difference}</h3>
      <Difference from={theirs.target} to={mine} codes={theirs.codes} lang={lang} />
      <label className="field">
        <span>{words.conflict.result}</span>
        <textarea lang={lang} className="reading" value={result} onChange={(event) => setResult(event.target.value)} />
      </label>
      <div className="dialog-acts">
        <button type="button" className="quiet" onClick={close}>
          {words.conflict.later}
        </button>
        <button type="button" className="quiet" onClick={() => void deeds.resolve(null)}>
          {words.conflict.takeTheirs}
        </button>
        <button type="button" className="main" onClick={() => void deeds.resolve(result)}>
          {result === mine ? words.conflict.keepMine : words.conflict.save}
        </button>
      </div>
    </Dialog>
  );
}
