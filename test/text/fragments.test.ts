import { describe, expect, it } from 'vitest';
import { asPart, assemble, type Fragment, spansOf } from '../../server/text/fragments.ts';
import { PhrasePool } from '../../server/text/phrase-pool.ts';

const fragment = (source: string, text: string, target: string, support = 1): Fragment => {
  const start = source.indexOf(text);
  return { start, end: start + text.length, words: text.split(' ').length, text, target, support };
};

describe('the parts of a text', () => {
  it('are its stretches of words, the longest first, none across punctuation', () => {
    expect(spansOf('The chip, in May').map(({ text }) => text)).toEqual([
      'The chip',
      'in May',
      'The',
      'chip',
      'in',
      'May',
    ]);
    expect(spansOf('')).toEqual([]);
  });

  it('lose the mark and the capital that a sentence gave them', () => {
    const [span] = spansOf('data centre');
    expect(span && asPart('Centre de données.', span)).toBe('centre de données');
    expect(span && asPart('IBM', span)).toBe('IBM');
  });
});

describe('the translation of a phrase', () => {
  const targets = [
    'le centre de données brûle',
    'un centre de données à Lyon',
    'ce centre de données consomme',
    'des centres',
  ];
  const others = ['le prix de la puce', 'la carte à puce', 'un prix à la baisse', 'le rachat de la start-up'];

  const called = (holding: readonly string[], beside: readonly string[]) =>
    new PhrasePool(new Map([...holding, ...beside].entries())).translationOf([...holding.keys()])?.target ?? null;

  it('is what most targets with it share and others do not', () => {
    expect(called(targets, others)).toBe('centre de données');
  });

  it('is unknown where few units have it, or where they do not agree', () => {
    expect(called(targets.slice(0, 2), targets.slice(2))).toBeNull();
    expect(called(['un prix', 'deux cartes', 'trois baisses', 'quatre rachats'], others)).toBeNull();
  });

  it('crosses no punctuation and ends in no elision', () => {
    expect(called(['fin d\u2019avril', 'fin d\u2019ann\u00e9e', 'fin d\u2019ao\u00fbt'], others)).toBe('fin');
    expect(called(['oui, demain', 'oui, demain', 'oui, demain'], others)).toBe('oui');
  });
});

describe('a draft', () => {
  const source = 'The data centre opens in May.';

  it('says the parts that are known and leaves the rest as it is', () => {
    const draft = assemble(source, [
      fragment(source, 'data centre', 'centre de données'),
      fragment(source, 'in May', 'en mai'),
    ]);
    expect(draft).toMatchObject({ target: 'The centre de données opens en mai.', covered: 4 / 6 });
  });

  it('prefers one long part to several short ones, and overlaps none', () => {
    const parts = [
      fragment(source, 'data', 'données'),
      fragment(source, 'centre opens', 'centre ouvre'),
      fragment(source, 'data centre opens', 'le centre ouvre'),
    ];
    expect(assemble(source, parts).fragments.map(({ text }) => text)).toEqual(['data centre opens']);
  });

  it('is the source itself where nothing is known', () => {
    expect(assemble(source, [])).toEqual({ target: source, fragments: [], covered: 0 });
  });
});
