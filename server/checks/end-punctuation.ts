// The mark at the end: the same class as in the source.

import { NNBSP } from '../text/typography.ts';
import { type Check, type Fault, intoEnglish, intoFrench, type Pair, type Said } from './check.ts';
import type { Side } from './side.ts';
import { isPending } from './untranslated.ts';

/** The closing stretch of a text is made of these: marks, with the quotes, brackets and spaces around them. */
const TAIL = /[\s.?!:…;,»”’"')\]\u2014\u2013-]/;
const MARK = /\.\.\.+|…|[.?!:]/g;
/** What ends in a point of its own: "Inc.", "U.S.", « etc. ». */
const ABBREVIATION =
  /(?:^|[\s(])(?:Inc|Corp|Ltd|Co|Bros|Jr|Sr|etc|al|p\.\s?m|a\.\s?m|(?:\p{Lu}\.)+\p{Lu}|\p{Lu}|vol|art|no|St)\.[)\]»”’"'\s]*$/u;
const NAME_WITH_MARK = /(?:Yahoo|Jeopardy|Kahoot|Joomla|Which|Wham|Panic|Bravo|Yum)[!?]$/;
/** « etc... » is one point too many for the check of typography, and one point here. */
const ETC = /(?<!\p{L})etc\.{2,}[^\p{L}\p{N}]*$/u;
/** Items of a list end in a comma, a semicolon or nothing, as the house likes. */
const SOFT = /[;,\u2014\u2013-][\s»”’"')\]]*$/;

export const endPunctuation: Check = {
  id: 'end-punctuation',
  about: {
    en: 'A full stop, question mark, exclamation mark, colon or ellipsis at the end that the other side lacks.',
    fr: 'Point, point d’interrogation ou d’exclamation, deux-points ou points de suspension en fin de texte, absents de l’autre côté.',
  },
  samples: [
    intoEnglish('Le groupe a publié ses résultats.', 'The group has published its results⟦⟧', {
      fixed: 'The group has published its results.',
    }),
    intoFrench('OpenAI launches a new model', 'OpenAI lance un nouveau modèle⟦.⟧', {
      fixed: 'OpenAI lance un nouveau modèle',
    }),
    intoFrench('The list is as follows:', 'La liste est la suivante⟦.⟧'),
    intoFrench('Is it safe?', 'Est-ce sûr⟦⟧', { fixed: 'Est-ce sûr\u202f?' }),
    intoEnglish('C’est fini.', 'It is over⟦..⟧', { fixed: 'It is over.' }),
    intoEnglish('Il a dit «\u00a0oui\u00a0».', 'He said “yes.”'),
    intoEnglish('Il a crié «\u00a0Non\u00a0!\u00a0».', 'He shouted “No!”'),
    intoFrench('He works for Apple Inc.', 'Il travaille pour Apple.'),
    intoFrench('It was bought by Apple Inc.', 'Apple l’a rachetée.'),
    intoEnglish('Accélérer la fibre\u202f;', 'Faster fibre'),
    intoFrench('Wait and see...', 'Reste à voir…'),
  ],
  *run(pair) {
    const { source, target } = pair;
    if (!/[\p{L}\p{N}]/u.test(target.text) || !/[\p{L}\p{N}]/u.test(source.text) || isPending(target.text)) return;
    const doubled = /(?<![.…]|\betc)\.\.(?=[\s»”’"')\]]*$)/.exec(target.prose);
    if (doubled) {
      yield { side: 'target', start: doubled.index, end: doubled.index + 2, message: DOUBLED, fix: '.' };
      return;
    }
    const cut = /(?<=[\p{L}\p{N}])[,;](?=\s*$)/u.exec(target.prose);
    const theirEnd = /[.!?…](?=[\s»”’"')\]]*$)/u.exec(source.prose);
    if (cut && theirEnd && !ABBREVIATION.test(source.prose)) {
      yield { side: 'target', start: cut.index, end: cut.index + 1, message: other(cut[0], theirEnd[0]) };
      return;
    }
    const own = endOf(spoken(target));
    const theirs = endOf(spoken(source));
    if (own.some((mark) => theirs.includes(mark)) || (own.length === 0 && theirs.length === 0)) return;
    if (isFree(source.prose) || isFree(target.prose)) return;
    yield faultOf(pair, own, theirs);
  },
};

const DOUBLED: Said = {
  en: 'Two points at the end: leave one.',
  fr: 'Deux points à la fin\u00a0: n’en laissez qu’un.',
};

/** The prose without the codes that a text ends in, where no list knows them: "first.<2/>". */
function spoken({ prose, text }: Side): string {
  const codes = /(?:<\/?\d+\/?>)+$/.exec(text);
  return codes ? prose.slice(0, codes.index) : prose;
}

/** The marks at the end, by class. */
function endOf(prose: string): string[] {
  const tail = tailOf(prose).replace(/\.\.+/, (points) => (ETC.test(prose) ? '.' : points));
  return (tail.match(MARK) ?? []).map((mark) => (mark.length > 1 ? '…' : mark));
}

/** Looked for from the end: an expression that is only bound there would be tried from each character on. */
function tailOf(prose: string): string {
  let start = prose.length;
  while (start > 0 && TAIL.test(prose.charAt(start - 1))) start--;
  return prose.slice(start);
}

/** Whether the end says nothing about the sentence: an abbreviation, a name, an item of a list, an address. */
function isFree(prose: string): boolean {
  return ABBREVIATION.test(prose) || NAME_WITH_MARK.test(prose.trimEnd()) || SOFT.test(prose);
}

function faultOf(pair: Pair, own: readonly string[], theirs: readonly string[]): Fault {
  const prose = spoken(pair.target);
  const end = prose.trimEnd().length;
  const wanted = theirs.at(-1) ?? '';
  const found = own.at(-1);
  if (found === undefined) {
    const fix = /[\p{L}\p{N}]$/u.test(prose.slice(0, end)) ? spaced(wanted, pair) : undefined;
    return { side: 'target', start: end, end, message: missing(wanted), ...(fix ? { fix } : {}) };
  }
  const start = prose.lastIndexOf(found === '…' && !prose.includes('…') ? '.' : found);
  const removes = wanted === '' && found === '.' && start === end - 1;
  return { side: 'target', start, end: start + 1, message: other(found, wanted), ...(removes ? { fix: '' } : {}) };
}

/** A mark with the space that French puts before it; no fix for a colon, which may belong to what follows. */
function spaced(mark: string, { target }: Pair): string | undefined {
  if (mark === ':' || mark === '') return undefined;
  const narrow = target.language === 'fr' && target.region !== 'CA' && /[?!]/.test(mark);
  return narrow ? NNBSP + mark : mark;
}

function missing(mark: string): Said {
  return {
    en: `The source ends with "${mark}": end the target with it too.`,
    fr: `La source finit par «\u00a0${mark}\u00a0»\u00a0: finissez de même.`,
  };
}

function other(found: string, wanted: string): Said {
  if (wanted !== '')
    return {
      en: `The source ends with "${wanted}", not "${found}": end as it does.`,
      fr: `La source finit par «\u00a0${wanted}\u00a0», non par «\u00a0${found}\u00a0»\u00a0: finissez comme elle.`,
    };
  return {
    en: `The source ends without "${found}": take it out.`,
    fr: `La source finit sans «\u00a0${found}\u00a0»\u00a0: supprimez-le.`,
  };
}
