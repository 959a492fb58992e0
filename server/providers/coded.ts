// Inline codes through any service that keeps XML tags: texts go out tagged, replies are checked, and what came back broken is
// asked for once more before its codes are given up.
import { ProviderFailed } from '../errors.ts';
import { codesIn, withoutCodes } from '../text/inline.ts';
import type { SourceText, Translated, TranslationRequest } from './provider.ts';
import { fromTags, toTags, withoutTags } from './tags.ts';

/** A service's raw answer for one text: XML content where the request went out tagged, plain text otherwise. */
export type Reply = Omit<Translated, 'codes'>;

/** One call of a service; a text without a reply was not translated. Throws ProviderFailed. */
export type Send = (request: TranslationRequest, tagged: boolean) => Promise<Reply[]>;

/**
 * Translates one request; texts whose codes come back broken are asked for once more, then taken without codes. Texts without
 * words are never sent.
 */
export async function translateCoded(request: TranslationRequest, send: Send): Promise<Translated[]> {
  const asked = {
    ...request,
    texts: request.texts.filter((text) => withoutCodes(text.text, text.codes).trim() !== ''),
  };
  if (asked.texts.length === 0) return [];
  if (!isTagged(asked.texts)) return (await send(asked, false)).map((reply) => ({ ...reply, codes: 'kept' }));
  const first = await sendTagged(asked, send);
  const broken = new Set(first.filter(({ codes }) => codes === 'dropped').map(({ id }) => id));
  if (broken.size === 0) return first;
  const again = await onceMore({ ...asked, texts: asked.texts.filter(({ id }) => broken.has(id)) }, send);
  return first.map((answer) => {
    const second = again.find((one) => one.id === answer.id);
    return second ? { ...second, billedCharacters: second.billedCharacters + answer.billedCharacters } : answer;
  });
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
  return replies.flatMap((reply) => {
    const source = request.texts.find(({ id }) => id === reply.id);
    if (!source) return [];
    const text = fromTags(reply.text, source.text, source.codes);
    return [{ ...reply, text: text ?? withoutTags(reply.text), codes: text === null ? 'dropped' : 'kept' }];
  });
}

/** Whether the request needs tag handling: one text with codes in it makes all of them XML. */
export function isTagged(texts: readonly SourceText[]): boolean {
  return texts.some((text) => codesIn(text.text, text.codes).length > 0);
}

/** The texts as they go over the wire. */
export function wire(texts: readonly SourceText[], tagged: boolean): string[] {
  return texts.map((text) => (tagged ? toTags(text.text, text.codes) : text.text));
}
