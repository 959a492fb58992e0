// The catalogues say the same things, and French keeps to its own typography.
import { describe, expect, it } from 'vitest';
import { en } from '../../client/words/en.ts';
import { fr } from '../../client/words/fr.ts';
import { CATALOGUES, tongueOf } from '../../client/words/words.tsx';
import { runChecks } from '../../server/checks/index.ts';

/** Stands for a number and for a name alike, so that every function of a catalogue can be asked for its sentence. */
const SAMPLE = Object('12') as unknown;

/** Every sentence of a catalogue by its path. */
function sentences(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return [[path, String(value(SAMPLE, SAMPLE, SAMPLE))]];
  if (value === null || typeof value !== 'object' || path === '.f') return [];
  return Object.entries(value).flatMap(([name, part]) => sentences(part, `${path}.${name}`));
}

describe('the words', () => {
  it('name the same things in both languages', () => {
    const paths = (words: unknown) => sentences(words).map(([path]) => path);
    expect(paths(fr).sort()).toEqual(paths(en).sort());
  });

  it('are written as French is printed', () => {
    const faults = sentences(fr).flatMap(([path, text]) =>
      runChecks({ source: text, target: text, from: 'fr', to: 'fr' }, { profile: 'strict' })
        .filter((finding) => finding.check === 'typography-fr' && finding.side === 'target')
        .map((finding) => `${path}: ${text} (${finding.message})`),
    );
    expect(faults).toEqual([]);
  });

  it('are not left in English', () => {
    const english = new Map(sentences(en));
    const same = sentences(fr).filter(
      ([path, text]) => english.get(path) === text && (text.match(/\p{L}{3,}/gu)?.length ?? 0) > 1,
    );
    expect(same).toEqual([]);
  });

  it('use the plural that each language has', () => {
    expect(fr.desk.words(0)).toBe('0 mot');
    expect(fr.desk.words(1_000_000)).toBe('1\u202f000\u202f000 de mots');
    expect(en.desk.words(0)).toBe('0 words');
    expect(en.desk.words(1)).toBe('1 word');
  });

  it('follow the browser’s first language that there is', () => {
    expect(tongueOf(['de-DE', 'fr-CA', 'en'])).toBe('fr');
    expect(tongueOf(['en-GB', 'fr'])).toBe('en');
    expect(tongueOf([])).toBe('en');
    expect(CATALOGUES[tongueOf(['FR'])]).toBe(fr);
  });
});
