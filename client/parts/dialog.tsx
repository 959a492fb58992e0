// What lies over the page: a native modal dialog, so that focus stays inside and comes back, and Esc closes it.
import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { useWords } from '../words/words.tsx';

interface DialogProps {
  title: string;
  /** Closes it; without it, the dialog wants an answer and Esc does nothing. */
  onClose?: () => void;
  className?: string;
  children: ReactNode;
}

/** A dialog, open as long as it is rendered. */
export function Dialog({ title, onClose, className = '', children }: DialogProps) {
  const words = useWords();
  const place = useRef<HTMLDialogElement>(null);
  const heading = useId();
  // Before the element goes: only then does the browser give the focus back to where it was.
  useLayoutEffect(() => {
    const dialog = place.current;
    if (dialog && !dialog.open) dialog.showModal();
    // The first field, not the button that closes.
    dialog?.querySelector<HTMLElement>('input, textarea')?.focus();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={place}
      className={className}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        onClose?.();
      }}
    >
      <header>
        <h2 id={heading}>{title}</h2>
        {onClose && (
          <button type="button" className="bare close" onClick={onClose} aria-label={words.frame.close}>
            ×
          </button>
        )}
      </header>
      {children}
    </dialog>
  );
}
