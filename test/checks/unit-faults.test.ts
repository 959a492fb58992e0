// The review list of a memory.
import { describe, expect, it } from 'vitest';
import { type CheckedUnit, unitFaults } from '../../server/checks/unit-faults.ts';
import type { Code } from '../../server/model.ts';

const bold: Code = { id: 1, kind: 'pair', type: 'bold', native: { open: '<b>', close: '</b>' } };
const unit = (id: number, source: string, target: string, codes: Code[] = []): CheckedUnit => ({
  id,
  from: 'fr',
  to: 'en-GB',
  source,
  target,
  codes,
});

describe('units of a memory', () => {
  it('are listed with what is wrong, each beside the earlier one it repeats or contradicts', () => {
    const units = [
      unit(1, 'Le prix baisse.', 'The price falls.'),
      unit(2, 'Le prix  baisse.', 'The price falls.'),
      unit(3, 'Le prix baisse.', 'Prices fall.'),
      unit(4, 'Le prix monte.', ' '),
      unit(5, 'Le prix est <1>bas</1>.', 'The price is low.', [bold]),
      unit(6, 'Le prix est dans la page.', 'Le prix est dans la page.'),
      unit(7, 'Le groupe est prêt.', 'Les prix sont dans la page avec le reste.'),
    ];
    expect([...unitFaults(units)]).toEqual([
      { unit: 2, kind: 'duplicate', other: 1 },
      { unit: 3, kind: 'contradictory', other: 1 },
      { unit: 4, kind: 'empty' },
      { unit: 5, kind: 'codes' },
      { unit: 6, kind: 'copied' },
      { unit: 7, kind: 'language' },
    ]);
  });

  it('are seen to be of a third language, or of another script', () => {
    const units = [
      unit(1, 'Les ventes ont reculé en mars.', 'Die Verkäufe sind im März auch nach der Messe nicht gestiegen.'),
      unit(2, 'Les ventes ont reculé.', 'Продажи упали в марте.'),
      unit(3, 'Les prix ont reculé.', 'Prices fell in Los Angeles, El Paso and Las Vegas.'),
      unit(4, 'Il a lu «\u00a0Der Spiegel\u00a0» et «\u00a0Die Zeit\u00a0».', 'He read Der Spiegel and Die Zeit.'),
    ];
    expect([...unitFaults(units)]).toEqual([
      { unit: 1, kind: 'language' },
      { unit: 2, kind: 'language' },
    ]);
  });

  it('that are names, or turned the right way round, are let be', () => {
    const units = [
      unit(1, 'OpenAI', 'OpenAI'),
      unit(2, 'Le Monde', 'Le Monde'),
      unit(3, 'La loi est là.', 'The law is there.'),
    ];
    expect([...unitFaults(units)]).toEqual([]);
  });
});
