// What the style of a paragraph says about its role, by the names that English and French programs give to styles.
import type { Role } from '../model.ts';

/** Paragraph styles of what is code, and no text. */
const CODE = /^(?:sourcecode|code|preformatted|html-?pr|textepr)/i;

const STYLES: readonly [RegExp, Role][] = [
  [/^(?:sub-?title|sous-?titre|standfirst|chapo|chapeau|abstract$|r.?sum.?$)/i, 'standfirst'],
  [/^(?:kicker|surtitre)/i, 'kicker'],
  [/^(?:title|titre)$/i, 'title'],
  [/^(?:heading|titre)_?\d/i, 'crosshead'],
  [/^(?:intensequote|quot|citation|blockquote|blocktext)/i, 'quote'],
  [/caption$|^(?:caption|l.?gende|illustration|figure$)/i, 'caption'],
  [/^(?:author|auteur|signature)s?$/i, 'byline'],
  [/^date$/i, 'dateline'],
  [/^list|^paragraphedeliste|^liste/i, 'list'],
];

/** The names that a style goes by (its id, what people see), as one spelling: without spaces. */
const spelled = (name: string) => name.replace(/_20_|\s/g, '');

/** Whether a style is for code. */
export function isCodeStyle(names: readonly string[]): boolean {
  return names.some((name) => CODE.test(spelled(name)));
}

/** The role that a style tells, and whether it is a heading of the first level; null where it tells none. */
export function roleOfStyle(names: readonly string[]): { role: Role; first: boolean } | null {
  for (const name of names.map(spelled)) {
    const role = STYLES.find(([pattern]) => pattern.test(name))?.[1];
    if (role) return { role, first: role === 'crosshead' && /\D1$/.test(name) };
  }
  return null;
}
