import { deflated } from './deflate.ts';
import type { PdfDocument } from './pdf-document.ts';

/** What is needed of pdfkit's writer, beyond what the painter uses. */
interface Writer {
  _write: (data: string | Uint8Array) => void;
  _finalize: () => void;
  readonly _offset: number;
  readonly _offsets: (number | null)[];
  readonly _id: Uint8Array;
  readonly _info: { readonly id: number };
  readonly _root: { readonly id: number };
  readonly push: (chunk: null) => void;
}

/** Writes objects of the document's many kinds as they are finished, past pdfkit's own objects. */
export interface ObjectWriter {
  /** Takes the next object number. */
  readonly allot: () => number;
  /** Writes an object that is no stream; `body` is its source, in ASCII. */
  readonly object: (id: number, body: string) => void;
  /** Writes a stream that is deflated already; `facts` are entries of its dictionary. */
  readonly stream: (id: number, facts: string, bytes: Uint8Array) => void;
  /** Writes a stream that is coded as `filter` says. */
  readonly coded: (id: number, facts: string, filter: string, bytes: Uint8Array) => void;
}

const PER_STREAM = 200;
const OBJECT = /^(\d+) 0 obj$/;

/**
 * Makes pdfkit write objects that are no streams into object streams, and the table of objects as a
 * stream (ISO 32000-1, 7.5.7 and 7.5.8): a tagged file is a fraction of its size.
 */
export function objectWriter(document: PdfDocument): ObjectWriter {
  const writer = document as unknown as Writer;
  const write = writer._write.bind(writer);
  /** In which stream an object is, and as which of it: one number an object, for a long book has a million. */
  const packed: number[] = [];
  let queue: { id: number; body: string }[] = [];
  let open: { id: number; parts: string[] } | undefined;

  function object(id: number, body: string): void {
    queue.push({ id, body });
    if (queue.length >= PER_STREAM) flush();
  }

  writer._write = (data) => {
    if (typeof data !== 'string') return write(data);
    const id = open ? undefined : OBJECT.exec(data)?.[1];
    if (id !== undefined) open = { id: Number(id), parts: [] };
    else if (open && data === 'endobj') {
      const { id: own, parts } = open;
      open = undefined;
      object(own, parts.join('\n'));
    } else if (open && data === 'stream') {
      // A stream object goes where it is; its bytes follow.
      writer._offsets[open.id - 1] = writer._offset;
      for (const part of [`${open.id} 0 obj`, ...open.parts, data]) write(part);
      open = undefined;
    } else if (open) open.parts.push(data);
    else write(data);
  };

  function flush(): void {
    if (queue.length === 0) return;
    const id = writer._offsets.push(null);
    let at = 0;
    const index = queue.map((own, position) => {
      packed[own.id] = id * PER_STREAM + position;
      const entry = `${own.id} ${at}`;
      at += own.body.length + 1;
      return entry;
    });
    const head = `${index.join(' ')}\n`;
    const source = `${head}${queue.map((own) => own.body).join('\n')}\n`;
    const facts = `/Type /ObjStm /N ${queue.length} /First ${head.length}`;
    queue = [];
    stream(id, facts, deflated(Buffer.from(source, 'latin1')));
  }

  function stream(id: number, facts: string, bytes: Uint8Array): void {
    coded(id, facts, 'FlateDecode', bytes);
  }

  function coded(id: number, facts: string, filter: string, bytes: Uint8Array): void {
    writer._offsets[id - 1] = writer._offset;
    write(`${id} 0 obj\n<< ${facts} /Filter /${filter} /Length ${bytes.length} >>\nstream`);
    write(bytes);
    write('\nendstream\nendobj');
  }

  writer._finalize = () => {
    flush();
    const start = writer._offset;
    const own = writer._offsets.push(start);
    const table = Buffer.alloc((own + 1) * 7);
    for (let id = 1; id <= own; id++) {
      const place = packed[id];
      const stream = place === undefined ? undefined : Math.floor(place / PER_STREAM);
      table.writeUInt8(stream === undefined ? 1 : 2, id * 7);
      table.writeUInt32BE(stream ?? writer._offsets[id - 1] ?? 0, id * 7 + 1);
      table.writeUInt16BE(place === undefined ? 0 : place % PER_STREAM, id * 7 + 5);
    }
    table.writeUInt16BE(0xffff, 5);
    const hex = Buffer.from(writer._id).toString('hex');
    const trailer = `/Root ${writer._root.id} 0 R /Info ${writer._info.id} 0 R /ID [<${hex}> <${hex}>]`;
    stream(own, `/Type /XRef /Size ${own + 1} /W [1 4 2] ${trailer}`, deflated(table));
    write(`startxref\n${start}\n%%EOF`);
    writer.push(null);
  };

  return { allot: () => writer._offsets.push(null), object, stream, coded };
}

const PRINTABLE = /^[ -~]*$/;
const ESCAPED = /[()\\]/g;

/** A text string (ISO 32000-1, 7.9.2.2), in ASCII whatever it says. */
export function textString(text: string): string {
  if (PRINTABLE.test(text)) return `(${text.replace(ESCAPED, '\\$&')})`;
  return `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()}>`;
}

/** A reference to an object, for pdfkit's dictionaries. */
export function rawReference(id: number): object {
  // pdfkit takes what says it is an Object for a dictionary, and writes anything else as its string.
  return { [Symbol.toStringTag]: 'Reference', toString: () => `${id} 0 R` };
}
