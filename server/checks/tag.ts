// Inline codes, markup and placeholders: as many and the same on both sides, and properly nested in the target.
import { codeFaults } from '../text/code-faults.ts';
import { PLACEHOLDERS, TAGS } from '../text/not-prose.ts';
import { type Check, type Fault, intoEnglish, intoFrench, type Pair, type Said } from './check.ts';

interface Mark {
  text: string;
  /** Under which it must occur as often on the other side. */
  key: string;
  start: number;
  end: number;
}

export const tag: Check = {
  id: 'tag',
  about: {
    en: 'Codes, HTML tags and placeholders that were lost, added, changed or not closed.',
    fr: 'Codes, balises HTML et variables perdus, ajoutés, modifiés ou non fermés.',
  },
  samples: [
    intoEnglish('Le ⟦<b>⟧règlement⟦</b>⟧ s’applique.', 'The regulation applies.'),
    intoEnglish('Le <b>règlement⟦</b>⟧ s’applique.', 'The <b>regulation applies.'),
    intoEnglish('Lire <a href="/1">l’article</a>.', 'Read ⟦<a href="/2">⟧the article</a>.', {
      fixed: 'Read <a href="/1">the article</a>.',
    }),
    intoFrench('Hello {name}, you have {count} alerts.', 'Bonjour ⟦{nom}⟧, vous avez {count} alertes.', {
      fixed: 'Bonjour {name}, vous avez {count} alertes.',
    }),
    intoFrench('<i><b>Wired</b></i> broke it.', '<i><b>Wired⟦</i>⟧</b> l’a révélé.'),
    intoFrench('<1>Wired</1> broke the story⟦<2/>⟧.', '<1>Wired</1> a révélé l’affaire.'),
    intoEnglish('Ligne 1<br/>Ligne 2', 'Line 1<br>Line 2'),
    intoEnglish('Si a < b, tout va bien.', 'If a < b, all is well.'),
    intoEnglish('I <3 Paris', 'I <3 Paris'),
    intoFrench('Read <b>the</b> <i>story</i>.', 'Lire <i>l’article</i> <b>le</b>.'),
    intoFrench('<img src="a.png" alt="A chip">', '<img src="a.png" alt="Une puce">'),
  ],
  *run(pair) {
    yield* codesOf(pair);
    const source = marksOf(pair.source.text);
    const target = marksOf(pair.target.text);
    if (source.length === 0 && target.length === 0) return;
    const lost = beyond(source, target);
    const gained = beyond(target, source);
    yield* differences(lost, gained);
    if (lost.length === 0 && gained.length === 0) yield* crossed(source, target);
  },
};

/** The codes of the one string, by their list. */
function* codesOf({ source, target }: Pair): Generator<Fault> {
  if (target.codes.length === 0) return;
  for (const { fault, start, end } of codeFaults(source.whole, target.whole, target.codes)) {
    yield { side: 'target', start, end, message: CODE[fault], placed: true };
  }
}

const CODE: Readonly<Record<ReturnType<typeof codeFaults>[number]['fault'], Said>> = {
  lost: { en: 'A code of the source is missing: put it back.', fr: 'Un code de la source manque\u00a0: remettez-le.' },
  doubled: { en: 'This code stands twice: leave one.', fr: 'Ce code figure deux fois\u00a0: n’en laissez qu’un.' },
  crossed: {
    en: 'Codes cross here: close the inner one first.',
    fr: 'Des codes se croisent ici\u00a0: fermez d’abord celui de l’intérieur.',
  },
  unclosed: { en: 'Half of a code is missing: put it back.', fr: 'La moitié d’un code manque\u00a0: remettez-la.' },
};

function marksOf(text: string): Mark[] {
  const marks: Mark[] = [];
  for (const pattern of [TAGS, PLACEHOLDERS]) {
    for (const found of text.matchAll(pattern)) {
      const [whole] = found;
      marks.push({ text: whole, key: keyOf(whole), start: found.index, end: found.index + whole.length });
    }
  }
  return marks.sort((a, b) => a.start - b.start);
}

/** Case, spaces and the slash of an empty element do not count, nor attributes that are words for a reader. */
function keyOf(text: string): string {
  if (!text.startsWith('<')) return text;
  const bare = text.replace(/\s(?:alt|title|lang|hreflang|placeholder|aria-label)\s*=\s*(?:"[^"]*"|'[^']*')/gi, '');
  const inner = bare.slice(1, -1).trim();
  const isVoid = /^(?:br|hr|img|wbr)\b/i.test(inner);
  return `<${(isVoid ? inner.replace(/\/$/, '') : inner)
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/^\/?[A-Za-z]+/, (name) => name.toLowerCase())}>`;
}

/** The marks of one side that the other has not as often, the last ones first to go. */
function beyond(marks: readonly Mark[], others: readonly Mark[]): Mark[] {
  const left = new Map<string, number>();
  for (const { key } of others) left.set(key, (left.get(key) ?? 0) + 1);
  return marks.filter(({ key }) => {
    const count = left.get(key) ?? 0;
    left.set(key, count - 1);
    return count <= 0;
  });
}

function* differences(lost: readonly Mark[], gained: readonly Mark[]): Generator<Fault> {
  const taken = new Set<Mark>();
  for (const mark of gained) {
    const alike = lost.filter((other) => kindOf(other) === kindOf(mark) && !taken.has(other));
    const certain = alike.length === 1 && gained.filter((other) => kindOf(other) === kindOf(mark)).length === 1;
    const meant = certain ? alike[0] : undefined;
    if (meant) taken.add(meant);
    yield {
      side: 'target',
      start: mark.start,
      end: mark.end,
      message: added(mark, meant),
      ...(meant ? { fix: meant.text } : {}),
    };
  }
  for (const mark of lost)
    if (!taken.has(mark)) yield { side: 'source', start: mark.start, end: mark.end, message: missing(mark) };
}

/** What a mark may stand for: the element of a tag, or the kind of placeholder. */
function kindOf({ key }: Mark): string {
  return /^<\/?[a-z]+|^<\/?\d+|^%|^\{/.exec(key)?.[0] ?? key;
}

/** With the same tags on both sides: a closing tag that does not close the last one opened, where the source nests well. */
function* crossed(source: readonly Mark[], target: readonly Mark[]): Generator<Fault> {
  if (firstCrossing(source)) return;
  const mark = firstCrossing(target);
  if (mark) yield { side: 'target', start: mark.start, end: mark.end, message: CODE.crossed };
}

function firstCrossing(marks: readonly Mark[]): Mark | null {
  const open: string[] = [];
  for (const mark of marks) {
    const [, slash, name = ''] = /^<(\/?)([a-z]+\d*|\d+)/.exec(mark.key) ?? [];
    if (name === '' || mark.text.endsWith('/>') || /^(?:br|hr|img|wbr|input)$/.test(name)) continue;
    if (!slash) open.push(name);
    else if (open.at(-1) === name) open.pop();
    else if (open.includes(name) || marks.some(({ key }) => key.startsWith(`<${name}`))) return mark;
  }
  return null;
}

function added({ text }: Mark, meant: Mark | undefined): Said {
  if (meant)
    return {
      en: `The source has ${meant.text} here: restore it.`,
      fr: `La source a ${meant.text} ici\u00a0: rétablissez-le.`,
    };
  return { en: `The source has no ${text}: take it out.`, fr: `La source n’a pas ${text}\u00a0: supprimez-le.` };
}

function missing({ text }: Mark): Said {
  return {
    en: `${text} is missing in the target: put it back.`,
    fr: `${text} manque dans la cible\u00a0: remettez-le.`,
  };
}
