// Quotation marks: each closed, and as many quotations as in the source.
import { NBSP } from '../text/typography.ts';
import { type Check, type Fault, intoEnglish, intoFrench, type Pair, type Said } from './check.ts';
import { type LoneMark, type Quotation, type Quotations, quotationsOf } from './quotations.ts';
import type { Side } from './side.ts';

export const quotes: Check = {
  id: 'quotes',
  about: {
    en: 'Quotation marks that are not closed or not opened, and quotations that were lost or added.',
    fr: 'Guillemets jamais fermés ou jamais ouverts, citations perdues ou ajoutées.',
  },
  samples: [
    intoEnglish('«\u00a0Nous allons investir\u00a0», promet-il.', '⟦“⟧We will invest, he promises.'),
    intoEnglish('⟦«\u00a0Nous allons investir\u00a0»⟧, promet-il.', 'We will invest, he promises.'),
    intoFrench('The firm denied any leak.', 'L’entreprise a démenti toute ⟦«\u00a0fuite\u00a0»⟧.'),
    intoFrench('“We lost,” he said.', 'Nous avons perdu\u00a0⟦»⟧, a-t-il dit.'),
    intoFrench('He called it a “leak” and ⟦“a shame”⟧.', 'Il parle de «\u00a0fuite\u00a0» et de honte.'),
    intoFrench('He spoke of a “leak”.', 'Il a parlé de «\u00a0fuite⟦»⟧.', {
      fixed: 'Il a parlé de «\u00a0fuite\u00a0».',
    }),
    intoEnglish('«\u00a0Nous avons perdu.', '“We lost.'),
    intoFrench('“We lost,” he said. “We move on.”', '«\u00a0Nous avons perdu, a-t-il dit. Nous avançons.\u00a0»'),
    intoEnglish('Le journal «\u00a0Libération\u00a0» l’affirme.', 'The newspaper Libération says so.'),
    intoFrench('The Friday 13th virus is back.', 'Le virus «\u00a0Vendredi\u00a013\u00a0» revient.'),
    intoEnglish('Un écran de 15,6\u00a0pouces.', 'A 15.6" screen.'),
    intoFrench('It’s the users’ data, from the ’90s.', 'Ce sont les données des utilisateurs, des années 90.'),
    intoEnglish('«\u00a0Il m’a dit “non”\u00a0», raconte-t-elle.', '“He told me ‘no’,” she says.'),
  ],
  *run(pair) {
    const source = quotationsOf(pair.source.prose);
    const target = quotationsOf(pair.target.prose);
    const lone = unexpected(source.lone, target.lone);
    yield* lone.map(loneFault);
    yield* target.spans.flatMap((one) => lopsided(one, pair.target.prose));
    if (source.lone.length > 0 || target.lone.length > 0) return;
    yield* countFaults(pair, source, target);
  },
};

/** Guillemets of which one keeps its distance from the words and the other does not: half of the pair was typed by another hand. */
function lopsided({ start, end, open }: Quotation, prose: string): Fault[] {
  if (open !== '«') return [];
  const [left, right] = [/\s/.test(prose[start + 1] ?? ''), /\s/.test(prose[end - 2] ?? '')];
  if (left === right) return [];
  const at = left ? end - 1 : start;
  return [{ side: 'target', start: at, end: at + 1, message: LOPSIDED, fix: left ? `${NBSP}»` : `«${NBSP}` }];
}

const LOPSIDED: Said = {
  en: 'The other guillemet has a space inside: add it here too.',
  fr: 'L’autre guillemet a son espace intérieure\u00a0: ajoutez-la ici aussi.',
};

/** The lone marks of the target beyond those that the source has of the same kind: a quotation that goes on in the next segment. */
function unexpected(source: readonly LoneMark[], target: readonly LoneMark[]): LoneMark[] {
  return (['unclosed', 'unopened'] as const).flatMap((kind) => {
    const allowed = source.filter((mark) => mark.kind === kind).length;
    return target.filter((mark) => mark.kind === kind).slice(allowed);
  });
}

function loneFault({ kind, at, mark }: LoneMark): Fault {
  const message =
    kind === 'unclosed'
      ? {
          en: `The quotation that ${mark} opens never ends: close it.`,
          fr: 'La citation ouverte ici ne finit pas\u00a0: fermez les guillemets.',
        }
      : {
          en: `${mark} closes a quotation that never began: open it.`,
          fr: 'Guillemet fermant sans ouvrant\u00a0: ouvrez la citation.',
        };
  return { side: 'target', start: at, end: at + 1, message };
}

function* countFaults(pair: Pair, source: Quotations, target: Quotations): Generator<Fault> {
  const ours = outermost(source);
  const theirs = outermost(target);
  if (ours.length === theirs.length || range(ours, pair.source).some((n) => range(theirs, pair.target).includes(n)))
    return;
  const lost = ours.filter((one) => !isNamed(one, pair.target));
  const gained = theirs.filter((one) => !isNamed(one, pair.source) && !isTitle(one) && !isLabel(one, pair));
  if (lost.length > theirs.length) for (const one of unanswered(lost, theirs)) yield countFault('source', one);
  else if (gained.length > ours.length) for (const one of unanswered(gained, ours)) yield countFault('target', one);
}

/** From how many separate quotations to how many: “A,” he said. “B.” may be one or two. */
function range(spans: readonly Quotation[], side: Side): number[] {
  let joined = spans.length;
  for (let i = 1; i < spans.length; i++) {
    const [before, after] = [spans[i - 1] as Quotation, spans[i] as Quotation];
    const between = side.prose.slice(before.end, after.start);
    if (between.length < 80 && /\p{L}/u.test(between) && (/[,?!]$/.test(before.text) || /^\s*,/.test(between)))
      joined--;
  }
  return Array.from({ length: spans.length - joined + 1 }, (_, i) => joined + i);
}

function outermost({ spans }: Quotations): Quotation[] {
  return spans.filter(({ depth }) => depth === 0).sort((a, b) => a.start - b.start);
}

/** Whether the other side has the quoted words as they are: a title or a name, which may stand without marks. */
function isNamed({ text }: Quotation, other: Side): boolean {
  return other.prose.toLowerCase().includes(text.replace(/[.,]$/, '').toLowerCase());
}

/** The name of a film, a virus or a day, « Vendredi 13 », which the other language may print without marks. */
function isTitle({ text }: Quotation): boolean {
  const words = text.split(/[\s'\u2019-]+/);
  return (
    words.length > 1 &&
    words.every((word) => /^[\p{Lu}\d]/u.test(word) || /^(?:de|du|des|la|le|les|l|d|of|the|and|et|in)$/.test(word))
  );
}

/** What English tells by capitals alone, French puts between guillemets: "click Generate Map", « cliquez sur « Générer une carte » ». */
function isLabel({ text, start }: Quotation, { source, target }: Pair): boolean {
  if (target.language !== 'fr' || !/^\p{Lu}/u.test(text) || target.prose.slice(0, start).trim() === '') return false;
  const capitals = /(?<=\p{Ll},?\s)\p{Lu}\p{Ll}{2,}(?:\s\p{Lu}\p{Ll}{2,})+/gu;
  return [...source.prose.matchAll(capitals)].some(([words]) => !target.prose.includes(words));
}

/** The quotations that are too many: those that resemble none of the other side in place; the last ones. */
function unanswered(spans: readonly Quotation[], others: readonly Quotation[]): Quotation[] {
  return spans.slice(others.length);
}

function countFault(side: 'source' | 'target', { start, end }: Quotation): Fault {
  const message =
    side === 'source'
      ? {
          en: 'This quotation is not marked in the target: put it in quotation marks.',
          fr: 'Cette citation n’est pas marquée dans la cible\u00a0: mettez-la entre guillemets.',
        }
      : {
          en: 'The source does not quote this: take the quotation marks out.',
          fr: 'La source ne cite pas cela\u00a0: supprimez les guillemets.',
        };
  return { side, start, end, message };
}
