import { describe, expect, it } from 'vitest';
import { readSrx } from '../../server/formats/srx.ts';
import { translateRegex } from '../../server/text/java-regex.ts';
import { sentences } from '../../server/text/segment.ts';

const file = (rules: string) => `<?xml version="1.0"?>
<srx xmlns="http://www.lisa.org/srx20" version="2.0"><header segmentsubflows="yes" cascade="yes"/><body><languagerules>
<languagerule languagerulename="French">${rules}</languagerule>
<languagerule languagerulename="Default"><rule break="yes"><beforebreak>[\\.\\?!]++</beforebreak><afterbreak>\\s</afterbreak></rule></languagerule>
</languagerules><maprules><languagemap languagepattern="FR.*" languagerulename="French"/><languagemap languagepattern=".*" languagerulename="Default"/></maprules></body></srx>`;

describe('readSrx', () => {
  it('lets the first rule that fits decide, for the languages that the map names', () => {
    const srx = readSrx(
      file(
        '<rule break="no"><beforebreak>\\b(?i:no)\\.</beforebreak><afterbreak></afterbreak></rule><rule break="no"><beforebreak>\\bM\\.</beforebreak><afterbreak>\\h\\p{IsLu}</afterbreak></rule>',
      ),
    );
    const cut = (language: string) => sentences('M. Blin part. Il revient.', language, { srx: srx.rulesFor(language) });
    expect(cut('fr-CA')).toEqual(['M. Blin part.', 'Il revient.']);
    expect(cut('en')).toEqual(['M.', 'Blin part.', 'Il revient.']);
    expect(srx.refused).toEqual([
      {
        line: 3,
        rule: '\\b(?i:no)\\. ⏐ ',
        code: 'flags-inside',
        why: 'flags inside an expression ((?i:…))',
        piece: '',
      },
    ]);
  });
});

describe('translateRegex', () => {
  it.each([
    ['\\Qa.b\\E+', 'a.b', 'axb'],
    ['(?i)dr\\.', 'DR.', 'DR,'],
    ['\\p{Lu}\\p{Lower}*+', 'Été', 'été'],
    ['[\\"\\\'\\-]', '-', 'a'],
    ['(?>ab|a)c', 'abc', 'b'],
    ['a\\x{2026}', 'a…', 'a.'],
    ['x\\h', 'x\u202f', 'x\n'],
    ['[]}]', ']', 'x'],
    ['\\bété\\b', 'un été chaud', 'étés'],
  ])('%s fits %j and not %j', (expression, fitting, other) => {
    const translated = translateRegex(expression);
    if ('refused' in translated) throw new Error(translated.refused.why);
    const pattern = new RegExp(translated.source, translated.flags);
    expect(pattern.test(fitting)).toBe(true);
    expect(pattern.test(other)).toBe(false);
  });
  it.each([['[a-z&&[^b]]'], ['\\Gx'], ['\\p{InGreek}'], ['(a'], ['(?x)a'], ['a\\']])(
    'refuses %s by name',
    (expression) => {
      expect(translateRegex(expression)).toHaveProperty('refused');
    },
  );
});
