// A published pair on the alignment desk, for the browser tests.
import type { Page } from '@playwright/test';
import * as rocket from '../text/rocket.ts';
import { expect } from './desk.ts';

/** Six sentences of a short piece of news, and their translations. */
export const [FRENCH, ENGLISH] = [rocket.FRENCH.slice(0, 6), rocket.ENGLISH.slice(0, 6)];

interface Whole {
  version: number;
  state: string;
  beads: { source: number[]; target: number[] }[];
}

/** The alignment as the server has it. */
export const whole = async (page: Page, id: number) =>
  (await (await page.request.get(`/api/alignments/${id}`)).json()) as Whole;
/** Brings the pair in through the server, and damages it: a boundary is off by one, two beads are one, a right one is cut. */
export async function damaged(page: Page): Promise<number> {
  const data = { from: 'fr', to: 'en', source: { text: FRENCH.join('\n') }, target: { text: ENGLISH.join('\n') } };
  const { id } = (await (await page.request.post('/api/alignments', { data })).json()) as { id: number };
  await expect.poll(async () => (await whole(page, id)).state).toBe('open');
  const none = { decided: null };
  const beads = [
    { source: [0], target: [], ...none },
    { source: [1], target: [0, 1], ...none },
    { source: [2, 3], target: [2, 3], ...none },
    { source: [4], target: [], ...none },
    { source: [], target: [4], ...none },
    { source: [5], target: [5], ...none },
  ];
  const correction = { version: 1, at: 0, removed: (await whole(page, id)).beads.length, beads };
  expect((await page.request.post(`/api/alignments/${id}/correct`, { data: correction })).status()).toBe(200);
  return id;
}
