// The desk's terms: where the source has one, the target has one of its translations.
import { type Check, intoEnglish, intoFrench, type KnownTerm, type Said } from './check.ts';
import homographs from './homographs.json' with { type: 'json' };
import { type Occurrence, occurrences } from './inflection.ts';
import type { Side } from './side.ts';

export const term: Check = {
  id: 'term',
  about: {
    en: 'A term of the source without any of the desk’s translations in the target.',
    fr: 'Terme de la source dont la cible n’a aucune des traductions retenues.',
  },
  samples: [
    intoEnglish('Les ⟦semi-conducteurs⟧ manquent.', 'Transistors are in short supply.', {
      terms: [{ source: 'semi-conducteur', target: ['semiconductor'] }],
    }),
    intoEnglish('Les semi-conducteurs manquent.', 'Semiconductors are in short supply.', {
      terms: [{ source: 'semi-conducteur', target: ['semiconductor'] }],
    }),
    intoFrench('Ransomware hits hospitals.', 'Les rançongiciels frappent les hôpitaux.', {
      terms: [{ source: 'ransomware', target: ['rançongiciel', 'ransomware'] }],
    }),
    intoEnglish('Les journaux télévisés baissent.', 'TV news is losing ground.', {
      terms: [{ source: 'journal télévisé', target: ['TV news'] }],
    }),
    intoFrench('Cloud computing grows.', 'L’infonuagique progresse.', {
      terms: [
        { source: 'cloud', target: ['nuage'] },
        { source: 'cloud computing', target: ['infonuagique'] },
      ],
    }),
    intoFrench('An ash cloud drifts.', 'Un nuage de cendres dérive.', {
      terms: [{ source: 'cloud', target: ['cloud'] }],
    }),
    intoEnglish('Un forgeron a Gmail.', 'A blacksmith has Gmail.', { terms: [{ source: 'mail', target: ['email'] }] }),
  ],
  *run({ source, target, terms }) {
    for (const known of terms) {
      const places = occurrences(known.source, source).filter((place) => !isInLonger(place, known, terms, source));
      if (places.length === 0 || translationsOf(known).length === 0 || isHomograph(known, source)) continue;
      if (translationsOf(known).some((word) => occurrences(word, target).length > 0)) continue;
      // A forbidden word in its place is said by the check of forbidden words.
      if (known.forbidden?.some((word) => occurrences(word, target).length > 0)) continue;
      for (const { start, end } of places) yield { side: 'source', start, end, message: said(known) };
    }
  },
};

/** Inside a longer term: the cloud of « cloud computing » is not translated apart. */
function isInLonger({ start, end }: Occurrence, { source: words }: KnownTerm, terms: readonly KnownTerm[], side: Side) {
  return terms.some(
    ({ source }) =>
      source.length > words.length &&
      source.toLowerCase().includes(words.toLowerCase().slice(0, 4)) &&
      occurrences(source, side).some(
        (one) => one.start <= start && one.end >= end && one.end - one.start > end - start,
      ),
  );
}

/** All that may stand for a term: its targets, what it is called at first, and for short. */
function translationsOf({ target, gloss, short }: KnownTerm): string[] {
  return [...target, ...(gloss ? [gloss] : []), ...(short ? [short] : [])];
}

/** A cloud of ash is no cloud of servers: a word beside a term can show that another thing is meant. */
function isHomograph({ source }: KnownTerm, side: Side): boolean {
  const words = (homographs as Readonly<Record<string, readonly string[]>>)[source.toLowerCase()];
  return words !== undefined && side.words.some(({ low }) => words.includes(low.replace(/s$/, '')));
}

function said({ source, target }: KnownTerm): Said {
  const words = target.map((word) => `"${word}"`).join(' or ');
  const mots = target.map((word) => `«\u00a0${word}\u00a0»`).join(' ou ');
  return {
    en: `The desk translates "${source}" as ${words}: use it.`,
    fr: `La rédaction traduit «\u00a0${source}\u00a0» par ${mots}\u00a0: employez-le.`,
  };
}
