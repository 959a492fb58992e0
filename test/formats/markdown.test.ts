import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markdown } from '../../server/formats/markdown.ts';

const PAGE = `---
title: "La puce Aube : un pari"
description: L'industrie attend
tags: [puces, europe]
---

# Une puce **européenne**

Lumen a présenté [sa puce](https://lumen.example/aube "site") et *son
calendrier*, avec \`make all\` et une note[^1]. Voir https://lumen.example/a_b.

![La plaquette *dorée*](p.jpg)

- premier point
- second point
  sur deux lignes

> « Nous serons prêts »,
> promet le groupe.

| Modèle | Prix |
|:---|---:|
| Aube | **12 €** |

\`\`\`js
const jamais = 'traduit';
\`\`\`

<div>brut</div>

[^1]: Selon le groupe.
`;

const { blocks, title } = markdown.read(PAGE);
const rewrite = (source: string, change: (text: string) => string | null | undefined) => {
  const read = markdown.read(source).blocks;
  return markdown.write(
    source,
    read,
    read.map((block) => change(block.text)),
  );
};

describe('reading Markdown', () => {
  it('gives each block its role, front matter and alt texts among them', () => {
    expect(blocks.map(({ role, text }) => [role, text])).toEqual([
      ['title', 'La puce Aube : un pari'],
      ['standfirst', "L'industrie attend"],
      ['title', 'Une puce <1>européenne</1>'],
      [
        'body',
        'Lumen a présenté <1>sa puce</1> et <2>son calendrier</2>, avec <3/> et une note<4/>. Voir https://lumen.example/a_b.',
      ],
      ['alt', 'La plaquette dorée'],
      ['list', 'premier point'],
      ['list', 'second point sur deux lignes'],
      ['quote', '« Nous serons prêts », promet le groupe.'],
      ['body', 'Modèle'],
      ['body', 'Prix'],
      ['body', 'Aube'],
      ['body', '12 €'],
      ['body', 'brut'],
      ['body', 'Selon le groupe.'],
    ]);
    expect(title).toBe('La puce Aube : un pari');
  });

  it('keeps marks, links and code as codes with their own characters', () => {
    const { codes } = blocks[3] ?? { codes: [] };
    expect(codes.map(({ type, native }) => [type, native.open, native.close])).toEqual([
      ['link', '[', '](https://lumen.example/aube "site")'],
      ['italic', '*', '*'],
      ['code', '`make all`', ''],
      ['note', '[^1]', ''],
    ]);
  });
});

describe('writing Markdown', () => {
  it('gives the file back byte for byte where nothing changed', () => {
    expect(rewrite(PAGE, () => undefined)).toBe(PAGE);
    expect(rewrite(PAGE, (text) => text)).toBe(PAGE);
  });

  it('leaves alone what site builders and other readers of Markdown take for marks', () => {
    const source = [
      '+++',
      "title = 'La puce'",
      'weight = 3',
      '+++',
      '',
      '> [!NOTE]',
      '> Le prix *baisse*.',
      '',
      '{{< figure src="a.png" >}}',
      '',
      'Bonjour {{ nom }}, {% if x %}bienvenue{% endif %}.',
      '',
      '::: tip',
      'Un conseil.',
      ':::',
      '',
      'Aube',
      ': Une puce.',
      '',
      '> Citation  ',
      '> suite.',
      '',
    ].join('\n');
    expect(markdown.read(source).blocks.map(({ text }) => text)).toEqual([
      'La puce',
      'Le prix <1>baisse</1>.',
      'Bonjour <1/>, <2/>bienvenue<3/>.',
      'Un conseil.',
      'Aube<1/>Une puce.',
      'Citation<1/>suite.',
    ]);
    const english = new Map([
      ['La puce', "The chip's price"],
      ['Citation<1/>suite.', 'Quote<1/>- more.'],
    ]);
    const expected = source
      .replace("'La puce'", '"The chip\'s price"')
      .replace('Citation', 'Quote')
      .replace('suite', '\\- more');
    expect(rewrite(source, (text) => english.get(text) ?? `${text} `.trim())).toBe(expected);
    const loud = rewrite(source, (text) => text.replace(/[a-z]+(?![^<]*>)/g, (word) => word.toUpperCase()));
    expect(loud.toUpperCase()).toBe(source.toUpperCase());
    expect(loud).toContain('{% if x %}BIENVENUE{% endif %}');
  });

  it('reads and writes HTML that stands between paragraphs', () => {
    const source = [
      '# Le four',
      '',
      '<details>',
      '<summary>La suite</summary>',
      '',
      'Un *paragraphe*.',
      '',
      '</details>',
      '<!-- jamais -->',
      '',
      '<p align="center"><img src="a.png" alt="Le four gris"> Une <b>légende</b></p>',
      '',
    ].join('\n');
    expect(markdown.read(source).blocks.map(({ text }) => text)).toEqual([
      'Le four',
      'La suite',
      'Un <1>paragraphe</1>.',
      'Le four gris',
      'Une <1>légende</1>',
    ]);
    const english = new Map([
      ['La suite', 'More'],
      ['Le four gris', 'The grey kiln'],
      ['Une <1>légende</1>', 'A <1>caption</1>'],
    ]);
    const written = rewrite(source, (text) => english.get(text));
    expect(written).toBe(
      source
        .replace('La suite', 'More')
        .replace('Le four gris', 'The grey kiln')
        .replace('Une <b>légende', 'A <b>caption'),
    );
    expect(rewrite(source, (text) => (text === 'La suite' ? null : undefined))).not.toContain('La suite');
  });

  it('writes a paragraph where it stands, whatever looks like an address in it', () => {
    const source = 'Voir [[http://kiln.example|le four]] et www.kiln.example.\n\nFin.\n';
    const english = rewrite(source, (text) => text.replace('Voir', 'See').replace('le four', 'the kiln'));
    expect(english).toMatch(/^See [^\n]*the kiln[^\n]*\n\nFin\.\n$/);
    expect(english).not.toContain('four');
  });

  it('puts new texts between the marks and leaves all else alone', () => {
    const english = rewrite(PAGE, (text) => (text.startsWith('Une puce') ? 'A <1>European</1> chip' : undefined));
    expect(english).toBe(PAGE.replace('Une puce **européenne**', 'A **European** chip'));
    const cell = rewrite(PAGE, (text) => (text === '12 €' ? '€12 | $13' : undefined));
    expect(cell).toContain('| Aube | **€12 \\| $13** |');
    const matter = rewrite(PAGE, (text) => (text.startsWith("L'industrie") ? 'Note: the industry waits' : undefined));
    expect(matter).toContain('description: "Note: the industry waits"\n');
  });

  it('takes blocks out with their lines', () => {
    const short = rewrite(PAGE, (text) => (text.startsWith('second') || text.startsWith('«') ? null : undefined));
    expect(short).toContain('- premier point\n\n| Modèle');
  });

  it('says signs as signs: what is written reads back the same', () => {
    const signs = fc.array(
      fc.constantFrom(
        'a',
        'é',
        ' ',
        '*',
        '_',
        '`',
        '[',
        ']',
        '<b>',
        '#',
        '>',
        '-',
        '+',
        '1.',
        '|',
        '\\',
        '~~',
        '&amp;',
        '!',
        '(',
        ')',
        ' https://x.io/a_b ',
        '=',
      ),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(signs, (parts) => {
        const text = parts.join('').replace(/ +/g, ' ').trim();
        fc.pre(/[\p{L}\d]/u.test(text));
        const written = rewrite('Un paragraphe.\n', () => text);
        const read = markdown.read(written).blocks;
        const flat = read.map((block) => block.text).join('');
        expect([written, flat]).toEqual([written, text]);
      }),
      { numRuns: 400 },
    );
  });

  it.each([
    ['quotations', '>'.repeat(50_000)],
    ['lists', Array.from({ length: 2000 }, (_, i) => `${' '.repeat(2 * i)}- a`).join('\n')],
    ['columns', `${'|a'.repeat(20_000)}|\n${'|-'.repeat(20_000)}|\n`],
    ['brackets', '['.repeat(200_000)],
    ['emphasis', '*a '.repeat(100_000)],
  ])('of endless %s is refused before it is parsed', (_, source) => {
    expect(() => markdown.read(source)).toThrow(expect.objectContaining({ code: 'too-deep' }));
  });

  it('neither throws nor changes anything on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (source) => {
        expect(rewrite(source, (text) => text)).toBe(source);
        expect(typeof rewrite(source, (text) => `${text}!`)).toBe('string');
      }),
    );
  });
});
