// Addresses of pages and of mailboxes: exactly those of the source.

import { ADDRESSES, TAGS } from '../text/not-prose.ts';
import { type Check, type Fault, intoEnglish, intoFrench, type Said } from './check.ts';
import type { Side } from './side.ts';

interface Address {
  text: string;
  start: number;
  end: number;
}

/** A domain without a scheme, in small letters, under a common ending: "lemonde.fr/pixels", not "Node.js" or "ASP.NET". */
const BARE =
  /(?<![\p{L}\p{N}@/._-])(?:[a-z0-9-]+\.)+(?:com|org|net|fr|eu|io|ai|uk|de|ch|be|ca|info|gov|edu|dev|app)(?:\/[^\s<>"«»“”]*[^\s<>"«»“”.,;:!?)'’\]…])?(?![\p{L}\p{N}@])/gu;

/** A point between two letters, or an at-sign: no address goes without. */
const MAY_HOLD = /[\w-]\.[a-z]|@|:\/\//;

export const url: Check = {
  id: 'url',
  about: {
    en: 'Addresses that the target changes, loses or adds; the same site’s page in the other language will do.',
    fr: 'Adresses que la cible modifie, perd ou ajoute\u00a0; la page du même site dans l’autre langue convient.',
  },
  samples: [
    intoFrench('Go to https://example.com/a/b.', 'Rendez-vous sur ⟦https://exemple.com/a/b⟧.', {
      fixed: 'Rendez-vous sur https://example.com/a/b.',
    }),
    intoFrench('Go to https://example.com/a?b=1&c=2 now.', 'Allez sur ⟦https://example.com/a?b=1⟧.', {
      fixed: 'Allez sur https://example.com/a?b=1&c=2.',
    }),
    intoFrench('Write to press@ovhcloud.com.', 'Écrivez à ⟦presse@ovhcloud.com⟧.', {
      fixed: 'Écrivez à press@ovhcloud.com.',
    }),
    intoEnglish('Voir ⟦https://cnil.fr/plainte⟧ pour porter plainte.', 'See the site to complain.'),
    intoFrench('More on example.com/chips.', 'En savoir plus sur ⟦exemple.com/chips⟧.', {
      fixed: 'En savoir plus sur example.com/chips.',
    }),
    intoEnglish('Voir https://www.cnil.fr/fr/rgpd.', 'See https://www.cnil.fr/en/gdpr.'),
    intoEnglish('Écrire à presse@ovhcloud.com\u202f!', 'Write to presse@ovhcloud.com!'),
    intoFrench('It runs on Node.js.', 'Il tourne sous Node.js.'),
  ],
  *run({ source, target }) {
    yield* compare(addressesOf(source, ADDRESSES), addressesOf(target, ADDRESSES), true);
    // A bare domain may become the name of its site, so only one that was changed is a fault.
    yield* compare(addressesOf(source, BARE), addressesOf(target, BARE), false);
  },
};

function addressesOf(side: Side, pattern: RegExp): Address[] {
  if (!MAY_HOLD.test(side.text)) return [];
  const text = side.text.replace(TAGS, (found) => '\ufffc'.repeat(found.length));
  const all = [...text.matchAll(pattern)];
  return all.map((found) => ({ text: found[0], start: found.index, end: found.index + found[0].length }));
}

function* compare(source: readonly Address[], target: readonly Address[], whole: boolean): Generator<Fault> {
  const lost = beyond(source, target);
  const gained = beyond(target, source);
  if (!whole && (lost.length === 0 || gained.length === 0)) return;
  const meant = lost.length === 1 && gained.length === 1 ? lost[0]?.text : undefined;
  for (const { text, start, end } of gained) {
    if (lost.some((other) => isLocalised(other.text, text))) continue;
    yield { side: 'target', start, end, message: changed(text, meant), ...(meant ? { fix: meant } : {}) };
  }
  if (gained.length > 0) return;
  for (const { text, start, end } of lost) yield { side: 'source', start, end, message: missing(text) };
}

function beyond(addresses: readonly Address[], others: readonly Address[]): Address[] {
  const left = others.map(({ text }) => text);
  return addresses.filter(({ text }) => {
    const at = left.indexOf(text);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** The same host (or its sister: fr.example.org and en.example.org), each address naming its own language. */
function isLocalised(ours: string, theirs: string): boolean {
  const language = /(?:^|[/.?&=_-])(?:fr|en)(?:[-_](?:fr|us|gb|ca|be|ch))?(?=[/.?&=_-]|$)/i;
  const host = (text: string) => /^(?:\w+:\/\/)?(?:www\.|fr\.|en\.)?([^/?#]+)/.exec(text)?.[1];
  return host(ours) === host(theirs) && language.test(pathOf(ours)) && language.test(pathOf(theirs));
}

/** The address without the country of its host. */
function pathOf(text: string): string {
  return text.replace(/^(\w+:\/\/)?((?:www\.)?[^/?#]*?)\.[a-z]+(?=[/?#]|$)/i, '$1$2');
}

function changed(text: string, meant: string | undefined): Said {
  if (meant) return { en: `The source says ${meant}: copy it.`, fr: `La source dit ${meant}\u00a0: recopiez-le.` };
  return {
    en: `The source has no ${text}: check the address.`,
    fr: `La source n’a pas ${text}\u00a0: vérifiez l’adresse.`,
  };
}

function missing(text: string): Said {
  return {
    en: `${text} is missing in the target: put it back.`,
    fr: `${text} manque dans la cible\u00a0: remettez-la.`,
  };
}
