// French articles and adjectives that do not agree with their noun: « la pari », « la nouveau puce ».
import type { Fault } from './check.ts';
import type { Side, Word } from './side.ts';
import slips from './slips.json' with { type: 'json' };

type Gender = 'm' | 'f';

const genders = new Map<string, Gender>([
  ...slips.masculine.map((noun) => [noun, 'm'] as const),
  ...slips.feminine.map((noun) => [noun, 'f'] as const),
]);

/** Words that show a gender, each with its form in the other one. « son », « mon » stand before a vowel in both. */
const FORMS: readonly (readonly [string, string])[] = [
  ['le', 'la'],
  ['un', 'une'],
  ['ce', 'cette'],
  ['du', 'de la'],
  ['au', 'à la'],
  ['nouveau', 'nouvelle'],
  ['grand', 'grande'],
  ['petit', 'petite'],
  ['premier', 'première'],
  ['dernier', 'dernière'],
  ['ancien', 'ancienne'],
  ['prochain', 'prochaine'],
  ['seul', 'seule'],
  ['certain', 'certaine'],
  ['bon', 'bonne'],
  ['gros', 'grosse'],
  ['meilleur', 'meilleure'],
  ['tout', 'toute'],
];
const forms = new Map<string, { gender: Gender; other: string }>();
for (const [masculine, feminine] of FORMS) {
  forms.set(masculine, { gender: 'm', other: feminine });
  if (!feminine.includes(' ')) forms.set(feminine, { gender: 'f', other: masculine });
}

/** Faults of gender in front of nouns of the list, up to two words before each; the fix is the other form. */
export function* agreementFaults(side: Side): Generator<Fault> {
  for (const [i, noun] of side.words.entries()) {
    const gender = genders.get(noun.low);
    if (!gender || noun.text !== noun.low) continue;
    for (const word of before(side, i)) {
      const form = forms.get(word.low);
      if (!form || form.gender === gender) continue;
      yield faultOf(word, form.other, noun.text);
    }
  }
}

/** Adjectives and participles that a plural subject wants in the plural: « les services sont gratuit ». */
const SINGULAR = new Set(slips.singular);
const PLURAL_BE = /^(?:sont|étaient|seront|seraient|soient|furent|été)$/;

/** « sont gratuit »: a verb in the plural before an adjective in the singular. No certain fix: the gender is the subject’s. */
export function* numberFaults({ words, prose }: Side): Generator<Fault> {
  for (const [i, { low, text, start, end }] of words.entries()) {
    const verb = words[i - 1];
    if (!SINGULAR.has(low) || !verb || !PLURAL_BE.test(verb.low)) continue;
    if (verb.low === 'été' && !/^(?:ont|avaient|auront|auraient|aient)$/.test(words[i - 2]?.low ?? '')) continue;
    if (!/^[ \u00a0\u202f]$/.test(prose.slice(verb.end, start))) continue;
    yield {
      side: 'target',
      start,
      end,
      message: {
        en: `"${text}" is singular behind a verb in the plural: make it agree.`,
        fr: `«\u00a0${text}\u00a0» est au singulier derrière un verbe au pluriel\u00a0: accordez-le.`,
      },
    };
  }
}

/** The words right before a noun that belong to it: an adjective, the article before that. */
function before(side: Side, at: number): Word[] {
  const found: Word[] = [];
  for (let i = at - 1; i >= 0 && i >= at - 2; i--) {
    const [word, next] = [side.words[i] as Word, side.words[i + 1] as Word];
    if (!forms.has(word.low) || !/^[ \u00a0\u202f]$/.test(side.prose.slice(word.end, next.start))) break;
    found.push(word);
  }
  return found;
}

function faultOf({ text, start, end }: Word, other: string, noun: string): Fault {
  const right = /^\p{Lu}/u.test(text) ? other.charAt(0).toUpperCase() + other.slice(1) : other;
  // « cette » before a vowel is « cet » in the masculine, « ce »; « le » would be elided: no certain fix there.
  const certain = !/^[aeiouyéèêàâîïôûh]/i.test(noun) || /^(?:une?|première?|dernière?)$/i.test(right);
  return {
    side: 'target',
    start,
    end,
    message: {
      en: `"${text}" does not agree with "${noun}": write "${right}".`,
      fr: `«\u00a0${text}\u00a0» ne s’accorde pas avec «\u00a0${noun}\u00a0»\u00a0: écrivez «\u00a0${right}\u00a0».`,
    },
    ...(certain ? { fix: right } : {}),
  };
}
