// Inline codes through any service that keeps XML tags: texts go out tagged, replies are checked, and what came back broken is
// asked for once more before its codes are given up.
import { ProviderFailed } from '../errors.ts';
import { codesIn, withoutCodes } from '../text/inline.ts';
import type { SourceText, Translated, TranslationRequest } from './provider.ts';
import { fromTags, lostWords, toTags, withoutTags } from './tags.ts';

/** A service's raw answer for one text: XML content where the request went out tagged, plain text otherwise. */
export type Reply = Omit<Translated, 'codes' | 'spoilt'>;

/** One call of a service; a text without a reply was not translated. Throws ProviderFailed. */
export type Send = (request: TranslationRequest, tagged: boolean) => Promise<Reply[]>;

/**
 * Translates one request; texts whose codes or kept words come back broken are asked for once more, then taken without codes.
 * Texts without words are never sent.
 */
export async function translateCoded(request: TranslationRequest, send: Send): Promise<Translated[]> {
  const asked = {
    ...request,
    texts: request.texts.filter((text) => withoutCodes(text.text, text.codes).trim() !== ''),
  };
  if (asked.texts.length === 0) return [];
  if (!isTagged(asked.texts))
    return (await send(asked, false)).map((reply) => ({ ...reply, codes: 'kept', spoilt: [] }));
  const first = await sendTagged(asked, send);
  const broken = new Set(first.filter((one) => harm(one) > 0).map(({ id }) => id));
  const texts = asked.texts.filter(({ id }) => broken.has(id));
  if (texts.length === 0 || (await request.mayRepeat?.(charactersOf(texts))) === false) return first;
  const again = await onceMore({ ...asked, texts }, send);
  return first.map((answer) => better(answer, again.find((one) => one.id === answer.id) ?? null));
}

/** The less harmed of two answers to one text; both are billed. */
function better(first: Translated, second: Translated | null): Translated {
  if (!second) return first;
  const best = harm(second) <= harm(first) ? second : first;
  return { ...best, billedCharacters: first.billedCharacters + second.billedCharacters };
}

function harm({ codes, spoilt }: Translated): number {
  return codes === 'dropped' ? 2 : spoilt.length > 0 ? 1 : 0;
}

/** The second try for broken codes. Where it fails altogether the first answers stand: they are paid for. */
async function onceMore(request: TranslationRequest, send: Send): Promise<Translated[]> {
  try {
    return await sendTagged(request, send);
  } catch (thrown) {
    if (thrown instanceof ProviderFailed) return [];
    throw thrown;
  }
}

async function sendTagged(request: TranslationRequest, send: Send): Promise<Translated[]> {
  const replies = await send(request, true);
  return replies.flatMap((reply): Translated[] => {
    const source = request.texts.find(({ id }) => id === reply.id);
    if (!source) return [];
    const read = fromTags(reply.text, source);
    if (read) return [{ ...reply, ...read, codes: 'kept' }];
    const text = withoutTags(reply.text);
    const codes = codesIn(source.text, source.codes).length > 0 ? 'dropped' : 'kept';
    return [{ ...reply, text, codes, spoilt: lostWords(source, text) }];
  });
}

/** Whether the request needs tag handling: one text with a code or a kept word in it makes all of them XML. */
export function isTagged(texts: readonly SourceText[]): boolean {
  return texts.some((text) => codesIn(text.text, text.codes).length > 0 || (text.keep?.length ?? 0) > 0);
}

/** The texts as they go over the wire. */
export function wire(texts: readonly SourceText[], tagged: boolean): string[] {
  return texts.map((text) => (tagged ? toTags(text) : text.text));
}

/** What services count of texts: code points, without their codes. */
export function charactersOf(texts: readonly Pick<SourceText, 'text' | 'codes'>[]): number {
  return texts.reduce((sum, { text, codes }) => sum + [...withoutCodes(text, codes)].length, 0);
}
