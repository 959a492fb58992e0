// Two reports of one event that are not each other's translation: the same names and numbers, in other sentences.
export const TWO_REPORTS: Readonly<Record<'fr' | 'en', readonly string[]>> = {
  fr: [
    'Vercors Semi ouvre son usine de Crolles',
    'Le fondeur dauphinois a inauguré mardi une ligne de 300 millimètres financée pour moitié par l’État.',
    'L’investissement atteint 2,4 milliards d’euros.',
    'Quelque 900 postes ont été créés.',
    'La moitié d’entre eux restent à pourvoir.',
    'L’usine gravera des composants en 28 nanomètres.',
    'Le carnet de commandes est plein jusqu’en 2028.',
    'Reste une inconnue : le prix de l’électricité.',
    'Les premiers clients seront livrés avant l’été.',
    'Claire Montaigu dirige le groupe depuis 2019.',
  ],
  en: [
    'What Crolles tells us about Europe’s chip dreams',
    'When Claire Montaigu took over Vercors Semi in 2019, few gave the firm a chance.',
    'Seven years later, ministers queue to be photographed beside her.',
    'Of the €2.4 billion that Europe is pouring into the valley, taxpayers provide half.',
    'I asked her whether she feels the weight of those 900 jobs.',
    'She laughed and pointed at a machine etching wafers at 28 nanometers.',
    'Nobody in Taiwan would find that impressive.',
    'Still, the order book runs to 2028, and that buys time.',
    'Will it be enough once subsidies end?',
    'Economists whom I consulted doubt it.',
    'The mountain above the plant keeps its own counsel.',
  ],
};
