// Where sentences end at this desk, beside the rules of the language.
import { z } from 'zod';
import { UserError } from '../errors.ts';
import { dropSrx, importRules, setExceptions, showRules } from '../flow/settle-rules.ts';
import { REGEX_FAULTS } from '../text/regex-fault.ts';
import type { Parts } from './parts.ts';
import { answers, type Route } from './route.ts';
import { language } from './views.ts';

const exception = z.object({ before: z.string().max(400), after: z.string().max(400).nullable().default(null) });
const settled = z.object({ language, exceptions: z.array(exception), srx: z.int().nonnegative() });
const refusal = z.object({
  line: z.int(),
  rule: z.string(),
  why: z.string(),
  code: z.enum(REGEX_FAULTS),
  piece: z.string(),
});
const of = z.object({ lang: language });

const LARGEST = 5 * 1024 * 1024;

/** `/api/segmentation`. */
export function segmentationRoutes({ desk }: Parts): Route[] {
  return [
    answers('get /api/segmentation', {
      about:
        'Answers the desk’s exceptions for a language, and how many rules of an SRX file stand in for the language’s own.',
      query: of,
      answer: settled,
      handle: ({ query }) => showRules(desk, query.lang),
    }),
    answers('put /api/segmentation', {
      about: 'Replaces the desk’s exceptions for a language; articles that come in later are cut by them.',
      query: of,
      body: z.object({ exceptions: z.array(exception) }),
      answer: settled,
      handle: (asked) => setExceptions(desk, asked.query.lang, asked.body.exceptions, asked.by()),
    }),
    answers('post /api/segmentation/import', {
      about: 'Takes a file of exceptions, one a line, or of SRX rules; names the rules that JavaScript cannot say.',
      query: of,
      body: z.object({}),
      upload: LARGEST,
      answer: settled.extend({ refused: z.array(refusal) }),
      handle: async (asked) => {
        if (!asked.file) throw new UserError('nothing-sent', 'Send the file as "file", in a multipart form.');
        return importRules(desk, asked.query.lang, asked.file, asked.by());
      },
    }),
    answers('delete /api/segmentation/srx', {
      about: 'Lets the rules of the language hold again, in place of those of an SRX file.',
      query: of,
      answer: settled,
      handle: (asked) => dropSrx(desk, asked.query.lang, asked.by()),
    }),
  ];
}
