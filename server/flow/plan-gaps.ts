// What a fill would send: the gaps of an article, without what was answered before, in as few calls as limits and budget allow.
import type { ArticleRow } from '../../db/stores.ts';
import { NotFound } from '../errors.ts';
import type { Segment, Term } from '../model.ts';
import type { Provider, Translated } from '../providers/provider.ts';
import { type Asked, type Batches, batchesOf } from './batches.ts';
import type { Desk } from './desk.ts';
import { charactersIn, gapsOf } from './gaps.ts';
import { contentOf, dictionaryOf } from './glossary.ts';
import { examplesFor, termsIn } from './hints.ts';
import { keptWords } from './kept-words.ts';
import { questionsOf, recalled } from './paid-once.ts';
import type { Purse } from './purse.ts';

/** What filling works with. */
export interface FillingDesk extends Pick<Desk, 'stores' | 'index' | 'now' | 'knows'> {
  provider: Provider;
  purse: Purse;
}

/** What would be sent, and what is known already. */
export interface GapsPlan extends Batches {
  article: ArticleRow;
  gaps: Segment[];
  /** The question that each gap is, as a digest, by segment id. */
  questions: ReadonlyMap<number, string>;
  /** Answers that were paid for before. */
  before: Translated[];
  /** What the calls would be counted at, in code points without inline codes. */
  characters: number;
  /** Gaps that the budget leaves no room for. */
  unaffordable: Segment[];
}

/** Plans a fill. Nothing is sent. Throws NotFound. */
export async function planGaps(desk: FillingDesk, articleId: number): Promise<GapsPlan> {
  const article = await desk.stores.articles.get(articleId);
  if (!article) throw new NotFound(`There is no article ${articleId}.`);
  const segments = await desk.stores.segments.of(articleId);
  const gaps = desk.provider.limits.texts === 0 ? [] : gapsOf(segments).map(({ gap }) => gap);
  const terms = gaps.length === 0 ? [] : await desk.stores.terms.list(article.desk, article);
  const asked = askedOf(desk, article, segments, gaps, terms);
  const glossary = glossaryContent(desk.provider, article, terms);
  if (desk.provider.usesHints) await addExamples(desk, article, gaps, asked);
  const showFinished = !article.confidential;
  const asking = { provider: desk.provider, glossary, asked, showFinished };
  const questions = questionsOf(gaps, segments, article, asking);
  const before = await answeredBefore(desk, gaps, questions);
  const answered = new Set(before.map(({ id }) => id));
  const open = gaps.filter(({ id }) => !answered.has(id));
  const { affordable, unaffordable } = await withinBudget(desk, open);
  const asks = { languages: article, provider: desk.provider, asked, showFinished };
  const { batches, tooLarge } = batchesOf(affordable, segments, asks);
  const characters = charactersIn(batches.flatMap((batch) => batch.gaps));
  return { article, gaps, questions, before, batches, tooLarge, characters, unaffordable };
}

function askedOf(
  { provider, knows }: FillingDesk,
  article: ArticleRow,
  segments: readonly Segment[],
  gaps: readonly Segment[],
  terms: readonly Term[],
): Map<number, Asked> {
  if (gaps.length === 0) return new Map();
  const keep = keptWords(segments, { from: article.from, to: article.to, terms, knows });
  const named = provider.usesHints ? termsIn(gaps, terms, article) : new Map();
  return new Map(
    gaps.map(({ id }): [number, Asked] => {
      const spans = keep.get(id);
      return [id, { ...(spans ? { keep: spans } : {}), terms: named.get(id) ?? [] }];
    }),
  );
}

function glossaryContent({ glossaries }: Provider, article: ArticleRow, terms: readonly Term[]): string {
  const dictionary = glossaries ? dictionaryOf(terms, article) : null;
  return dictionary ? contentOf([dictionary]) : '';
}

async function answeredBefore(
  { stores }: FillingDesk,
  gaps: readonly Segment[],
  questions: ReadonlyMap<number, string>,
): Promise<Translated[]> {
  const known = await stores.answers.known([...questions.values()]);
  return gaps.flatMap((gap) => {
    const kept = known.get(questions.get(gap.id) ?? '');
    return kept ? [recalled(kept, gap)] : [];
  });
}

/** The gaps in order of place, as far as the purse reaches. */
async function withinBudget({ provider, purse }: FillingDesk, open: readonly Segment[]) {
  let left = open.length === 0 ? 0 : await purse.left(provider);
  const end = open.findIndex((gap) => {
    left -= charactersIn([gap]);
    return left < 0;
  });
  const count = end < 0 ? open.length : end;
  return { affordable: open.slice(0, count), unaffordable: open.slice(count) };
}

async function addExamples(
  desk: FillingDesk,
  article: ArticleRow,
  gaps: readonly Segment[],
  asked: Map<number, Asked>,
): Promise<void> {
  for (const gap of gaps) asked.set(gap.id, { ...asked.get(gap.id), examples: await examplesFor(desk, gap, article) });
}
