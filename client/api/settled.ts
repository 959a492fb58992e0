// What a desk settles, asked of the server: house style, own words, terms, and what becomes of findings.
import type { HouseStyle } from '../../server/checks/house-style.ts';
import type { Finding, TermProperties } from '../../server/model.ts';
import type { Refusal } from '../../server/model-refusal.ts';
import { call } from './call.ts';
import type { Outcome, Term } from './shapes.ts';

/** A word that the desk takes for right; `language` null for a name. */
export interface DeskWord {
  word: string;
  language: string | null;
  by: string;
  at: string;
}

/** A term of a segment, with the places of its source where it stands. */
export interface TermInSource extends Term {
  places: [number, number][];
}

/** A term as it is written: all but what the server gives it. */
export interface NewTerm extends TermProperties {
  from: string;
  to: string;
  source: string;
  targets: string[];
  forbidden: string[];
  note: string | null;
}

export interface TermSuggestion {
  source: string;
  target: string;
  together: number;
  sourceIn: number;
}

/** A word of the trade that comes with the program, and what it may be called. */
export interface KnownWord {
  source: string;
  targets: string[];
}

/** A finding that somebody waved through; `finding` is the check, or `check/rule`. */
export interface Dismissal {
  segment: number;
  finding: string;
  words: string;
  target: string;
  why: string | null;
  by: string;
  at: string;
}

/** What the certain fixes make of a segment. */
export interface FixedSegment {
  segment: number;
  n: number;
  before: string;
  after: string;
  fixed: Finding[];
}

export interface UnknownWord {
  word: string;
  copied: boolean;
  places: { segment: number; n: number; side: 'source' | 'target'; start: number; end: number }[];
}

export interface TermsTaken {
  added: number;
  updated: number;
  unchanged: number;
  refusals: Refusal[];
}

export type Meant = Pick<Finding, 'check' | 'rule' | 'side' | 'start' | 'end'>;

const query = (values: Record<string, string | number>) =>
  new URLSearchParams(Object.entries(values).map(([name, value]) => [name, String(value)])).toString();

function send<T>(path: string, file: File): Promise<Outcome<T>> {
  const form = new FormData();
  form.append('file', file);
  return call<T>(path, { method: 'POST', form });
}

export const style = () => call<HouseStyle>('/style');
export const setStyle = (settled: HouseStyle) => call<HouseStyle>('/style', { method: 'PUT', body: settled });
export const takeStyle = (file: File) => send<{ style: HouseStyle; words: number }>('/style/import', file);

export const words = () => call<DeskWord[]>('/words');
export const addWord = (word: string, language: string | null) =>
  call<{ added: boolean }>('/words', { method: 'POST', body: { word, language } });
export const dropWord = (word: string, language: string | null) =>
  call<{ dropped: boolean }>('/words', { method: 'DELETE', body: { word, language } });
export const spelling = (word: string, language: string) => call<string[]>(`/spelling?${query({ word, language })}`);

export const allTerms = () => call<Term[]>('/terms');
export const putTerm = (term: NewTerm) => call<{ result: string }>('/terms', { method: 'PUT', body: term });
export const dropTerm = (id: number) => call<unknown>(`/terms/${id}`, { method: 'DELETE' });
export const takeTerms = (file: File) => send<TermsTaken>('/terms/import', file);
export const suggestedTerms = (from: string, to: string) =>
  call<TermSuggestion[]>(`/terms/suggestions?${query({ from, to })}`);

export const knownTerms = (from: string, to: string) => call<KnownWord[]>(`/terms/known?${query({ from, to })}`);

export const dismissals = (article: number) => call<Dismissal[]>(`/articles/${article}/dismissals`);
export const dismiss = (segment: number, meant: Meant, why: string | null) =>
  call<unknown>(`/segments/${segment}/dismissals`, { method: 'POST', body: { ...place(meant), why } });
export const recall = (segment: number, meant: Meant) =>
  call<unknown>(`/segments/${segment}/dismissals`, { method: 'DELETE', body: place(meant) });
/** The certain fixes of some checks; of all without any named. */
export const fixes = (article: number, checks: readonly string[]) =>
  call<FixedSegment[]>(`/articles/${article}/fixes${checks.length > 0 ? `?${query({ checks: checks.join() })}` : ''}`);
export const makeFixes = (article: number, checks: readonly string[], segments: readonly number[]) =>
  call<FixedSegment[]>(`/articles/${article}/fixes`, {
    method: 'POST',
    body: { segments, ...(checks.length > 0 ? { checks } : {}) },
  });
export const unknown = (article: number) => call<UnknownWord[]>(`/articles/${article}/unknown`);

function place({ check, rule, side, start, end }: Meant): Meant {
  return { check, ...(rule === undefined ? {} : { rule }), side, start, end };
}
