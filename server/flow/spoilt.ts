// A machine that changed a word it was to leave alone: said of the segment for as long as the machine's text stands.
import type { Finding, Segment } from '../model.ts';

/** A finding of the check of names for each word that the machine changed (it was put back) or left out. */
export function spoiltFindings(segment: Segment, language: 'en' | 'fr'): Finding[] {
  const { provenance, origin, state } = segment;
  if (state !== 'suggested' || (origin !== 'machine' && origin !== 'propagated')) return [];
  return (provenance.spoilt ?? []).map(({ word, reply }) => {
    const side = reply !== null && segment.target.includes(word) ? 'target' : 'source';
    const start = Math.max(0, segment[side].indexOf(word));
    const message = (reply === null ? GONE : CHANGED)[language](word, reply ?? '');
    return { check: 'name', rule: 'kept', severity: 'warning', message, side, start, end: start + word.length };
  });
}

const CHANGED = {
  en: (word: string, reply: string) =>
    `The machine had "${reply}" here; "${word}", which stays as it is, was put back: read the sentence.`,
  fr: (word: string, reply: string) =>
    `La machine avait mis «\u00a0${reply}\u00a0» ici\u00a0; «\u00a0${word}\u00a0», qui reste tel quel, a été rétabli\u00a0: relisez la phrase.`,
};

const GONE = {
  en: (word: string) => `"${word}" stays as it is, and the machine left it out: put it back.`,
  fr: (word: string) => `«\u00a0${word}\u00a0» reste tel quel, et la machine l’a omis\u00a0: remettez-le.`,
};
