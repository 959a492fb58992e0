// TextDecoder, with one repair: Node 20 decodes windows-1252 as Latin-1, so that its quotation marks and its euro become
// control characters.

/** What the bytes 0x80 to 0x9f are in windows-1252 (WHATWG Encoding); the five it leaves open stay what they are. */
const HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Decodes bytes, the last ones when called without. Throws a TypeError on bytes that do not fit. */
export type Decode = (bytes?: Uint8Array, more?: boolean) => string;

/** A strict decoder for an encoding that TextDecoder knows; throws a RangeError for others. */
export function decoderOf(encoding: string): Decode {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const whole: Decode = (bytes, more = false) => decoder.decode(bytes, { stream: more });
  if (decoder.encoding !== 'windows-1252') return whole;
  return (bytes, more) =>
    whole(bytes, more).replace(/[\u0080-\u009f]/g, (sign) => HIGH[sign.charCodeAt(0) - 0x80] ?? sign);
}
