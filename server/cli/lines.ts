// Text in pieces, as lines.

/** The lines of a text that comes in pieces, without their line ends (LF, CRLF or CR); no line behind the last end. */
export async function* linesOf(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  let first = true;
  for await (const piece of pieces) {
    rest += first ? piece.replace(/^\ufeff/, '') : piece;
    first = false;
    // A CR at the very end may be the half of a CRLF.
    const lines = rest.split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest.endsWith('\r')) rest = rest.slice(0, -1);
  else if (rest === '') return;
  yield rest;
}
