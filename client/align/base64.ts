// Bytes as base64, for a file inside a JSON body.

const AT_ONCE = 0x8000;

/** Base64 (RFC 4648) of bytes, in pieces that fit a call's arguments. */
export function bytesAsBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += AT_ONCE) text += String.fromCharCode(...bytes.subarray(at, at + AT_ONCE));
  return btoa(text);
}
