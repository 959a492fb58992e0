// What was left in the language of the source, or left out.
import { isSmallAt } from '../text/characters.ts';
import { matchKey } from '../text/normalize.ts';
import { type Check, type Fault, intoEnglish, intoFrench, type Pair } from './check.ts';
import lists from './function-words.json' with { type: 'json' };
import { anyOf } from './patterns.ts';
import { quotationsOf } from './quotations.ts';
import type { Side, Word } from './side.ts';

const PENDING =
  /^[[(<{*\s]*(?:todo|tbd|tbc|tk|xxx+|fixme|à traduire|to translate|to be translated|traduction|n\/a)[\])>}*:.…\s]*$/i;

/** True for what stands for a translation that is still to come: "TODO", « à traduire ». */
export function isPending(text: string): boolean {
  return PENDING.test(text.trim());
}

const SENTENCE_END = /[.!?…]["»”’)\s]*$/;

const own: Readonly<Record<string, ReadonlySet<string>>> = Object.fromEntries(
  Object.entries(lists.own).map(([language, words]) => [language, new Set(words)]),
);
const shared = new Set(lists.shared);
const loans = new Set(lists.loans);
const PHRASES = anyOf(lists.phrases);

export const untranslated: Check = {
  id: 'untranslated',
  about: {
    en: 'A target that is empty, a placeholder or still the source, and stretches left in the source language.',
    fr: 'Cible vide, provisoire ou restée telle quelle, passages laissés dans la langue source.',
  },
  samples: [
    intoEnglish('La Commission européenne ouvre une enquête.', '⟦⟧'),
    intoEnglish('Nous attendons la décision du juge.', '⟦…⟧'),
    intoFrench('The merger is on hold.', '⟦[TODO]⟧'),
    intoFrench('The merger is on hold.', '⟦The merger is on hold.⟧'),
    intoEnglish('Mise à jour disponible', '⟦Mise à jour disponible⟧'),
    intoEnglish('Le tribunal a rejeté la demande du ministère.', 'The court rejected ⟦la demande du ministère⟧.'),
    intoFrench('The firm denied the charges of the state.', 'La firme a nié ⟦the charges of the state⟧.'),
    intoEnglish('Le Monde diplomatique', 'Le Monde diplomatique'),
    intoEnglish('OpenAI, Anthropic, Mistral AI', 'OpenAI, Anthropic, Mistral AI'),
    intoFrench('Open source cloud', 'Open source cloud'),
    intoFrench('The Bank of America said so.', 'La Bank of America l’a dit.'),
    intoEnglish('Un coup d’État et son fait accompli.', 'A coup d’état and its fait accompli.'),
    intoFrench('He read “the lord of the rings”.', 'Il a lu «\u00a0the lord of the rings\u00a0».'),
  ],
  *run(pair) {
    const { source, target } = pair;
    if (!/[\p{L}\p{N}]/u.test(source.text) || sameLanguage(pair)) return;
    const whole = wholeFault(pair);
    if (whole) yield whole;
    else if (/\p{L}/u.test(target.text)) {
      yield* leftHead(pair);
      yield* leftovers(pair);
      yield* leftWords(pair);
      yield* leftDates(pair);
      yield* leftTitles(pair);
    }
  },
};

const EMPTY = { en: 'Nothing stands here: translate it.', fr: 'Rien n’est traduit ici\u00a0: traduisez.' };
const SAME = { en: 'Still the source: translate it.', fr: 'C’est encore la source\u00a0: traduisez.' };
const LEFT = {
  en: 'Left in the language of the source: translate it.',
  fr: 'Resté dans la langue source\u00a0: traduisez.',
};

function sameLanguage({ source, target }: Pair): boolean {
  return source.language === target.language;
}

function wholeFault(pair: Pair): Fault | null {
  const { source, target } = pair;
  const text = target.text.trim();
  const start = text === '' ? 0 : target.text.indexOf(text);
  const span = { side: 'target', start, end: start + text.length } as const;
  if (isPending(text) && !isPending(source.text)) return { ...span, message: EMPTY };
  if (!/[\p{L}\p{N}]/u.test(text)) return /\p{L}/u.test(source.prose) ? { ...span, message: EMPTY } : null;
  return isCopy(pair) && isProse(pair) ? { ...span, message: SAME } : null;
}

/** The same words but for what a typesetter chooses; as many words on each side is the cheap question. */
function isCopy({ source, target }: Pair): boolean {
  return source.words.length === target.words.length && matchKey(source.text) === matchKey(target.text);
}

/** Whether a text that is the same on both sides is more than names, numbers, loan words and addresses. */
function isProse({ source, target, knows }: Pair): boolean {
  const isCommon = ({ text }: Word, i: number) =>
    /^\p{Ll}/u.test(text) || (i === 0 && /^\p{Ll}/u.test(source.words[1]?.text ?? ''));
  const common = source.words.filter((word, i) => isCommon(word, i) && !loans.has(word.low));
  const foreign = common.filter(({ low }) => isForeign(low, source.language, target, knows));
  const [first, second] = source.words;
  if (SENTENCE_END.test(source.text) && source.words.length > 2) return foreign.length > 0;
  // « Le Monde diplomatique », "The Wall Street Journal": an article and a capital make a title.
  if (first && second && /^(?:le|la|les|l'|the)$/.test(first.low) && /^\p{Lu}/u.test(second.text)) return false;
  return source.words.length > 1 && foreign.length > 0;
}

function isForeign(low: string, language: string, target: Side, knows: Pair['knows']): boolean {
  if (own[language]?.has(low)) return true;
  if (language === 'fr' && low === 'à') return true;
  if (shared.has(low)) return false;
  if (language === 'fr' && /[àâçèéêëîïôùûœ]/.test(low) && !knows?.(low, target.tag)) return true;
  return knows !== null && low.length > 2 && !knows(low, target.tag) && knows(low, language);
}

/** Stretches of at least three words (two that no dictionary of the target's language knows) of the source's language. */
function* leftovers(pair: Pair): Generator<Fault> {
  const verbatim = new Set(pair.source.words.filter(({ text }) => isSmallAt(text, 0)).map(({ low }) => low));
  for (const run of runs(pair, verbatim)) {
    const [first, last] = [run[0], run.at(-1)];
    if (!first || !last || !isLeft(run, pair) || isSpared(first.start, last.end, pair.target)) continue;
    yield { side: 'target', start: first.start, end: last.end, message: LEFT };
  }
}

const FRENCH_OF = /(?<=\p{Ll}{3} )(?:de la |de l['’]|du |des )(\p{Lu}[\p{L}-]*)/gu;

/** "The minister de la Culture": half of a title, behind a small word of the target’s own. */
function* leftTitles({ source, target, knows }: Pair): Generator<Fault> {
  if (source.language !== 'fr' || target.language !== 'en' || !/ d(?:e|u|es) /.test(target.prose)) return;
  for (const { 0: text, 1: noun = '', index } of target.prose.matchAll(FRENCH_OF)) {
    const before = /\p{Ll}+(?= $)/u.exec(target.prose.slice(0, index))?.[0] ?? '';
    const isKept = source.prose.includes(`${before} ${text}`) || isSpared(index, index + text.length, target);
    if (isKept || !source.prose.includes(text) || !knows?.(noun.toLowerCase(), source.tag)) continue;
    yield { side: 'target', start: index, end: index + text.length, message: LEFT };
  }
}

const heads: Readonly<Record<string, ReadonlySet<string>>> = Object.fromEntries(
  Object.entries(lists.heads).map(([language, words]) => [language, new Set(words)]),
);

/** « Mais the group… »: the word with which the source begins still begins the target, where no name does. */
function* leftHead({ source, target }: Pair): Generator<Fault> {
  const [head, next] = target.words;
  if (!head || source.words[0]?.low !== head.low || !heads[source.language]?.has(head.low)) return;
  if (heads[target.language]?.has(head.low) || own[target.language]?.has(head.low)) return;
  // "We Are Social" is a name.
  if (!next || !isSmallAt(next.text, 0)) return;
  yield { side: 'target', start: head.start, end: head.end, message: LEFT };
}

/** A French word with its accents in an English text: no English word, and none that English borrowed. */
function* leftWords(pair: Pair): Generator<Fault> {
  const { source, target, knows } = pair;
  if (!knows || source.language !== 'fr' || target.language !== 'en' || !ACCENTED.test(target.prose)) return;
  for (const { text, low, start, end } of target.words) {
    if (text !== low || low.length < LONG_WORD || !ACCENTED.test(low) || knows(low, target.tag)) continue;
    if (!knows(low, source.tag) || !source.words.some((word) => word.low === low)) continue;
    if (isSpared(start, end, target) || isBesideFrench(start, target) || isInTitle(start, end, pair)) continue;
    yield { side: 'target', start, end, message: LEFT };
  }
}

/** "filed lundi", « corrigé since March »: a day or month of the source's language, in English with the small word before it. */
function* leftDates({ source, target }: Pair): Generator<Fault> {
  const dates = LEFT_DATES[`${source.language}-${target.language}`];
  if (!dates || !source.prose.match(dates)) return;
  for (const { 0: words, index } of target.prose.matchAll(dates)) {
    const end = index + words.length;
    if (!source.prose.includes(words) || isSpared(index, end, target)) continue;
    yield { side: 'target', start: index, end, message: LEFT };
  }
}

const LEFT_DATES: Readonly<Record<string, RegExp>> = {
  'fr-en':
    /(?<![\p{L}-])(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|janvier|avril|juillet|septembre|octobre|novembre)(?![\p{L}-])/gu,
  'en-fr':
    /(?<![\p{L}-])(?:since|in|on|until|by|from|last|next|this|late|early) (?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December)(?![\p{L}-])|(?<![\p{L}-])(?:since|until) (?:19|20)\d\d(?!\d)/gu,
};

const ACCENTED = /[àâçèéêëîïôùûœ]/;
const LONG_WORD = 5;

/** Right before or behind a small French word: part of a longer stretch, or of a name. */
function isBesideFrench(start: number, { words }: Side): boolean {
  const at = words.findIndex((word) => word.start === start);
  return [words[at - 1], words[at + 1]].some((word) => word !== undefined && SMALL_FRENCH.has(word.low));
}

/** « Le Canard enchaîné », "the Syndicat de la presse écrite": behind a capital of the source, as there. */
function isInTitle(start: number, end: number, { source, target }: Pair): boolean {
  const before = target.prose.slice(0, start);
  const title = (TITLED.exec(before) ?? NAMED.exec(before))?.[0];
  return title !== undefined && source.prose.includes(title + target.prose.slice(start, end));
}

const TITLED = /(?<!\p{L})(?:L(?:e|a|es)\s|L['’])\p{Lu}[\p{L}-]*\s$/u;
const NAMED = /(?<=\p{Ll}\s|[Tt]he\s)\p{Lu}[\p{L}-]*\s(?:de|du|des|d['’])\s?(?:\p{Ll}+['’\s]\s?){1,4}$/u;

const SMALL_FRENCH = new Set([...lists.own.fr, 'de', "d'", 'à']);

/** Words in a row that the source's language may own, without those at the ends that both have. */
function* runs(pair: Pair, verbatim: ReadonlySet<string>): Generator<readonly Word[]> {
  let run: Word[] = [];
  for (const word of pair.target.words) {
    const fits = isSourceLike(word, pair, verbatim);
    if (fits && follows(run.at(-1), word, pair)) run.push(word);
    else {
      if (run.length > 1 && !isInName(run, pair)) yield trimShared(run, pair);
      run = fits ? [word] : [];
    }
  }
  if (run.length > 1 && !isInName(run, pair)) yield trimShared(run, pair);
}

function follows(before: Word | undefined, word: Word, { target }: Pair): boolean {
  return before === undefined || /^[\s'’,-]*$/.test(target.prose.slice(before.end, word.start));
}

function isSourceLike(word: Word, pair: Pair, verbatim: ReadonlySet<string>): boolean {
  const { text, low } = word;
  const { source, target, knows } = pair;
  // The head of both texts has its capital from its place: « Tous les devices ».
  const isHead = word === target.words[0] && source.words[0]?.text === text && own[source.language]?.has(low);
  if (!isSmallAt(text, 0) && !isHead) return false;
  if (own[target.language]?.has(low)) return false;
  if (own[source.language]?.has(low) || shared.has(low)) return true;
  return verbatim.has(low) || (knows !== null && !knows(low, target.tag) && knows(low, source.tag));
}

function isLeft(run: readonly Word[], pair: Pair): boolean {
  const { source, target, knows } = pair;
  if (run.length < 2) return false;
  const owned = run.some(({ low }) => own[source.language]?.has(low));
  if (run.length >= 3 && owned) return true;
  if (!knows) return false;
  if ((owned && run.some((word) => isStrange(word, pair))) || isPhraseOf(run, pair)) return true;
  if (run.some(({ text, low }) => low.length < 4 || loans.has(low) || !PLAIN.test(text))) return false;
  const unknown = run.filter(({ low }) => !knows(low, target.tag) && knows(low, source.tag));
  return unknown.length > 1 || unknown.some(({ low }) => VERBAL[source.language]?.test(low));
}

/** A word of four letters or more that the source's dictionary has, the target's has not, and that no language lent. */
function isStrange({ low }: Word, { source, target, knows }: Pair): boolean {
  return knows !== null && low.length > 3 && !loans.has(low) && !knows(low, target.tag) && knows(low, source.tag);
}

const PLAIN = /^\p{L}+$/u;
/** Forms of verbs and adverbs, which no language lends: a single one beside another word of the source is enough. */
const VERBAL: Readonly<Record<string, RegExp>> = { en: /(?:ed|ing|en|ly)$/, fr: /(?:ée?s?|ait|aient|ment|er)$/ };

/** Words that both languages have, or lend, do not begin or end a stretch, unless it is a phrase: « à partir de ». */
function trimShared(run: readonly Word[], pair: Pair): readonly Word[] {
  if (isPhraseOf(run, pair)) return run;
  const counts = ({ low }: Word) => !shared.has(low) && !loans.has(low);
  const from = run.findIndex(counts);
  return from < 0 ? [] : run.slice(from, run.findLastIndex(counts) + 1);
}

/** Three words or more that stand so in the source, one of them no word of the target's language. */
function isPhraseOf(run: readonly Word[], pair: Pair): boolean {
  const [first, last] = [run[0], run.at(-1)];
  if (!first || !last || run.length < 3 || !run.some((word) => isStrange(word, pair))) return false;
  return pair.source.prose.includes(pair.target.prose.slice(first.start, last.end));
}

/** « Autorité de régulation des communications »: the tail of a name of the source's that keeps its language. */
function isInName(run: readonly Word[], { source, target }: Pair): boolean {
  const before = target.prose.slice(0, run[0]?.start);
  const name = /(\p{Lu}[\p{L}'’-]*)\s+$/u.exec(before)?.[1];
  if (name === undefined || !source.prose.includes(name)) return false;
  return !/(?:^|[.!?…]\s+)\p{Lu}[\p{L}'’-]*\s+$/u.test(before);
}

/** « (PDF, pair distribution function) »: brackets that say what an acronym beside or inside them stands for. */
function isSpeltOut(start: number, end: number, prose: string): boolean {
  const open = prose.lastIndexOf('(', start);
  const close = prose.indexOf(')', end);
  if (open < 0 || close < 0 || prose.slice(open, start).includes(')')) return false;
  return /\p{Lu}{2,}/u.test(prose.slice(open, close)) || /\p{Lu}{2,}s?\s?$/u.test(prose.slice(0, open));
}

/** « git commit --amend », "make -j 4": words around an option are for a machine. */
function isCommand(start: number, end: number, prose: string): boolean {
  return /(?:^|\s)--?\p{Ll}/u.test(prose.slice(start, end)) || /^\s--?\p{Ll}/u.test(prose.slice(end));
}

/** Inside a quotation or the words of an acronym, or part of a phrase that travels as it is. */
function isSpared(start: number, end: number, { prose }: Side): boolean {
  const holds = (from: number, to: number) => from < end && to > start;
  return (
    isCommand(start, end, prose) ||
    isSpeltOut(start, end, prose) ||
    quotationsOf(prose).spans.some((one) => one.depth === 0 && one.start <= start && one.end >= end) ||
    [...prose.matchAll(PHRASES)].some(({ index, 0: words }) => holds(index, index + words.length))
  );
}
