import { deflateSync } from 'node:zlib';
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
interface Packed {
  readonly stream: number;
  readonly index: number;
}

const PER_STREAM = 200;
const OBJECT = /^(\d+) 0 obj$/;

/**
 * Makes pdfkit write objects that are no streams into object streams, and the table of objects as a
 * stream (ISO 32000-1, 7.5.7 and 7.5.8): a tagged file is a fraction of its size.
 */
export function packObjects(document: PdfDocument): void {
  const writer = document as unknown as Writer;
  const write = writer._write.bind(writer);
  const packed = new Map<number, Packed>();
  let queue: { id: number; body: string }[] = [];
  let open: { id: number; parts: string[] } | undefined;

  writer._write = (data) => {
    if (typeof data !== 'string') return write(data);
    const id = OBJECT.exec(data)?.[1];
    if (id !== undefined && !open) {
      open = { id: Number(id), parts: [] };
    } else if (open && data === 'endobj') {
      const { parts } = open;
      queue.push({ id: open.id, body: parts.join('\n') });
      open = undefined;
      if (queue.length >= PER_STREAM) flush();
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
    const stream = writer._offsets.push(writer._offset);
    let at = 0;
    const index = queue.map(({ id, body }, position) => {
      packed.set(id, { stream, index: position });
      const entry = `${id} ${at}`;
      at += Buffer.byteLength(body, 'latin1') + 1;
      return entry;
    });
    const head = `${index.join(' ')}\n`;
    const body = deflateSync(
      Buffer.from(`${head}${queue.map((object) => object.body).join('\n')}\n`, 'latin1'),
    );
    const facts = `/Type /ObjStm /N ${queue.length} /First ${head.length}`;
    queue = [];
    writeStream(stream, facts, body);
  }

  function writeStream(id: number, facts: string, body: Uint8Array): void {
    write(`${id} 0 obj\n<< ${facts} /Filter /FlateDecode /Length ${body.length} >>\nstream`);
    write(body);
    write('\nendstream\nendobj');
  }

  writer._finalize = () => {
    flush();
    const start = writer._offset;
    const own = writer._offsets.push(start);
    const table = Buffer.alloc((own + 1) * 7);
    for (let id = 1; id <= own; id++) {
      const place = packed.get(id);
      table.writeUInt8(place ? 2 : 1, id * 7);
      table.writeUInt32BE(place ? place.stream : (writer._offsets[id - 1] ?? 0), id * 7 + 1);
      table.writeUInt16BE(place ? place.index : 0, id * 7 + 5);
    }
    table.writeUInt16BE(0xffff, 5);
    const hex = Buffer.from(writer._id).toString('hex');
    const trailer = `/Root ${writer._root.id} 0 R /Info ${writer._info.id} 0 R /ID [<${hex}> <${hex}>]`;
    writeStream(own, `/Type /XRef /Size ${own + 1} /W [1 4 2] ${trailer}`, deflateSync(table));
    write(`startxref\n${start}\n%%EOF`);
    writer.push(null);
  };
}
