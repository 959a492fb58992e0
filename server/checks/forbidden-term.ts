// Words that the desk has ruled out, of its own list or of a term whose source stands here.
import { type Check, intoEnglish, intoFrench } from './check.ts';
import { occurrences } from './inflection.ts';

export const forbiddenTerm: Check = {
  id: 'forbidden-term',
  about: {
    en: 'A word of the target that the desk has ruled out, in any of its forms.',
    fr: 'Mot de la cible que la rédaction a proscrit, sous toutes ses formes.',
  },
  samples: [
    intoFrench('Send an e-mail.', 'Envoyez un ⟦mail⟧.', {
      terms: [{ source: 'e-mail', target: ['courriel'], forbidden: ['mail'] }],
    }),
    intoEnglish('Elle crée une IA.', 'It builds ⟦an artificial intelligence⟧.', {
      forbidden: ['an artificial intelligence'],
    }),
    intoFrench('The firm fired its CEOs.', 'La firme a licencié ses ⟦CEOs⟧.', { forbidden: ['CEO'] }),
    intoFrench('Gmail is down.', 'Gmail est en panne.', { forbidden: ['mail'] }),
    intoFrench('The blacksmith app', 'L’application du forgeron', { forbidden: ['forge'] }),
  ],
  *run({ source, target, terms, forbidden }) {
    const ofTerms = terms.filter((known) => known.forbidden?.length && occurrences(known.source, source).length > 0);
    const words = new Map<string, readonly string[]>(forbidden.map((word) => [word, []]));
    for (const known of ofTerms) for (const word of known.forbidden ?? []) words.set(word, known.target);
    const seen = new Set<number>();
    for (const [word, instead] of words) {
      for (const { start, end } of occurrences(word, target)) {
        if (seen.has(start)) continue;
        seen.add(start);
        yield { side: 'target', start, end, message: said(word, instead) };
      }
    }
  },
};

function said(word: string, instead: readonly string[]) {
  const other = instead[0];
  return {
    en: `The desk does not write "${word}": ${other ? `write "${other}"` : 'choose another word'}.`,
    fr: `La rédaction n’écrit pas «\u00a0${word}\u00a0»\u00a0: ${other ? `écrivez «\u00a0${other}\u00a0»` : 'choisissez un autre mot'}.`,
  };
}
