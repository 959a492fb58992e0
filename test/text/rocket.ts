// A short piece of news in both languages, sentence by sentence.

export const FRENCH = [
  'La fusée Aurore 3 a quitté Kourou lundi matin avec douze satellites.',
  'Le lancement avait été repoussé deux fois depuis janvier.',
  'Selon l’agence, le moteur Vulcain fonctionne à 98 % de sa puissance.',
  'Les ingénieurs parlent d’un succès historique pour l’Europe spatiale.',
  'Reste une inconnue : le prix du kilogramme en orbite.',
  'À Toulouse, trois start-up attendent déjà leur place à bord.',
  'La prochaine mission partira en septembre, si la météo le permet.',
];
export const ENGLISH = [
  'The Aurore 3 rocket left Kourou on Monday morning with twelve satellites.',
  'The launch had been postponed twice since January.',
  'According to the agency, the Vulcain engine runs at 98% of its power.',
  'Engineers speak of a historic success for Europe in space.',
  'One unknown remains: the price of a kilogram in orbit.',
  'In Toulouse, three start-ups are already waiting for their place on board.',
  'The next mission will leave in September, weather permitting.',
];
