// The shapes of answers, as zod schemas: openapi.json describes them, and the tests hold every answer to them.
import { z } from 'zod';
import { REFUSAL_CODES } from '../formats/refusal.ts';
import { ROLES } from '../text/roles.ts';

const count = z.int().nonnegative();
/** What a message names, for who words it anew. */
const named = z.record(z.string(), z.union([z.string(), z.number()]));
const state = z.enum(['empty', 'suggested', 'draft', 'translated', 'approved', 'rejected', 'omitted']);
/** What a block is in its article. */
export const role = z.enum(ROLES);
const origin = z.enum([
  'human',
  'memory',
  'machine',
  'repaired',
  'assembled',
  'propagated',
  'imported',
  'restored',
  'source',
]);
const kind = z.enum(['context', 'exact', 'repaired', 'fuzzy', 'assembled']);
const reason = z.object({ name: z.string(), points: z.number(), words: z.string().optional() });

/** The formats that an article comes in. */
export const format = z.enum(['text', 'html', 'markdown', 'docx', 'odt', 'xliff']);

/** A BCP-47 tag such as `fr`, `fr-CA` or `en-GB`, as far as its form can say. */
export const language = z
  .string()
  .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/, 'must be a language tag such as fr, fr-CA or en-GB');

/** The language that findings are worded in: English without it. */
export const worded = z.object({ lang: z.enum(['en', 'fr']).optional() });

/** The id in an address. */
export const idParam = z.object({ id: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER) });

/** An inline code of a text, as {@link Code} has it. */
export const code = z.object({
  id: z.int(),
  kind: z.enum(['pair', 'single']),
  type: z.string(),
  native: z.object({ open: z.string(), close: z.string() }),
  continues: z.int().optional(),
});

/** What a check says about a segment, at UTF-16 offsets of one side. */
export const finding = z
  .object({
    check: z.string(),
    rule: z.string().optional(),
    severity: z.enum(['error', 'warning', 'note']),
    message: z.string(),
    side: z.enum(['source', 'target']),
    start: count,
    end: count,
    fix: z.string().optional(),
  })
  .meta({ id: 'Finding' });

const provenance = z.object({
  score: z.number().optional(),
  kind: kind.optional(),
  reasons: z.array(reason).optional(),
  unit: z.int().optional(),
  raw: z.string().optional(),
  provider: z.string().optional(),
  model: z.string().optional(),
  spoilt: z.array(z.object({ word: z.string(), reply: z.string().nullable() })).optional(),
  follows: z.int().optional(),
  restores: z.int().optional(),
  file: z.string().optional(),
  locked: z.literal(true).optional(),
  insisted: z.array(z.string()).optional(),
});

/** A segment as the review page shows it. */
export const segmentView = z
  .object({
    id: z.int(),
    n: z.int(),
    role,
    block: z.int(),
    source: z.string(),
    target: z.string(),
    state,
    origin: origin.nullable(),
    provenance,
    version: count,
    codes: z.array(code),
    findings: z.array(finding),
    repeats: z.int().nullable(),
    touched: z.boolean(),
    copy: z.boolean(),
    draft: z.object({ text: z.string(), basedOn: count, at: z.string() }).nullish(),
    note: z.string().nullish(),
  })
  .meta({ id: 'Segment' });

/** A segment after a change, with the untouched repetitions that changed with it. */
export const changedView = segmentView.extend({ followed: z.array(segmentView) });

/** One row of a segment's history. */
export const versionView = z
  .object({
    segment: z.int(),
    number: z.int(),
    sourceVersion: z.int(),
    source: z.string(),
    codes: z.array(code),
    target: z.string(),
    state,
    origin: origin.nullable(),
    provenance,
    author: z.string(),
    at: z.string(),
    note: z.string().nullable(),
  })
  .meta({ id: 'Version' });

/** A desk's word for a thing. */
export const termView = z
  .object({
    id: z.int(),
    desk: z.int(),
    from: z.string(),
    to: z.string(),
    source: z.string(),
    targets: z.array(z.string()),
    forbidden: z.array(z.string()),
    note: z.string().nullable(),
    partOfSpeech: z.string().optional(),
    gloss: z.string().optional(),
    short: z.string().optional(),
    keep: z.literal(true).optional(),
  })
  .meta({ id: 'Term' });

/** What the memory offers for a text. */
export const matchView = z
  .object({
    score: z.number(),
    source: z.string(),
    target: z.string(),
    kind,
    reasons: z.array(reason),
    unit: z.int(),
    memory: z.string(),
    author: z.string(),
    at: z.string(),
  })
  .meta({ id: 'Match' });

/** A job as `GET /api/jobs/:id` answers it. */
export const jobView = z
  .object({
    id: z.int(),
    kind: z.string(),
    state: z.enum(['queued', 'running', 'done', 'failed', 'cancelled', 'interrupted']),
    done: count,
    total: count.nullable(),
    request: z.unknown(),
    result: z.unknown(),
    error: z.object({ code: z.string(), message: z.string(), values: named.optional() }).nullable(),
    startedBy: z.string(),
    startedAt: z.string(),
    endedAt: z.string().nullable(),
  })
  .meta({ id: 'Job' });

/** What starts long work answers: 202 with its job. */
export const jobStarted = z.object({ job: jobView });

/** What approving several segments answers. */
export const approvalView = z.object({
  approved: count,
  blocked: z.array(z.object({ n: z.int(), why: z.string(), findings: z.array(finding).optional() })),
});

const articleCounts = z.object({
  paragraphs: count,
  segments: count,
  words: count,
  signs: count,
  repeated: count,
  boilerplate: count,
  states: z.record(state, count),
});

/** An article on the desk. */
export const articleView = z
  .object({
    id: z.int(),
    title: z.string(),
    from: language,
    to: language,
    format,
    desk: z.int(),
    version: z.int(),
    translationOf: z.string().nullable(),
    address: z.string().nullable(),
    archived: z.boolean(),
    /** True where it must not leave this machine. */
    confidential: z.boolean(),
    createdAt: z.string(),
    createdBy: z.string(),
    counts: articleCounts,
  })
  .meta({ id: 'Article' });

/** An article that has just come in, with what the person should read about it. */
export const importedView = articleView.extend({
  notices: z.array(
    z.object({
      code: z.enum(['other-language', 'translation', 'copies', 'locked']),
      values: named,
      message: z.string(),
    }),
  ),
});

/** What of a file stayed out, and why: in English, and as a code with its values. */
export const refusalView = z.object({
  at: z.string(),
  why: z.string(),
  code: z.enum(REFUSAL_CODES),
  values: named,
  place: z.object({ line: z.int().optional(), unit: z.int().optional(), name: z.string().optional() }),
});

/** An article with its segments in order, and its page furniture apart. */
export const wholeArticleView = articleView.extend({
  segments: z.array(segmentView),
  boilerplate: z.array(z.object({ block: z.int(), n: z.int(), text: z.string() })),
});

/** A run of one text or both, at UTF-16 offsets. */
export const changeView = z
  .object({
    kind: z.enum(['equal', 'insert', 'delete']),
    text: z.string(),
    before: z.tuple([count, count]),
    after: z.tuple([count, count]),
  })
  .meta({ id: 'Change' });

/** The one shape of a failure. */
export const failureView = z
  .object({
    error: z.object({ code: z.string(), message: z.string(), values: named.optional() }),
    current: z.unknown().optional(),
    blocked: z.unknown().optional(),
  })
  .meta({ id: 'Failure' });
