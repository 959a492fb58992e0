// A word, or a few words, written twice in a row.
import { type Check, type Fault, intoEnglish, intoFrench } from './check.ts';
import allowed from './repetitions.json' with { type: 'json' };
import type { Side, Word } from './side.ts';

const LONGEST_PHRASE = 6;
/** More repetitions than this are looked at in portions, so that a text of one word does not take for ever. */
const MOST = 24;
const RHETORIC = /^(?:and|et|or|ou|by|à|après|after|upon|to|in|en|pour|for|de)$/;

export const repeatedWord: Check = {
  id: 'repeated-word',
  about: {
    en: 'A word or phrase written twice in a row that the source does not repeat.',
    fr: 'Un mot ou un groupe de mots écrit deux fois de suite, que la source ne répète pas.',
  },
  samples: [
    intoEnglish('Le ministre a signé le décret.', 'The minister signed the⟦ the⟧ decree.', {
      fixed: 'The minister signed the decree.',
    }),
    intoFrench('It is part of the plan.', 'Cela fait partie de⟦ de⟧ la stratégie.', {
      fixed: 'Cela fait partie de la stratégie.',
    }),
    intoEnglish('Le modèle progresse vite.', 'The model is improving fast⟦ fast fast⟧.', {
      fixed: 'The model is improving fast.',
    }),
    intoFrench('Investors are worried.', 'Les investisseurs sont inquiets⟦, sont inquiets, sont inquiets⟧.', {
      fixed: 'Les investisseurs sont inquiets.',
    }),
    intoEnglish('Le patron de la société a cédé.', 'The head of the⟦ of the⟧ company gave in.', {
      fixed: 'The head of the company gave in.',
    }),
    intoFrench('We ask ourselves why.', 'Nous nous demandons pourquoi.'),
    intoEnglish('Il avait eu peur.', 'He had had a fright.'),
    intoFrench('Very, very fast.', 'Très, très rapide.'),
    intoFrench('More and more and more.', 'De plus en plus en plus.'),
    intoEnglish('Ce que fait l’IA, l’IA le fait vite.', 'What AI does, AI does fast.'),
    intoFrench('Duran Duran is back.', 'Duran Duran revient.'),
  ],
  *run({ source, target }) {
    const faults = [...repetitions(target)];
    if (faults.length > 0 && repetitions(source).next().done) yield* faults;
  },
};

function* repetitions(side: Side): Generator<Fault> {
  const { words } = side;
  for (let at = 0; at + 1 < words.length; at++) {
    const run = runAt(side, at);
    if (!run) continue;
    const { length, times } = run;
    const start = (words[at + length - 1] as Word).end;
    const end = (words[at + length * times - 1] as Word).end;
    yield { side: 'target', start, end, message: said(side.text.slice((words[at] as Word).start, start)), fix: '' };
    at += length * times - 1;
  }
}

/** How long a phrase that repeats itself from a word on is, and how often it stands there; null where none does. */
function runAt(side: Side, at: number): { length: number; times: number } | null {
  const { words } = side;
  for (let length = 1; length <= LONGEST_PHRASE && at + 2 * length <= words.length; length++) {
    if (words[at]?.low !== words[at + length]?.low) continue;
    let times = 1;
    while (times < MOST && repeats(words, at, length, times)) times++;
    if (times > 1 && isFault(side, at, length, times)) return { length, times };
  }
  return null;
}

function repeats(words: readonly Word[], at: number, length: number, times: number): boolean {
  const next = at + length * times;
  if (next + length > words.length) return false;
  for (let i = 0; i < length; i++) if (words[at + i]?.low !== words[next + i]?.low) return false;
  return true;
}

function isFault(side: Side, at: number, length: number, times: number): boolean {
  const { words, prose } = side;
  const phrase = words.slice(at, at + length);
  const gap = prose.slice(words[at + length - 1]?.end, words[at + length]?.start);
  if (length === 1) return /^\s+$/.test(gap) && !isAllowed(phrase[0] as Word, side.language) && !isOption(side, at);
  if (!phrase.some(({ text }) => /\p{L}{2}/u.test(text))) return false;
  if (phrase.some(({ low }) => RHETORIC.test(low)) && !startsAfresh(phrase) && !isGenitive(phrase)) return false;
  // Across a comma a phrase may be taken up again ("What AI does, AI does fast"); three times in a row it is a stutter.
  return /^\s+$/.test(gap) || (/^,?\s+$/.test(gap) && (times > 2 || length > 3));
}

/** "--find find the first one", "-p PORT port number": an option or its argument, and what it does. */
function isOption({ words, prose }: Side, at: number): boolean {
  const [first, second] = [words[at], words[at + 1]];
  if (!first || !second) return false;
  return /[-=%]$/.test(prose.slice(0, first.start)) || (/^\p{Lu}{2,}$/u.test(first.text) && first.text !== second.text);
}

/** « of the of the »: a preposition at the head is a slip; in the middle ("more and more and more") it is rhetoric. */
function startsAfresh(phrase: readonly Word[]): boolean {
  return /^(?:the|a|an|le|la|les|l'|un|une|des|du)$/.test(phrase.at(-1)?.low ?? '');
}

/** « de l’application de l’application »: a whole complement, article and noun. */
function isGenitive(phrase: readonly Word[]): boolean {
  return /^(?:de|of)$/.test(phrase[0]?.low ?? '') && phrase.length > 2 && /^(?:la|l'|the)$/.test(phrase[1]?.low ?? '');
}

const lists: Readonly<Record<string, readonly string[]>> = allowed;

function isAllowed({ text, low }: Word, language: string): boolean {
  if (/^\P{L}*$/u.test(text) || /^\p{Lu}$/u.test(text)) return true;
  return Boolean(lists[language]?.includes(low) || lists['any']?.includes(low));
}

function said(words: string) {
  return {
    en: `"${words}" stands twice: leave it once.`,
    fr: `«\u00a0${words}\u00a0» figure deux fois de suite\u00a0: laissez-le une fois.`,
  };
}
