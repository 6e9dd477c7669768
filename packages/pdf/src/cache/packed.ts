/**
 * Packs a head, which is plain data, and parts of bytes: the head's length as a 32-bit number, then the head and the
 * lengths of the parts as JSON in UTF-8, then the parts.
 */
export function packed(head: unknown, parts: readonly Uint8Array[]): Uint8Array {
  const text = Buffer.from(JSON.stringify([head, parts.map(({ length }) => length)]), 'utf8');
  const length = Buffer.alloc(4);
  length.writeUInt32LE(text.length);
  return Buffer.concat([length, text, ...parts]);
}

/** Opens what `packed` packed. The parts are not copied. */
export function unpacked<Head>(bytes: Uint8Array): {
  readonly head: Head;
  readonly parts: readonly Buffer[];
} {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 4 + source.readUInt32LE(0);
  const [head, lengths] = JSON.parse(source.toString('utf8', 4, at)) as [Head, readonly number[]];
  const parts = lengths.map((length) => {
    at += length;
    return source.subarray(at - length, at);
  });
  return { head, parts };
}
