import { describe, expect, it } from 'vitest';
import { approve } from '../../server/flow/approve.ts';
import type { Desk } from '../../server/flow/desk.ts';
import { importArticle } from '../../server/flow/import-article.ts';
import { matchesFor } from '../../server/flow/lookup.ts';
import { setSegment } from '../../server/flow/review.ts';
import { setRole } from '../../server/flow/set-role.ts';
import { showArticle } from '../../server/flow/show-article.ts';
import { updateArticle } from '../../server/flow/update-article.ts';
import type { Role } from '../../server/model.ts';
import { freshDesk } from '../fresh-desk.ts';

const by = 'Zoé';
const page = (...lines: string[]) => ({
  bytes: new TextEncoder().encode(lines.map((line) => `<p>${line}</p>`).join('\n')),
  fileName: 'page.html',
});
const LINES = ['Le vent tourne sur le port.', 'La grue a cédé.', 'Le vent tourne sur le port.', 'Ligne maison.'];

async function imported(desk: Desk, ...lines: string[]): Promise<number> {
  return (await importArticle(desk, { ...page(...lines), from: 'fr', to: 'en' }, by)).id;
}

async function cast(desk: Desk, article: number, n: number, role: Role): Promise<void> {
  const { segments } = await showArticle(desk, article);
  await setRole(desk, segments.find((segment) => segment.n === n)?.block ?? 0, role, by);
}

const told = async (desk: Desk, article: number) =>
  (await showArticle(desk, article)).segments.map(({ n, role, source }) => [n, role, source]);

describe('a role that a person sets', () => {
  it('takes furniture out of the work and brings it back with its translation', async () => {
    const desk = freshDesk();
    const id = await imported(desk, ...LINES);
    const last = (await showArticle(desk, id)).segments[3];
    await setSegment(desk, { segment: last?.id ?? 0, target: 'House line.', by });
    await cast(desk, id, 4, 'furniture');
    const without = await showArticle(desk, id);
    expect(without.segments).toHaveLength(3);
    expect(without.boilerplate.map(({ text }) => text)).toEqual(['Ligne maison.']);
    await setRole(desk, without.boilerplate[0]?.block ?? 0, 'credit', by);
    expect((await showArticle(desk, id)).segments[3]).toMatchObject({ role: 'credit', target: 'House line.' });
  });

  it('parts a repetition from what it repeated, and joins it again', async () => {
    const desk = freshDesk();
    const id = await imported(desk, ...LINES);
    const repeats = async () => (await showArticle(desk, id)).segments[2]?.repeats;
    const first = (await showArticle(desk, id)).segments[0]?.id;
    expect(await repeats()).toBe(first);
    await cast(desk, id, 3, 'crosshead');
    expect(await repeats()).toBeNull();
    await cast(desk, id, 3, 'body');
    expect(await repeats()).toBe(first);
  });

  it('outlives a later version of the source, where its line moved or changed a little', async () => {
    const desk = freshDesk();
    const id = await imported(desk, ...LINES);
    await cast(desk, id, 2, 'caption');
    await cast(desk, id, 4, 'furniture');
    const later = page('Ligne maison.', LINES[0] ?? '', 'La grue a cédé hier.', 'Un ajout sans rapport.');
    await updateArticle(desk, id, later, by);
    expect(await told(desk, id)).toEqual([
      [1, 'body', LINES[0]],
      [2, 'caption', 'La grue a cédé hier.'],
      [3, 'body', 'Un ajout sans rapport.'],
    ]);
  });

  it('is the role of what a stray copy repeats, and stays so under a later version of the source', async () => {
    const desk = freshDesk();
    const body = [
      'Le laboratoire de Grenoble a rendu publics hier les plans complets de sa puce photonique.',
      'Trois fabricants européens en ont déjà demandé la licence, pour un montant que nul ne confirme.',
      'Les premières livraisons sont attendues au printemps, si la fonderie tient ses délais.',
    ];
    const lines = [...body, 'Une puce de lumière', ...body];
    const id = await imported(desk, ...lines);
    const quoted = async () => (await told(desk, id)).filter(([, role]) => role === 'quote').map(([n]) => n);
    await cast(desk, id, 2, 'quote');
    expect(await quoted()).toEqual([2, 6]);
    await updateArticle(desk, id, page(...lines, 'Une ligne de plus.'), by);
    expect(await quoted()).toEqual([2, 6]);
    await cast(desk, id, 6, 'body');
    expect(await quoted()).toEqual([]);
  });

  it('is a part of a match’s context', async () => {
    const desk = freshDesk();
    const first = await imported(desk, ...LINES.slice(0, 2));
    const taught = (await showArticle(desk, first)).segments[0]?.id ?? 0;
    await setSegment(desk, { segment: taught, target: 'The wind is turning in the port.', by });
    await approve(desk, first, { named: [1] }, { by });
    const second = await imported(desk, ...LINES.slice(0, 2));
    const wanted = (await showArticle(desk, second)).segments[0]?.id ?? 0;
    expect((await matchesFor(desk, wanted))[0]).toMatchObject({ score: 101, kind: 'context' });
    await cast(desk, second, 1, 'title');
    const [other] = await matchesFor(desk, wanted);
    expect(other).toMatchObject({ score: 100, kind: 'exact' });
    expect(other?.reasons).toContainEqual({ name: 'other-role', points: 0, words: 'body' });
  });

  it('is refused for a block that the present source does not have', async () => {
    const desk = freshDesk();
    const id = await imported(desk, ...LINES);
    const block = (await showArticle(desk, id)).segments[0]?.block ?? 0;
    await updateArticle(desk, id, page('Tout autre chose.'), by);
    await expect(setRole(desk, block, 'title', by)).rejects.toMatchObject({ code: 'not-found' });
    await expect(setRole(desk, 9999, 'title', by)).rejects.toMatchObject({ code: 'not-found' });
  });
});
