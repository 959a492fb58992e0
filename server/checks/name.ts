// Proper names: kept letter for letter, save those that have a form of their own in the other language.
import { type Check, type Fault, intoEnglish, intoFrench, type Pair, type Said } from './check.ts';
import { misspellingsIn } from './misspelt-names.ts';
import { isClose, isTransliterated } from './name-likeness.ts';
import { isHouseOf, swapsIn } from './name-swaps.ts';
import { has, isNameLike, type Name, namesOf, nextOf, opensSentence } from './names.ts';
import { type NationSwap, nationSwapIn } from './nation-swaps.ts';
import {
  isExonym,
  isGivenName,
  isOrdinary,
  isTranslatedBrand,
  isTranslatedGivenName,
  isTranslatedSurname,
  placeIn,
} from './proper-names.ts';
import type { Word } from './side.ts';

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
    intoFrench('With its new windows, Windows pleases us.', 'Fenêtres neuves\u00a0: Windows nous plaît.'),
    intoFrench('It runs on Windows.', 'Il tourne sous ⟦Fenêtres⟧.', { fixed: 'Il tourne sous Windows.' }),
    intoFrench('The summit will be held in Lyon.', 'Le sommet se tiendra à ⟦Lille⟧.', {
      fixed: 'Le sommet se tiendra à Lyon.',
    }),
    intoFrench('Anthropic sued the Pentagon.', '⟦OpenAI⟧ a poursuivi le Pentagone.', {
      fixed: 'Anthropic a poursuivi le Pentagone.',
    }),
    intoFrench('Google’s owner replied to Beijing.', 'Alphabet a répondu à la Chine.'),
    intoEnglish('Mme\u00a0Pannier-Runacher a signé à Kiev.', 'Ms Pannier-Runacher signed in Kyiv.'),
    intoFrench('Orange is hiring in London.', 'Orange recrute à Londres.'),
    intoFrench('Zelensky met Thierry Breton’s team.', 'Zelenskyy a rencontré l’équipe de Thierry Breton.'),
    intoEnglish('La Cour suprême et la Maison Blanche réagissent.', 'The Supreme Court and the White House react.'),
  ],
  *run(pair) {
    const { source, target } = pair;
    if (source.language === target.language || !/[\p{L}]/u.test(target.prose)) return;
    const nation = nationSwapIn(pair);
    if (nation) yield otherNation(nation);
    const theirs = namesOf(source);
    if (theirs.length === 0) return;
    const ours = namesOf(target);
    const said = new Set<Name>();
    // Where each side has all names of the other, only one that should change can be wrong.
    const isSame = areAmong(theirs, ours) && areAmong(ours, theirs);
    for (const find of isSame ? OF_THE_SAME : FINDERS) {
      for (const { fault, word } of find(pair, theirs, ours)) {
        if (said.has(word)) continue;
        said.add(word);
        yield fault;
      }
    }
  },
};

interface Found {
  word: Name;
  fault: Fault;
}
type Finder = (pair: Pair, theirs: readonly Name[], ours: readonly Name[]) => Iterable<Found>;

/** Whether all of some names stand among others, word for word. */
function areAmong(names: readonly Name[], others: readonly Name[]): boolean {
  return names.every(({ text }) => others.some((other) => other.text === text));
}

/** Newspapers whose name is an ordinary word behind its article: « le Nouveau Monde » is none. */
const ARTICLED = /^(?:monde|equipe|parisien|point|figaro|liberation)$/;

/** A first name kept and a last name changed: "Anne Bouverot", "Anne Bouvier". */
const changedNames: Finder = function* (pair, theirs, ours) {
  const { source, target } = pair;
  for (const first of theirs) {
    const given = isGivenName(first.folded);
    const last = nextOf(source, theirs, first);
    if (!last || !isPerson(first, last, given) || has(ours, last.folded)) continue;
    const same = ours.find(({ text }) => text === first.text);
    const other = same && nextOf(target, ours, same);
    if (!other || !isNameLike(other) || has(theirs, other.folded)) continue;
    if (!given && !(isClose(last.folded, other.folded) && isSlip(pair, first, last, other))) continue;
    if (isExonym(last.folded, other.folded) || isTransliterated(last.folded, other.folded)) continue;
    yield { word: last, fault: replaced(other, last.text) };
  }
};

/** A last name kept and a first name put into the other language: « Marie Leclerc », "Mary Leclerc". */
const translatedGivenNames: Finder = function* ({ source, target }, theirs, ours) {
  for (const first of theirs) {
    const last = isGivenName(first.folded) ? nextOf(source, theirs, first) : undefined;
    if (!last || has(ours, first.folded)) continue;
    const other = ours.find((own) => isTranslatedGivenName(first.folded, own.folded) && !has(theirs, own.folded));
    if (other && nextOf(target, ours, other)?.text === last.text)
      yield { word: first, fault: replaced(other, first.text) };
  }
};

/** "Château" for « Chateau », "Grouès" for « Groués »: an accent that the name has not; the first letter may have lost it for being a capital. */
const accentedNames: Finder = function* ({ source, target }, theirs, ours) {
  const french = source.language === 'fr' && target.language === 'en';
  for (const own of ours) {
    if (!/.\p{L}*[^\P{L}A-Za-z]/u.test(own.text) || theirs.some(({ text }) => text === own.text)) continue;
    const word = theirs.find((one) => one.folded === own.folded && hasOtherAccents(one.text, own.text, french));
    if (word && !isExonym(word.folded, own.folded)) yield { word, fault: replaced(own, word.text) };
  }
};

/** Whether an accent stands on a letter that has another one, or none where English writes a French name. */
function hasOtherAccents(name: string, own: string, french: boolean): boolean {
  const isPlain = (letter: string) => /^[-'\u2019A-Za-z]$/.test(letter);
  const pairs = [...own].map((letter, i) => [letter, name.charAt(i)] as const).slice(1);
  return (
    name.length === own.length &&
    pairs.some(
      ([ours, theirs]) => !isPlain(ours) && (isPlain(theirs) ? french : ours.toLowerCase() !== theirs.toLowerCase()),
    )
  );
}

/** « Bruno Le Maire » as "Lemaire": the article of a last name, run into it. */
const joinedNames: Finder = function* ({ source, target }, theirs, ours) {
  for (const particle of theirs) {
    const last = /^(?:Le|La|De|Du|Van|Von)$/.test(particle.text) ? nextOf(source, theirs, particle) : undefined;
    const own = last && ours.find(({ folded }) => folded === particle.folded + last.folded);
    const given = theirs.some(({ at, folded }) => at === particle.at - 1 && isGivenName(folded));
    if (last && own && given && !target.prose.includes(last.text))
      yield { word: last, fault: replaced(own, `${particle.text} ${last.text}`) };
  }
};

/** At a sentence's head only what no dictionary has is a name's slip: « Grand Canyon » may begin one. */
function isSlip({ source, target, knows }: Pair, first: Name, last: Name, other: Name): boolean {
  if (!opensSentence(source, first)) return true;
  return knows !== null && !knows(last.low, source.tag) && !knows(other.low, target.tag);
}

/** Two words that can be a first and a last name; behind a known first name the last one may have two letters. */
function isPerson(first: Name, last: Name, given: boolean): boolean {
  const isLast = given ? /^\p{Lu}\p{Ll}/u.test(last.text) : isNameLike(last);
  return isLast && isNameLike(first) && !isOrdinary(first.folded) && !isOrdinary(last.folded);
}

/** "Massimo" for "Masimo", "Github" for "GitHub". */
const misspeltNames: Finder = function* (pair, theirs, ours) {
  for (const { word, own } of misspellingsIn(pair, theirs, ours)) yield { word, fault: replaced(own, word.text) };
};

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
const lostPeople: Finder = function* ({ source, target, knows }, theirs, ours) {
  const isLabel = (...words: Name[]) => words.every(({ low }) => knows?.(low, source.tag));
  for (const first of theirs) {
    const last = nextOf(source, theirs, first);
    if (!last || !isNameLike(first) || !isNameLike(last) || !isGivenName(first.folded) || isOrdinary(last.folded))
      continue;
    if (isLabel(first, last) || isHouseOf(last.folded, ours)) continue;
    if (ours.some((own) => isExonym(last.folded, own.folded))) continue;
    if (target.folded.includes(first.folded) || target.folded.includes(last.folded.slice(0, 5))) continue;
    yield {
      word: last,
      fault: { side: 'source', start: first.start, end: last.end, message: lost(`${first.text} ${last.text}`) },
    };
  }
};

/** Another city, country or house than the source's. */
const swappedNames: Finder = function* (pair, theirs, ours) {
  for (const { word, own, right } of swapsIn(pair, theirs, ours)) yield { word, fault: replaced(own, right) };
};

const FINDERS = [
  changedNames,
  translatedGivenNames,
  changedBrands,
  accentedNames,
  joinedNames,
  misspeltNames,
  translatedNames,
  foreignPlaces,
  swappedNames,
  lostPeople,
];
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

function otherNation({ word, own: { start, end, text } }: NationSwap): Fault {
  return {
    side: 'target',
    start,
    end,
    message: {
      en: `The source says “${word.text}”, not “${text}”: name the same nation.`,
      fr: `La source dit «\u00a0${word.text}\u00a0», non «\u00a0${text}\u00a0»\u00a0: nommez la même nation.`,
    },
  };
}

function lost(who: string): Said {
  return {
    en: `${who} is missing in the target: name them.`,
    fr: `${who} manque dans la cible\u00a0: nommez la personne.`,
  };
}
