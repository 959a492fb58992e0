// The pages that are found by their name alone.
import type { ComponentType } from 'react';
import { AlignmentsPage } from '../align/list-page.tsx';
import { ChecksPage } from '../manual/checks-page.tsx';
import { KeysPage } from '../manual/keys-page.tsx';
import type { PlainPage } from '../state/place.ts';
import { ProvidersPage } from './providers.tsx';

/** The part that shows each of them. */
export const PLAIN: Record<PlainPage, ComponentType> = {
  alignments: AlignmentsPage,
  keys: KeysPage,
  checks: ChecksPage,
  providers: ProvidersPage,
};
