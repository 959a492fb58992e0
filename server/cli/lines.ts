// Text in pieces, as lines.
import { UserError } from '../errors.ts';

/** The longest line in UTF-16 units. A longer one is no paragraph, segment or pair of them. */
const LONGEST = 1_000_000;

/** The lines of a text that comes in pieces, without their line ends (LF, CRLF or CR); no line behind the last end. */
export async function* linesOf(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  let count = 0;
  for await (const piece of pieces) {
    if (piece.includes('\0')) throw new UserError('binary-file', 'this is no text: it holds NUL characters', 415);
    const lines = (rest + (rest === '' && count === 0 ? piece.replace(/^\ufeff/, '') : piece)).split(
      // A CR at the very end may be the half of a CRLF.
      /\r\n|\n|\r(?!$)/,
    );
    rest = lines.pop() ?? '';
    count += lines.length;
    yield* lines;
    if (rest.length <= LONGEST) continue;
    throw new UserError('line-too-long', `line ${count + 1} is longer than ${LONGEST} characters; break it up`, 413);
  }
  if (rest !== '') yield rest.endsWith('\r') ? rest.slice(0, -1) : rest;
}
