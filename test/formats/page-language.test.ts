import { describe, expect, it } from 'vitest';
import { loadFormat, readDocument, writeDocument } from '../../server/formats/format.ts';
import type { Format } from '../../server/model.ts';

await loadFormat({ format: 'markdown' });

const utf8 = (text: string) => new TextEncoder().encode(text);
function translated(source: string, format: Format, to: string, change = (text: string) => `${text}!`): string {
  const bytes = utf8(source);
  const { blocks } = readDocument(bytes, { format });
  const texts = blocks.map(({ text }) => change(text));
  return new TextDecoder().decode(writeDocument(bytes, format, blocks, texts, { from: 'fr', to }).bytes);
}

const PAGE =
  '<!doctype html><html lang="fr-FR" xml:lang="fr"><head><meta http-equiv="Content-Language" content="fr"></head>' +
  '<body><article lang=fr><p>Un four</p><p lang="de">Ein Ofen</p></article></body></html>';

describe('the language that a file says', () => {
  it('is that of its new text, in a page and where parts of it name the old one', () => {
    expect(translated(PAGE, 'html', 'en-GB')).toBe(
      PAGE.replace('lang="fr-FR" xml:lang="fr"', 'lang="en-GB" xml:lang="en-GB"')
        .replace('content="fr"', 'content="en-GB"')
        .replace('lang=fr>', 'lang="en-GB">')
        .replace('Un four', 'Un four!')
        .replace('Ein Ofen', 'Ein Ofen!'),
    );
  });
  it('goes with its direction', () => {
    expect(translated('<html lang="fr"><p>Un four</p></html>', 'html', 'ar')).toContain('<html lang="ar" dir="rtl">');
    expect(translated('<html lang="fr" dir="rtl"><p>Un four</p></html>', 'html', 'en')).toContain(
      '<html lang="en" dir="ltr">',
    );
  });
  it('stands in front matter too', () => {
    const source = '---\nlang: "fr-FR"\ntags: [fr]\n---\n\nUn four\n\nlang: fr\n';
    const written = translated(source, 'markdown', 'en');
    expect(written.slice(0, written.indexOf('Un four'))).toBe('---\nlang: "en"\ntags: [fr]\n---\n\n');
  });
  it('stays where nothing is new, and where the page speaks of another language', () => {
    expect(translated(PAGE, 'html', 'en', (text) => text)).toBe(PAGE);
    expect(translated('<html lang="en"><p>Un four</p></html>', 'html', 'en')).toContain('<html lang="en">');
  });
});
