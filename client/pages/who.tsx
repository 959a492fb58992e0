// Who acts: a name, asked once.
import { useState } from 'react';
import { Dialog } from '../parts/dialog.tsx';
import { useDeeds } from '../state/deeds.tsx';
import { useSelect, useStore } from '../state/store.tsx';
import { useWords } from '../words/words.tsx';

/** Asks for the name; where one was given already, it may be closed without. */
export function WhoDialog() {
  const words = useWords();
  const store = useStore();
  const deeds = useDeeds();
  const me = useSelect((state) => state.me);
  const [name, setName] = useState(me ?? '');
  const close = () => store.dispatch({ type: 'dialog', dialog: null });
  return (
    <Dialog title={words.who.title} className="small" {...(me ? { onClose: close } : {})}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void deeds.name(name);
        }}
      >
        <p className="hint">{words.who.why}</p>
        <label className="field">
          <span>{words.who.label}</span>
          <input
            value={name}
            onChange={(event) => setName(event.target.value)}
            required
            maxLength={80}
            autoComplete="name"
          />
        </label>
        <div className="dialog-acts">
          <button type="submit" className="main" disabled={name.trim() === ''}>
            {words.who.keep}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
