// Five hundred sentences with codes through a service that scrambles tags at random: no code is ever broken.
import { expect, test } from 'vitest';
import { showArticle } from '../../server/flow/show-article.ts';
import { codeFaults } from '../../server/text/code-faults.ts';
import { codesIn, withoutCodes } from '../../server/text/inline.ts';
import { startFakeDeepL } from '../providers/fake-deepl.ts';
import { brought, deepLOn, deskWith, fill, sentence } from './filling.ts';

/** Numbers that look like chance and are the same in every run (a linear congruential generator, Numerical Recipes). */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1664525 + 1013904223) % 2 ** 32;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const SHAPES = [
  (words: string[]) => `<b>${words[0]}</b> ${words.slice(1).join(' ')}`,
  (words: string[]) => `${words[0]} <i>${words[1]} <b>${words[2]}</b></i> ${words.slice(3).join(' ')}`,
  (words: string[]) => `${words[0]} <a href="/x">${words.slice(1, 3).join(' ')}</a><br>${words.slice(3).join(' ')}`,
  (words: string[]) => `<a href="/y"><b>${words.slice(0, 3).join(' ')}</b></a> <i>${words.slice(3).join(' ')}</i>`,
];

/** What a careless service does to tags; the first way leaves them alone. */
const WAYS = [
  (xml: string) => xml,
  (xml: string, tags: string[], pick: (below: number) => number) => xml.replace(tags[pick(tags.length)] ?? '', ''),
  (xml: string, tags: string[], pick: (below: number) => number) => xml + (tags[pick(tags.length)] ?? ''),
  (xml: string) => xml.replace(/id="\d+"/, 'id="77"'),
  (xml: string, tags: string[]) => xml.replace(/<[^>]+>/g, () => tags.pop() ?? ''),
  (xml: string) => xml.replaceAll('<', '&lt;'),
];

test('each of 500 segments keeps all its codes, or is plain text with a finding', async () => {
  const fake = await startFakeDeepL();
  const pick = chance(20260302);
  fake.spoil = (xml) => {
    const way = WAYS[Math.max(0, pick(WAYS.length * 2) - WAYS.length)];
    return way?.(xml, xml.match(/<[^>]+>/g) ?? [], pick) ?? xml;
  };
  const desk = deskWith([deepLOn(fake)]);
  const paragraphs = Array.from({ length: 500 }, (_, n) => SHAPES[n % SHAPES.length]?.(sentence(n).split(' ')));
  const id = await brought(desk, `<p>${paragraphs.join('</p><p>')}</p>`, { fileName: 'article.html' });
  expect(await fill(desk, id)).toMatchObject({ machine: 500, empty: 0, stoppedBy: null });
  await fake.close();
  const { segments } = await showArticle(desk, id);
  const whole = segments.filter(({ source, target, codes }) => codeFaults(source, target, codes).length === 0);
  const plain = segments.filter(({ target, codes }) => codesIn(target, codes).length === 0);
  expect(whole.length + plain.length).toBe(500);
  for (const { target, codes, findings } of plain) {
    expect(withoutCodes(target, codes)).not.toMatch(/<\/?[gxk]\b/);
    expect(findings.map(({ check }) => check)).toContain('tag');
  }
  // The second asking saves most of what the first one lost.
  expect(plain.length).toBeGreaterThan(0);
  expect(whole.length).toBeGreaterThan(400);
});
