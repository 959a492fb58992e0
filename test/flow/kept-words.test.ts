import { expect, test } from 'vitest';
import { keptWords } from '../../server/flow/kept-words.ts';
import type { Code, Segment, Term } from '../../server/model.ts';
import { openSpelling } from '../../server/spelling.ts';

const { knows } = await openSpelling();
const term = (source: string, ...targets: string[]): Term => ({
  ...{ id: 1, desk: 1, from: 'fr', to: 'en', source, targets, forbidden: [], note: null },
});

function kept(source: string, { terms = [] as Term[], codes = [] as Code[], from = 'fr' } = {}): string[] {
  const segment = { id: 1, source, codes } as unknown as Segment;
  const spans = keptWords([segment], { from, to: from === 'fr' ? 'en' : 'fr', terms, knows }).get(1) ?? [];
  return spans.map(({ start, end }) => source.slice(start, end));
}

test.each([
  ['La vision diddojo subsiste chez OrbitalAI.', ['diddojo', 'OrbitalAI']],
  ['Le module zorvex remplace kubectl.', ['zorvex', 'kubectl']],
  // Names may have another form in the other language: a machine knows.
  ['Khrouchtchev et Venkataraman se rencontrent.', []],
  // Words of French, though no dictionary need have them.
  ['La maitrise des mobinautes passe par la cloudification.', []],
  ['Un oeil sur la blockchain, le rapportdu jour.', []],
  ['Le routeur chauffe depuis lundi.', []],
])('of %j what nobody can explain is kept: %j', (source, words) => {
  expect(kept(source)).toEqual(words);
});

test('English words that the dictionary lacks are no tokens either', () => {
  expect(kept('The roadmap of diddojo covers rheology and clays.', { from: 'en' })).toEqual(['diddojo']);
});

test('a name that the desk writes alike in both languages is kept to the letter, and a term that it translates is not', () => {
  const terms = [term('Station F', 'Station F'), term('Mistral', 'Mistral'), term('zorvex', 'zorvex engine')];
  expect(kept('Station F accueille Mistral ; le mistral souffle sur zorvex.', { terms })).toEqual([
    'Station F',
    'Mistral',
  ]);
});

test('of two names that overlap the longer one is kept, and none across a code', () => {
  const terms = [term('Mistral AI', 'Mistral AI'), term('Mistral', 'Mistral'), term('Station F', 'Station F')];
  const codes: Code[] = [{ id: 1, kind: 'pair', type: 'bold', native: { open: '<b>', close: '</b>' } }];
  expect(kept('Mistral AI loge à <1>Station</1> F.', { terms, codes })).toEqual(['Mistral AI']);
});
