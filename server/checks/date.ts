// Days, months, times, decades, centuries, quarters that are not the source's.
import { type Check, intoEnglish, intoFrench } from './check.ts';
import { slipFaults } from './quantity-faults.ts';

export const date: Check = {
  id: 'date',
  about: {
    en: 'A day, month, time, decade or quarter is not the source’s.',
    fr: 'Un jour, un mois, une heure, une décennie ou un trimestre n’est pas celui de la source.',
  },
  samples: [
    intoEnglish('Le service fermera en mars 2025.', 'The service will shut down in ⟦May 2025⟧.', {
      fixed: 'The service will shut down in March 2025.',
    }),
    intoFrench('The outage began on Monday.', 'La panne a débuté ⟦dimanche⟧.'),
    intoEnglish('La réunion commence à 14 h 30.', 'The meeting starts at ⟦4.30pm⟧.', {
      fixed: 'The meeting starts at 2.30pm.',
    }),
    intoEnglish('La fusion prend effet le 1er juillet.', 'The merger takes effect on July 1.'),
    intoEnglish('Le site rouvrira à midi.', 'The site will reopen at noon.'),
    intoEnglish('La sonde a quitté l’orbite de Mars.', 'The probe has left Mars orbit.'),
    intoFrench('Sales rose in Q4.', 'Les ventes ont progressé au quatrième trimestre.'),
  ],
  *run(pair) {
    yield* slipFaults(pair, 'date');
  },
};
