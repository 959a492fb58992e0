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
      yield* leftovers(pair);
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
  if (PENDING.test(text) && !PENDING.test(source.text)) return { ...span, message: EMPTY };
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

/** Words in a row that the source's language may own, without those at the ends that both have. */
function* runs(pair: Pair, verbatim: ReadonlySet<string>): Generator<readonly Word[]> {
  let run: Word[] = [];
  for (const word of pair.target.words) {
    const fits = isSourceLike(word, pair, verbatim);
    if (fits && follows(run.at(-1), word, pair)) run.push(word);
    else {
      if (run.length > 1 && !isInName(run, pair.target)) yield trimShared(run);
      run = fits ? [word] : [];
    }
  }
  if (run.length > 1 && !isInName(run, pair.target)) yield trimShared(run);
}

function follows(before: Word | undefined, word: Word, { target }: Pair): boolean {
  return before === undefined || /^[\s'’,-]*$/.test(target.prose.slice(before.end, word.start));
}

function isSourceLike({ text, low }: Word, pair: Pair, verbatim: ReadonlySet<string>): boolean {
  if (!isSmallAt(text, 0)) return false;
  const { source, target, knows } = pair;
  if (own[target.language]?.has(low)) return false;
  if (own[source.language]?.has(low) || shared.has(low)) return true;
  return verbatim.has(low) || (knows !== null && !knows(low, target.tag) && knows(low, source.tag));
}

function isLeft(run: readonly Word[], { source, target, knows }: Pair): boolean {
  if (run.length < 2) return false;
  if (run.length >= 3 && run.some(({ low }) => own[source.language]?.has(low))) return true;
  if (!knows) return false;
  if (run.some(({ text, low }) => low.length < 4 || loans.has(low) || !PLAIN.test(text))) return false;
  const unknown = run.filter(({ low }) => !knows(low, target.tag) && knows(low, source.tag));
  return unknown.length > 1 || unknown.some(({ low }) => VERBAL[source.language]?.test(low));
}

const PLAIN = /^\p{L}+$/u;
/** Forms of verbs and adverbs, which no language lends: a single one beside another word of the source is enough. */
const VERBAL: Readonly<Record<string, RegExp>> = { en: /(?:ed|ing|en|ly)$/, fr: /(?:ée?s?|ait|aient|ment|er)$/ };

/** Words that both languages have do not begin or end a stretch. */
function trimShared(run: readonly Word[]): readonly Word[] {
  const counts = ({ low }: Word) => !shared.has(low);
  const from = run.findIndex(counts);
  return from < 0 ? [] : run.slice(from, run.findLastIndex(counts) + 1);
}

/** « Autorité de régulation des communications »: the tail of a name that keeps its language. */
function isInName(run: readonly Word[], target: Side): boolean {
  const before = target.prose.slice(0, run[0]?.start);
  return /\p{Lu}[\p{L}'’-]*\s+$/u.test(before) && !/(?:^|[.!?…]\s+)\p{Lu}[\p{L}'’-]*\s+$/u.test(before);
}

/** Inside a quotation, or part of a phrase that travels as it is. */
function isSpared(start: number, end: number, { prose }: Side): boolean {
  const holds = (from: number, to: number) => from < end && to > start;
  return (
    quotationsOf(prose).spans.some((one) => one.depth === 0 && one.start <= start && one.end >= end) ||
    [...prose.matchAll(PHRASES)].some(({ index, 0: words }) => holds(index, index + words.length))
  );
}
