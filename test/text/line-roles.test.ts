import { expect, it } from 'vitest';
import { lineRoles } from '../../server/text/line-roles.ts';

const BODY = 'Lumen a présenté sa puce mardi, à Rennes, devant la presse.';

it.each([
  ['a title before the body', ['Lumen grave sa puce', BODY], ['title', 'body']],
  [
    'crossheads within it',
    ['Lumen grave sa puce', BODY, 'Un calendrier serré', BODY],
    ['title', 'body', 'crosshead', 'body'],
  ],
  ['no title before a body that begins at once', [BODY, 'Un calendrier serré', BODY], ['body', 'crosshead', 'body']],
  [
    'a kicker, a byline and a dateline',
    ['Puces', 'Lumen grave sa toute première puce à Rennes', 'Par Maud Roy', 'Publié le 3 mars 2026 à 10h', BODY],
    ['kicker', 'title', 'byline', 'dateline', 'body'],
  ],
  [
    'a name and an English date under a title',
    ['Lumen etches its chip', 'Maud Roy', 'Mar 3, 2026', BODY],
    ['title', 'byline', 'dateline', 'body'],
  ],
  ['a title that asks', ['Faut-il avoir peur de l’IA ?', BODY], ['title', 'body']],
  ['items', ['Lumen grave sa puce', BODY, '- un four', '2) une usine'], ['title', 'body', 'list', 'list']],
  [
    'a last line without a mark as no heading',
    ['Lumen grave sa puce', BODY, 'Affaire à suivre'],
    ['title', 'body', 'body'],
  ],
  ['one sentence alone', [BODY], ['body']],
  ['one line alone', ['Lumen grave sa puce'], ['title']],
  ['nothing', [], []],
] as const)('sees %s', (_name, lines, roles) => {
  expect(lineRoles(lines)).toEqual(roles);
});
