// Terms in the forms that stand in texts: number and gender, hyphens, capitals, spaces that do not break.
import { describe, expect, it } from 'vitest';
import { occurrences } from '../../server/checks/inflection.ts';
import { Side } from '../../server/checks/side.ts';
import { NBSP } from '../../server/text/typography.ts';

/** What of a text is a form of a phrase. */
function found(phrase: string, text: string, language: string): string[] {
  return occurrences(phrase, new Side(text, [], language)).map(({ start, end }) => text.slice(start, end));
}

describe('a French term', () => {
  it.each([
    ['jumeau numérique', 'Des jumeaux numériques sont nés.', 'jumeaux numériques'],
    ['réseau neuronal', 'Les réseaux neuronaux apprennent.', 'réseaux neuronaux'],
    ['tableau de bord', `Deux tableaux${NBSP}de bord.`, `tableaux${NBSP}de bord`],
    ['noyau', 'Les noyaux Linux.', 'noyaux'],
    ['travail à distance', 'Les travaux à distance.', 'travaux à distance'],
    ['portail', 'Les portails web.', 'portails'],
    ['composant actif', 'Les composantes actives.', 'composantes actives'],
    ['clé publique', 'Des clés publiques.', 'clés publiques'],
    ['acteur public', 'Des actrices publiques.', 'actrices publiques'],
    ['nouveau modèle', 'Les nouveaux modèles.', 'nouveaux modèles'],
    ['mise à jour', 'LES MISES À JOUR', 'MISES À JOUR'],
    ['mot de passe', 'Les mots-de-passe.', 'mots-de-passe'],
    ['hameçonnage', 'L’hameçonnage progresse.', 'hameçonnage'],
  ])('%s stands in “%s”', (phrase, text, form) => {
    expect(found(phrase, text, 'fr')).toEqual([form]);
  });

  it.each([
    ['réseau', 'Il a résolu le problème.'],
    ['mail', 'Un forgeron a Gmail et un e-mail.'],
    ['IA', 'Ia ora na.'],
    ['puce', 'Le pucelage.'],
  ])('%s does not stand in “%s”', (phrase, text) => {
    expect(found(phrase, text, 'fr')).toEqual([]);
  });
});

describe('an English term', () => {
  it.each([
    ['database', 'Two databases leaked.', 'databases'],
    ['cache', 'Caches are full.', 'Caches'],
    ['software release', 'Software releases slow down.', 'Software releases'],
    ['data centre', 'Data-centres burn.', 'Data-centres'],
    ['foundry', 'The foundries’ owners met.', 'foundries'],
    ['analysis', 'Two analyses differ.', 'analyses'],
    ['use case', 'Three use cases.', 'use cases'],
    ['bus', 'The buses stopped.', 'buses'],
    ['AI', 'The AIs agree.', 'AIs'],
  ])('%s stands in “%s”', (phrase, text, form) => {
    expect(found(phrase, text, 'en')).toEqual([form]);
  });

  it.each([
    ['note', 'It is not so.'],
    ['AI', 'Ai Weiwei.'],
    ['chip', 'A chipmaker.'],
  ])('%s does not stand in “%s”', (phrase, text) => {
    expect(found(phrase, text, 'en')).toEqual([]);
  });
});
