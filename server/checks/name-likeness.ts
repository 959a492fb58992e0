// How alike two proper names are: a slip of the pen, the ending of the other language, another transliteration. All are asked folded.
import { editDistance } from '../text/edit-distance.ts';

/** Two or fewer letters apart, and at most a third of them. */
export function isClose(a: string, b: string): boolean {
  const longest = Math.max(a.length, b.length);
  const most = Math.min(2, Math.floor(longest / 3));
  if (a[0] !== b[0] || Math.abs(a.length - b.length) > most) return false;
  return editDistance(a, b) <= most || isSwapped(a, b);
}

/** Two letters that changed places: "Khan", "Kahn". */
function isSwapped(a: string, b: string): boolean {
  const at = [...a].findIndex((letter, i) => letter !== b[i]);
  const swapped = a.slice(0, at) + a.charAt(at + 1) + a.charAt(at) + a.slice(at + 2);
  return at >= 0 && swapped === b;
}

const ENDINGS =
  /(?:aise?s?|oise?s?|ese|ish|ique|ics?|isme|ism|iste|ist|ien(?:ne)?s?|ians?|éens?|ean|ain(?:e)?s?|ans?|ie|ia|y|é|ité|ity|ies?|e?s?|tion|eur|or|aire|ary|oire|ory|a|o|us|um|is|el(?:le)?|al|en|on|yy|iy|i|ski|sky|skiy|skyy|ov|off|ev|eff|aux|als)$/u;

/** The same word with the ending of the other language: « Ukraine » and "Ukrainian", "Zelensky" and « Zelenskyy ». */
export function isInflected(a: string, b: string): boolean {
  if (a === b || a.replace(/-/g, '') === b.replace(/-/g, '')) return true;
  const [s, t] = [a.replace(ENDINGS, ''), b.replace(ENDINGS, '')];
  return s.length > 2 && single(s) === single(t) && a.slice(s.length) !== b.slice(t.length);
}

/** A Slavic name as each language spells it: « Zelensky », "Zelenskyy"; « Medvedev », "Medvedieff". */
export function isTransliterated(a: string, b: string): boolean {
  const slavic = /(?:sky|ski|skiy|skyy|skii|ine|in|ov|off|ev|eff|ova|eva|y|i)$/;
  return slavic.test(a) && slavic.test(b) && isInflected(a, b);
}

function single(stem: string): string {
  return stem.replace(/(.)\1/g, '$1');
}
