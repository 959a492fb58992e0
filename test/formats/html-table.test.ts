import { describe, expect, it } from 'vitest';
import { readTableRows } from '../../server/formats/html-table.ts';

const read = (rows: string) =>
  readTableRows(`<table>${rows}</table>`).rows.map(({ id, source, target }) => [id, source, target]);

describe('a table that comes back as a page', () => {
  it('has a line for each paragraph, division or break in a cell, and none before the first', () => {
    const cell = '<td><p>One.</p><p>Two.</p><div>Three.</div>Four.<br>Five.</td>';
    expect(read(`<tr id="s1"><td><div><p>Un.</p></div></td>${cell}</tr>`)).toEqual([
      [1, 'Un.', 'One.\nTwo.\nThree.Four.\nFive.'],
    ]);
  });

  it('is read without the ends of its rows and cells, and with the line ends of a source as spaces', () => {
    expect(read('<tr id="s1"><td>Une\n  ligne<td>A line<tr id="s2"><td>Deux<td>Two')).toEqual([
      [1, 'Une ligne', 'A line'],
      [2, 'Deux', 'Two'],
    ]);
  });
});
