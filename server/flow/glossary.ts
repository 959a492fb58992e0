// The desk's terms as a glossary that a service keeps: made anew only when its content has changed.
import { createHash } from 'node:crypto';
import type { Stores } from '../../db/stores.ts';
import type { Language, Term } from '../model.ts';
import type { Dictionary, Provider } from '../providers/provider.ts';
import { baseLanguage, sameLanguage } from '../text/language.ts';

/** A desk's terms in one direction. */
export interface GlossaryOf {
  desk: number;
  from: Language;
  to: Language;
}

type Keeping = { stores: Pick<Stores, 'terms' | 'upkeep'>; provider: Provider };

/** What is remembered of the glossary that a service keeps for us. */
interface Synced {
  content: string;
  id: string;
}

/** Bytes (UTF-8) that DeepL takes as one entry's text. */
const LONGEST_ENTRY = 1024;

/** A direction's terms as entries: each with its first target, each source once; null where there are none. */
export function dictionaryOf(terms: readonly Term[], { from, to }: GlossaryOf): Dictionary | null {
  const entries = new Map<string, string>();
  for (const term of terms) {
    const [source, target] = [term.source.trim(), term.targets[0]?.trim() ?? ''];
    const here = sameLanguage(term.from, from) && sameLanguage(term.to, to);
    if (here && isEntry(source) && isEntry(target) && !entries.has(source)) entries.set(source, target);
  }
  if (entries.size === 0) return null;
  const sorted = [...entries].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    from: baseLanguage(from),
    to: baseLanguage(to),
    entries: sorted.map(([source, target]) => ({ source, target })),
  };
}

function isEntry(text: string): boolean {
  return text !== '' && !/[\p{Cc}\u2028\u2029]/u.test(text) && Buffer.byteLength(text) <= LONGEST_ENTRY;
}

/** What tells one content from another. */
export function contentOf(dictionaries: readonly (Dictionary | null)[]): string {
  return createHash('sha256').update(JSON.stringify(dictionaries)).digest('hex');
}

/**
 * The id of the service's glossary of these terms, both directions in one; null without terms in this direction or where the
 * service keeps none. It is created only where its content has changed since the last time, and the former one is dropped.
 * Throws ProviderFailed.
 */
export async function syncedGlossary(keeping: Keeping, of: GlossaryOf, signal: AbortSignal): Promise<string | null> {
  const { stores, provider } = keeping;
  if (!provider.glossaries) return null;
  const terms = await stores.terms.list(of.desk);
  const both = [dictionaryOf(terms, of), dictionaryOf(terms, { ...of, from: of.to, to: of.from })];
  const dictionaries = both.filter((one) => one !== null).sort((a, b) => (a.from < b.from ? -1 : 1));
  if (both[0] === null) return null;
  const content = contentOf(dictionaries);
  const known = await rememberedGlossary(keeping, of);
  if (known?.content === content) return known.id;
  const id = await provider.glossaries.create(`Bitexte, desk ${of.desk}, ${pairOf(of)}`, dictionaries, signal);
  await stores.upkeep.setSetting(nameOf(keeping, of), JSON.stringify({ content, id } satisfies Synced));
  if (known) await provider.glossaries.drop(known.id, signal).catch(() => undefined);
  return id;
}

/** Forgets the glossary that the service turned out to have lost, so that the next fill makes it anew. */
export async function forgetGlossary(keeping: Keeping, of: GlossaryOf): Promise<void> {
  await keeping.stores.upkeep.setSetting(nameOf(keeping, of), '');
}

async function rememberedGlossary(keeping: Keeping, of: GlossaryOf): Promise<Synced | null> {
  const kept = await keeping.stores.upkeep.setting(nameOf(keeping, of));
  return kept ? (JSON.parse(kept) as Synced) : null;
}

function nameOf({ provider }: Keeping, of: GlossaryOf): string {
  return `glossary ${provider.id} ${of.desk} ${pairOf(of)}`;
}

function pairOf({ from, to }: GlossaryOf): string {
  return [baseLanguage(from), baseLanguage(to)].sort().join('-');
}
