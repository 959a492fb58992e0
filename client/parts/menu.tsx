// A button that opens a short list below itself; Esc, a press elsewhere, or leaving it closes it.
import { type ReactNode, useEffect, useRef, useState } from 'react';

interface MenuProps {
  id: string;
  label: string;
  /** True where one is at a place that the list leads to. */
  current?: boolean;
  children: ReactNode;
}

/** A disclosure: the list is ordinary links and buttons, walked through with Tab. */
export function Menu({ id, label, current = false, children }: MenuProps) {
  const [open, setOpen] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!open) return;
    place.current?.querySelector<HTMLElement>('.menu-list a, .menu-list button')?.focus();
    const elsewhere = (event: Event) => {
      if (!place.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', elsewhere);
    document.addEventListener('focusin', elsewhere);
    return () => {
      document.removeEventListener('pointerdown', elsewhere);
      document.removeEventListener('focusin', elsewhere);
    };
  }, [open]);
  useEffect(() => {
    const list = place.current;
    const escaped = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !list?.contains(document.activeElement)) return;
      setOpen(false);
      document.getElementById(id)?.focus();
    };
    list?.addEventListener('keydown', escaped);
    return () => list?.removeEventListener('keydown', escaped);
  }, [id]);
  return (
    <div className="menu" ref={place}>
      <button
        type="button"
        id={id}
        className={`quiet${current ? ' current' : ''}`}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {label} <span aria-hidden="true">▾</span>
      </button>
      {open && <div className="menu-list">{children}</div>}
    </div>
  );
}
