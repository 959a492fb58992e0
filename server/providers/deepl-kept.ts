// What DeepL keeps for an account: glossaries (v3) made from our terms, and translation memories made from our TMX.
import type * as deepl from 'deepl-node';
import { ProviderFailed } from '../errors.ts';
import type { DeepLCall } from './deepl-calls.ts';
import type { Dictionary, Glossaries } from './provider.ts';

/** The glossaries of an account. */
export function deepLGlossaries(call: DeepLCall): Glossaries {
  return {
    create: async (name, dictionaries, signal) => {
      const made = await call(
        (client, { GlossaryEntries }) =>
          client.createMultilingualGlossary(
            name,
            dictionaries.map((one) => entriesOf(one, GlossaryEntries)),
          ),
        signal,
      );
      return made.glossaryId;
    },
    drop: async (id, signal) => {
      try {
        await call((client) => client.deleteMultilingualGlossary(id), signal);
      } catch (thrown) {
        if (!(thrown instanceof ProviderFailed) || thrown.reason !== 'no-glossary') throw thrown;
      }
    },
  };
}

function entriesOf(
  { from, to, entries }: Dictionary,
  GlossaryEntries: typeof deepl.GlossaryEntries,
): deepl.MultilingualGlossaryDictionaryEntries {
  const terms = Object.fromEntries(entries.map(({ source, target }) => [source, target]));
  return {
    sourceLangCode: from as deepl.SourceGlossaryLanguageCode,
    targetLangCode: to as deepl.TargetGlossaryLanguageCode,
    entries: new GlossaryEntries({ entries: terms }),
  };
}

/** How patiently a published memory is waited for: DeepL reads it in its own time. Nothing is sent twice. */
const PUBLISHING = { tries: 1, deadline: 30 * 60_000 };

/** Gives a TMX file to the account as a new translation memory, and waits until the account has read it. */
export async function publishTo(
  call: DeepLCall,
  memory: { name: string; tmx: Uint8Array },
  signal: AbortSignal,
): Promise<void> {
  const buffer = Buffer.from(memory.tmx);
  const send = async (client: deepl.DeepLClient) => {
    const how = { displayName: memory.name, contentType: 'application/xml' };
    const made = await client.createTranslationMemoryImport('bitexte.tmx', buffer.length, how);
    // The SDK's own client for the storage holds no key: the address is another one's.
    await client.uploadTranslationMemoryFile(made, buffer);
    await client.isTranslationMemoryJobComplete(made.jobId);
  };
  await call(send, signal, PUBLISHING);
}
