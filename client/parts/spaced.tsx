// Spaces that can be seen: each keeps its character and its width, and wears a mark.
import { FIGURE_SPACE, NBSP, NNBSP, THIN_SPACE } from '../../server/text/typography.ts';

/** Which spaces are marked. */
export type Shown = 'none' | 'no-break' | 'all';

const NAMES: Record<string, string> = {
  [NBSP]: 'nb',
  [FIGURE_SPACE]: 'nb',
  [NNBSP]: 'nnb',
  [THIN_SPACE]: 'nnb',
};
const PATTERNS: Record<Shown, RegExp | null> = {
  none: null,
  'no-break': new RegExp(`([${Object.keys(NAMES).join('')}])`, 'u'),
  all: /(\s)/u,
};

/** The text with its spaces marked as wanted. */
export function Spaced({ text, show }: { text: string; show: Shown }) {
  const pattern = PATTERNS[show];
  if (!pattern?.test(text)) return text;
  let at = 0;
  return text.split(pattern).map((part) => {
    const key = at;
    at += part.length;
    if (part.length !== 1 || !pattern.test(part)) return part;
    return (
      <span key={key} className={`space ${NAMES[part] ?? 'plain'}`}>
        {part}
      </span>
    );
  });
}
