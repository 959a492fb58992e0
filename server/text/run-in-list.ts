// Lists whose items run on in one paragraph: "1) First item 2) Second item". The paragraph opens with a number, letter or bullet.

/** The UTF-16 offsets at which the second and later items begin; none where the text opens with no marker or has one item. */
export function itemStarts(text: string): number[] {
  const opening = OPENING.exec(text);
  if (!opening) return [];
  const { bullet = '', counter = '', tail = '' } = opening.groups ?? {};
  if (counter === '' || tail === '') return bullet.trim() === '' ? [] : bulletStarts(text, bullet.trim());
  return countedStarts(text, { bullet, counter, tail });
}

const OPENING = /^\s*(?<bullet>[\u2022\u2043\u25aa\u2023]\s?|)(?:(?<counter>\d{1,3}|[a-z])(?<tail>\.\)|\)|\.)\s+\S)?/;

interface Marker {
  bullet: string;
  counter: string;
  tail: string;
}

function countedStarts(text: string, marker: Marker): number[] {
  const out: number[] = [];
  let at = 1;
  for (let counter = successor(marker.counter); counter !== ''; counter = successor(counter)) {
    const found = findItem(text, `${marker.bullet}${counter}${marker.tail}`, at);
    if (found < 0) break;
    out.push(found);
    at = found + 1;
  }
  return out;
}

/** Where a marker stands between white space, with a capital or digit behind it and neither comma nor semicolon before. */
function findItem(text: string, marker: string, from: number): number {
  for (let at = text.indexOf(marker, from); at >= 0; at = text.indexOf(marker, at + 1)) {
    const before = text.slice(Math.max(0, at - 3), at);
    const behind = text.slice(at + marker.length, at + marker.length + 8);
    if (/[^\s,;:]\s+$/.test(before) && /^\s+["'\u00ab\u201c\s]*[\p{Lu}\p{Nd}]/u.test(behind)) return at;
  }
  return -1;
}

function successor(counter: string): string {
  if (/^\d/.test(counter)) return String(Number(counter) + 1);
  return counter === 'z' ? '' : String.fromCharCode(counter.charCodeAt(0) + 1);
}

function bulletStarts(text: string, bullet: string): number[] {
  const out: number[] = [];
  const first = text.indexOf(bullet);
  for (let at = text.indexOf(bullet, first + 1); at >= 0; at = text.indexOf(bullet, at + 1)) {
    if (/\s/.test(text.charAt(at - 1)) && /\S/.test(text.slice(at + 1, at + 3))) out.push(at);
  }
  return out;
}
