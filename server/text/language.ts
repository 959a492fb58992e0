// Language tags (BCP 47).
import type { Language } from '../model.ts';

/** The language of a tag without its region or script, in lower case: `fr-CA` and `fr` agree. */
export function baseLanguage(tag: Language): string {
  return tag.toLowerCase().split('-')[0] ?? '';
}

const TAG = /^[a-z]{1,8}(?:[-_][a-z0-9]{1,8})*$/i;

/** Whether a file means a language by it: a tag as BCP 47 forms them, or as Java does, with an underscore. */
export function isTag(written: string): boolean {
  return TAG.test(written);
}

/** Whether two tags are of one language, whatever their regions. */
export function sameLanguage(one: Language, other: Language): boolean {
  return baseLanguage(one) === baseLanguage(other);
}
