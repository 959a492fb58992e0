// A desk's terms leave as a file.
import { UserError } from '../errors.ts';
import { writeTbx } from '../formats/tbx.ts';
import { writeTermsCsv } from '../formats/terms-csv.ts';
import type { Language, Term } from '../model.ts';
import type { Desk } from './desk.ts';

/** What terms can leave as. */
export const TERMS_EXPORTS = ['csv', 'tbx'] as const;

/** One of {@link TERMS_EXPORTS}. */
export type TermsExportKind = (typeof TERMS_EXPORTS)[number];

/** What is written, and of which languages; both or neither are named. */
export interface TermsExport {
  as: TermsExportKind;
  desk?: number;
  direction?: { from: Language; to: Language };
}

/**
 * The terms of a desk as text. TBX holds every direction; a CSV has one, so that terms of several make it a UserError
 * (`several-directions`) that names them.
 */
export async function exportTerms(
  { stores, tool }: Pick<Desk, 'stores' | 'tool'>,
  { as, desk = 1, direction }: TermsExport,
): Promise<string> {
  const terms = await stores.terms.list(desk, direction);
  if (as === 'tbx') return [...writeTbx(terms, { tool: `${tool.name} ${tool.version}` })].join('');
  return writeTermsCsv(terms, oneDirection(terms) ?? direction ?? { from: 'fr', to: 'en' });
}

function oneDirection(terms: readonly Term[]): { from: Language; to: Language } | null {
  const ways = [...new Set(terms.map(({ from, to }) => `${from} ${to}`))];
  if (ways.length > 1) {
    const named = ways.map((way) => `--from ${way.replace(' ', ' --to ')}`).join('; ');
    throw new UserError('several-directions', `a CSV holds one direction: choose TBX, or one of ${named}`);
  }
  const [from, to] = ways[0]?.split(' ') ?? [];
  return from !== undefined && to !== undefined ? { from, to } : null;
}
