// The same source with another target, or two unlike sources with one target, among the pairs it is handed.
import { matchKey } from '../text/normalize.ts';
import { type Check, intoEnglish, intoFrench, type Said } from './check.ts';
import { Side } from './side.ts';

export const inconsistent: Check = {
  id: 'inconsistent',
  about: {
    en: 'A source that was translated otherwise elsewhere, and a target that elsewhere answers a contrary source.',
    fr: 'Source traduite autrement ailleurs, et cible qui répond ailleurs à une source contraire.',
  },
  samples: [
    intoFrench('Sign up', '⟦S’inscrire⟧', { memory: [{ source: 'Sign up', target: 'Créer un compte' }] }),
    intoEnglish('Le texte est adopté.', '⟦The bill is passed.⟧', {
      memory: [{ source: 'Le texte est rejeté.', target: 'The bill is passed.' }],
    }),
    intoEnglish('Mise à jour disponible', 'Update available', {
      memory: [{ source: 'Mise à jour disponible', target: 'Update available' }],
    }),
    intoEnglish('Vraiment\u202f?', 'Really?', { memory: [{ source: 'Vraiment ?', target: 'Really?' }] }),
    intoEnglish('En savoir plus', 'Read more', { memory: [{ source: 'Lire la suite', target: 'Read more' }] }),
    intoEnglish('Page 12 de la revue', 'Page 12 of the review', {
      memory: [{ source: 'Page 13 de la revue', target: 'Page 12 of the review' }],
    }),
  ],
  *run({ source, target, memory }) {
    if (memory.length === 0 || target.text.trim() === '') return;
    const [sourceKey, targetKey] = [loose(source.text), loose(target.text)];
    const same = memory.filter((other) => loose(other.source) === sourceKey);
    const span = { side: 'target', start: 0, end: target.text.length } as const;
    const elsewhere = same[0]?.target;
    if (elsewhere !== undefined) {
      if (same.some((other) => loose(other.target) === targetKey)) return;
      yield { ...span, message: otherwise(elsewhere) };
      return;
    }
    const contrary = memory.find((other) => loose(other.target) === targetKey && isContrary(source, other.source));
    if (contrary) yield { ...span, rule: 'same-target', message: shared(contrary.source) };
  },
};

/** Case and the mark at the end do not make another label. */
function loose(text: string): string {
  return matchKey(text)
    .toLowerCase()
    .replace(/[.!…\s]+$/, '');
}

/** Sentences of three words or more that differ in one or two of them, numbers apart: not two wordings, two statements. */
function isContrary(source: Side, text: string): boolean {
  const other = new Side(text, [], source.tag).words;
  const ours = source.words;
  if (ours.length < 3 || other.length !== ours.length) return false;
  const unlike = ours.filter(({ low }, i) => low !== other[i]?.low);
  return (
    unlike.length > 0 &&
    unlike.length <= 2 &&
    unlike.length * 2 < ours.length &&
    unlike.some(({ text: word }) => !/\d/.test(word))
  );
}

function otherwise(elsewhere: string): Said {
  return {
    en: `Elsewhere this source is "${elsewhere}": choose one.`,
    fr: `Ailleurs, cette source donne «\u00a0${elsewhere}\u00a0»\u00a0: choisissez.`,
  };
}

function shared(source: string): Said {
  return {
    en: `Elsewhere this target answers "${source}": see which is right.`,
    fr: `Ailleurs, cette cible répond à «\u00a0${source}\u00a0»\u00a0: voyez laquelle est juste.`,
  };
}
