// Days, months, times, decades, centuries, quarters that are not the source's.
import { type Check, type Fault, intoEnglish, intoFrench, type Pair } from './check.ts';
import { slipFaults } from './quantity-faults.ts';
import { seasonOf } from './seasons.ts';

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
    intoFrench('Orders open in early spring 2026.', 'Les commandes ouvriront au début de l’⟦automne⟧ 2026.'),
    intoFrench('Sales rose in Q4.', 'Les ventes ont progressé au quatrième trimestre.'),
  ],
  *run(pair) {
    yield* slipFaults(pair, 'date');
    yield* otherSeason(pair);
  },
};

function* otherSeason({ source, target }: Pair): Generator<Fault> {
  const [theirs, ours] = [seasonOf(source), seasonOf(target)];
  if (!theirs || !ours || theirs.name === ours.name) return;
  const { start, end, text } = ours.word;
  const [said, meant] = [text, theirs.word.text];
  yield {
    side: 'target',
    start,
    end,
    message: {
      en: `“${said}” is not the season of “${meant}”: compare with the source.`,
      fr: `«\u00a0${said}\u00a0» n’est pas la saison de «\u00a0${meant}\u00a0»\u00a0: comparez avec la source.`,
    },
  };
}
