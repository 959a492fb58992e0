// Short names for long texts, where a million texts would not fit beside each other.

/**
 * 53 bits that stand for a text (two 32-bit multiply-xorshift streams over its UTF-16 units), which a JavaScript number holds
 * exactly. Among a million texts two share a number once in some twenty thousand memories; no secret hangs on it.
 */
export function hash53(text: string): number {
  let [high, low] = [0xdeadbeef, 0x41c6ce57];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return 4294967296 * (2097151 & low) + (high >>> 0);
}
