// What pages and translation machines say of themselves, printed by mistake.
import phrases from './boilerplate.json' with { type: 'json' };
import { type Check, intoEnglish, intoFrench } from './check.ts';
import { anyOf } from './patterns.ts';
import { phraseIndex } from './phrase-index.ts';

interface Entry {
  phrases: readonly string[];
  /** All forms that may stand in a target, in either language; the entries are regular expressions. */
  any: RegExp;
  /** What says the same in a source, in other words. */
  unless: RegExp | null;
}

const candidates = phraseIndex<Entry>(
  (phrases as readonly { fr: string[]; en: string[]; unless?: string[] }[]).map(({ fr, en, unless }) => ({
    phrases: [...fr, ...en],
    any: anyOf([...fr, ...en]),
    unless: unless ? anyOf(unless) : null,
  })),
  (entry) => entry.phrases,
);

export const boilerplate: Check = {
  id: 'boilerplate',
  about: {
    en: 'Words of a page or of a translation machine that the source does not have.',
    fr: 'Mots d’une page ou d’une machine à traduire que la source n’a pas.',
  },
  samples: [
    intoFrench('The group has published its results.', 'Le groupe a publié ses résultats. ⟦Voir l’original⟧'),
    intoFrench('The chip is small.', '⟦Voici la traduction⟧\u00a0: La puce est petite.'),
    intoFrench('The law is passed.', 'La loi est adoptée. ⟦Traduit avec⟧ DeepL.com (⟦version gratuite⟧)'),
    intoEnglish('La loi est adoptée.', 'The law is passed. ⟦Read also⟧: Our full coverage'),
    intoFrench('“As an AI language model,” it said.', '«\u00a0En tant que modèle de langage\u00a0», dit-il.'),
    intoFrench('DeepL launched a new translator.', 'DeepL a lancé un nouveau traducteur.'),
    intoFrench('Read more', 'Lire la suite'),
    intoFrench('Join the newsletter.', 'Abonnez-vous à la newsletter.'),
    intoEnglish('YouTube va traduire les vidéos sans intervention.', 'Videos will be automatically translated.'),
  ],
  *run({ source, target }) {
    const isSaid = (words: RegExp | null) => words !== null && source.text.search(words) >= 0;
    const found = candidates(target)
      .filter(({ any, unless }) => target.text.search(any) >= 0 && !isSaid(any) && !isSaid(unless))
      .flatMap(({ any }) => [...target.text.matchAll(any)])
      .filter((words) => !isInSentence(words))
      .sort((a, b) => a.index - b.index);
    let at = 0;
    for (const { 0: words, index } of found) {
      if (index < at) continue;
      at = index + words.length;
      yield { side: 'target', start: index, end: at, message: SAID };
    }
  },
};

/** « pour lire également le flux »: what a link says, in small letters and in the middle of a sentence. */
function isInSentence({ input, index, 0: words }: RegExpExecArray): boolean {
  const link = /^(?:lire|voir|en savoir|read|see|learn|continue)\s/.test(words);
  return link && /\p{L}\s$/u.test(input.slice(Math.max(0, index - 2), index));
}

const SAID = {
  en: 'Words of a page or a machine, not of the source: take them out.',
  fr: 'Mots d’une page ou d’une machine, absents de la source\u00a0: supprimez-les.',
};
