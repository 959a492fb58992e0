// `article fill, set, approve, reject, withdraw, omit, split, join`: the work on an article.

import { NotFound, UserError } from '../errors.ts';
import { approve, selectionOf } from '../flow/approve.ts';
import type { Desk } from '../flow/desk.ts';
import { type Filled, fillArticle } from '../flow/fill-article.ts';
import { omit } from '../flow/omit.ts';
import { joinSegment, splitSegment } from '../flow/recut.ts';
import { reject } from '../flow/reject.ts';
import { setSegment } from '../flow/review.ts';
import { setRole } from '../flow/set-role.ts';
import { segmentAt, showArticle, showSegment } from '../flow/show-article.ts';
import { withdraw } from '../flow/withdraw.ts';
import { ROLES } from '../text/roles.ts';
import { type Call, type Command, UsageError } from './command.ts';
import { counted, fields, print } from './print.ts';
import { announce } from './providers.ts';
import { argument, flag, needed, number, numberAt, oneOf, text } from './values.ts';
import { finished } from './work.ts';

const articleId = (call: Call) => numberAt(call, 0, 'the article’s id');
const SEGMENTS = { about: 'Which ones, by place: 1,4-9.', value: 'PLACES' };

const fill: Command = {
  name: 'article fill',
  args: 'ID',
  options: {
    provider: { about: 'Which provider fills the gaps; none for the memory alone.', value: 'NAME' },
    budget: { about: 'The most characters that this fill may send to services outside this machine.', value: 'N' },
    min: { about: 'The lowest score that is filled in (85 with a provider, 75 without).', value: 'N' },
    assemble: { about: 'Puts drafts together, of parts that the memory knows, for what is still empty then.' },
    'dry-run': { about: 'Only says what would be filled and sent.' },
  },
  run: async (call) => {
    const provider = text(call, 'provider');
    const min = number(call, 'min', 1, 102);
    const budget = number(call, 'budget', 0, 1e12);
    const id = articleId(call);
    const options = {
      by: call.by(),
      assemble: flag(call, 'assemble'),
      dryRun: flag(call, 'dry-run'),
      signal: call.shell.signal,
      ...(provider === undefined ? {} : { provider }),
      ...(min === undefined ? {} : { min }),
      ...(budget === undefined ? {} : { budget }),
    };
    const desk = await deskFor(call, provider);
    const filled = await finished(fillArticle(desk, id, options), call.shell, 'segments');
    for (const { message } of filled.notices) call.shell.say(message);
    await print(call, filled, () => fields(countsOf(filled)));
    if (!filled.stoppedBy) return 0;
    call.shell.say(`bitexte: ${filled.stoppedBy.message}`);
    return 1;
  },
};

/** With the dictionaries where a machine is asked: what no dictionary knows, it is to leave as it is. */
async function deskFor(call: Call, provider: string | undefined): Promise<Desk> {
  const desk = await call.desk();
  const asked = desk.provider(provider);
  if (asked.limits.texts === 0) return desk;
  await announce(call, desk, asked);
  return call.desk({ words: true });
}

function countsOf({ notices: _, usage, plan, stoppedBy, ...counts }: Filled): Record<string, string | number> {
  const account = usage?.before && usage.after ? { usedBefore: usage.before.used, usedAfter: usage.after.used } : {};
  return { ...counts, ...account, ...(plan ? { calls: plan.calls } : {}), stoppedBy: stoppedBy?.code ?? '-' };
}

const set: Command = {
  name: 'article set',
  args: 'ID N TEXT',
  options: { state: { about: 'draft, or translated (the default).', value: 'STATE' } },
  run: async (call) => {
    const state = oneOf(call, 'state', ['draft', 'translated'] as const);
    const [id, n] = [articleId(call), numberAt(call, 1, 'the segment’s place')];
    const desk = await call.desk({ words: true });
    const { id: segment } = await segmentAt(desk, id, n);
    const target = argument(call, 2, 'the text');
    const { followed } = await setSegment(desk, { segment, target, by: call.by(), ...(state ? { state } : {}) });
    await printSegment(call, desk, segment, followed.length);
  },
};

async function printSegment(call: Call, desk: Desk, id: number, followed: number): Promise<void> {
  const segment = await showSegment(desk, id);
  await print(call, { ...segment, followed }, () => [
    `${segment.n}  [${segment.state}]  ${segment.target}`,
    ...segment.findings.map(({ severity, message }) => `    ${severity}: ${message}`),
    ...(followed > 0 ? [`${counted(followed, 'repetition')} followed.`] : []),
  ]);
}

const approveCommand: Command = {
  name: 'article approve',
  args: 'ID',
  options: {
    segments: SEGMENTS,
    all: { about: 'All that a person confirmed or left out.' },
    insist: { about: 'Approves over errors that the checks found; this is recorded.' },
    'no-memory': { about: 'Approves without teaching the memory.' },
  },
  run: async (call) => {
    const places = text(call, 'segments');
    if ((places !== undefined) === flag(call, 'all')) throw new UsageError('give either --all or --segments 1,4-9');
    const which = places === undefined ? { all: true } : selectedBy(places);
    const options = { by: call.by(), insist: flag(call, 'insist'), noMemory: flag(call, 'no-memory') };
    const approval = await approve(await call.desk(), articleId(call), which, options);
    await print(call, approval, () => [
      `${approval.approved} approved`,
      ...approval.blocked.map(({ n, why }) => `${n}: ${why}`),
    ]);
  },
};

function selectedBy(places: string) {
  try {
    return selectionOf(places);
  } catch (thrown) {
    if (thrown instanceof UserError && thrown.code !== 'not-yet') throw new UsageError(thrown.message);
    throw thrown;
  }
}

type Decide = (desk: Desk, segment: number, how: { by: string; reason: string }) => Promise<{ followed: unknown[] }>;

/** A command that decides on each of the named segments; those that may not be come back in `blocked`. */
function deciding(verb: string, done: string, decide: Decide, withReason: boolean): Command {
  return {
    name: `article ${verb}`,
    args: 'ID',
    options: { segments: SEGMENTS, ...(withReason ? { reason: { about: 'Why.', value: 'TEXT' } } : {}) },
    run: async (call) => {
      const id = articleId(call);
      const places = needed(call, 'segments');
      const reason = withReason ? needed(call, 'reason') : '';
      const desk = await call.desk();
      const result = { approved: 0, [done]: 0, blocked: [] as { n: number; why: string }[] };
      for (const n of await placesOf(desk, id, places)) {
        const { id: segment } = await segmentAt(desk, id, n);
        const why = await refusal(decide(desk, segment, { by: call.by(), reason }));
        if (why === null) result[done] = Number(result[done]) + 1;
        else result.blocked.push({ n, why });
      }
      await print(call, result, () => [
        `${result[done]} ${done}`,
        ...result.blocked.map(({ n, why }) => `${n}: ${why}`),
      ]);
    },
  };
}

async function placesOf(desk: Desk, article: number, places: string): Promise<number[]> {
  const { named = [], ranges = [] } = selectedBy(places);
  const last = (await desk.stores.articles.get(article))?.counts.segments;
  if (last === undefined) throw new NotFound(`there is no article ${article}; bitexte article list shows them`);
  const spread = ranges.flatMap(([from, to]) =>
    Array.from({ length: Math.max(0, Math.min(to, last) - from + 1) }, (_, i) => from + i),
  );
  return [...new Set([...named, ...spread])].sort((a, b) => a - b);
}

/** Why a decision was refused, or null where it was taken. */
async function refusal(decision: Promise<unknown>): Promise<string | null> {
  try {
    await decision;
    return null;
  } catch (thrown) {
    if (thrown instanceof UserError && thrown.status < 500 && !(thrown instanceof NotFound)) return thrown.message;
    throw thrown;
  }
}

const split: Command = {
  name: 'article split',
  args: 'ID N OFFSET',
  run: async (call) => {
    const desk = await call.desk();
    const { id } = await segmentAt(desk, articleId(call), numberAt(call, 1, 'the segment’s place'));
    const parts = await splitSegment(desk, id, { offset: numberAt(call, 2, 'the offset'), by: call.by() });
    await print(call, parts, () => parts.map(({ n, source }) => `${n}  ${source}`));
  },
};

const join: Command = {
  name: 'article join',
  args: 'ID N',
  run: async (call) => {
    const desk = await call.desk();
    const { id } = await segmentAt(desk, articleId(call), numberAt(call, 1, 'the segment’s place'));
    const joined = await joinSegment(desk, id, { by: call.by() });
    await print(call, joined, () => [`${joined.n}  ${joined.source}`]);
  },
};

const role: Command = {
  name: 'article role',
  args: 'ID N ROLE',
  options: { boilerplate: { about: 'N is the place of a block of furniture, as article show tells it.' } },
  run: async (call) => {
    const [id, n] = [articleId(call), numberAt(call, 1, 'the place')];
    const wanted = ROLES.find((one) => one === argument(call, 2, 'the role'));
    if (!wanted) throw new UsageError(`the role is one of ${ROLES.join(', ')}, not "${call.args[2]}"`);
    const desk = await call.desk();
    const block = flag(call, 'boilerplate') ? await furnitureAt(desk, id, n) : (await segmentAt(desk, id, n)).block;
    const cast = await setRole(desk, block, wanted, call.by());
    await print(call, cast, () => [`block ${cast.block}: ${cast.role}`]);
  },
};

async function furnitureAt(desk: Desk, article: number, n: number): Promise<number> {
  const found = (await showArticle(desk, article)).boilerplate.find((block) => block.n === n);
  if (!found)
    throw new NotFound(`article ${article} has no furniture in place ${n}; article show ${article} --json lists it`);
  return found.block;
}

/** The commands, in the order of the work. */
export const articleWorkCommands: Command[] = [
  fill,
  set,
  approveCommand,
  deciding('reject', 'rejected', reject, true),
  deciding('withdraw', 'withdrawn', withdraw, false),
  deciding('omit', 'omitted', omit, true),
  split,
  join,
  role,
];
