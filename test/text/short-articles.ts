// Short articles with their translations as an editor prints them: sentences cut in two and joined, some left out, some added,
// now and then a left-out one right beside an added one. Each line is one bead: the sentences of both sides.

type Bead = readonly [source: readonly string[], target: readonly string[]];

export const SHORT_ARTICLES: Record<string, readonly Bead[]> = {
  'French and English, an outage at a payment firm': [
    [
      ['Vendredi matin, des milliers de commerçants n’ont pas pu encaisser leurs clients.'],
      ['On Friday morning thousands of shopkeepers were unable to take their customers’ money.'],
    ],
    [
      ['La panne a duré près de trois heures, et elle a touché tout l’ouest du pays.'],
      ['The outage lasted nearly three hours.', 'It hit the whole west of the country.'],
    ],
    [['Dans une boulangerie de Quimper, on a ressorti les carnets de crédit.'], []],
    [
      [],
      [
        'Card payments make up two thirds of sales in French shops, where cash has been losing ground for fifteen years, according to the latest figures of the central bank.',
      ],
    ],
    [
      [
        'L’entreprise Monéo, qui gère ces terminaux, reconnaît une erreur humaine.',
        'Elle présente ses excuses et promet un remboursement avant le 15 juin.',
      ],
      [
        'Monéo, the company that runs these terminals, admits a human error, apologises and promises a refund before 15 June.',
      ],
    ],
    [
      ['Un certificat de sécurité avait expiré dans la nuit.'],
      ['A security certificate had expired during the night.'],
    ],
    [
      ['« Personne ne l’avait noté dans le calendrier », explique sa directrice technique, Anaïs Korrigan.'],
      ['“Nobody had put it in the calendar,” explains its technical director, Anaïs Korrigan.'],
    ],
    [['Les banques demandent désormais un système de secours.'], ['The banks are now asking for a backup system.']],
    [[], ['Two of them declined to comment.']],
    [
      ['Le coût de la journée est estimé à 4,5 millions d’euros.'],
      ['The cost of the day is estimated at €4.5 million.'],
    ],
    [['Les commerçants, eux, attendent un geste.'], ['Shopkeepers, for their part, are waiting for a gesture.']],
  ],
  'English and French, a library that lends robots': [
    [['The town library now lends robots.'], ['La bibliothèque de la ville prête désormais des robots.']],
    [
      ['There are six of them, and each can be borrowed for two weeks.'],
      ['Il y en a six.', 'Chacun peut être emprunté pendant deux semaines.'],
    ],
    [
      ['“We expected students,” says the librarian, Maud Ferran.'],
      ['« Nous attendions des étudiants », dit la bibliothécaire, Maud Ferran.'],
    ],
    [['“What we got was grandparents.”'], ['« Nous avons eu des grands-parents. »']],
    [['Her own mother took the first one home.'], []],
    [
      [],
      [
        'Le règlement, affiché à l’entrée de la salle de lecture, interdit de les emmener à la piscine, de les repeindre et de les faire courir dans l’escalier.',
      ],
    ],
    [
      ['The machines follow a line on the floor.', 'They also recognise 40 words and answer in French.'],
      ['Les machines suivent une ligne sur le sol et reconnaissent 40 mots, auxquels elles répondent en français.'],
    ],
    [['One came back without its wheels.'], ['L’une d’elles est revenue sans ses roues.']],
    [['Another came back with a name, Gaston.'], ['Une autre est revenue avec un nom : Gaston.']],
    [['The waiting list is three months long.'], ['La liste d’attente est longue de trois mois.']],
    [[], ['Il faut une carte de lecteur pour s’y inscrire.']],
    [['Next year the library wants to buy ten more.'], ['L’an prochain, la bibliothèque veut en acheter dix de plus.']],
  ],
  'German and French, a ferry without a captain': [
    [
      ['Seit Montag fährt auf dem See bei Altwang eine Fähre ohne Kapitän.'],
      ['Depuis lundi, un bac sans capitaine circule sur le lac, près d’Altwang.'],
    ],
    [
      ['Sie trägt zwölf Personen und braucht für die Strecke neun Minuten.'],
      ['Il porte douze personnes.', 'Il lui faut neuf minutes pour le trajet.'],
    ],
    [
      ['Am ersten Tag blieb sie zweimal stehen, weil Schwäne vor ihr schwammen.'],
      ['Le premier jour, il s’est arrêté deux fois, parce que des cygnes nageaient devant lui.'],
    ],
    [['Die Kinder fanden das lustig.'], []],
    [
      [],
      [
        'Le billet coûte trois francs, sauf le dimanche, où la compagnie laisse monter tous les voyageurs sans payer, avec leurs vélos et leurs chiens.',
      ],
    ],
    [
      ['Gebaut wurde das Schiff von der Firma Nautilo in Bremen.', 'Sie hat dafür vier Jahre gearbeitet.'],
      ['Le bateau a été construit par l’entreprise Nautilo, à Brême, qui y a travaillé quatre ans.'],
    ],
    [
      ['Der alte Fährmann, Urs Tobler, sitzt nun in einem Büro und schaut auf Bildschirme.'],
      ['L’ancien passeur, Urs Tobler, est maintenant assis dans un bureau et regarde des écrans.'],
    ],
    [['« Das Wasser fehlt mir », sagt er.'], ['« L’eau me manque », dit-il.']],
    [[], ['Il a conduit le bac pendant trente ans.']],
    [['Im Winter soll die Fähre auch nachts fahren.'], ['En hiver, le bac doit aussi circuler la nuit.']],
    [['Das kostet die Gemeinde 200 000 Franken im Jahr.'], ['Cela coûte à la commune 200 000 francs par an.']],
  ],
  'Spanish and English, a village that has its own network': [
    [
      ['El pueblo de Valdecuna tiene 212 habitantes y su propia red de telefonía.'],
      ['The village of Valdecuna has 212 inhabitants and its own phone network.'],
    ],
    [
      ['Ninguna empresa quería instalar una antena en la montaña, así que los vecinos la compraron.'],
      ['No company wanted to put up an antenna on the mountain.', 'So the neighbours bought one.'],
    ],
    [['El cura puso el campanario.'], []],
    [
      [],
      [
        'Mobile coverage is poor in much of the province, where two thirds of the villages have lost half of their inhabitants since the year 2000.',
      ],
    ],
    [
      ['La idea fue de una estudiante, Irene Soto.', 'Tiene 19 años y estudia en la universidad de Salamanca.'],
      ['The idea came from a student, Irene Soto, who is 19 and studies at the university of Salamanca.'],
    ],
    [['Cada casa paga cinco euros al mes.'], ['Each house pays five euros a month.']],
    [
      ['El año pasado la red perdió el servicio tres veces por culpa de la nieve.'],
      ['Last year the network lost service three times because of the snow.'],
    ],
    [['«Lo arreglamos con una escalera», dice el alcalde.'], ['“We fixed it with a ladder,” says the mayor.']],
    [[], ['He is also the baker.']],
    [['Ahora otros cuatro pueblos quieren hacer lo mismo.'], ['Now four other villages want to do the same.']],
  ],
};
