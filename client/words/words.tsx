// Which catalogue is spoken, and where the parts find it.
import { createContext, useContext } from 'react';
import { en, type Words } from './en.ts';
import { fr } from './fr.ts';

export type { Words } from './en.ts';

/** The languages that the editor speaks. */
export type Tongue = 'fr' | 'en';

export const CATALOGUES: Record<Tongue, Words> = { fr, en };

const Spoken = createContext<Words>(en);

/** Hands a catalogue to all parts below. */
export const WordsProvider = Spoken.Provider;

/** The catalogue that is spoken. */
export const useWords = (): Words => useContext(Spoken);

/** French where the browser asks for French before English, else English. */
export function tongueOf(languages: readonly string[]): Tongue {
  const first = languages.map((tag) => tag.slice(0, 2).toLowerCase()).find((tag) => tag === 'fr' || tag === 'en');
  return first === 'fr' ? 'fr' : 'en';
}
