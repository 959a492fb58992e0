// Writing XLIFF 1.2.
import { NotYet } from '../errors.ts';
import type { BilingualArticle, BilingualOptions } from './bilingual.ts';

/** An article as XLIFF 1.2 (strict). */
export function writeXliff(_article: BilingualArticle, _options: BilingualOptions): string {
  throw new NotYet('XLIFF 1.2 cannot be written yet.');
}
