// Acronyms that have another form in the other language: IA and AI, UE and EU.
import pairs from './acronyms.json' with { type: 'json' };
import { type Check, type Fault, intoEnglish, intoFrench, type Pair } from './check.ts';
import { anyOf } from './patterns.ts';
import { isQuotedVerbatim } from './quotations.ts';
import type { Side, Word } from './side.ts';

interface Acronym {
  fr: string;
  en: string;
  /** The words it stands for, where these alone may call for it. */
  long?: { fr: string; en: string };
  /** Words of the source beside which the same letters mean another thing: the ICC profile of a picture. */
  unless?: string[];
}

const acronyms: readonly Acronym[] = pairs;
const byForm = {
  fr: new Map(acronyms.map((one) => [one.fr, one])),
  en: new Map(acronyms.map((one) => [one.en, one])),
};
const longForms = new Map(
  acronyms.flatMap(({ fr, long }) => (long ? [[fr, { fr: anyOf([long.fr]), en: anyOf([long.en]) }] as const] : [])),
);

const others = new Map(acronyms.flatMap(({ fr, unless }) => (unless ? [[fr, anyOf(unless)] as const] : [])));

export const acronym: Check = {
  id: 'acronym',
  about: {
    en: 'An acronym left in the form of the other language; names (Mistral AI, the AI Act) are spared.',
    fr: 'Sigle laissé sous la forme de l’autre langue\u00a0; les noms (Mistral AI, l’AI Act) sont épargnés.',
  },
  samples: [
    intoEnglish('L’IA générative inquiète.', 'Generative ⟦IA⟧ is a concern.', {
      fixed: 'Generative AI is a concern.',
    }),
    intoFrench('The EU adopts the AI rules.', 'L’⟦EU⟧ adopte les règles sur l’IA.', {
      fixed: 'L’UE adopte les règles sur l’IA.',
    }),
    intoEnglish('Les FAI protestent.', '⟦FAIs⟧ are protesting.', { fixed: 'ISPs are protesting.' }),
    intoEnglish('L’intelligence artificielle inquiète.', '⟦IA⟧ is a concern.', { fixed: 'AI is a concern.' }),
    intoFrench('GDP grew.', 'Le ⟦GDP⟧ a progressé.', { fixed: 'Le PIB a progressé.' }),
    intoFrench('Mistral AI and OpenAI hire.', 'Mistral AI et OpenAI recrutent.'),
    intoFrench('The AI Act is in force.', 'L’AI Act est en vigueur.'),
    intoEnglish('La CNIL et l’Arcom enquêtent.', 'The CNIL and Arcom are investigating.'),
    intoEnglish('Le PDG a signé.', 'The CEO has signed.'),
    intoFrench('The picture has an ICC profile.', 'L’image a un profil ICC.'),
  ],
  *run(pair) {
    const { source, target } = pair;
    if (!isBetween(source.language, target.language) || !/\p{Ll}/u.test(target.prose)) return;
    const wrong = byForm[source.language as 'fr' | 'en'];
    for (const [i, word] of target.words.entries()) {
      const [form, plural] = formOf(word.text, wrong);
      const known = form === null ? undefined : wrong.get(form);
      if (!known || known.fr === known.en || !isMeant(known, pair)) continue;
      if (isName(i, known, pair) || isQuotedVerbatim(word.start, word.end, target.prose, source.prose)) continue;
      yield faultOf(word, known, plural, pair);
    }
  },
};

function isBetween(from: string, to: string): boolean {
  return (from === 'fr' && to === 'en') || (from === 'en' && to === 'fr');
}

function formOf(text: string, known: ReadonlyMap<string, Acronym>): [string | null, boolean] {
  if (!/^\p{Lu}/u.test(text)) return [null, false];
  if (known.has(text)) return [text, false];
  const single = text.replace(/['\u2019]?s$/, '');
  return single !== text && known.has(single) ? [single, true] : [null, false];
}

/** Whether the source speaks of it, in either form or in words. "UN", « EU » and "WHO" are words in capitals as well. */
function isMeant({ fr, en }: Acronym, { source }: Pair): boolean {
  const other = others.get(fr);
  if (other && source.prose.search(other) >= 0) return false;
  const stands = source.words.some(({ text }) => [fr, en, `${fr}s`, `${en}s`].includes(text));
  if (stands) return true;
  const long = longForms.get(fr)?.[source.language as 'fr' | 'en'];
  return long !== undefined && source.text.search(long) >= 0;
}

/** Beside a word with a capital that the source has beside it as well: a name, « Mistral AI », whose change is the check of names'. */
function isName(i: number, { fr, en }: Acronym, { source, target }: Pair): boolean {
  const word = target.words[i] as Word;
  return [-1, 1].some((step) => {
    const neighbour = target.words[i + step];
    if (!neighbour || !/^\p{Lu}/u.test(neighbour.text) || !touches(target, word, neighbour)) return false;
    return source.words.some(
      ({ text }, j) => [word.text, fr, en].includes(text) && source.words[j + step]?.text === neighbour.text,
    );
  });
}

function touches({ prose }: Side, a: Word, b: Word): boolean {
  return /^[ \u00a0\u202f-]$/.test(a.start < b.start ? prose.slice(a.end, b.start) : prose.slice(b.end, a.start));
}

function faultOf(word: Word, known: Acronym, plural: boolean, pair: Pair): Fault {
  const right = pair.target.language === 'fr' ? known.fr : known.en;
  const elided = /['\u2019]$/.test(pair.target.prose.slice(0, word.start));
  // Behind an elision another first letter would break it: « l’EV » is not « l’VE ».
  const certain = !elided || /^[AEIOUH]/.test(right);
  const fix = right + (plural && pair.target.language === 'en' ? 's' : '');
  return {
    side: 'target',
    start: word.start,
    end: word.end,
    message: {
      en: `In ${pair.target.language === 'fr' ? 'French' : 'English'} this is ${right}: change it.`,
      fr: `${pair.target.language === 'fr' ? 'En français' : 'En anglais'}, c’est ${right}\u00a0: changez-le.`,
    },
    ...(certain ? { fix } : {}),
  };
}
