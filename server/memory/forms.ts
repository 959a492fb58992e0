// How the forms of texts stand in a row: one unit of 16 bits for each of the many that came first, two for the others.
import type { Growing } from './growing.ts';

/** Numbers below this one are a unit of their own; of the others the first unit has the upper bits above it. */
const DIRECT = 0xff00;
const UPPER = 0xff;
/** There can be no more forms than this, sixteen million. */
const MOST = (UPPER + 1) << 16;

/** The form that begins at a place. */
export function formAt(forms: Uint16Array, at: number): number {
  const unit = forms[at] as number;
  return unit < DIRECT ? unit : ((unit & UPPER) << 16) | (forms[at + 1] as number);
}

/** How many units a form has. */
export function widthOf(form: number): 1 | 2 {
  return form < DIRECT ? 1 : 2;
}

/** Adds a form behind others. */
export function pushForm(forms: Growing<Uint16ArrayConstructor>, form: number): void {
  if (form >= MOST) throw new Error('the memory has more different words than its index can number');
  if (form >= DIRECT) forms.push(DIRECT | (form >>> 16));
  forms.push(form & 0xffff);
}
