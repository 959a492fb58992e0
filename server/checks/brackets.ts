// Round, square and curly brackets that are left open or closed twice.
import { type Check, type Fault, intoEnglish, intoFrench } from './check.ts';

const BRACKETS = /[()[\]{}]/g;
const PARTNER: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };
/** « a) », "1)", « iv) » at the head of an item. */
const LIST_MARK = /(?:^|[\s;,:(])(?:\p{L}|\d{1,2}|[ivx]{1,4})$/u;
/** "[0, 1)" and « ]0, 1[ ». */
const INTERVAL = /[[\](]\s*[-+\d.,∞\u2212]+\s*[,;]\s*[-+\d.,∞\u2212]+\s*[[\])]/g;

export const brackets: Check = {
  id: 'brackets',
  about: {
    en: 'Brackets of the target that have no partner, unless the source has the same ones in the same order.',
    fr: 'Parenthèses et crochets sans leur pendant, sauf si la source a les mêmes dans le même ordre.',
  },
  samples: [
    intoFrench('The DMA (Digital Markets Act) applies.', 'Le DMA Digital Markets Act⟦)⟧ s’applique.'),
    intoEnglish('L’accord (signé à Paris) tient.', 'The deal ⟦(⟧signed in Paris holds.'),
    intoEnglish('L’accord (signé [à Paris]) tient.', 'The deal (signed ⟦[⟧in Paris) holds.'),
    intoEnglish('1) Ouvrir l’application.', '1) Open the app.'),
    intoEnglish('La loi (…) s’applique.', 'The law […] applies.'),
    intoFrench('Thanks :-)', 'Merci :-)'),
    intoFrench('x lies in [0, 1).', 'x est dans [0, 1[.'),
    intoEnglish('(Suite de la page 1', '(Continued from page 1'),
  ],
  *run({ source, target }) {
    const own = withoutIntervals(target.prose);
    const lone = loneBrackets(own);
    if (lone.length === 0 || signature(withoutIntervals(source.prose)) === signature(own)) return;
    for (const at of lone) yield fault(at, target.prose[at] ?? '');
  },
};

function withoutIntervals(prose: string): string {
  return prose.replace(INTERVAL, (found) => found.replace(BRACKETS, '|'));
}

function signature(prose: string): string {
  return (prose.match(BRACKETS) ?? []).join('');
}

/** Where brackets without a partner stand, in order. */
function loneBrackets(prose: string): number[] {
  const open: { mark: string; at: number }[] = [];
  const lone: number[] = [];
  for (const { 0: mark, index } of prose.matchAll(BRACKETS)) {
    const partner = PARTNER[mark];
    if (partner === undefined) {
      open.push({ mark, at: index });
      continue;
    }
    const opener = open.findLastIndex((one) => one.mark === partner);
    if (opener >= 0)
      lone.push(
        ...open
          .splice(opener)
          .slice(1)
          .map(({ at }) => at),
      );
    else if (mark !== ')' || !LIST_MARK.test(prose.slice(Math.max(0, index - 6), index))) lone.push(index);
  }
  return [...lone, ...open.map(({ at }) => at)].sort((a, b) => a - b);
}

function fault(at: number, mark: string): Fault {
  const opens = PARTNER[mark] === undefined;
  return {
    side: 'target',
    start: at,
    end: at + 1,
    message: opens
      ? { en: `"${mark}" is never closed: close it.`, fr: `«\u00a0${mark}\u00a0» n’est jamais fermé\u00a0: fermez-le.` }
      : {
          en: `"${mark}" closes nothing: open it, or take it out.`,
          fr: `«\u00a0${mark}\u00a0» ne ferme rien\u00a0: ouvrez-le ou supprimez-le.`,
        },
  };
}
