// A desk's terms: in from files, out again the same, and in the findings of its articles.
import { describe, expect, it } from 'vitest';
import { checkArticle } from '../../server/flow/check-article.ts';
import { exportTerms } from '../../server/flow/export-terms.ts';
import { importArticle } from '../../server/flow/import-article.ts';
import { importTerms } from '../../server/flow/import-terms.ts';
import { setSegment } from '../../server/flow/review.ts';
import { segmentAt } from '../../server/flow/show-article.ts';
import { acceptKnownTerms, knownTerms } from '../../server/flow/suggest-terms.ts';
import { finished, freshDesk, textFile } from '../fresh-desk.ts';

const by = 'Zoé';
const bytes = (text: string) => new TextEncoder().encode(text);
const CSV = 'fr,en,forbidden,note\r\npuce,chip | die,flea,"silicon, not animals"\r\nrançongiciel,ransomware,,\r\n';

function opened() {
  const desk = freshDesk();
  const bring = (text: string, name = 'terms.csv') => finished(importTerms(desk, { name, bytes: bytes(text) }, { by }));
  return { desk, bring };
}

describe('terms from a table', () => {
  it('come in once, are replaced by what a later file says, and leave as they came', async () => {
    const { desk, bring } = opened();
    expect(await bring(CSV)).toEqual({ added: 2, updated: 0, unchanged: 0, refused: 0, refusals: [] });
    expect(await bring(CSV)).toMatchObject({ added: 0, updated: 0, unchanged: 2 });
    expect(await exportTerms(desk, { as: 'csv' })).toBe(CSV);
    expect(await bring('fr\ten\npuce\tchip\n', 'terms.tsv')).toMatchObject({ added: 0, updated: 1 });
    expect((await desk.stores.terms.list(1))[0]).toMatchObject({ targets: ['chip'], forbidden: [], note: null });
  });

  it('may have no other translation than what they are called at first and for short', async () => {
    const { desk, bring } = opened();
    const rows = 'fr,en,gloss,short\r\nBercy,,the French finance ministry,the ministry\r\n';
    expect(await bring(rows)).toMatchObject({ added: 1, refused: 0 });
    const [term] = await desk.stores.terms.list(1);
    expect(term?.targets).toEqual(['the French finance ministry', 'the ministry']);
  });

  it('are gathered by source, and what says nothing or contradicts itself is refused by line', async () => {
    const { desk, bring } = opened();
    const rows = 'fr;en;forbidden\nnuage;cloud;\nnuage;the cloud;\n;empty;\nseul;;\nnuage;;cloud\n';
    const { added, refused, refusals } = await bring(rows);
    expect([added, refused, refusals.map(({ at }) => at)]).toEqual([1, 3, ['line 4', 'line 5', 'line 6']]);
    expect((await desk.stores.terms.list(1))[0]?.targets).toEqual(['cloud', 'the cloud']);
  });

  it('tell of the first thousand entries that stay out, and count them all', async () => {
    const { bring } = opened();
    const { added, refused, refusals } = await bring(`fr,en\n${'seul,\n'.repeat(1500)}puce,chip\n`);
    expect([added, refused, refusals.length, refusals.at(-1)?.at]).toEqual([1, 1500, 1000, 'line 1001']);
  });

  it.each([
    ['terms.csv', `fr,en\n${'seul,\n'.repeat(100_001)}`],
    ['terms.tbx', `<tbx><text><body>${'<conceptEntry/>'.repeat(100_001)}</body></text></tbx>`],
  ])('of a file without end (%s) are refused, and none is kept', async (name, text) => {
    const { desk, bring } = opened();
    await expect(bring(text, name)).rejects.toMatchObject({ code: 'too-large', status: 413 });
    expect(await desk.stores.terms.list(1)).toEqual([]);
  });

  it.each([['puce,chip,of silicon\n'], ['source,target\npuce,chip\n'], ['<html></html>'], ['']])(
    'are not guessed where the file does not say what it is: %j',
    async (text) => {
      const { desk, bring } = opened();
      await expect(bring(text)).rejects.toMatchObject({ name: 'UserError' });
      expect(await desk.stores.terms.list(1)).toEqual([]);
    },
  );
});

describe('terms as TBX', () => {
  it('leave and come in again as they were, in every direction', async () => {
    const { desk, bring } = opened();
    await bring(CSV);
    await bring('en,fr,note\ncloud,nuage,R&D <2>\n');
    const tbx = await exportTerms(desk, { as: 'tbx' });
    const other = opened();
    expect(await other.bring(tbx, 'terms.tbx')).toMatchObject({ added: 3, refused: 0 });
    expect(await other.desk.stores.terms.list(1)).toMatchObject(
      (await desk.stores.terms.list(1)).map(({ id: _, ...term }) => term),
    );
    await expect(exportTerms(desk, { as: 'csv' })).rejects.toMatchObject({ code: 'several-directions' });
    expect(await exportTerms(desk, { as: 'csv', direction: { from: 'en', to: 'fr' } })).toContain('cloud,nuage');
  });

  it('are read in the edition of 2008, a concept without a second language refused', async () => {
    const { desk, bring } = opened();
    const term = (word: string, more = '') => `<tig><term>${word}</term>${more}</tig>`;
    const old = '<termNote type="administrativeStatus">supersededTerm-admn-sts</termNote>';
    const set = (tag: string, inside: string) => `<langSet xml:lang="${tag}">${inside}</langSet>`;
    const first = `<termEntry>${set('fr', term('courriel'))}${set('en', term('email') + term('electronic mail', old))}</termEntry>`;
    const second = `<termEntry>${set('fr', term('seul'))}</termEntry>`;
    const text = `<martif type="TBX-Basic"><text><body>${first}\n${second}</body></text></martif>`;
    expect(await bring(text, 'a.tbx')).toMatchObject({ added: 1, refused: 1, refusals: [{ at: 'line 2' }] });
    expect(await desk.stores.terms.list(1)).toMatchObject([
      { from: 'fr', to: 'en', source: 'courriel', targets: ['email'], forbidden: ['electronic mail'] },
    ]);
  });
});

describe('terms of other tools', () => {
  const dca = (status: string) =>
    `<tbx style="dca" type="TBX-Basic"><text><body><conceptEntry id="c1"><descrip type="definition">A die.</descrip>
<langSec xml:lang="fr"><termSec><term>puce</term><termNote type="partOfSpeech">noun</termNote></termSec></langSec>
<langSec xml:lang="en"><termSec><term>chip</term></termSec><termSec><term>flea</term><termNote type="administrativeStatus">${status}</termNote></termSec></langSec>
</conceptEntry></body></text></tbx>`;
  const dct = `<tbx style="dct" type="TBX-Basic" xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic"><text><body>
<conceptEntry id="c1"><basic:definition>A die.</basic:definition>
<langSec xml:lang="fr"><termSec><term>puce</term><min:partOfSpeech>noun</min:partOfSpeech></termSec></langSec>
<langSec xml:lang="en"><termSec><term>chip</term></termSec><termSec><term>flea</term><min:administrativeStatus>supersededTerm-admn-sts</min:administrativeStatus></termSec></langSec>
</conceptEntry></body></text></tbx>`;
  const min = `<TBX dialect="TBX-Min"><header><languages source="fr" target="en"/></header><body><conceptEntry id="c1">
<langGroup xml:lang="en"><termGroup><term>chip</term></termGroup><termGroup><term>flea</term><termStatus>obsolete</termStatus></termGroup></langGroup>
<langGroup xml:lang="fr"><termGroup><term>puce</term><partOfSpeech>noun</partOfSpeech></termGroup></langGroup>
</conceptEntry></body></TBX>`;

  it.each([
    ['categories as attributes', dca('deprecatedTerm-admn-sts'), 'A die.'],
    ['a status as TBX-Min says it', dca('obsolete'), 'A die.'],
    ['categories as elements', dct, 'A die.'],
    ['the TBX-Min of 2013, whose header names the source', min, null],
  ])('are read with %s', async (_, text, note) => {
    const { desk, bring } = opened();
    expect(await bring(text, 'a.tbx')).toMatchObject({ added: 1, refused: 0 });
    expect(await desk.stores.terms.list(1)).toMatchObject([
      { from: 'fr', to: 'en', source: 'puce', targets: ['chip'], forbidden: ['flea'], partOfSpeech: 'noun', note },
    ]);
  });

  it('come from a spreadsheet with semicolons and a byte order mark', async () => {
    const { desk, bring } = opened();
    expect(await bring('\ufefffr;en;note\r\n"puce; nue";die;à l’usine\r\n')).toMatchObject({ added: 1 });
    expect(await desk.stores.terms.list(1)).toMatchObject([
      { source: 'puce; nue', targets: ['die'], note: 'à l’usine' },
    ]);
  });
});

it('An article is held to the terms of its own direction, regions included', async () => {
  const { desk, bring } = opened();
  await bring('fr-FR,en-GB,forbidden\npuce,chip,flea\n');
  await bring('en,fr\nbox,boîte\n');
  const article = { ...textFile('La puce est dans la boîte.'), from: 'fr', to: 'en' };
  const { id } = await importArticle(desk, article, by);
  const segment = (await segmentAt(desk, id, 1)).id;
  const checks = async (target: string) => {
    await setSegment(desk, { segment, target, by });
    const found = (await checkArticle(desk, id)).flatMap((one) => one.findings);
    return found.map(({ check }) => check).filter((check) => check.includes('term'));
  };
  expect(await checks('The flea is in the crate.')).toEqual(['forbidden-term']);
  expect(await checks('The component is in the crate.')).toEqual(['term']);
  expect(await checks('The chips are in the crate.')).toEqual([]);
});

describe('the words that come with the program', () => {
  it('are offered both ways until the desk has them', async () => {
    const { desk, bring } = opened();
    const [into, from] = [
      { from: 'fr', to: 'en' },
      { from: 'en-GB', to: 'fr' },
    ];
    await bring('fr,en\r\nrançongiciel,ransomware\r\n');
    const offered = await knownTerms(desk, into);
    expect(offered.length).toBeGreaterThan(150);
    expect(offered.map(({ source }) => source)).not.toContain('rançongiciel');
    expect(offered).toContainEqual({ source: 'hameçonnage', targets: ['phishing'] });
    expect(await knownTerms(desk, from)).toContainEqual({ source: 'phishing', targets: ['hameçonnage'] });
    expect(await knownTerms(desk, { from: 'de', to: 'fr' })).toEqual([]);
    expect(await acceptKnownTerms(desk, into, { by })).toEqual({ added: offered.length });
    expect(await knownTerms(desk, into)).toEqual([]);
  });
});
