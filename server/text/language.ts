// Language tags (BCP 47).
import type { Language } from '../model.ts';

/** The language of a tag without its region or script, in lower case: `fr-CA` and `fr` agree. */
export function baseLanguage(tag: Language): string {
  return tag.toLowerCase().split('-')[0] ?? '';
}

/** Whether two tags are of one language, whatever their regions. */
export function sameLanguage(one: Language, other: Language): boolean {
  return baseLanguage(one) === baseLanguage(other);
}
