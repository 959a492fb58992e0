// What the properties draw is the same in every run, so that a change is judged and not luck; BITEXTE_SEED=random draws anew.
import fc from 'fast-check';

const asked = process.env['BITEXTE_SEED'];
if (asked !== 'random') fc.configureGlobal({ seed: Number(asked ?? 1539) });
