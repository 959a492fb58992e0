// The pages that are found by their name alone.
import { type ComponentType, lazy } from 'react';
import { AlignmentsPage } from '../align/list-page.tsx';
import { KeysPage } from '../manual/keys-page.tsx';
import type { PlainPage } from '../state/place.ts';
import { ProvidersPage } from './providers.tsx';
import { SettingsPage } from './settings.tsx';
import { TermsPage } from './terms.tsx';

/** Printed from the checks themselves, whose word lists no other page needs. */
const ChecksPage = lazy(async () => ({ default: (await import('../manual/checks-page.tsx')).ChecksPage }));

/** The part that shows each of them. */
export const PLAIN: Record<PlainPage, ComponentType> = {
  alignments: AlignmentsPage,
  keys: KeysPage,
  checks: ChecksPage,
  providers: ProvidersPage,
  terms: TermsPage,
  settings: SettingsPage,
};
