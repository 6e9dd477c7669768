import { createHash } from 'node:crypto';
import { bookAddress, type Handbook } from '@octavo/core';

/** The URL namespace of RFC 9562, 6.6. */
const URL_NAMESPACE = Buffer.from('6ba7b8119dad11d180b400c04fd430c8', 'hex');

/**
 * The identifier of the book, the same for every edition: its ISBN as an EPUB, else a UUID of version 5 (RFC
 * 9562) made from the book's address.
 */
export function uniqueIdentifier(handbook: Handbook): string {
  const isbn = handbook.identifiers.isbn?.epub?.replace(/[ -]/g, '');
  if (isbn) return `urn:isbn:${isbn}`;
  const hash = createHash('sha1')
    .update(URL_NAMESPACE)
    .update(`${bookAddress(handbook)}#epub`)
    .digest();
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6);
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = hash.toString('hex', 0, 16);
  return `urn:uuid:${hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')}`;
}
