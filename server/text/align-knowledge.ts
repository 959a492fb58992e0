// Which words of one text may be which of the other: what is known beforehand, and what the sure beads teach.
import { addCommonWords, tellingWords } from './align-common.ts';
import { type LatticeBead, range } from './align-lattice.ts';
import type { Tuning } from './align-tuning.ts';
import { addLink, type BothWays, cognateLinks, type Links, type Side } from './align-words.ts';
import { type Lexicon, learn, type StemPair } from './lexicon.ts';

/** What is known before the document is read: cognates, common words, and the lexicon. */
export function knownLinks(source: Side, target: Side, tuning: Tuning, lexicon?: Lexicon): BothWays {
  const forward = cognateLinks(source, target);
  const backward = cognateLinks(target, source);
  addCommonWords(forward, source, target, tuning.common, lexicon?.forward);
  addCommonWords(backward, target, source, tuning.common, lexicon?.backward);
  if (lexicon) {
    addLexicon(forward, source, target, lexicon.forward, 1);
    addLexicon(backward, target, source, lexicon.backward, 1);
  }
  return { forward, backward, telling: tellingWords(source, target) };
}

function addLexicon(links: Links, from: Side, to: Side, words: Lexicon['forward'], share: number): void {
  const ids = new Map(to.types.map((stem, id) => [stem, id]));
  from.types.forEach((stem, s) => {
    for (const [other, probability] of words.get(stem) ?? []) {
      const t = ids.get(other);
      if (t !== undefined) addLink(links, s, t, probability * share);
    }
  });
}

/** The beads of a path that hold both sides and are sure enough to learn from. */
export function sureBeads(path: readonly LatticeBead[], tuning: Tuning): LatticeBead[] {
  return path.filter(({ source: [a, b], target: [c, d], posterior }) => posterior >= tuning.sure && b > a && d > c);
}

/** What is known, with what the sure beads of a first path teach of this document's own words. */
export function withDocument(
  known: BothWays,
  source: Side,
  target: Side,
  path: readonly LatticeBead[],
  tuning: Tuning,
): BothWays {
  const pairs = sureBeads(path, tuning).map(
    (bead): StemPair => ({ source: stemsIn(source, bead.source), target: stemsIn(target, bead.target) }),
  );
  const taught = learn(pairs, { rounds: 4, seen: 2, doubt: tuning.doubt, least: 0.02, longest: 400 });
  const copy = (links: Links): Links => new Map([...links].map(([s, ts]) => [s, new Map(ts)]));
  const both = { ...known, forward: copy(known.forward), backward: copy(known.backward) };
  addLexicon(both.forward, source, target, taught.forward, tuning.learnt);
  addLexicon(both.backward, target, source, taught.backward, tuning.learnt);
  return both;
}

function stemsIn(side: Side, [from, to]: [number, number]): string[] {
  return range(from, to).flatMap((i) => Array.from(side.sentences[i] ?? [], (type) => side.types[type] ?? ''));
}
