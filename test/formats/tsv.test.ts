import { expect, test } from 'vitest';
import { readTable, type TableOptions, writeTsv } from '../../server/formats/tsv.ts';

async function read(text: string, options: TableOptions = {}) {
  const pairs: string[] = [];
  for await (const item of readTable(text, options)) {
    if (item.kind === 'refused') pairs.push(`${item.at}: ${item.why}`);
    else pairs.push(`${item.unit.from}>${item.unit.to} ${item.unit.source} = ${item.unit.target}`);
  }
  return pairs;
}

test.each<[string, string, TableOptions, string[]]>([
  ['tags name the columns', 'fr\ten\nUn.\tOne.\n', {}, ['fr>en Un. = One.']],
  ['a byte order mark and CRLF are no text', '\ufefffr-CA\ten\r\nUn.\tOne.\r\n', {}, ['fr-CA>en Un. = One.']],
  ['a number’s column is left out', 'id\ten\tfr\n7\tOne.\tUn.\n', {}, ['en>fr One. = Un.']],
  ['quotes of a quotation stay', 'en\tfr\n"One."\tUn.\n', {}, ['en>fr "One." = Un.']],
  ['doubled quotes are single ones', 'en\tfr\n"He said ""one""."\tUn.\n', {}, ['en>fr He said "one". = Un.']],
  [
    'a quotation goes on over rows',
    'en\tfr\n"One.\tUn.\nTwo."\tDeux.\n',
    {},
    ['en>fr "One. = Un.', 'en>fr Two." = Deux.'],
  ],
  ['commas stand in quotes', 'en,fr\n"One, two.",Un.\n', { kind: 'csv' }, ['en>fr One, two. = Un.']],
  ['spreadsheets write semicolons', 'fr;en\nUn, deux;One\n', { kind: 'csv' }, ['fr>en Un, deux = One']],
  ['three languages are two pairs', 'en\tfr\tde\nOne\tUn\tEins\n', {}, ['en>fr One = Un', 'en>de One = Eins']],
  ['what is missing is said', 'fr\ten\nUn.\n', {}, ['line 2: the row has 1 of 2 columns']],
  ['without tags the languages are told', 'Un.\tOne.\n', { from: 'fr', to: 'en' }, ['fr>en Un. = One.']],
])('%s', async (_what, text, options, expected) => {
  expect(await read(text, options)).toEqual(expected);
});

test('without any languages it says what to do', async () => {
  await expect(read('Un.\tOne.\n')).rejects.toThrow('--from and --to');
});

test('what is written is read back', async () => {
  const texts = ['a "b" c', 'line one\nline two', '"quoted"', 'plain'];
  const units = [];
  for (const source of texts) {
    for await (const item of readTable('x\ty', { from: 'fr', to: 'en' }))
      if (item.kind === 'unit') units.push({ ...item.unit, source });
  }
  let written = '';
  for await (const piece of writeTsv(units, ['fr', 'en'])) written += piece;
  expect(await read(written)).toEqual(texts.map((text) => `fr>en ${text} = y`));
});

test('what holds no pair for very long is no table', async () => {
  await expect(read('A.\n'.repeat(60_000), { from: 'en', to: 'fr' })).rejects.toThrow(
    'None of the first 50000 rows holds a pair: the row has 1 of 2 columns.',
  );
  const late = await read(`One.\tUn.\n${'A.\n'.repeat(60_000)}`, { from: 'en', to: 'fr' });
  expect(late).toHaveLength(60_001);
});
