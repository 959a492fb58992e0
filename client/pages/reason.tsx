// Why a segment is rejected or left out: a few ready reasons, and one's own words.
import { useState } from 'react';
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
  const n = useSelect((state) => state.review?.segments.find((one) => one.id === segment)?.n ?? 0);
  const [reason, setReason] = useState('');
  const { review } = words;
  const rejects = about === 'reject';
  const close = () => store.dispatch({ type: 'dialog', dialog: null });
  return (
    <Dialog title={(rejects ? review.rejectTitle : review.omitTitle)(n)} className="small" onClose={close}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          close();
          void (rejects ? deeds.reject : deeds.omit)(segment, reason.trim());
        }}
      >
        <p className="hint">{rejects ? review.rejectHint : review.omitHint}</p>
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
