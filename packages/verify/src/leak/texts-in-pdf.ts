import { inflateSync } from 'node:zlib';
import { readDocument } from '../pdf/pdf-document.ts';
import { utf16 } from '../pdf/pdf-syntax.ts';

/**
 * Everything that a PDF says, in pieces: what its pages show, decoded through ToUnicode; the strings of its
 * objects, those in object streams too; and its streams, inflated, such as XMP and files that it carries.
 * Throws when its pages cannot be read.
 */
export async function* textsInPdf(bytes: Uint8Array): AsyncGenerator<string | Uint8Array> {
  const { pages, outline, title } = await readDocument(bytes);
  yield pages.map(({ texts, loose }) => `${[...texts.values()].join('')}${loose}`).join('');
  yield pages.flatMap(({ artifacts }) => artifacts).join('');
  yield [title, ...outline.map((line) => line.title)].join('\n');
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  yield stringsIn(file);
  for (const { index, 0: head } of file.matchAll(/\bstream\r?\n/g)) {
    const start = index + head.length;
    const end = file.indexOf('endstream', start);
    const stream = inflated(bytes.subarray(start, end < 0 ? undefined : end));
    if (!stream) continue;
    yield stream;
    yield stringsIn(Buffer.from(stream).toString('latin1'));
  }
}

/** A stream that is packed otherwise is a picture or a font. */
function inflated(bytes: Uint8Array): Uint8Array | undefined {
  try {
    return inflateSync(bytes);
  } catch {
    return undefined;
  }
}

/** The strings of objects (ISO 32000-2, 7.3.4): literal ones without their escapes, and hexadecimal ones. */
function stringsIn(text: string): string {
  const literal = [...text.matchAll(/\(((?:[^()\\]|\\[\s\S])*)\)/g)].map(([, own = '']) =>
    own.replace(/\\([0-7]{1,3}|[\s\S])/g, (_, code: string) =>
      /^[0-7]/.test(code) ? String.fromCharCode(Number.parseInt(code, 8)) : (ESCAPES[code] ?? code),
    ),
  );
  const hexadecimal = [...text.matchAll(/<((?:[\da-fA-F]{2}\s*){4,})>/g)].map(([, own = '']) =>
    Buffer.from(own.replace(/\s+/g, ''), 'hex').toString('latin1'),
  );
  return [...literal, ...hexadecimal]
    .map((own) => (own.startsWith('\xfe\xff') ? utf16(own) : own))
    .join('\n');
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '', f: '', '\n': '' };
