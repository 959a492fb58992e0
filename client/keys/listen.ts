// Hears the keys and does what they say.
import { useEffect } from 'react';
import { NBSP, NNBSP } from '../../server/text/typography.ts';
import { type Deeds, useDeeds } from '../state/deeds.tsx';
import { activeOf } from '../state/review-deeds.ts';
import { type Store, useStore } from '../state/store.tsx';
import { missingCodes, placeCode } from './codes.ts';
import { activeField, fieldId, insert } from './insert.ts';
import { AFTER_PREFIX, AT_ONCE, type DeedName, deedOf, digitOf } from './keymap.ts';

/** Hears keys as long as the part that calls it is shown. A dialog has its own keys: nothing is heard above an open one. */
export function useKeys(): void {
  const store = useStore();
  const deeds = useDeeds();
  useEffect(() => {
    const heard = (event: KeyboardEvent) => {
      const inDialog = store.get().dialog !== null || (event.target as Element).closest('dialog') !== null;
      if (!event.isComposing && !inDialog) hear(event, store, deeds);
    };
    document.addEventListener('keydown', heard);
    return () => document.removeEventListener('keydown', heard);
  }, [store, deeds]);
}

const MODIFIERS = new Set(['Control', 'Shift', 'Alt', 'Meta', 'AltGraph']);

function hear(event: KeyboardEvent, store: Store, deeds: Deeds): void {
  if (MODIFIERS.has(event.key)) return;
  const { chord, place } = store.get();
  const atArticle = place.page === 'article';
  const deed = deedOf(event, chord ? AFTER_PREFIX : AT_ONCE, atArticle);
  if (chord) {
    // Whatever comes after the prefix ends it, and is not typed into the text.
    store.dispatch({ type: 'chord', chord: false });
    event.preventDefault();
  }
  if (!deed) return;
  // Esc clears a search too.
  if (deed !== 'leave') event.preventDefault();
  act(deed, digitOf(event) ?? 0, store, deeds);
}

function act(deed: DeedName, digit: number, store: Store, deeds: Deeds): void {
  const elsewhere = frameAct(deed, store, deeds);
  if (!elsewhere) articleAct(deed, digit, store, deeds);
}

function frameAct(deed: DeedName, store: Store, deeds: Deeds): boolean {
  const acts: Partial<Record<DeedName, () => unknown>> = {
    prefix: () => store.dispatch({ type: 'chord', chord: true }),
    leave: () => leave(store),
    undo: () => deeds.undoLast(),
    bring: () => store.dispatch({ type: 'dialog', dialog: { kind: 'bring', text: '', html: null, file: null } }),
    desk: () => deeds.go({ page: 'desk' }),
    memory: () => deeds.go({ page: 'memory', q: '' }),
    alignments: () => deeds.go({ page: 'alignments' }),
    keys: () => deeds.go({ page: 'keys' }),
    concordance: () => deeds.go({ page: 'memory', q: selection() }),
  };
  acts[deed]?.();
  return deed in acts;
}

function articleAct(deed: DeedName, digit: number, store: Store, deeds: Deeds): void {
  const active = store.get().review?.active ?? null;
  const reason = (about: 'reject' | 'omit') =>
    active !== null && store.dispatch({ type: 'dialog', dialog: { kind: 'reason', about, segment: active } });
  const acts: Partial<Record<DeedName, () => unknown>> = {
    confirm: () => deeds.confirm(),
    approve: () => deeds.approve(),
    next: () => deeds.step(1),
    previous: () => deeds.step(-1),
    open: () => deeds.nextOpen(),
    nbsp: () => type(NBSP),
    nnbsp: () => type(NNBSP),
    match: () => deeds.takeMatch(digit),
    code: () => nextCode(store),
    source: () => deeds.copySource(),
    finding: () => deeds.mendFirst(),
    findings: () => openPanel(),
    term: () => deeds.insertTerm(),
    reject: () => reason('reject'),
    omit: () => reason('omit'),
    withdraw: () => deeds.withdraw(),
    split: () => active !== null && store.dispatch({ type: 'dialog', dialog: { kind: 'split', segment: active } }),
    join: () => deeds.join(),
    versions: () => document.getElementById('versions')?.focus(),
    spaces: () => store.dispatch({ type: 'show-spaces' }),
    filter: () => document.getElementById('filter-text')?.focus(),
    fill: () => deeds.fill(),
    approveAll: () => deeds.approveAll(),
    export: () => document.getElementById('export')?.click(),
  };
  acts[deed]?.();
}

/** Opens the findings of the article, or goes back to them. */
function openPanel(): void {
  const summary = document.getElementById('findings-panel');
  const panel = summary?.closest('details');
  if (panel && !panel.open) summary?.click();
  summary?.focus();
}

function type(text: string): void {
  const field = activeField();
  if (field) insert(field, text);
}

function nextCode(store: Store): void {
  const segment = activeOf(store.get().review);
  const field = activeField();
  if (!segment || !field) return;
  const code = missingCodes(segment.source, field.value, segment.codes)[0];
  if (code) placeCode(field, code);
}

function selection(): string {
  const field = activeField();
  if (field) return field.value.slice(field.selectionStart, field.selectionEnd).trim();
  return (document.getSelection()?.toString() ?? '').trim();
}

/** Out of the text field, to the segment's own button, from where the page can be walked through; from its side, back. */
function leave(store: Store): void {
  const { review, chord } = store.get();
  if (chord || review?.active == null) return;
  if (activeField()) document.getElementById(`place-${review.active}`)?.focus();
  else if (document.activeElement?.closest('.side')) document.getElementById(fieldId(review.active))?.focus();
}
