/** Bytes with a head before them: the head's length as a 32-bit number, the head as JSON in UTF-8, the bytes. */
export function withHead(head: unknown, parts: readonly Uint8Array[]): Uint8Array {
  const text = Buffer.from(JSON.stringify(head), 'utf8');
  const length = Buffer.alloc(4);
  length.writeUInt32LE(text.length);
  return Buffer.concat([length, text, ...parts]);
}

/** The head of `withHead`, and the bytes behind it, which are not copied. */
export function splitHead<Head>(bytes: Uint8Array): { readonly head: Head; readonly rest: Buffer } {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = 4 + source.readUInt32LE(0);
  return { head: JSON.parse(source.toString('utf8', 4, end)) as Head, rest: source.subarray(end) };
}
