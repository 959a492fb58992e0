// Writing XLIFF 2.0 and 2.1.
import { NotYet } from '../errors.ts';
import type { BilingualArticle, BilingualOptions } from './bilingual.ts';

/** An article as XLIFF 2.0 (or 2.1) with the modules it needs. */
export function writeXliff2(
  _article: BilingualArticle,
  _options: BilingualOptions & { version?: '2.0' | '2.1' },
): string {
  throw new NotYet('XLIFF 2 cannot be written yet.');
}
