// What an article's sentences are cut by, beside the rules of its language: its desk's own exceptions, as they stood then.
import type { Language } from '../model.ts';
import type { SegmentOptions } from '../text/segment.ts';
import type { SrxRule } from '../text/srx-rules.ts';
import type { Desk } from './desk.ts';

/** The desk that an article comes to: there is one until a newsroom needs more. */
export const OWN_DESK = 1;

/** What the desk has settled by now for a language. */
export async function settledRules({ stores }: Pick<Desk, 'stores'>, language: Language): Promise<SegmentOptions> {
  const exceptions = await stores.desks.exceptions(OWN_DESK, language);
  const srx = (await stores.desks.rules(OWN_DESK, language)) as SrxRule[];
  return { ...(exceptions.length === 0 ? {} : { exceptions }), ...(srx.length === 0 ? {} : { srx }) };
}

/** Notes with an article what it was cut by, so that a later version of its source is cut alike. */
export async function rememberRules(
  { stores }: Pick<Desk, 'stores'>,
  article: number,
  rules: SegmentOptions,
): Promise<void> {
  if (Object.keys(rules).length > 0) await stores.desks.keepSegmentation(article, rules);
}

/** What {@link rememberRules} noted; nothing beside the language's rules where it noted nothing. */
export async function rememberedRules({ stores }: Pick<Desk, 'stores'>, article: number): Promise<SegmentOptions> {
  const noted = await stores.desks.segmentation(article);
  return typeof noted === 'object' && noted !== null ? noted : {};
}
