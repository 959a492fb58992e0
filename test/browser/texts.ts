// An article of our own for the browser tests: roles, codes, a repetition, numbers and French marks all occur.

export const ARTICLE = `A Lyon start-up teaches old servers to sleep

Dormance has raised 7.5 million euros to switch off machines that nobody uses.

The company presented its software on Tuesday in front of some 200 engineers. "A server that waits still burns half its power," says Lina Oberkampf, who founded it in 2023.

Its idea fits in one sentence: move the work, then cut the current. Will data centres accept it?

The figures remain to be confirmed.

Two operators have tested the software for six months. They report savings of 18 percent, without a single outage.

The figures remain to be confirmed.
`;

/** What a person writes for each sentence of {@link ARTICLE}, in order. */
export const TRANSLATION = [
  'Une jeune pousse lyonnaise apprend aux vieux serveurs à dormir',
  'Dormance a levé 7,5 millions d’euros pour éteindre les machines dont personne ne se sert.',
  'L’entreprise a présenté son logiciel mardi devant quelque 200 ingénieurs.',
  '«\u00a0Un serveur qui attend brûle encore la moitié de son courant\u00a0», dit Lina Oberkampf, qui l’a fondée en 2023.',
  'Son idée tient en une phrase\u00a0: déplacer le travail, puis couper le courant.',
  'Les centres de données l’accepteront-ils\u202f?',
  'Reste à confirmer les chiffres.',
  'Deux exploitants ont essayé le logiciel pendant six mois.',
  'Ils annoncent 18\u00a0% d’économies, sans une seule panne.',
] as const;

/** A small memory of our own, as TMX. */
export const TMX = `<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4">
  <header creationtool="test" creationtoolversion="1" segtype="sentence" o-tmf="none" adminlang="en" srclang="en" datatype="plaintext"/>
  <body>
    <tu><tuv xml:lang="en"><seg>The figures remain to be confirmed.</seg></tuv><tuv xml:lang="fr"><seg>Ces chiffres restent à confirmer.</seg></tuv></tu>
    <tu><tuv xml:lang="en"><seg>Two operators have tested the software for three months.</seg></tuv><tuv xml:lang="fr"><seg>Deux opérateurs ont testé le logiciel pendant trois mois.</seg></tuv></tu>
    <tu><tuv xml:lang="en"><seg>The company has raised 12 million euros.</seg></tuv><tuv xml:lang="fr"><seg>L’entreprise a levé 12 millions d’euros.</seg></tuv></tu>
  </body>
</tmx>
`;
