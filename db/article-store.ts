// What the store of articles promises: articles as they come in, later versions of their source, and what is read of them.
import type { Article, ArticleCounts, Block, Code, Format, Language, Role, SourceBlock } from '../server/model.ts';
import type { SegmentWrite } from './segment-store.ts';

/** An article as import hands it over. `copyOf`, `block` and `repeats` are indexes into the lists given here. */
export interface NewArticle {
  title: string;
  from: Language;
  to: Language;
  format: Format;
  translationOf: string | null;
  /** Where on the web it stands, if it was found there. */
  address?: string | null;
  /** False where absent. */
  confidential?: boolean;
  /** The file's bytes as they came, for an export of the whole. */
  bytes: Uint8Array;
  fileName: string | null;
  /** What the format keeps of the whole file beside its blocks (encoding, skeleton); opaque here. */
  layout: unknown;
  blocks: (SourceBlock & { copyOf: number | null; tail: string; roleBy?: string | null })[];
  segments: NewSegment[];
  by: string;
  at: string;
}

/** A segment as a source is cut into it. `block` and `repeats` are indexes into the lists that it comes with. */
export interface NewSegment {
  block: number;
  source: string;
  codes: Code[];
  gap: string;
  /** Canonical, normalised source: what exact matches and repetitions compare. */
  key: string;
  /** Words and signs as the trade counts them, for the article's sums. */
  words: number;
  signs: number;
  repeats: number | null;
  /** What a bilingual file brings along for it: its first version. */
  given?: Omit<SegmentWrite, 'segment' | 'basedOn'>;
}

/** A segment of a later source: the stored one that it is (`id`, null for a new one), and what becomes of it. */
export interface LaterSegment extends NewSegment {
  id: number | null;
  /** The stored segment's version that this was decided on; 0 for a new one. */
  basedOn: number;
  /** Its next version, null where neither text, state nor source changes. */
  next: Omit<SegmentWrite, 'segment' | 'basedOn'> | null;
}

/** A later version of an article's source. `copyOf`, `block` and `repeats` are indexes into the lists given here. */
export interface ArticleUpdate {
  article: number;
  /** The version of the source that this one follows. */
  basedOn: number;
  translationOf: string | null;
  bytes: Uint8Array;
  fileName: string | null;
  layout: unknown;
  blocks: NewArticle['blocks'];
  segments: LaterSegment[];
  /** Stored segments that the source no longer has, with the version that was seen. */
  gone: { id: number; basedOn: number }[];
  by: string;
  at: string;
}

/** What a segment's source was at two versions of the article's source; null where it did not stand in it. */
export interface SourceRow {
  segment: number;
  /** Its place now; 0 where it has none. */
  n: number;
  before: string | null;
  after: string | null;
  codesBefore: Code[];
  codesAfter: Code[];
}

/** An article with the counts of its present source. */
export interface ArticleRow extends Article {
  counts: ArticleCounts;
}

/** A block as stored, with the white space behind its last segment. */
export interface StoredBlock extends Block {
  tail: string;
  /** Who has set its role by hand; null where the format or the text told it. */
  roleBy: string | null;
}

/** The articles of all desks, with every version of their source. */
export interface ArticleStore {
  add(article: NewArticle): Promise<number>;
  /** Newest first, without deleted ones; archived ones only on demand. `search` is matched in titles and texts. */
  list(filter?: { archived?: boolean; search?: string }): Promise<ArticleRow[]>;
  /** null where no such article stands (a deleted one does not). */
  get(id: number): Promise<ArticleRow | null>;
  blocks(id: number): Promise<StoredBlock[]>;
  source(id: number, version?: number): Promise<{ bytes: Uint8Array; layout: unknown; fileName: string | null } | null>;
  /** Puts a later source in place, whole; false where the article or one of its segments has changed since. */
  update(update: ArticleUpdate): Promise<boolean>;
  /** The segments that stood at either of two versions of the source, in order of place. */
  sourcesAt(id: number, from: number, to: number): Promise<SourceRow[]>;
  archive(id: number, archived: boolean): Promise<boolean>;
  /** Marks an article as one that must not leave this machine, or takes the mark off; false where no such article stands. */
  setConfidential(id: number, confidential: boolean): Promise<boolean>;
  /** Takes the article off the desk; its rows stay, and `undelete` brings it back. */
  remove(id: number, at: string): Promise<boolean>;
  undelete(id: number): Promise<boolean>;
  /**
   * Sets the role of a block, of what it is a stray copy of, and of all such copies; places and repetitions of the article are
   * counted anew. Answers the article; null where no such block stands in its present source.
   */
  setRole(block: number, role: Role, by: string): Promise<number | null>;
}
