import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Bead } from '../../server/model-alignment.ts';
import { align } from '../../server/text/align.ts';
import { trust } from '../../server/text/align-trust.ts';
import { learnFromTexts } from '../../server/text/lexicon.ts';
import { learntMore } from '../../server/text/lexicon-more.ts';
import { lexiconFrom, lexiconText, narrowedLexicon, turnedLexicon } from '../../server/text/lexicon-text.ts';
import { ENGLISH, FRENCH } from './rocket.ts';
import { SHORT_ARTICLES } from './short-articles.ts';
import { STATION } from './station.ts';
import { TWO_REPORTS } from './two-reports.ts';

const shown = (beads: readonly Bead[]) => beads.map((bead) => `${bead.source.join('+')}:${bead.target.join('+')}`);
const without = (list: readonly string[], at: number) => list.filter((_, i) => i !== at);

describe('align', () => {
  it('pairs sentence with sentence', () => {
    expect(shown(align(FRENCH, ENGLISH))).toEqual(['0:0', '1:1', '2:2', '3:3', '4:4', '5:5', '6:6']);
  });

  it('finds a sentence cut in two and two joined', () => {
    const cut = [
      ...ENGLISH.slice(0, 2),
      'The Vulcain engine runs at 98% of its power.',
      'So says the agency.',
      `${ENGLISH[3]?.replace('.', ',')} but one unknown remains: the price of a kilogram in orbit.`,
      ...ENGLISH.slice(5),
    ];
    expect(shown(align(FRENCH, cut))).toEqual(['0:0', '1:1', '2:2+3', '3+4:4', '5:5', '6:6']);
  });

  it('leaves a sentence without a partner alone, on either side', () => {
    expect(shown(align(FRENCH, without(ENGLISH, 2)))).toEqual(['0:0', '1:1', '2:', '3:2', '4:3', '5:4', '6:5']);
    expect(shown(align(without(FRENCH, 5), ENGLISH))).toContain(':5');
  });

  it('finds the partners of the first sentences where the rest was not translated', () => {
    const { fr, en } = STATION;
    const third = Math.ceil(en.length / 3);
    const begun = [...en.slice(0, third)];
    const beads = align(fr, begun);
    expect(shown(beads).slice(0, third)).toEqual(begun.map((_, i) => `${i}:${i}`));
    expect(beads.slice(third).every((bead) => bead.target.length === 0)).toBe(true);
    expect(trust(fr, begun, beads).translation).toBe(true);
  });

  it('finds them all in one article: one sentence cut in two, two joined, one left out, one added', () => {
    const { en, fr } = STATION;
    const edited = [
      en[0],
      'No train ran for three hours.',
      'Meanwhile 4,000 passengers waited on the platforms.',
      en[2],
      'The publisher, a company called Calliope, disputes that version: according to its engineers, the outage comes from a cable cut near the Brassac tunnel.',
      en[5],
      'A spokeswoman for the region could not be reached on Wednesday.',
      en[6],
      ...en.slice(8),
    ];
    expect(shown(align(fr, edited))).toEqual([
      '0:0',
      '1:1+2',
      '2:3',
      '3+4:4',
      '5:5',
      ':6',
      '6:7',
      '7:',
      '8:8',
      '9:9',
      '10:10',
      '11:11',
    ]);
  });

  it.each([
    ['fr', 'es'],
    ['es', 'en'],
    ['de', 'fr'],
    ['de', 'es'],
    ['es', 'de'],
  ] as const)('aligns other languages than French and English: %s and %s', (one, other) => {
    const [source, target] = [STATION[one], STATION[other]];
    expect(shown(align(source, target))).toEqual(source.map((_, i) => `${i}:${i}`));
    expect(shown(align(source, without(target, 8)))).toContain('8:');
    expect(trust(source, target, align(source, target)).translation).toBe(true);
  });

  it.each(Object.entries(SHORT_ARTICLES))('makes no error in a short article that was edited: %s', (_, gold) => {
    const source = gold.flatMap(([sentences]) => sentences);
    const target = gold.flatMap(([, sentences]) => sentences);
    const found = align(source, target).map((bead) => [
      bead.source.map((i) => source[i]),
      bead.target.map((j) => target[j]),
    ]);
    // Which of two neighbours without a partner comes first says nothing.
    expect(new Set(found)).toEqual(new Set(gold));
  });

  it('reads common words where nothing looks alike', () => {
    const french = ['Il neige depuis lundi matin.', 'La voiture rouge est vide.', 'Trois femmes attendent dehors.'];
    const english = ['The red car is empty.', 'Three women wait outdoors.'];
    expect(shown(align(french, english))).toEqual(['0:', '1:0', '2:1']);
  });

  it('ends a bead in mid-thought on both sides or on none', () => {
    const german = ['Das Urteil der Jury war klar:', 'Niemand wollte den Turm.', 'Der Bau beginnt trotzdem im Mai.'];
    const french = ['Le jury fut net : personne ne voulait de la tour.', 'Le chantier commence quand même en mai.'];
    expect(shown(align(german, french))).toEqual(['0+1:0', '2:1']);
  });

  it('has nothing to pair where one side is empty', () => {
    expect(shown(align([], ['One.', 'Two.']))).toEqual([':0', ':1']);
    expect(align([], [])).toEqual([]);
  });

  it('puts every sentence into exactly one bead, in order, whatever the sentences are', { timeout: 60_000 }, () => {
    const sentences = fc.array(fc.string({ unit: 'binary', maxLength: 40 }), { maxLength: 12 });
    fc.assert(
      fc.property(sentences, sentences, (source, target) => {
        const beads = align(source, target);
        expect(beads.flatMap((bead) => bead.source)).toEqual(source.map((_, i) => i));
        expect(beads.flatMap((bead) => bead.target)).toEqual(target.map((_, i) => i));
        for (const { score } of beads) expect(score >= 0 && score <= 1).toBe(true);
      }),
      { numRuns: 25 },
    );
  });

  it('takes a report of many sentences in stretches, and still finds what was left out', { timeout: 60_000 }, () => {
    const source = Array.from(
      { length: 660 },
      (_, i) => `Rapport ${i * 37}, chapitre ${i} : la société Xylo${i} gagne ${i + 3} points.`,
    );
    const target = source.map((_, i) => `Report ${i * 37}, chapter ${i}: the company Xylo${i} gains ${i + 3} points.`);
    const beads = align(source, without(target, 330));
    expect(shown(beads)).toContain('330:');
    expect(beads.filter(({ source: [s = -1], target: [t = -2] }) => t === (s < 330 ? s : s - 1))).toHaveLength(659);
  });
});

describe('trust', () => {
  const trusted = (source: readonly string[], target: readonly string[]) =>
    trust(source, target, align(source, target));
  it('knows a translation', () => {
    expect(trusted(FRENCH, ENGLISH).translation).toBe(true);
  });
  it('knows a translation of which more than half was cut', () => {
    const kept = STATION.en.filter((_, i) => [0, 2, 4, 7, 11].includes(i));
    expect(trusted(STATION.fr, kept).translation).toBe(true);
  });
  it('refuses one article beside the translation of another', () => {
    const sides = Object.values(SHORT_ARTICLES).map((gold) =>
      [0, 1].map((side) => gold.flatMap((bead) => bead[side] ?? [])),
    );
    for (const [i, [source = []]] of sides.entries()) {
      for (const [j, [, target = []]] of sides.entries()) {
        expect(trusted(source, target).translation).toBe(i === j);
      }
    }
  });
  it('refuses two reports of one event, which share its names and numbers', () => {
    expect(trusted(TWO_REPORTS.fr, TWO_REPORTS.en).translation).toBe(false);
  });

  it('refuses texts that have nothing to do with each other', () => {
    const recipe = [
      'Beat the butter until it is soft and pale.',
      'Add the sugar, a little at a time.',
      'Fold in flour and milk with a wooden spoon.',
      'Pour everything into a greased tin.',
      'Bake until golden, then let it cool on a rack.',
    ];
    expect(trusted(FRENCH, recipe).translation).toBe(false);
  });
});

describe('a lexicon', () => {
  const pairs = [
    ['le chat noir', 'the black cat'],
    ['le chien noir', 'the black dog'],
    ['un chat dort', 'a cat sleeps'],
    ['un chien dort', 'a dog sleeps'],
    ['le chat dort', 'the cat sleeps'],
  ].map(([source = '', target = '']) => ({ source, target }));
  const lexicon = learnFromTexts(pairs);
  const best = (words: Map<string, number> | undefined) => [...(words ?? [])].sort((a, b) => b[1] - a[1])[0]?.[0];

  it('learns which word is which, both ways', () => {
    expect(best(lexicon.forward.get('chien'))).toBe('dog');
    expect(best(lexicon.backward.get('sleeps'))).toBe('dort');
    expect(best(turnedLexicon(lexicon).forward.get('black'))).toBe('noir');
  });

  it('comes back from its text', () => {
    const text = lexiconText(lexicon);
    const back = lexiconFrom(text);
    expect(best(back?.backward.get('sleeps'))).toBe('dort');
    expect(back && lexiconText(back)).toBe(text);
    expect(lexiconFrom('{"pairs":5,"forward":[],"backward":[]}')).toBeNull();
  });

  it('learns more from a few pairs, and forgets nothing that it knew', () => {
    const more = learntMore(lexicon, [
      { source: ['le', 'poisson', 'dort'], target: ['the', 'fish', 'sleeps'] },
      { source: ['un', 'poisson', 'noir'], target: ['a', 'black', 'fish'] },
    ]);
    expect(best(more.forward.get('poisson'))).toBe('fish');
    expect(best(more.backward.get('fish'))).toBe('poisson');
    expect(best(more.forward.get('chien'))).toBe('dog');
    expect(more).toMatchObject({ pairs: 5, more: 2 });
    expect(lexicon.forward.has('poisson')).toBe(false);
  });

  it('is cut down to the words of two texts', () => {
    const narrow = narrowedLexicon(lexicon, { types: ['chat', 'noir'] }, { types: ['cat', 'dog'] });
    expect(best(narrow.forward.get('chat'))).toBe('cat');
    expect([...(narrow.forward.get('noir')?.keys() ?? [])]).not.toContain('black');
    expect(narrow.backward.has('black')).toBe(false);
  });
});
