// Why a segment is rejected or left out: a few ready reasons, and one's own words.
import { useState } from 'react';
import { Coded } from '../parts/coded.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { useDeeds } from '../state/deeds.tsx';
import { useSelect, useStore } from '../state/store.tsx';
import { useWords } from '../words/words.tsx';

interface ReasonProps {
  about: 'reject' | 'omit';
  segment: number;
}

/** Asks for the reason and then decides. */
export function ReasonDialog({ about, segment }: ReasonProps) {
  const words = useWords();
  const store = useStore();
  const deeds = useDeeds();
  const standing = useSelect((state) => state.review?.segments.find((one) => one.id === segment));
  const lang = useSelect((state) => state.review?.article?.to ?? '');
  const typed = useSelect((state) => state.review?.typed[segment]?.text);
  const [seen] = useState([standing?.target, typed]);
  const [reason, setReason] = useState('');
  const n = standing?.n ?? 0;
  const { review } = words;
  const rejects = about === 'reject';
  const close = () => store.dispatch({ type: 'dialog', dialog: null });
  // It stays until it is done: a reason is not written twice.
  const decide = async () => {
    if (await (rejects ? deeds.reject : deeds.omit)(segment, reason.trim())) close();
  };
  return (
    <Dialog title={(rejects ? review.rejectTitle : review.omitTitle)(n)} className="small" onClose={close}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void decide();
        }}
      >
        <p className="hint">{rejects ? review.rejectHint : review.omitHint}</p>
        {standing && !seen.includes(standing.target) && (
          <div role="alert">
            <p className="hint">{words.failures['conflict']}</p>
            <p lang={lang} className="reading">
              <Coded text={standing.target} codes={standing.codes} />
            </p>
          </div>
        )}
        <div className="ready-reasons">
          {(rejects ? review.reasonsReject : review.reasonsOmit).map((ready) => (
            <button key={ready} type="button" className="quiet" onClick={() => setReason(ready)}>
              {ready}
            </button>
          ))}
        </div>
        <label className="field">
          <span>{review.reason}</span>
          <textarea value={reason} onChange={(event) => setReason(event.target.value)} required rows={2} />
        </label>
        <div className="dialog-acts">
          <button type="button" className="quiet" onClick={close}>
            {words.frame.cancel}
          </button>
          <button type="submit" className="main" disabled={reason.trim() === ''}>
            {rejects ? review.reject : review.omit}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
