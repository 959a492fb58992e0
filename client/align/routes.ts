// The requests of the alignment desk, by name.
import type { Alignment, JudgedBead } from '../../server/model-alignment.ts';
import type { Correction } from '../../server/text/align-corrections.ts';
import { call } from '../api/call.ts';
import type { Job, Outcome } from '../api/shapes.ts';

/** An alignment with its sentences and beads. */
export interface WholeAlignment extends Alignment {
  source: string[];
  target: string[];
  beads: JudgedBead[];
}

/** One side of a pair to be aligned: one of these. */
export type Side = { text: string } | { name: string; base64: string } | { url: string } | { article: number };

/** A pair to be aligned. */
export interface NewPair {
  from: string;
  to: string;
  source: Side;
  target: Side;
}

/** What a correction changed: `beads` stand in place of `removed` ones from `at` on. */
export interface Corrected {
  version: number;
  at: number;
  removed: number;
  beads: JudgedBead[];
}

interface Started {
  id: number;
  job: Job;
}

interface Remembered {
  added: number;
  unchanged: number;
  waiting: number;
}

const post = <T>(path: string, body: object = {}): Promise<Outcome<T>> =>
  call<T>(`/alignments${path}`, { method: 'POST', body });
const drop = <T>(path: string): Promise<Outcome<T>> => call<T>(`/alignments${path}`, { method: 'DELETE' });

export const list = () => call<Alignment[]>('/alignments');
export const whole = (id: number) => call<WholeAlignment>(`/alignments/${id}`);
export const begin = (pair: NewPair) => post<Started>('', pair);
export const align = (id: number) => post<Started>(`/${id}/align`);
export const correct = (id: number, version: number, correction: Correction) =>
  post<Corrected>(`/${id}/correct`, { version, ...correction });
export const realign = (id: number, version: number, stretch: { from: number; to: number; apart?: boolean }) =>
  post<Corrected>(`/${id}/realign`, { version, ...stretch });
export const remember = (id: number, version: number, above: number) =>
  post<Remembered>(`/${id}/remember`, { version, above });
export const forget = (id: number) => drop<unknown>(`/${id}/remember`);
export const remove = (id: number) => drop<unknown>(`/${id}`);
export const undelete = (id: number) => post<unknown>(`/${id}/undelete`);
