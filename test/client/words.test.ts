// The catalogues say the same things, and French keeps to its own typography.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { refusalInWords } from '../../client/parts/refusals.tsx';
import { wordsOf } from '../../client/state/tools.ts';
import { en } from '../../client/words/en.ts';
import { fr } from '../../client/words/fr.ts';
import { CATALOGUES, tongueOf } from '../../client/words/words.tsx';
import { runChecks } from '../../server/checks/index.ts';
import { because, REFUSAL_CODES, refusal } from '../../server/formats/refusal.ts';
import { PENALTIES } from '../../server/text/match.ts';
import { NBSP, NNBSP } from '../../server/text/typography.ts';

/** Stands for a number and for a name alike, so that every function of a catalogue can be asked for its sentence. */
const SAMPLE = Object('12') as unknown;

/** Every sentence of a catalogue by its path. */
function sentences(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return [[path, String(value(SAMPLE, SAMPLE, SAMPLE))]];
  if (value === null || typeof value !== 'object' || path === '.f') return [];
  return Object.entries(value).flatMap(([name, part]) => sentences(part, `${path}.${name}`));
}

/** What only a program that is no page of ours can be told. */
const NEVER_HEARD = new Set(['malformed-json', 'foreign-host', 'foreign-origin', 'no-editor', 'bad-pair', 'bad-list']);

/** The source of all rooms from which a refusal may reach a browser. */
function sourceOfServer(): string {
  const rooms = ['errors.ts', 'flow', 'formats', 'http', 'text', 'web', 'providers', 'memory'];
  const root = join(import.meta.dirname, '../../server');
  return rooms
    .flatMap((room) =>
      (room.endsWith('.ts') ? [room] : readdirSync(join(root, room)).map((file) => join(room, file)))
        .filter((file) => file.endsWith('.ts'))
        .map((file) => readFileSync(join(root, file), 'utf8')),
    )
    .join('\n');
}

/** The codes of everything that a browser may be refused, each with the sentence that the server says itself, where it stands there. */
function refusalsOfServer(): [string, string][] {
  const all = sourceOfServer();
  const plain = [...all.matchAll(/(?:UserError|failure)\(\s*(?:\w+,\s*)?'([a-z-]+)',\s*('[^']*'|`[^`]*`)?/g)];
  const noticed = [...all.matchAll(/\bcode: '([a-z-]+)', message/g)];
  const failed = [...all.matchAll(/ProviderFailed\(\s*'([a-z-]+)'/g)].map(([, reason]) => `provider-${reason}`);
  const said = [...plain, ...noticed].map(([, code = '', message = '']): [string, string] => [code, message]);
  return [...said, ...failed.map((code): [string, string] => [code, ''])].filter(([code]) => !NEVER_HEARD.has(code));
}

/** What a sentence says only to who writes programs or sits at a shell. */
const FOR_PROGRAMS = /(?:^|\s)--\w|\bJSON\b|multipart|\b[Bb]ody\b|\.env\b|\bnpm\b|"(?:text|file|name|url|base64)"/;

describe('the words', () => {
  it('tell a fix that is nothing but a space by its name', () => {
    for (const words of [en, fr]) {
      const named = [' ', NBSP, NNBSP].map((space) => words.side.fixTo(space).split(':')[1]?.trim());
      expect(new Set(named).size).toBe(3);
      expect(named).not.toContain('');
      expect(words.side.fixTo('12')).toMatch(/: 12$/);
    }
  });

  it('name the same things in both languages', () => {
    const paths = (words: unknown) =>
      sentences(words)
        .map(([path]) => path)
        .filter((path) => !path.startsWith('.failures.'));
    expect(paths(fr).sort()).toEqual(paths(en).sort());
  });

  it('write numbers and name languages as browsers do', () => {
    for (const [words, locale] of [[en, 'en-GB'] as const, [fr, 'fr-FR'] as const]) {
      const names = new Intl.DisplayNames(locale, { type: 'language' });
      const numbers = new Intl.NumberFormat(locale);
      for (const n of [0, 7, 999, 1000, 12_345, 1_234_567, -1000, 1234.5]) {
        expect(words.f.number(n)).toBe(numbers.format(n));
      }
      for (const tag of ['fr', 'en', 'de', 'pt-BR']) expect(words.f.language(tag)).toBe(names.of(tag));
    }
    expect(fr.f.language('no such tag')).toBe('no such tag');
  });

  it('say in French whatever the server may refuse or notice', () => {
    const said = { ...fr.failures, ...fr.providers.stops };
    expect([...new Set(refusalsOfServer().map(([code]) => code))].filter((code) => said[code] === undefined)).toEqual(
      [],
    );
    expect(Object.keys(en.failures).filter((code) => fr.failures[code] === undefined)).toEqual([]);
  });

  it('say in English what the server’s own English says to programs alone', () => {
    const unsaid = refusalsOfServer().filter(
      ([code, message]) => FOR_PROGRAMS.test(message) && en.failures[code] === undefined,
    );
    expect(unsaid).toEqual([]);
  });

  it('say in both languages why a match scores what it does', () => {
    const given = [...sourceOfServer().matchAll(/name: '([a-z-]+)',\s*points/g)].map(([, name]) => name ?? '');
    const names = [...given, ...Object.keys(PENALTIES)];
    expect(names).toContain('repaired');
    for (const { reasons } of [fr, en]) expect(names.filter((name) => reasons[name] === undefined)).toEqual([]);
  });

  it('print the quotation marks of what the server says in English', () => {
    const said = (message: string) => wordsOf({ code: 'unheard-of', message }, en);
    expect(said('The "red" and the "black".')).toBe('The “red” and the “black”.');
    expect(en.finding('""" is never closed: close it.', 'quotes', '')).toBe('“"” is never closed: close it.');
    const failure = { code: 'bad-xml', message: '', values: { line: 12 } };
    expect(wordsOf(failure, fr)).toBe('Le XML du fichier est mal formé (ligne 12).');
  });

  it('say what of a file stayed out, and where, in both languages', () => {
    const refused = refusal({ line: 1200, unit: 3, name: 'u3' }, because('not-confirmed', { state: 'draft' }));
    expect(refusalInWords(refused, fr)).toBe(
      'ligne 1\u202f200, unité 3 (u3)\u00a0: la traduction n’est pas confirmée (Brouillon)',
    );
    expect(refusalInWords(refused, en)).toBe('line 1,200, unit 3 (u3): its translation is not confirmed (Draft)');
    for (const code of REFUSAL_CODES)
      for (const words of [fr, en]) expect(refusalInWords(refusal({}, because(code)), words)).not.toContain('{');
  });

  it('are written as French is printed', () => {
    const faults = sentences(fr).flatMap(([path, text]) =>
      runChecks({ source: text, target: text, from: 'fr', to: 'fr' }, { profile: 'strict' })
        .filter((finding) => finding.check === 'typography-fr' && finding.side === 'target')
        .map((finding) => `${path}: ${text} (${finding.message})`),
    );
    expect(faults).toEqual([]);
  });

  it('are not left in English', () => {
    const english = new Map(sentences(en));
    const same = sentences(fr).filter(
      ([path, text]) => english.get(path) === text && (text.match(/\p{L}{3,}/gu)?.length ?? 0) > 1,
    );
    expect(same).toEqual([]);
  });

  it('use the plural that each language has', () => {
    expect(fr.desk.words(0)).toBe('0 mot');
    expect(fr.desk.words(1_000_000)).toBe('1\u202f000\u202f000 de mots');
    expect(en.desk.words(0)).toBe('0 words');
    expect(en.desk.words(1)).toBe('1 word');
  });

  it('follow the browser’s first language that there is', () => {
    expect(tongueOf(['de-DE', 'fr-CA', 'en'])).toBe('fr');
    expect(tongueOf(['en-GB', 'fr'])).toBe('en');
    expect(tongueOf([])).toBe('en');
    expect(CATALOGUES[tongueOf(['FR'])]).toBe(fr);
  });
});
