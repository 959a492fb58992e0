// Proper names: kept letter for letter, save those that have a form of their own in the other language.
import { foldForSearch } from '../text/normalize.ts';
import { APOSTROPHES } from '../text/typography.ts';
import { type Check, type Fault, intoEnglish, intoFrench, type Pair, type Said } from './check.ts';
import { isClose, isInflected, isTransliterated } from './name-likeness.ts';
import {
  isExonym,
  isFirm,
  isGivenName,
  isOrdinary,
  isTranslatedBrand,
  isTranslatedSurname,
  placeIn,
} from './proper-names.ts';
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
    intoFrench('Mistral AI is hiring.', 'Mistral ⟦IA⟧ recrute.', { fixed: 'Mistral AI recrute.' }),
    intoEnglish('Elle part à Londres.', 'She is off to ⟦Londres⟧.', { fixed: 'She is off to London.' }),
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
    if (theirs.length === 0) return;
    const ours = namesOf(target);
    const said = new Set<Name>();
    for (const find of isAllKept(theirs, ours) ? OF_THE_SAME : FINDERS) {
      for (const { fault, word } of find(pair, theirs, ours)) {
        if (said.has(word)) continue;
        said.add(word);
        yield fault;
      }
    }
  },
};

/** A capitalised word of a side, with its folded form and its place among the words. */
interface Name extends Word {
  folded: string;
  at: number;
}
interface Found {
  word: Name;
  fault: Fault;
}
type Finder = (pair: Pair, theirs: readonly Name[], ours: readonly Name[]) => Iterable<Found>;

/** Whether each side has all names of the other, word for word: then only a name that should change can be wrong. */
function isAllKept(theirs: readonly Name[], ours: readonly Name[]): boolean {
  return theirs.every(({ text }) => ours.some((other) => other.text === text)) && isNoStranger(theirs, ours);
}

function isNoStranger(theirs: readonly Name[], ours: readonly Name[]): boolean {
  return ours.every(({ text }) => theirs.some((other) => other.text === text));
}

const CAPITAL = /\p{Lu}/u;
const NAME_LIKE = /^\p{Lu}\p{Ll}/u;
/** Newspapers whose name is an ordinary word behind its article: « le Nouveau Monde » is none. */
const ARTICLED = /^(?:monde|equipe|parisien|point|figaro|liberation)$/;

/** Articles and pronouns with which a text begins: they have a capital and name nobody. */
const articles = new Set(['le', 'la', 'les', 'un', 'une', 'des', 'il', 'elle', 'the', 'an', 'he', 'she', 'it', 'this']);

/** The capitalised words of a side, elisions, lone letters and the article at its head aside. */
function namesOf(side: Side): Name[] {
  const names: Name[] = [];
  for (let at = 0; at < side.words.length; at++) {
    const word = side.words[at];
    if (!word || !mayName(word) || (at === 0 && articles.has(word.low))) continue;
    const { text, low, start, end } = word;
    names.push({ text, low, start, end, folded: foldForSearch(text), at });
  }
  return names;
}

function mayName({ text, low }: Word): boolean {
  if (text.length < 2 || text === low || APOSTROPHES.includes(text.charAt(text.length - 1))) return false;
  return CAPITAL.test(text);
}

function has(names: readonly Name[], folded: string): boolean {
  return names.some((other) => other.folded === folded);
}

/** The name that stands right behind another, with a single space or a particle between: « Luca de Meo ». */
function nextOf(side: Side, names: readonly Name[], { at, end }: Name): Name | undefined {
  const next = names.find((other) => other.at > at);
  return next && next.at <= at + 2 && BETWEEN.test(side.prose.slice(end, next.start)) ? next : undefined;
}

const BETWEEN = /^[ \u00a0\u202f](?:(?:de|du|von|van|der|den|bin|al|el|da|di|dos|del)[ \u00a0\u202f]|d['\u2019])?$/;

/** Ends a sentence's beginning: the first word, or one behind a full stop or an opening quote, may be an ordinary one. */
function opensSentence({ prose }: Side, { start }: Word): boolean {
  const before = prose.slice(0, start).trimEnd();
  return before === '' ? true : OPENERS.includes(before.charAt(before.length - 1));
}

const OPENERS = '.!?…:«“"\ufffc';

/** A first name kept and a last name changed: "Anne Bouverot", "Anne Bouvier". */
const changedNames: Finder = function* ({ source, target }, theirs, ours) {
  for (const first of theirs) {
    const given = isGivenName(first.folded);
    const last = nextOf(source, theirs, first);
    if (!last || !isPerson(first, last, given) || has(ours, last.folded)) continue;
    if (!given && opensSentence(source, first)) continue;
    const same = ours.find(({ text }) => text === first.text);
    const other = same && nextOf(target, ours, same);
    if (!other || !isNameLike(other) || has(theirs, other.folded)) continue;
    if (!given && !isClose(last.folded, other.folded)) continue;
    if (isExonym(last.folded, other.folded) || isTransliterated(last.folded, other.folded)) continue;
    yield { word: last, fault: replaced(other, last.text) };
  }
};

/** Two words that can be a first and a last name; behind a known first name the last one may have two letters. */
function isPerson(first: Name, last: Name, given: boolean): boolean {
  const isLast = given ? NAME_LIKE.test(last.text) : isNameLike(last);
  return isLast && isNameLike(first) && !isOrdinary(first.folded) && !isOrdinary(last.folded);
}

function isNameLike({ text }: Name): boolean {
  return text.length > 2 && NAME_LIKE.test(text);
}

/** A word of the target that the source has almost so: "Massimo" for "Masimo", "Github" for "GitHub". */
const misspeltNames: Finder = function* (pair, theirs, ours) {
  for (const own of ours) {
    if (
      theirs.some(({ text }) => straight(text) === straight(own.text)) ||
      isOrdinary(own.folded) ||
      own.text.length < 4
    )
      continue;
    const near = theirs.find((word) => isMisspelling(word, own, pair, { theirs, ours }));
    if (!near || (opensOrdinary(pair.target, ours, own) && !isNoWord(own, pair) && !isFirm(near.folded))) continue;
    yield { word: near, fault: replaced(own, near.text) };
  }
};

function isMisspelling(
  word: Name,
  own: Name,
  pair: Pair,
  names: { theirs: readonly Name[]; ours: readonly Name[] },
): boolean {
  if (names.ours.some(({ text }) => straight(text) === straight(word.text))) return false;
  if (isOrdinary(word.folded.replace(/\d+\p{L}?$/u, ''))) return false;
  if (word.low === own.low) return /.\p{Lu}/u.test(word.text) && [word, own].every(({ text }) => /\p{Ll}/u.test(text));
  if (areWords(word, own, pair) && !isFirm(word.folded)) return false;
  if (word.text.length < 5 || isOrdinary(word.folded) || !NAME_LIKE.test(own.text)) return false;
  if (
    (opensOrdinary(pair.source, names.theirs, word) && !isNoWord(own, pair) && !isFirm(word.folded)) ||
    isExonym(word.folded, own.folded) ||
    (isInflected(word.folded, own.folded) && !isFirm(word.folded))
  )
    return false;
  return word.low !== own.low && isClose(word.folded, own.folded);
}

/** "O’Gorman" and "O'Gorman" are one name. */
function straight(text: string): string {
  return text.replace(/\u2019/g, "'");
}

/** Words of each language's dictionary that happen to have a capital: « Icône », "Icon". */
function areWords(word: Name, own: Name, { source, target, knows }: Pair): boolean {
  return Boolean(knows?.(word.low, source.tag) && knows(own.low, target.tag));
}

/** A word of no dictionary is a name, or a slip, wherever it stands. */
function isNoWord({ low }: Name, { source, target, knows }: Pair): boolean {
  return knows !== null && !knows(low, source.tag) && !knows(low, target.tag);
}

/** At a sentence's head a word is taken for a name only where it goes on as one. */
function opensOrdinary(side: Side, names: readonly Name[], word: Name): boolean {
  if (!opensSentence(side, word)) return false;
  const next = nextOf(side, names, word);
  return next === undefined;
}

/** A brand in the words of the other language: "Windows" as « Fenêtres »; behind a first name, a last name as well. */
const translatedNames: Finder = function* ({ source, target }, theirs, ours) {
  // Where every word has a capital, a capital names nothing.
  if (!source.words.some(({ text, low }) => text === low && /^\p{Ll}{2}/u.test(text))) return;
  for (const word of theirs) {
    if (has(ours, word.folded) || target.folded.includes(word.folded)) continue;
    if (
      ARTICLED.test(word.folded) &&
      !/(?<!\p{L})L(?:e[ \u00a0\u202f]|['\u2019])$/u.test(source.prose.slice(0, word.start))
    )
      continue;
    const first = theirs.find(
      (other) => other.at === word.at - 1 || (other.at === word.at - 2 && isGivenName(other.folded)),
    );
    const isWrong = first && isGivenName(first.folded) ? isTranslatedSurname : isTranslatedBrand;
    const wrong = ours.find((own) => isWrong(word.folded, own.folded) && !has(theirs, own.folded));
    if (wrong && !(opensSentence(source, word) && opensSentence(target, wrong) && isOrdinary(word.folded)))
      yield { word, fault: replaced(wrong, word.text) };
  }
};

/** "Mistral AI" as « Mistral IA »: what stands behind a name belongs to it. */
const changedBrands: Finder = function* ({ source, target }, theirs, ours) {
  for (const brand of theirs) {
    const tail = nextOf(source, theirs, brand);
    if (tail?.text !== 'AI' || isOrdinary(brand.folded)) continue;
    const same = ours.find(({ text }) => text === brand.text);
    const other = same && nextOf(target, ours, same);
    if (other?.text === 'IA') yield { word: tail, fault: replaced(other, 'AI') };
  }
};

/** « Londres » left in an English text; beside another capital it may be part of a name ("Bank of China"). */
const foreignPlaces: Finder = function* ({ source, target }, theirs, ours) {
  for (const own of ours) {
    const right = placeIn(target.language, own.text);
    const word = right === undefined ? undefined : theirs.find(({ text }) => text === own.text);
    if (!right || !word || placeIn(source.language, own.text) !== undefined) continue;
    const beside = ours.some((other) => Math.abs(other.at - own.at) === 1 || Math.abs(other.at - own.at) === 2);
    if (!beside) yield { word, fault: replaced(own, right) };
  }
};

/** A whole name of a person of which the target has nothing. */
const lostPeople: Finder = function* ({ source, target, knows }, theirs) {
  const isLabel = (...words: Name[]) => words.every(({ low }) => knows?.(low, source.tag));
  for (const first of theirs) {
    const last = nextOf(source, theirs, first);
    if (!last || !isNameLike(first) || !isNameLike(last) || !isGivenName(first.folded) || isOrdinary(last.folded))
      continue;
    if (isLabel(first, last)) continue;
    if (target.folded.includes(first.folded) || target.folded.includes(last.folded.slice(0, 5))) continue;
    yield {
      word: last,
      fault: { side: 'source', start: first.start, end: last.end, message: lost(`${first.text} ${last.text}`) },
    };
  }
};

const FINDERS = [changedNames, changedBrands, misspeltNames, translatedNames, foreignPlaces, lostPeople];
const OF_THE_SAME = [foreignPlaces];

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
