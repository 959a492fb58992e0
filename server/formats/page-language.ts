// What a page says of its own language, said anew when its text is in another one.
import type { Language } from '../model.ts';
import { type Edit, inOrder, splice } from './edits.ts';
import { attribute, type HtmlToken, htmlTokens } from './html-tokens.ts';

/** The languages that a text goes from and to. */
export interface Way {
  from: Language;
  to: Language;
}

const ROOTS: ReadonlySet<string> = new Set(['html', 'body', 'main', 'article']);
const RIGHT_TO_LEFT: ReadonlySet<string> = new Set(['ar', 'dv', 'fa', 'he', 'ku', 'ps', 'sd', 'ug', 'ur', 'yi']);

const baseOf = (language: string) => language.trim().toLowerCase().split(/[-_]/)[0] ?? '';

/** The page with `lang` (and `dir` where the direction changes) of its outer elements, and its `content-language`, set to `to`. */
export function pageInLanguage(page: string, { from, to }: Way): string {
  const edits = htmlTokens(page).flatMap((token) => {
    if (token.kind !== 'start') return [];
    if (token.name === 'meta') return isLanguageMeta(token) ? valueEdits(token, ['content'], from, to) : [];
    if (!ROOTS.has(token.name)) return [];
    const named = valueEdits(token, ['lang', 'xml:lang'], from, to);
    return named.length === 0 ? [] : [...named, ...directionEdits(page, token, to)];
  });
  return splice(page, inOrder(edits));
}

function isLanguageMeta(token: HtmlToken): boolean {
  return attribute(token, 'http-equiv')?.trim().toLowerCase() === 'content-language';
}

function valueEdits(token: HtmlToken, names: readonly string[], from: Language, to: Language): Edit[] {
  return token.attributes
    .filter(({ name, value }) => names.includes(name) && baseOf(value) === baseOf(from))
    .map(({ name, start, end }) => ({ start, end, text: `${name}="${to}"` }));
}

function directionEdits(page: string, token: HtmlToken, to: Language): Edit[] {
  const wanted = RIGHT_TO_LEFT.has(baseOf(to)) ? 'rtl' : 'ltr';
  const stands = token.attributes.find(({ name }) => name === 'dir');
  if (stands) return stands.value === wanted ? [] : [{ start: stands.start, end: stands.end, text: `dir="${wanted}"` }];
  const end = token.end - (page[token.end - 2] === '/' ? 2 : 1);
  return wanted === 'rtl' ? [{ start: end, end, text: ' dir="rtl"' }] : [];
}

/** Markdown whose front matter says its language, with that of the new text. */
export function matterInLanguage(text: string, { from, to }: Way): string {
  const matter = /^---\r?\n[\s\S]*?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.exec(text)?.[0] ?? '';
  const said = /^(lang(?:uage)?[ \t]*:[ \t]*["']?)([A-Za-z]{2,3}(?:[-_][A-Za-z0-9]+)*)(?=["']?[ \t]*\r?$)/gim;
  const anew = matter.replace(said, (all, head: string, tag: string) =>
    baseOf(tag) === baseOf(from) ? head + to : all,
  );
  return anew + text.slice(matter.length);
}
