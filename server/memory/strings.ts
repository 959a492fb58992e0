// Texts by number, kept in typed arrays: what a Map of strings would say, in a third of its memory, and back from a file at once.
import { Growing } from './growing.ts';

/** The arrays that a {@link Strings} is made of: the UTF-16 units of all entries in a row, and where each ends. */
export interface StringArrays {
  units: InstanceType<Uint16ArrayConstructor>;
  ends: InstanceType<Uint32ArrayConstructor>;
}

/** Distinct entries, numbered from 0 in the order they came in. An entry is a text of some kind, a number below 65,536. */
export class Strings {
  readonly #units: Growing<Uint16ArrayConstructor>;
  readonly #ends: Growing<Uint32ArrayConstructor>;
  /** By hash, open addressing: an entry's number and 1; 0 where there is none. */
  #slots: Uint32Array;

  /** Begins empty, or with the arrays of another one, which it takes over. */
  constructor(kept?: StringArrays) {
    this.#units = new Growing(Uint16Array, kept?.units);
    this.#ends = new Growing(Uint32Array, kept?.ends);
    this.#slots = new Uint32Array(0);
    this.#widen();
  }

  get size(): number {
    return this.#ends.length;
  }

  /** What it is made of; views, not copies. */
  arrays(): StringArrays {
    return { units: this.#units.view(), ends: this.#ends.view() };
  }

  /** The number of an entry, -1 where there is none. */
  find(kind: number, text: string): number {
    return (this.#slots[this.#slotOf(kind, text)] as number) - 1;
  }

  /** The number of an entry, which it gets now if it has none. */
  add(kind: number, text: string): number {
    const slot = this.#slotOf(kind, text);
    const known = (this.#slots[slot] as number) - 1;
    if (known >= 0) return known;
    this.#units.push(kind);
    for (let i = 0; i < text.length; i++) this.#units.push(text.charCodeAt(i));
    this.#ends.push(this.#units.length);
    this.#slots[slot] = this.size;
    if (this.size * 2 > this.#slots.length) this.#widen();
    return this.size - 1;
  }

  /** Where an entry is in the slots, or would be. */
  #slotOf(kind: number, text: string): number {
    let hash = mixed(SEED, kind);
    for (let i = 0; i < text.length; i++) hash = mixed(hash, text.charCodeAt(i));
    const mask = this.#slots.length - 1;
    let slot = finished(hash) & mask;
    for (let there = this.#slots[slot] as number; there !== 0; there = this.#slots[slot] as number) {
      if (this.#is(there - 1, kind, text)) break;
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  #is(number: number, kind: number, text: string): boolean {
    const { data } = this.#units;
    const from = this.#startOf(number);
    if ((this.#ends.data[number] as number) - from !== text.length + 1 || data[from] !== kind) return false;
    for (let i = 0; i < text.length; i++) if (data[from + 1 + i] !== text.charCodeAt(i)) return false;
    return true;
  }

  #startOf(number: number): number {
    return number === 0 ? 0 : (this.#ends.data[number - 1] as number);
  }

  /** Makes the slots anew, four for each entry. */
  #widen(): void {
    const room = 2 ** Math.ceil(Math.log2(Math.max(256, this.size * 4)));
    const slots = new Uint32Array(room);
    const { data } = this.#units;
    for (let number = 0; number < this.size; number++) {
      let hash = SEED;
      const end = this.#ends.data[number] as number;
      for (let at = this.#startOf(number); at < end; at++) hash = mixed(hash, data[at] as number);
      let slot = finished(hash) & (room - 1);
      while (slots[slot] !== 0) slot = (slot + 1) & (room - 1);
      slots[slot] = number + 1;
    }
    this.#slots = slots;
  }
}

/** FNV-1a (Fowler, Noll, Vo) over UTF-16 units, with a last mix for the low bits. */
const SEED = 0x811c9dc5;

function mixed(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193);
}

function finished(hash: number): number {
  return (hash ^ (hash >>> 15)) >>> 0;
}
