// What the checks say of aligned pairs before they are offered: language, length, and every number.
import type { CheckName } from '../checks/check.ts';
import { CHECKS, pairOf } from '../checks/index.ts';
import { weigh } from '../checks/preset.ts';
import { unitFaults } from '../checks/unit-faults.ts';
import type { Language } from '../model.ts';
import type { Bead, JudgedBead } from '../model-alignment.ts';

/** Published texts are others' style; what is looked for is what a wrong bead gives away. */
const TELLING: ReadonlySet<CheckName> = new Set(['number', 'currency', 'date', 'unit', 'percent', 'length']);
const CHECKED = CHECKS.filter((check) => TELLING.has(check.id));

/** Both texts of an alignment, and their languages. */
export interface BeadTexts {
  source: readonly string[];
  target: readonly string[];
  from: Language;
  to: Language;
}

/** The texts of a bead, its sentences joined by a space. */
export function textsOf(
  { source, target }: Pick<BeadTexts, 'source' | 'target'>,
  bead: Pick<Bead, 'source' | 'target'>,
) {
  const text = (sentences: readonly string[], at: readonly number[]) => at.map((i) => sentences[i] ?? '').join(' ');
  return [text(source, bead.source), text(target, bead.target)] as [string, string];
}

/** The beads with the names of the checks that find something in their pairs; a bead with one side has nothing to compare. */
export function flagged<B extends Pick<Bead, 'source' | 'target'>>(
  texts: BeadTexts,
  beads: readonly B[],
): (B & Pick<JudgedBead, 'flags'>)[] {
  return beads.map((bead) => ({ ...bead, flags: flagsOf(texts, bead) }));
}

function flagsOf(texts: BeadTexts, bead: Pick<Bead, 'source' | 'target'>): string[] {
  if (bead.source.length === 0 || bead.target.length === 0) return [];
  const [source, target] = textsOf(texts, bead);
  const { from, to } = texts;
  const flags = new Set<string>();
  for (const { kind } of unitFaults([{ id: 0, from, to, source, target, codes: [] }]))
    flags.add(kind === 'language' ? 'language' : 'untranslated');
  const pair = pairOf({ source, target, from, to });
  for (const check of CHECKED) {
    for (const fault of check.run(pair)) {
      const weight = weigh(check.id, fault.rule, 'default');
      if (weight === 'error' || weight === 'warning') flags.add(check.id);
    }
  }
  return [...flags];
}
