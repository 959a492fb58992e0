// Spaces that can be seen: each keeps its character and its width, and wears a mark.
import { FIGURE_SPACE, NBSP, NNBSP, THIN_SPACE } from '../../server/text/typography.ts';

const NAMES: Record<string, string> = {
  ' ': 'plain',
  '\t': 'plain',
  '\n': 'line',
  [NBSP]: 'nb',
  [FIGURE_SPACE]: 'nb',
  [NNBSP]: 'nnb',
  [THIN_SPACE]: 'nnb',
};
const SPACE = /(\s)/u;

/** The text with its spaces marked; with `all` false, as it is. */
export function Spaced({ text, all }: { text: string; all: boolean }) {
  if (!all) return text;
  let at = 0;
  return text.split(SPACE).map((part) => {
    const key = at;
    at += part.length;
    return SPACE.test(part) && part.length === 1 ? (
      <span key={key} className={`space ${NAMES[part] ?? 'nb'}`}>
        {part}
      </span>
    ) : (
      part
    );
  });
}
