// Bytes to text in pieces, for files too large to hold whole.
import { UserError } from '../errors.ts';
import { type Decode, decoderOf } from './charset.ts';
import { bomOf, encodingOf } from './decode.ts';

/**
 * Decodes a stream: encoding from its byte order mark, its XML declaration, or UTF-8. Throws a UserError on an empty
 * stream (`empty-file`) and on bytes that do not fit (`wrong-encoding`).
 */
export async function* decodeStream(
  bytes: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  name = 'the file',
): AsyncGenerator<string> {
  let decode: Decode | undefined;
  let encoding = '';
  let read = 0;
  for await (const chunk of bytes) {
    if (chunk.length === 0) continue;
    if (!decode) {
      encoding = bomOf(chunk) ?? encodingOf(chunk);
      decode = decoderOf(encoding);
    }
    yield orRefuse(decode, chunk, `${name} is not ${encoding.toUpperCase()} behind byte ${read}`);
    read += chunk.length;
  }
  if (!decode) throw new UserError('empty-file', `${name} is empty.`);
  yield orRefuse(decode, undefined, `${name} is not ${encoding.toUpperCase()} at its end`);
}

function orRefuse(decode: Decode, chunk: Uint8Array | undefined, why: string): string {
  try {
    return decode(chunk, chunk !== undefined);
  } catch {
    throw new UserError('wrong-encoding', `${why}. Save it as UTF-8.`);
  }
}
