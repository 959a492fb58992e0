import { describe, expect, it } from 'vitest';
import type { WrittenSegment } from '../../server/formats/format.ts';
import { xliff } from '../../server/formats/xliff.ts';
import type { SourceBlock } from '../../server/model.ts';
import type { GivenSegment } from '../../server/model-given.ts';

/** The file with every segment answered: `answer` says what becomes of one, undefined leaves it. */
function answered(text: string, answer: (segment: GivenSegment) => Partial<WrittenSegment> | undefined): string {
  const { blocks } = xliff.read(text);
  const segments = blocks.map((block) =>
    given(block).map((segment): WrittenSegment => {
      const { codes, gap } = segment;
      const standing = { source: segment.text, target: segment.target, codes, gap, state: segment.state, reason: null };
      return { ...standing, ...answer(segment) };
    }),
  );
  return xliff.writeSegments!(text, blocks, segments, 'en-GB').text;
}

const given = (block: SourceBlock) => block.given!.segments;
const segments = (text: string) => xliff.read(text).blocks.flatMap(given);

const file12 = (body: string) =>
  `<?xml version="1.0"?>\r\n<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a" source-language="fr" target-language="en" datatype="x"><header><skl><external-file href="x"/></skl></header><body>${body}</body></file></xliff>\r\n`;

const cut = file12(
  `<group id="g"><trans-unit id="u1"><source><g id="1">Un. Deux</g></source><seg-source><g id="1"><mrk mtype="seg" mid="0">Un.</mrk> <mrk mtype="seg" mid="1"> <x id="2"/>Deux</mrk></g></seg-source><!-- stays --><note>Vu</note></trans-unit></group>`,
);

describe('an XLIFF 1.2 file as an article', () => {
  it('keeps the segments that its owner cut, without their outer white space', () => {
    expect(segments(cut).map(({ text, note }) => [text, note])).toEqual([
      ['Un.', 'Vu'],
      ['<2/>Deux', null],
    ]);
  });

  it('comes back byte for byte while nobody has translated anything', () => {
    expect(answered(cut, () => undefined)).toBe(cut);
  });

  it('gets a target cut like its source, with codes as they were, and nothing else', () => {
    const said = answered(cut, ({ text }) => ({
      target: text.replace('Un.', 'One.').replace('Deux', 'Two <&>'),
      state: 'approved',
    }));
    const target =
      '<target state="final"><g id="1"><mrk mtype="seg" mid="0">One.</mrk> <mrk mtype="seg" mid="1"> <x id="2"/>Two &lt;&amp;&gt;</mrk></g></target>';
    expect(said).toBe(
      cut
        .replace('</seg-source>', `</seg-source>${target}`)
        .replace('<trans-unit id="u1">', '<trans-unit id="u1" approved="yes">'),
    );
  });

  it('takes suggestions along, keeps what must not be translated, and lowers what others approved', () => {
    const text = file12(
      '<trans-unit id="1"><source>Un</source><alt-trans match-quality="80%" origin="TM"><target>One</target></alt-trans></trans-unit><trans-unit id="2" translate="no"><source>Deux</source></trans-unit><trans-unit id="3" approved="yes"><source>Trois</source><target state="final">Three</target></trans-unit>',
    );
    expect(segments(text).map(({ target, state, suggestion }) => [target, state, suggestion?.score])).toEqual([
      ['One', 'suggested', 80],
      ['Three', 'translated', undefined],
    ]);
    expect(answered(text, () => undefined)).toBe(text);
  });

  it('fills empty targets of one tag, and keeps attributes that it does not know', () => {
    const text = file12(
      '<x:trans-unit id="1" x:y="z"><x:source>Un</x:source><x:target  state="new" x:k=\'v\' /></x:trans-unit>',
    ).replaceAll('x:trans', 'trans');
    expect(answered(text, () => ({ target: 'One', state: 'translated' }))).toContain(
      `<x:target state="needs-review-translation" x:k='v'>One</x:target>`,
    );
  });

  it('tells SDL in its own words', () => {
    const text = file12(
      '<trans-unit id="1"><source>Un</source><seg-source><mrk mtype="seg" mid="4">Un</mrk></seg-source><target><mrk mtype="seg" mid="4"/></target><sdl:seg-defs><sdl:seg id="4" origin="mt"/></sdl:seg-defs></trans-unit>',
    );
    const said = answered(text, () => ({ target: 'One', state: 'approved' }));
    expect(said).toContain(
      '<target><mrk mtype="seg" mid="4">One</mrk></target><sdl:seg-defs><sdl:seg id="4" origin="mt" conf="ApprovedTranslation"/>',
    );
  });
});

const file20 = `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="fr"><file id="f"><unit id="u"><originalData><data id="d">&lt;b&gt;</data></originalData><segment id="s1"><source>Un <pc id="1" dataRefStart="d">mot</pc>.</source></segment><ignorable><source> </source></ignorable><segment state="translated" subState="x:y"><source>Deux<ph id="2"/></source><target>Two<ph id="2"/></target></segment></unit></file></xliff>`;

describe('an XLIFF 2.0 file as an article', () => {
  it('says its language where it had no translations, and takes ours over into the segments', () => {
    const said = answered(file20, ({ text }) =>
      text.startsWith('Un') ? { target: 'A <1>word</1>.', state: 'draft' } : undefined,
    );
    expect(said).toBe(
      file20
        .replace('srcLang="fr"', 'srcLang="fr" trgLang="en-GB"')
        .replace('<segment id="s1">', '<segment id="s1" state="initial" subState="bitexte:draft">')
        .replace('.</source>', '.</source><target>A <pc id="1" dataRefStart="d">word</pc>.</target>'),
    );
  });

  it('keeps an end whose beginning stands elsewhere, and what the source says of its white space', () => {
    const text =
      '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="fr" trgLang="en"><file id="f"><unit id="u"><segment><source xml:space="preserve">Un<sc id="1"/></source></segment><segment><source>deux<ec startRef="1"/>.</source></segment></unit></file></xliff>';
    const said = answered(text, ({ text: source }) => ({
      target: source.replace('Un', 'One').replace('deux', 'two'),
      state: 'translated',
    }));
    expect(said).toContain('<target xml:space="preserve">One<sc id="1"/></target>');
    expect(said).toContain('<target>two<ec startRef="1"/>.</target>');
  });

  it('changes the state of what is approved, and drops a sub-state that no longer holds', () => {
    const said = answered(file20, ({ text }) =>
      text.startsWith('Deux') ? { state: 'approved', target: '<2/>Two!' } : undefined,
    );
    expect(said).toContain('<segment state="final"><source>Deux<ph id="2"/></source><target><ph id="2"/>Two!</target>');
  });
});

describe('segments that a person cut anew, in a file that keeps its own cuts', () => {
  const three = file12(
    '<trans-unit id="u1"><source>Un. Deux. Trois.</source><seg-source><mrk mtype="seg" mid="0">Un <g id="1">mot</g>.</mrk> <mrk mtype="seg" mid="1">Deux <g id="2">mots</g>.</mrk> <mrk mtype="seg" mid="2">Trois.</mrk></seg-source><target><mrk mtype="seg" mid="0"/> <mrk mtype="seg" mid="1">Old</mrk> <mrk mtype="seg" mid="2">Three.</mrk></target></trans-unit>',
  );
  const written = (text: string, segments: readonly Partial<WrittenSegment>[]) => {
    const { blocks } = xliff.read(text);
    const codes = blocks.flatMap((block) => given(block).flatMap((segment) => segment.codes));
    const rest = { target: '', gap: ' ', state: 'empty' as const, reason: null, source: '', codes };
    return xliff.writeSegments!(text, blocks, [segments.map((one) => ({ ...rest, ...one }))], 'en').text;
  };

  it('gives a joined translation to the first, with the codes of both, and empties the second', () => {
    const said = written(three, [
      { source: 'Un <1>mot</1>. Deux <2>mots</2>.', target: 'One <2>word</2>, two <1>more</1>.', state: 'translated' },
      { source: 'Trois.', target: 'Three.', state: 'translated' },
    ]);
    expect(said).toContain(
      '<mrk mtype="seg" mid="0">One <g id="2">word</g>, two <g id="1">more</g>.</mrk> <mrk mtype="seg" mid="1"></mrk> <mrk mtype="seg" mid="2">Three.</mrk></target>',
    );
  });

  it('puts the parts of a split one together, and calls it begun while one of them is not translated', () => {
    const parts = (second: Partial<WrittenSegment>) =>
      written(three, [
        { source: 'Un ', target: 'One', state: 'translated' },
        { source: '<1>mot</1>.', gap: ' ', ...second },
        { source: 'Deux <2>mots</2>.', target: 'Old', state: 'translated' },
        { source: 'Trois.', target: 'Three.', state: 'translated' },
      ]);
    expect(parts({ target: '<1>word</1>.', state: 'approved' })).toContain(
      '<target state="needs-review-translation"><mrk mtype="seg" mid="0">One <g id="1">word</g>.</mrk>',
    );
    expect(parts({})).toContain('<target state="needs-translation"><mrk mtype="seg" mid="0">One</mrk>');
    expect(parts({ state: 'omitted' })).toContain(
      '<target state="needs-review-translation"><mrk mtype="seg" mid="0">One<',
    );
  });

  it('meets cuts that lie across each other', () => {
    const said = written(three, [
      { source: 'Un <1>mot</1>. Deux', target: 'One word. Two', state: 'approved' },
      { source: '<2>mots</2>. Trois.', target: '<2>words</2>. Three!', state: 'approved' },
    ]);
    expect(said).toContain(
      '<mrk mtype="seg" mid="0">One word. Two <g id="2">words</g>. Three!</mrk> <mrk mtype="seg" mid="1"></mrk> <mrk mtype="seg" mid="2"></mrk>',
    );
  });

  it('leaves the file alone where nobody has translated what was cut anew', () => {
    const text = three.replace('Old', '').replace('Three.', '');
    expect(written(text, [{ source: 'Un <1>mot</1>. Deux <2>mots</2>. Trois.' }])).toBe(text);
  });

  it('gives a code that occurs again an id of its own in 2.x', () => {
    const said = written(file20, [
      { source: 'Un <1>mot</1>.', target: '<1>A</1> <1>word</1>.', state: 'translated' },
      { source: 'Deux<2/>', target: '<2/>Two<2/>', state: 'translated' },
    ]);
    expect(said).toContain('<pc id="1" dataRefStart="d">A</pc> <pc id="1-2" dataRefStart="d">word</pc>.');
    expect(said).toContain('<ph id="2"/>Two<ph id="2-2" copyOf="2"/>');
  });

  it('joins the segments of 2.x too, each with the state of the whole', () => {
    const said = written(file20, [
      { source: 'Un <1>mot</1>. Deux<2/>', target: 'A <1>word</1>, two<2/>.', state: 'approved' },
    ]);
    expect(said).toContain('<target>A <pc id="1" dataRefStart="d">word</pc>, two<ph id="2"/>.</target>');
    expect(said).toContain('<segment state="final"><source>Deux<ph id="2"/></source><target></target></segment>');
  });
});
