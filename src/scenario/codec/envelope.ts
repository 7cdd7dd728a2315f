import { strToU8 } from 'fflate';

import { fromBase64url, toBase64url } from './base64url.ts';
import { crc32 } from './crc32.ts';

/*
 * The envelope of everything that goes into a link: `<prefix><base64url>`, whose bytes are raw
 * deflate data and, little endian, the CRC-32 of everything before, prefix included.
 */

/** Envelope and checksum around deflated code; `prefix` says what it is and of which version. */
export function seal(prefix: string, deflated: Uint8Array): string {
  const bytes = new Uint8Array(deflated.length + 4);
  bytes.set(deflated);
  new DataView(bytes.buffer).setUint32(deflated.length, checksum(prefix, deflated), true);
  return prefix + toBase64url(bytes);
}

/** The deflated code in `body`, which followed `prefix`; `null` = damaged. */
export function unseal(prefix: string, body: string): Uint8Array | null {
  const bytes = fromBase64url(body);
  if (bytes === null || bytes.length < 5) return null;
  const deflated = bytes.subarray(0, -4);
  const sum = new DataView(bytes.buffer).getUint32(deflated.length, true);
  return checksum(prefix, deflated) === sum ? deflated : null;
}

function checksum(prefix: string, deflated: Uint8Array): number {
  return crc32(deflated, crc32(strToU8(prefix)));
}
