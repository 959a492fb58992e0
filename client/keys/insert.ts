// Puts text into the field of a segment as if it were typed, so that the browser's own undo takes it back.

/** The id of a segment's text field. */
export const fieldId = (segment: number) => `target-${segment}`;

/** The text field that is being written in, where it is a segment's. */
export function activeField(): HTMLTextAreaElement | null {
  const at = document.activeElement;
  return at instanceof HTMLTextAreaElement && at.id.startsWith('target-') ? at : null;
}

/** Replaces the selection of a field. */
export function insert(field: HTMLTextAreaElement, text: string): void {
  field.focus();
  // Deprecated, and the only way that keeps the undo history; where a browser no longer has it, the text still comes in.
  if (document.execCommand('insertText', false, text)) return;
  field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end');
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

/** Puts a pair of marks around the selection of a field, the selection staying selected. */
export function surround(field: HTMLTextAreaElement, open: string, close: string): void {
  const { selectionStart: start, selectionEnd: end, value } = field;
  insert(field, open + value.slice(start, end) + close);
  field.setSelectionRange(start + open.length, end + open.length);
}

/** Puts text where a segment's field is being written in; false where the segment has no field now. */
export function insertInto(segment: number, text: string): boolean {
  const field = document.getElementById(fieldId(segment));
  if (!(field instanceof HTMLTextAreaElement)) return false;
  insert(field, text);
  return true;
}

/** Replaces a stretch (or all) of a segment's field; false where the segment has no field now. */
export function replaceIn(segment: number, text: string, start = 0, end = Number.MAX_SAFE_INTEGER): boolean {
  const field = document.getElementById(fieldId(segment));
  if (!(field instanceof HTMLTextAreaElement)) return false;
  field.focus();
  field.setSelectionRange(start, Math.min(end, field.value.length));
  insert(field, text);
  return true;
}
