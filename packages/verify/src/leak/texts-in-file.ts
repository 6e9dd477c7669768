import { gunzipSync, inflateSync } from 'node:zlib';
import { unzipSync } from 'fflate';

/** A text that a file holds. */
export interface Held {
  /** The path of the file; behind "!", the path in an archive. */
  readonly at: string;
  readonly text: string;
  /** The bytes themselves, given once. */
  readonly bytes?: Uint8Array;
}

/** Data within an address (RFC 2397). */
const PACKED = /;base64,([\w+/]{16,}={0,2})/g;

/**
 * Everything that a file says, as text: what it is itself, and what is packed into it, such as members of an
 * archive or an EPUB, pages, strings and streams of a PDF, texts in a picture's metadata, and data in addresses.
 * Throws when something packed cannot be opened.
 */
export async function* textsInFile(at: string, bytes: Uint8Array): AsyncGenerator<Held> {
  const head = Buffer.from(bytes.subarray(0, 8)).toString('latin1');
  if (head.startsWith('PK\x03\x04')) {
    for (const [name, member] of Object.entries(unzipSync(bytes))) {
      yield { at: `${at}!${name}`, text: name };
      yield* textsInFile(`${at}!${name}`, member);
    }
    return;
  }
  if (head.startsWith('\x1f\x8b')) {
    yield* textsInFile(`${at}!`, gunzipSync(bytes));
    return;
  }
  if (head.startsWith('%PDF-')) {
    const { textsInPdf } = await import('./texts-in-pdf.ts');
    for await (const piece of textsInPdf(bytes))
      for (const text of typeof piece === 'string' ? [piece] : decoded(piece)) yield { at, text };
  }
  if (head.startsWith('\x89PNG'))
    for (const text of textsInPng(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)))
      yield { at, text };
  const [text = '', ...others] = decoded(bytes);
  yield { at, text, bytes };
  // The encodings of a PDF's texts are its own.
  if (!head.startsWith('%PDF-')) for (const other of others) yield { at, text: other };
  for (const [, data = ''] of text.matchAll(PACKED)) yield* textsInFile(at, Buffer.from(data, 'base64'));
}

/** The encodings that are tried where bytes are no UTF-8. */
const OTHERS = ['utf-16le', 'utf-16be'] as const;

/** Bytes as text, in each encoding that they may have; a zero is part of a letter, or ends a text. */
function decoded(bytes: Uint8Array): readonly string[] {
  const text = new TextDecoder().decode(bytes);
  const zeros = text.includes('\0') ? [text.replaceAll('\0', ''), text.replaceAll('\0', ' ')] : [text];
  return text.includes('\uFFFD') || zeros.length > 1
    ? [...zeros, ...OTHERS.map((label) => new TextDecoder(label).decode(bytes))]
    : zeros;
}

/** Compressed texts of a PNG (11.3.3): a name, then bytes that say the compression, then the text. */
function* textsInPng(png: Buffer): Generator<string> {
  for (let at = 8; at + 12 <= png.length; at += 12 + png.readUInt32BE(at)) {
    const kind = png.toString('latin1', at + 4, at + 8);
    const data = png.subarray(at + 8, at + 8 + png.readUInt32BE(at));
    if (kind !== 'zTXt' && kind !== 'iTXt') continue;
    const start = data.indexOf(Buffer.from([0x78]), data.indexOf(0));
    try {
      if (start > 0) yield inflateSync(data.subarray(start)).toString('utf8');
    } catch {
      // What is not compressed is read with the file itself.
    }
  }
}
