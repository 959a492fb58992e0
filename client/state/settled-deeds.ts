// What one does with what a desk settles. Each answers what stands now, or null once a failure was shown.
import type { HouseStyle } from '../../server/checks/house-style.ts';
import * as settled from '../api/settled.ts';
import type { Term } from '../api/shapes.ts';
import type { Tools } from './tools.ts';

export interface SettledDeeds {
  loadStyle(): Promise<HouseStyle | null>;
  saveStyle(style: HouseStyle): Promise<HouseStyle | null>;
  takeStyle(file: File): Promise<HouseStyle | null>;
  loadDeskWords(): Promise<settled.DeskWord[] | null>;
  addDeskWord(word: string, language: string | null): Promise<settled.DeskWord[] | null>;
  dropDeskWord(word: settled.DeskWord): Promise<settled.DeskWord[] | null>;
  loadTerms(): Promise<Term[] | null>;
  saveTerm(term: settled.NewTerm): Promise<Term[] | null>;
  dropTerm(term: Term): Promise<Term[] | null>;
  takeTerms(file: File): Promise<settled.TermsTaken | null>;
  suggestTerms(from: string, to: string): Promise<settled.TermSuggestion[] | null>;
  knownTerms(from: string, to: string): Promise<settled.KnownWord[] | null>;
}

/** The deeds of the pages of settings and of terms. */
export function settledDeeds({ got, note, words }: Tools): SettledDeeds {
  const deskWords = async () => got(await settled.words());
  const terms = async () => got(await settled.allTerms());
  return {
    loadStyle: async () => got(await settled.style()),
    saveStyle: async (style) => {
      const kept = got(await settled.setStyle(style));
      if (kept) note(words().settings.kept);
      return kept;
    },
    takeStyle: async (file) => {
      const taken = got(await settled.takeStyle(file));
      if (taken) note(words().settings.taken(taken.words));
      return taken?.style ?? null;
    },
    loadDeskWords: deskWords,
    addDeskWord: async (word, language) => {
      const added = got(await settled.addWord(word, language));
      if (added) note(words().settings.wordKept(word));
      return added && deskWords();
    },
    dropDeskWord: async ({ word, language }) => {
      const dropped = got(await settled.dropWord(word, language));
      if (dropped) note(words().settings.wordGone(word));
      return dropped && deskWords();
    },
    loadTerms: terms,
    saveTerm: async (term) => {
      const kept = got(await settled.putTerm(term));
      if (kept) note(words().termsPage.kept(term.source));
      return kept && terms();
    },
    dropTerm: async ({ id, source }) => {
      if (!got(await settled.dropTerm(id))) return null;
      note(words().termsPage.gone(source));
      return terms();
    },
    takeTerms: async (file) => {
      const taken = got(await settled.takeTerms(file));
      if (taken) note(words().termsPage.taken(taken.added, taken.updated, taken.refusals.length));
      return taken;
    },
    suggestTerms: async (from, to) => got(await settled.suggestedTerms(from, to)),
    knownTerms: async (from, to) => got(await settled.knownTerms(from, to)),
  };
}
