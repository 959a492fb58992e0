// Proper names: kept letter for letter, save those that have a form of their own in the other language.
import { foldForSearch } from '../text/normalize.ts';
import { type Check, type Fault, intoEnglish, intoFrench, type Pair, type Said } from './check.ts';
import { isExonym, isGivenName, isOrdinary, isTranslatedBrand } from './proper-names.ts';
import type { Side, Word } from './side.ts';

export const name: Check = {
  id: 'name',
  about: {
    en: 'A name that the target misspells, changes, translates or drops; London for « Londres » is right.',
    fr: 'Nom que la cible écorche, change, traduit ou perd\u00a0; « Londres » pour London est juste.',
  },
  samples: [
    intoEnglish('Arthur Mensch dirige Mistral AI.', 'Arthur ⟦Mench⟧ runs Mistral AI.', {
      fixed: 'Arthur Mensch runs Mistral AI.',
    }),
    intoEnglish('Anne Bouverot préside le sommet.', 'Anne ⟦Bouvier⟧ chairs the summit.', {
      fixed: 'Anne Bouverot chairs the summit.',
    }),
    intoFrench('The ruling favours Masimo.', 'La décision est favorable à ⟦Massimo⟧.', {
      fixed: 'La décision est favorable à Masimo.',
    }),
    intoFrench('The code is on GitHub.', 'Le code est sur ⟦Github⟧.', { fixed: 'Le code est sur GitHub.' }),
    intoEnglish('Xavier Niel et ⟦Rodolphe Saadé⟧ investissent.', 'Xavier Niel is investing.'),
    intoFrench('It runs on Windows.', 'Il tourne sous ⟦Fenêtres⟧.', { fixed: 'Il tourne sous Windows.' }),
    intoEnglish('Mme\u00a0Pannier-Runacher a signé à Kiev.', 'Ms Pannier-Runacher signed in Kyiv.'),
    intoFrench('Orange is hiring in London.', 'Orange recrute à Londres.'),
    intoFrench('Zelensky met Thierry Breton’s team.', 'Zelenskyy a rencontré l’équipe de Thierry Breton.'),
    intoEnglish('La Cour suprême et la Maison Blanche réagissent.', 'The Supreme Court and the White House react.'),
  ],
  *run(pair) {
    const { source, target } = pair;
    if (source.language === target.language || !/[\p{L}]/u.test(target.prose)) return;
    const theirs = namesOf(source);
    const ours = namesOf(target);
    if (theirs.length === 0) return;
    const said = new Set<Word>();
    for (const find of [changedNames, misspeltNames, translatedNames, lostPeople]) {
      for (const { fault, word } of find(pair, theirs, ours)) {
        if (said.has(word)) continue;
        said.add(word);
        yield fault;
      }
    }
  },
};

interface Found {
  word: Word;
  fault: Fault;
}
type Finder = (pair: Pair, theirs: readonly Word[], ours: readonly Word[]) => Iterable<Found>;

/** The capitalised words of a side, elisions and lone letters aside. */
function namesOf(side: Side): Word[] {
  return side.words.filter(({ text }) => text.length > 1 && /\p{Lu}/u.test(text) && !/['\u2019]$/.test(text));
}

function has(words: readonly Word[], text: string): boolean {
  const folded = foldForSearch(text);
  return words.some((word) => foldForSearch(word.text) === folded);
}

/** The words of a side that stand right behind another, with a single space between. */
function nextOf(side: Side, word: Word): Word | undefined {
  const next = side.words[side.words.indexOf(word) + 1];
  return next && /^[ \u00a0\u202f]$/.test(side.prose.slice(word.end, next.start)) ? next : undefined;
}

/** Ends a sentence's beginning: the first word, or one behind a full stop or an opening quote, may be an ordinary one. */
function opensSentence(side: Side, { start }: Word): boolean {
  return /(?:^|[.!?…:«“"]\s*)$/u.test(side.prose.slice(0, start));
}

/** A first name kept and a last name changed: "Anne Bouverot", "Anne Bouvier". */
const changedNames: Finder = function* ({ source, target }, theirs, ours) {
  for (const first of theirs) {
    const last = nextOf(source, first);
    if (!last || !isNameLike(last) || !isNameLike(first) || isOrdinary(first.text) || has(ours, last.text)) continue;
    if (!isGivenName(first.text) && opensSentence(source, first)) continue;
    const same = ours.find(({ text }) => text === first.text);
    const other = same && nextOf(target, same);
    if (!other || !isNameLike(other) || has(theirs, other.text)) continue;
    if (!isGivenName(first.text) && !isClose(last.text, other.text)) continue;
    if (isExonym(last.text, other.text) || isInflected(last.text, other.text)) continue;
    yield { word: last, fault: replaced(other, last.text) };
  }
};

function isNameLike({ text }: Word): boolean {
  return /^\p{Lu}\p{Ll}/u.test(text) && text.length > 2;
}

/** A word of the target that the source has almost so: "Massimo" for "Masimo", "Github" for "GitHub". */
const misspeltNames: Finder = function* ({ source, target }, theirs, ours) {
  for (const own of ours) {
    if (theirs.some(({ text }) => text === own.text) || isOrdinary(own.text) || own.text.length < 4) continue;
    const near = theirs.find((word) => isMisspelling(word, own, source, ours));
    if (!near || opensOrdinary(target, own)) continue;
    yield { word: near, fault: replaced(own, near.text) };
  }
};

function isMisspelling(word: Word, own: Word, source: Side, ours: readonly Word[]): boolean {
  if (ours.some(({ text }) => text === word.text)) return false;
  if (/\p{Ll}\p{Lu}/u.test(word.text) && word.low === own.low) return true;
  if (word.text.length < 5 || isOrdinary(word.text) || !/^\p{Lu}\p{Ll}/u.test(own.text)) return false;
  if (opensOrdinary(source, word) || isExonym(word.text, own.text) || isInflected(word.text, own.text)) return false;
  return word.low !== own.low && isClose(word.text, own.text);
}

/** At a sentence's head a word is taken for a name only where it goes on as one. */
function opensOrdinary(side: Side, word: Word): boolean {
  if (!opensSentence(side, word) || isGivenName(word.text)) return false;
  const next = nextOf(side, word);
  return !next || !/^\p{Lu}/u.test(next.text);
}

/** A brand in the words of the other language: "Windows" as « Fenêtres », « Libération » as "Release". */
const translatedNames: Finder = function* ({ source, target }, theirs, ours) {
  for (const word of theirs) {
    if (has(ours, word.text) || isInside(word.text, target)) continue;
    const wrong = ours.find((own) => isTranslatedBrand(word.text, own.text) && !has(theirs, own.text));
    if (wrong && !(opensSentence(source, word) && opensSentence(target, wrong) && isOrdinary(word.text)))
      yield { word, fault: replaced(wrong, word.text) };
  }
};

function isInside(text: string, side: Side): boolean {
  return foldForSearch(side.text).includes(foldForSearch(text));
}

/** A whole name of a person of which the target has nothing. */
const lostPeople: Finder = function* ({ source, target }, theirs) {
  const folded = foldForSearch(target.text);
  for (const first of theirs) {
    const last = nextOf(source, first);
    if (!last || !isNameLike(first) || !isNameLike(last) || !isGivenName(first.text) || isOrdinary(last.text)) continue;
    if (folded.includes(foldForSearch(first.text)) || folded.includes(foldForSearch(last.text).slice(0, 5))) continue;
    yield {
      word: last,
      fault: { side: 'source', start: first.start, end: last.end, message: lost(`${first.text} ${last.text}`) },
    };
  }
};

/** Two or fewer letters apart, and at most a third of them. */
function isClose(a: string, b: string): boolean {
  const [x, y] = [foldForSearch(a), foldForSearch(b)];
  const longest = Math.max(x.length, y.length);
  return x[0] === y[0] && distance(x, y) <= Math.min(2, Math.floor(longest / 3));
}

/** Levenshtein 1966; words are short. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min((row[j] as number) + 1, (next[j - 1] as number) + 1, swap));
    }
    row = next;
  }
  return row[b.length] as number;
}

const ENDINGS =
  /(?:ique|ics?|isme|ism|iste|ist|ien(?:ne)?s?|ians?|éens?|ean|ain(?:e)?s?|ans?|ie|ia|y|é|ité|ity|ies?|e?s?|tion|eur|or|aire|ary|oire|ory|a|o|us|um|is|el(?:le)?|al|en|on|yy|iy|i|ski|sky|skiy|skyy|ov|off|ev|eff|aux|als)$/u;

/** The same word with the ending of the other language: « Ukraine » and "Ukrainian", "Zelensky" and « Zelenskyy ». */
function isInflected(a: string, b: string): boolean {
  const [x, y] = [foldForSearch(a), foldForSearch(b)];
  if (x === y || x.replace(/-/g, '') === y.replace(/-/g, '')) return true;
  const stem = (word: string) => word.replace(ENDINGS, '');
  const [s, t] = [stem(x), stem(y)];
  return (
    s.length > 2 &&
    (s === t || s.replace(/(.)\1/g, '$1') === t.replace(/(.)\1/g, '$1')) &&
    x.slice(s.length) !== y.slice(t.length) &&
    !isKeptEnding(a, b)
  );
}

/** A plural or doubled letter at the end of a person's name is a slip, not an ending: both end alike but for it. */
function isKeptEnding(_a: string, _b: string): boolean {
  return false;
}

function replaced({ start, end, text }: Word, right: string): Fault {
  return {
    side: 'target',
    start,
    end,
    message: {
      en: `The source names ${right}, not ${text}: copy the name.`,
      fr: `La source nomme ${right}, non ${text}\u00a0: recopiez le nom.`,
    },
    fix: right,
  };
}

function lost(who: string): Said {
  return {
    en: `${who} is missing in the target: name them.`,
    fr: `${who} manque dans la cible\u00a0: nommez la personne.`,
  };
}
