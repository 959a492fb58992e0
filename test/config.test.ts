import { describe, expect, test } from 'vitest';
import { readConfig } from '../server/config.ts';
import { openProviders } from '../server/providers/open.ts';

const mistakes = (env: Record<string, string>): string => {
  try {
    readConfig(env);
    return '';
  } catch (thrown) {
    return (thrown as Error).message;
  }
};

describe('the settings of services', () => {
  test('are read as what the doors take', () => {
    const { deepl, budget, second } = readConfig({
      DEEPL_AUTH_KEY: 'k',
      DEEPL_FORMALITY: 'prefer_more',
      DEEPL_MODEL: 'quality_optimized',
      DEEPL_STYLES: 'fr=abc-1 EN=def_2',
      DEEPL_INSTRUCTIONS: 'Gardez « startup ». ; Pas de majuscules. ;',
      BITEXTE_SECOND_PROVIDER: 'openai',
      OPENAI_BASE_URL: 'http://localhost:11434/v1',
      BITEXTE_BUDGET_RUN: '20 000',
      BITEXTE_BUDGET_MONTH: '400_000',
    });
    expect(deepl).toMatchObject({
      formality: 'prefer_more',
      model: 'quality_optimized',
      styles: { fr: 'abc-1', en: 'def_2' },
      instructions: ['Gardez « startup ».', 'Pas de majuscules.'],
    });
    expect([budget, second]).toEqual([{ run: 20_000, month: 400_000 }, 'openai']);
  });

  test('say all that is wrong at once, and never a key', () => {
    const said = mistakes({
      DEEPL_AUTH_KEY: 'secret-9',
      DEEPL_FORMALITY: 'polite',
      DEEPL_MODEL: 'best',
      DEEPL_STYLES: 'fr',
      DEEPL_INSTRUCTIONS: 'x'.repeat(301),
      BITEXTE_SECOND_PROVIDER: 'libretranslate',
      BITEXTE_BUDGET_RUN: 'many',
      BITEXTE_BUDGET_MONTH: '-1',
    });
    for (const name of [
      'FORMALITY',
      'MODEL',
      'STYLES',
      'INSTRUCTIONS',
      'SECOND_PROVIDER',
      'BUDGET_RUN',
      'BUDGET_MONTH',
    ])
      expect(said).toContain(name);
    expect(said).not.toContain('secret-9');
  });

  test('open the one that fills and the one that takes over, and one is not its own second', async () => {
    const env = { DEEPL_AUTH_KEY: 'k:fx', LIBRETRANSLATE_URL: 'http://localhost:5000' };
    const { chosen, second, all } = await openProviders(
      readConfig({ ...env, BITEXTE_SECOND_PROVIDER: 'libretranslate' }),
    );
    expect([chosen.id, second?.id, all.map(({ id }) => id)]).toEqual([
      ...['deepl', 'libretranslate'],
      ['deepl', 'libretranslate'],
    ]);
    expect((await openProviders(readConfig({ ...env, BITEXTE_SECOND_PROVIDER: 'deepl' }))).second).toBeNull();
  });
});
