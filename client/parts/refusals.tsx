// What of a file stayed out, with the place and the reason of each.
import type { Refusal } from '../../server/model-refusal.ts';
import { useWords, type Words } from '../words/words.tsx';

/** What is shown of very many. */
const SHOWN = 100;

/** Nothing where nothing stayed out; `all` counts what the list itself does not hold any more. */
export function Refusals({ refusals, all = refusals.length }: { refusals: readonly Refusal[]; all?: number }) {
  const words = useWords();
  if (refusals.length === 0) return null;
  const shown = refusals.slice(0, SHOWN);
  return (
    <details className="refusals">
      <summary>
        {words.memory.refusals} <span className="figures soft">{words.f.number(all)}</span>
      </summary>
      <ul>
        {shown.map((refusal) => (
          <li key={`${refusal.at} ${refusal.why}`}>{refusalInWords(refusal, words)}</li>
        ))}
        {all > shown.length && <li className="soft">{words.refused.more(all - shown.length)}</li>}
      </ul>
    </details>
  );
}

/** One refusal as a sentence without its stop: the place first, then why. */
export function refusalInWords({ at, why, code, values, place }: Refusal, words: Words): string {
  const named = Object.fromEntries(Object.entries(values ?? {}).map(([name, value]) => [name, String(value)]));
  if (named['state']) named['state'] = words.states[named['state'] as keyof Words['states']] ?? named['state'];
  const because = words.refused.because[code]?.(named) ?? why;
  return words.refused.at(placeInWords(place, words) || at, because);
}

function placeInWords({ line, unit, name }: Refusal['place'] = {}, { refused }: Words): string {
  const where = line === undefined ? [] : [refused.line(line)];
  if (unit !== undefined) where.push(name ? refused.unitNamed(unit, name) : refused.unit(unit));
  else if (name !== undefined) where.push(refused.named(name));
  return where.join(', ');
}
