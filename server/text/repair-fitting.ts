// What a number changes in the word before it: « de mai » but « d’avril », "a 5% rise" but "an 8% rise".
import { baseLanguage } from './language.ts';
import type { Edit } from './repair-quantities.ts';

const VOWEL = /^[aeiouàâäéèêëîïôöùûüœæ]/iu;
/** « le huit », « le onze », « de un million »: French elides before none of them. */
const UNELIDED = /^(?:huit|onz|un(?![\p{L}]))/iu;
const FULL_DE = /(?<=^|[^\p{L}])d(e )$/iu;
const CUT_DE = /(?<=^|[^\p{L}])d(['\u2019])$/iu;
const CUT = /(?:^|[^\p{L}])(?:[ljmntsc]|qu|jusqu|lorsqu|puisqu)['\u2019]$/iu;

/**
 * The edit, with the word before it put right where the new text asks for that: « de » in French, the article in English. null
 * where another word would have to change.
 */
export function fitted(target: string, edit: Edit, to: string): Edit | null {
  const before = target.slice(0, edit.start);
  const language = baseLanguage(to);
  if (language === 'fr') {
    const joined = withoutScale(target, edit);
    return joined && inFrench(before, joined);
  }
  return language === 'en' ? inEnglish(before, edit) : edit;
}

const SCALE = /(?:million|milliard|billion)s?$/u;
const OF = /^[\s\u00a0\u202f]d(?:e |['\u2019])/u;
/** « trois millions de ces abonnés », « 2 millions de la somme » : there the word belongs to what follows. */
const OF_SOME =
  /^[\s\u00a0\u202f]d(?:e |['\u2019])(?:l[ae']|l\u2019|c(?:es?|ette|et) |[smt]es |[nv]os |leurs? |entre )/u;

/** Behind a scale « de » leads to what is counted: « 1,5 million de lecteurs » but « 800 000 lecteurs ». */
function withoutScale(target: string, edit: Edit): Edit | null {
  if (!SCALE.test(target.slice(edit.start, edit.end)) || SCALE.test(edit.text)) return edit;
  const after = target.slice(edit.end);
  if (OF_SOME.test(after)) return null;
  const [of] = OF.exec(after) ?? [];
  return of === undefined ? edit : { ...edit, end: edit.end + of.length, text: `${edit.text} ` };
}

function inFrench(before: string, edit: Edit): Edit | null {
  if (CUT.test(before)) return isElided(edit.text) ? edit : null;
  const [full] = FULL_DE.exec(before) ?? [];
  if (full !== undefined && isElided(edit.text)) return withBefore(edit, full, `${full.charAt(0)}\u2019`);
  const [cut] = CUT_DE.exec(before) ?? [];
  return cut !== undefined && !isElided(edit.text) ? withBefore(edit, cut, `${cut.charAt(0)}e `) : edit;
}

function isElided(text: string): boolean {
  return VOWEL.test(text) && !UNELIDED.test(text);
}

const ARTICLE = /(?<=^|[^\p{L}])(a)(n?) $/iu;
/** Eight, eighty, eight hundred, eleven, eighteen and their thousands. */
const SOUNDS_LIKE_VOWEL = /^(?:8|1[18](?!\d)|eight|eleven)/i;
/** "1,100" may be eleven hundred, "11th" is eleventh; "one", "u" and "h" are told by no letter. */
const UNSURE = /^(?:1[18]\d\d(?!\d)|1,[18]\d\d(?![,\d])|one|[aiou])/i;

function inEnglish(before: string, edit: Edit): Edit | null {
  const [whole, letter = '', n] = ARTICLE.exec(before) ?? [];
  if (whole === undefined) return edit;
  const body = edit.text.replace(/^[$€£]/, '');
  if (UNSURE.test(body)) return null;
  const needed = SOUNDS_LIKE_VOWEL.test(body) ? 'n' : '';
  return n === needed ? edit : withBefore(edit, whole, `${letter}${needed} `);
}

function withBefore(edit: Edit, old: string, now: string): Edit {
  return { start: edit.start - old.length, end: edit.end, text: now + edit.text };
}
