// What a target did to the inline codes of its source: lost, doubled, crossed or unclosed them.
import type { Code } from '../model.ts';
import { codesIn, type Piece, pieces } from './inline.ts';

/** What is wrong with the codes of a target beside its source's list. */
export interface CodeFault {
  fault: 'lost' | 'doubled' | 'crossed' | 'unclosed';
  id: number;
  /** Where in the target (for a lost code: its end). */
  start: number;
  end: number;
}

/** Compares a target's codes with those of its source: lost, doubled, crossed or unclosed ones, in that order of finding. */
export function codeFaults(source: string, target: string, codes: readonly Code[]): CodeFault[] {
  const faults: CodeFault[] = [];
  const seen = new Map<number, number>();
  const open: Piece[] = [];
  for (const piece of pieces(target, codes)) {
    if (piece.kind === 'text') continue;
    if (piece.kind === 'close') closeCode(piece, open, faults);
    else {
      const count = (seen.get(piece.id) ?? 0) + 1;
      seen.set(piece.id, count);
      if (count > 1) faults.push({ fault: 'doubled', id: piece.id, start: piece.start, end: piece.end });
      if (piece.kind === 'open') open.push(piece);
    }
  }
  for (const left of open) faults.push({ fault: 'unclosed', id: left.id, start: left.start, end: left.end });
  for (const code of codesIn(source, codes)) {
    if (!seen.has(code.id)) faults.push({ fault: 'lost', id: code.id, start: target.length, end: target.length });
  }
  return faults;
}

function closeCode(piece: Piece, open: Piece[], faults: CodeFault[]): void {
  const at = open.findLastIndex((other) => other.id === piece.id);
  if (at === open.length - 1 && at >= 0) open.pop();
  else {
    const fault = at < 0 ? 'unclosed' : 'crossed';
    faults.push({ fault, id: piece.id, start: piece.start, end: piece.end });
    if (at >= 0) open.splice(at, 1);
  }
}
