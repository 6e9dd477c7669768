import { deflated } from './deflate.ts';

/** Writes the objects of a PDF as they are finished. */
export interface ObjectWriter {
  /** Returns the next object number. */
  readonly allot: () => number;
  /** Writes an object that is no stream. `body` is its source, in ASCII. */
  readonly object: (id: number, body: string) => void;
  /** Writes an object under the next number, which it returns. */
  readonly add: (body: string) => number;
  /** Compresses and writes a stream under the next number, which it returns. */
  readonly addStream: (facts: string, bytes: Uint8Array) => number;
  /** Writes a stream that is already compressed. `facts` are entries of its dictionary. */
  readonly stream: (id: number, facts: string, bytes: Uint8Array) => void;
  /** Writes a stream as it is, or coded as its `facts` say. */
  readonly raw: (id: number, facts: string, bytes: Uint8Array) => void;
}

/** Writes a whole file. */
export interface FileWriter extends ObjectWriter {
  /** Writes the table of objects, which ends the file. `trailer` holds entries of its dictionary. */
  readonly end: (trailer: string) => void;
}

const PER_STREAM = 200;
/** Four bytes above 127 tell programs that copy the file that it is not text (ISO 32000-2, 7.5.2). */
const BINARY = '%\xff\xff\xff\xff';

/**
 * Begins a file, and hands its bytes to `sink` in their order. Objects that are no streams go into object streams, and
 * the table of objects is a stream too (ISO 32000-2, 7.5.7 and 7.5.8), which makes a tagged file several times smaller.
 */
export function fileWriter(version: string, sink: (bytes: Uint8Array) => void): FileWriter {
  /** This is where an object begins, or -1 - stream * PER_STREAM - place of one in an object stream. */
  const places: number[] = [0];
  let queue: { id: number; body: string }[] = [];
  let offset = 0;
  write(Buffer.from(`%PDF-${version}\n${BINARY}\n`, 'latin1'));

  function write(bytes: Uint8Array): void {
    offset += bytes.length;
    sink(bytes);
  }

  function allot(): number {
    return places.push(0) - 1;
  }

  function object(id: number, body: string): void {
    queue.push({ id, body });
    if (queue.length >= PER_STREAM) flush();
  }

  function add(body: string): number {
    const id = allot();
    object(id, body);
    return id;
  }

  function addStream(facts: string, bytes: Uint8Array): number {
    const id = allot();
    stream(id, facts, deflated(bytes));
    return id;
  }

  function flush(): void {
    if (queue.length === 0) return;
    const id = allot();
    let at = 0;
    const index = queue.map((own, position) => {
      places[own.id] = -1 - id * PER_STREAM - position;
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
    raw(id, `${facts} /Filter /FlateDecode`, bytes);
  }

  function raw(id: number, facts: string, bytes: Uint8Array): void {
    places[id] = offset;
    write(Buffer.from(`${id} 0 obj\n<< ${facts} /Length ${bytes.length} >>\nstream\n`, 'latin1'));
    write(bytes);
    write(Buffer.from('\nendstream\nendobj\n', 'latin1'));
  }

  function end(trailer: string): void {
    flush();
    const start = offset;
    const own = allot();
    places[own] = start;
    stream(own, `/Type /XRef /Size ${own + 1} /W [1 4 2] ${trailer}`, deflated(tableOf(places)));
    write(Buffer.from(`startxref\n${start}\n%%EOF\n`, 'latin1'));
  }

  return { allot, object, add, addStream, stream, raw, end };
}

/** Returns the entries of the table of objects, of 1, 4 and 2 bytes (ISO 32000-2, 7.5.8.3). */
function tableOf(places: readonly number[]): Buffer {
  const table = Buffer.alloc(places.length * 7);
  for (const [id, place] of places.entries()) {
    table.writeUInt8(place < 0 ? 2 : 1, id * 7);
    table.writeUInt32BE(place < 0 ? Math.floor((-1 - place) / PER_STREAM) : place, id * 7 + 1);
    table.writeUInt16BE(place < 0 ? (-1 - place) % PER_STREAM : 0, id * 7 + 5);
  }
  // The list of free objects begins with object 0, and ends with it.
  table.writeUInt8(0, 0);
  table.writeUInt16BE(0xffff, 5);
  return table;
}

const PRINTABLE = /^[ -~]*$/;
const ESCAPED = /[()\\]/g;

/** Writes a text string (ISO 32000-2, 7.9.2.2), in ASCII whatever it says. */
export function textString(text: string): string {
  if (PRINTABLE.test(text)) return `(${text.replace(ESCAPED, '\\$&')})`;
  return `<FEFF${utf16(text).toUpperCase()}>`;
}

/** Writes a text in UTF-16, each unit as four hexadecimal digits, with the higher byte first. */
export function utf16(text: string): string {
  return Buffer.from(text, 'utf16le').swap16().toString('hex');
}
