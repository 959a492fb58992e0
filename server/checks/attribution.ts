// Who said it, and all of it: quotations lost, gained or cut short, words given to another speaker.
import lists from './attributions.json' with { type: 'json' };
import { type Check, type Fault, intoEnglish, intoFrench, type Pair, type Said } from './check.ts';
import { type Quotation, quotationsOf } from './quotations.ts';
import type { Side } from './side.ts';
import { isSameSpeaker, mayAttribute, says, speakersOf, speakingPronouns } from './speakers.ts';

/** Fewer words are a title or a term, not speech. */
const SPEECH = 3;
/** A quotation this short beside the other has lost a part; French and English need about as many words. */
const CUT = 0.5;
const LONG_ENOUGH = 9;

export const attribution: Check = {
  id: 'attribution',
  about: {
    en: 'Speech that was lost, added, cut short or given to another; a quotation translated back into its own language.',
    fr: 'Paroles perdues, ajoutées, tronquées ou prêtées à un autre\u00a0; citation retraduite dans sa langue d’origine.',
  },
  samples: [
    intoEnglish('«\u00a0Nous embauchons\u00a0», dit Marie Durand.', '“We are hiring,” says ⟦Paul Martin⟧.'),
    intoEnglish('«\u00a0Le marché est mûr\u00a0», explique-t-elle.', '“The market is ripe,” ⟦he⟧ explains.'),
    intoFrench(
      '“We have nothing to hide and we are helping the regulators in every way,” the firm said.',
      '⟦«\u00a0Nous n’avons rien à cacher\u00a0»⟧, a déclaré l’entreprise.',
    ),
    intoEnglish('⟦«\u00a0Il faut agir vite\u00a0»⟧, a déclaré la ministre.', 'The minister said they must act fast.'),
    intoEnglish(
      '«\u00a0Nous avons changé le monde\u00a0», a-t-il dit à Bloomberg.',
      '⟦“We have changed the world,”⟧ he told Bloomberg.',
    ),
    intoEnglish('«\u00a0Non, dit-il. Jamais.\u00a0»', '“No,” he says. “Never.”'),
    intoEnglish('Selon OVHcloud, la panne est finie.', 'OVHcloud says the outage is over.'),
    intoFrench('It said the data was safe.', 'Elle a déclaré que les données étaient en sécurité.'),
    intoFrench('The White House said no.', 'La Maison Blanche a dit non.'),
  ],
  *run(pair) {
    const { source, target } = pair;
    if ([source.language, target.language].sort().join() !== 'en,fr' || !/\p{L}/u.test(target.prose)) return;
    const theirs = spokenWords(source);
    const ours = spokenWords(target);
    yield* quotationFaults(pair, theirs, ours);
    if (mayAttribute(source) && mayAttribute(target)) {
      yield* otherSpeaker(pair);
      yield* otherPronoun(pair);
    }
    yield* backTranslated(pair, ours);
  },
};

/** The outermost quotations of a side; none where its marks do not balance. */
function spokenWords(side: Side): Quotation[] {
  const { spans, lone } = quotationsOf(side.prose);
  return lone.length > 0 ? [] : spans.filter(({ depth }) => depth === 0).sort((a, b) => a.start - b.start);
}

function lengthOf(quotation: Quotation): number {
  return quotation.text.split(/[\s'’]+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

function* quotationFaults({ source, target }: Pair, theirs: Quotation[], ours: Quotation[]): Generator<Fault> {
  const [all, own] = [theirs, ours].map((list) => list.reduce((sum, one) => sum + lengthOf(one), 0)) as [
    number,
    number,
  ];
  if (theirs.length > 0 && ours.length > 0) {
    if (all >= LONG_ENOUGH && own < all * CUT) yield span('target', ours[0] as Quotation, CUT_SHORT);
    else if (own >= LONG_ENOUGH && all < own * CUT && all >= SPEECH)
      yield span('target', ours[0] as Quotation, STRETCHED);
    return;
  }
  const [side, list, quoting, other] = theirs[0]
    ? (['source', theirs, source, target] as const)
    : (['target', ours, target, source] as const);
  const speech = list.find((one) => lengthOf(one) >= SPEECH);
  if (!speech || !says(quoting) || hasLoneMarks(other) || other.prose.includes(speech.text)) return;
  yield span(side, speech, side === 'source' ? LOST : GAINED);
}

function hasLoneMarks(side: Side): boolean {
  return quotationsOf(side.prose).lone.length > 0;
}

function span(side: Fault['side'], { start, end }: { start: number; end: number }, message: Said): Fault {
  return { side, start, end, message };
}

/** A person speaks on each side, and it is not the same one. */
function* otherSpeaker({ source, target }: Pair): Generator<Fault> {
  const [theirs, ours] = [speakersOf(source), speakersOf(target)];
  const missing = theirs.find((one) => one.person && !ours.some((other) => isSameSpeaker(one, other)));
  const stranger = ours.find((one) => one.person && !theirs.some((other) => isSameSpeaker(one, other)));
  if (missing && stranger && (missing.given || stranger.given)) yield span('target', stranger, OTHER_SPEAKER);
}

/** Words of grammatical gender that « elle » may stand for, whoever it is. */
const EITHER = /(?<!\p{L})(?:victime|personne|star|vedette|recrue|sentinelle|porte-parole)s?(?!\p{L})/iu;

function* otherPronoun({ source, target }: Pair): Generator<Fault> {
  const theirs = speakingPronouns(source);
  const ours = speakingPronouns(target);
  const gender = theirs[0]?.gender;
  const other = ours.find((one) => one.gender !== gender);
  if (!gender || !other || ours.some((one) => one.gender === gender) || EITHER.test(source.prose)) return;
  if (theirs.some((one) => one.gender !== gender)) return;
  yield span('target', other, OTHER_SPEAKER);
}

const outlets = { en: outletsOf(lists.spokenIn.en), fr: outletsOf(lists.spokenIn.fr) };

function outletsOf(names: readonly string[]): RegExp {
  return new RegExp(`(?<![\\p{L}])(?:${names.join('|').replace(/'/g, "['’]")})(?![\\p{L}])`, 'u');
}

/** Said to a medium of the target's language, so it was spoken there in that language. */
function* backTranslated({ source, target }: Pair, ours: readonly Quotation[]): Generator<Fault> {
  const long = ours.filter((one) => lengthOf(one) > SPEECH);
  if (long.length === 0 || !outlets[target.language as 'fr' | 'en'].test(source.prose)) return;
  for (const one of long) yield { ...span('target', one, BACK), rule: 'back-translated' };
}

const CUT_SHORT: Said = {
  en: 'The source quotes much more: give the whole quotation, or mark the cut.',
  fr: 'La source cite bien davantage\u00a0: donnez toute la citation ou signalez la coupe.',
};
const STRETCHED: Said = {
  en: 'The source quotes much less: close the quotation where it ends there.',
  fr: 'La source cite bien moins\u00a0: fermez la citation où elle finit.',
};
const LOST: Said = {
  en: 'The target does not give these words as a quotation: quote them, or keep to reported speech on purpose.',
  fr: 'La cible ne donne pas ces mots pour une citation\u00a0: citez-les, ou assumez le discours indirect.',
};
const GAINED: Said = {
  en: 'The source does not quote these words: take the marks out and report them.',
  fr: 'La source ne cite pas ces mots\u00a0: supprimez les guillemets et rapportez-les.',
};
const OTHER_SPEAKER: Said = {
  en: 'In the source somebody else says this: see who speaks.',
  fr: 'Dans la source, c’est quelqu’un d’autre qui parle\u00a0: vérifiez qui.',
};
const BACK: Said = {
  en: 'Probably spoken in this language: restore the original words, or paraphrase without quotation marks.',
  fr: 'Sans doute dit dans cette langue\u00a0: rétablissez les mots d’origine ou paraphrasez sans guillemets.',
};
