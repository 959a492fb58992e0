// What the tests of filling share: a desk over services that stand on loopback, articles of sentences without likeness, and a
// small memory.
import type { Desk } from '../../server/flow/desk.ts';
import { type FillOptions, fillArticle } from '../../server/flow/fill-article.ts';
import { importArticle } from '../../server/flow/import-article.ts';
import { importMemory } from '../../server/flow/import-memory.ts';
import { importTerms } from '../../server/flow/import-terms.ts';
import { openDeepL } from '../../server/providers/deepl.ts';
import type { Provider } from '../../server/providers/provider.ts';
import { finished, freshDesk } from '../fresh-desk.ts';
import type { FakeDeepL } from '../providers/fake-deepl.ts';

export const by = 'Zoé';

/** DeepL's door on its stand-in; it never waits long. */
export function deepLOn(fake: FakeDeepL, over: Partial<Parameters<typeof openDeepL>[0]> = {}): Provider {
  return openDeepL({ key: fake.key, serverUrl: fake.url, english: 'en-US', attempts: 2, pause: 1, ...over });
}

/** A desk whose provider in use is the first one. */
export function deskWith(providers: readonly [Provider, ...Provider[]], over: Partial<Desk> = {}): Desk {
  const bare = freshDesk();
  const named = (name?: string): Provider =>
    name === undefined ? providers[0] : (providers.find(({ id }) => id === name) ?? bare.provider('none'));
  return { ...bare, provider: named, providers, ...over };
}

/** Brings a text or page in, French to English, and answers its id. */
export async function brought(desk: Desk, text: string, more: { confidential?: boolean; fileName?: string } = {}) {
  const file = { bytes: new TextEncoder().encode(text), fileName: 'article.txt', from: 'fr', to: 'en', ...more };
  return (await importArticle(desk, file, by)).id;
}

/** Fills an article to its end. */
export const fill = (desk: Desk, id: number, over: Partial<FillOptions> = {}) =>
  finished(fillArticle(desk, id, { by, ...over }));

/** Brings pairs into the memory. */
export async function knows(desk: Desk, pairs: readonly (readonly [string, string])[]): Promise<void> {
  const rows = ['fr\ten', ...pairs.map((pair) => pair.join('\t'))].join('\n');
  const open = async function* () {
    yield new TextEncoder().encode(rows);
  };
  await finished(importMemory(desk, { name: 'known.tsv', open }, { by }));
}

/** Settles terms, each as a row of `fr,en`. */
export async function settles(desk: Desk, ...rows: string[]): Promise<void> {
  const bytes = new TextEncoder().encode(['fr,en', ...rows].join('\n'));
  await finished(importTerms(desk, { name: 'terms.csv', bytes }, { by }));
}

const THINGS = [
  'capteur',
  'routeur',
  'serveur',
  'drone',
  'clavier',
  'satellite',
  'robot',
  'casque',
  'pilote',
  'module',
];
const DEEDS = [
  'freine',
  'chauffe',
  'grésille',
  'patiente',
  'vacille',
  'triomphe',
  'hésite',
  'redémarre',
  'clignote',
  'dérive',
];
const PLACES = [
  'à Brest',
  'sous la pluie',
  'sans bruit',
  'en silence',
  'par erreur',
  'sans raison',
  'au bureau',
  'dans la nuit',
];

/** Sentence number `n`, below 800: no two are alike enough for a fuzzy match to fill one from another. */
export function sentence(n: number): string {
  const thing = THINGS[n % 10];
  const deed = DEEDS[Math.floor(n / 10) % 10];
  const place = PLACES[Math.floor(n / 100) % 8];
  const odd = [...String(n * 7919)].map((digit) => 'bcdfglmprt'[Number(digit)]).join('a');
  return `Le ${thing} de ${odd[0]?.toUpperCase()}${odd.slice(1)} ${deed} ${place}.`;
}
