// The pages whose code comes later than that of the desk and of an article.
import type { ComponentType } from 'react';
import type { PlainPage } from '../state/place.ts';
import { later } from './later.tsx';

const alignment = later(async () => (await import('../align/desk-page.tsx')).AlignmentPage);
const memory = later(async () => (await import('./memory.tsx')).MemoryPage);
const alignments = later(async () => (await import('../align/list-page.tsx')).AlignmentsPage);
const keys = later(async () => (await import('../manual/keys-page.tsx')).KeysPage);
/** Printed from the checks themselves, whose word lists no other page needs. */
const checks = later(async () => (await import('../manual/checks-page.tsx')).ChecksPage);
const providers = later(async () => (await import('./providers.tsx')).ProvidersPage);
const terms = later(async () => (await import('./terms.tsx')).TermsPage);
const settings = later(async () => (await import('./settings.tsx')).SettingsPage);

/** One published pair on the alignment desk. */
export const AlignmentPage = alignment.Page;

/** The memory, and what it knows of a text. */
export const MemoryPage = memory.Page;

/** The pages that are found by their name alone. */
export const PLAIN: Record<PlainPage, ComponentType> = {
  alignments: alignments.Page,
  keys: keys.Page,
  checks: checks.Page,
  providers: providers.Page,
  terms: terms.Page,
  settings: settings.Page,
};

/** Pages worth bringing before anybody asks: all but the one that carries the word lists of the checks. */
export const LIGHT = [memory, alignments, alignment, terms, settings, providers, keys];
