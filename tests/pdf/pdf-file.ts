import { inflateSync } from 'node:zlib';
import { type PdfDictionary, type PdfValue, readValue } from './pdf-syntax.ts';

/** A PDF's objects by number. */
export interface PdfFile {
  readonly root: PdfDictionary;
  /** What a value is, a reference followed. */
  readonly get: (value: PdfValue | undefined) => PdfValue | undefined;
  readonly dictionary: (value: PdfValue | undefined) => PdfDictionary | undefined;
  readonly list: (value: PdfValue | undefined) => readonly PdfValue[];
  /** A stream's bytes, inflated, one character a byte. */
  readonly stream: (value: PdfValue | undefined) => string;
  /** Where a stream's bytes are in the file. */
  readonly streamAt: (value: PdfValue | undefined) => { readonly start: number; readonly length: number };
  /** The sources of the objects in each object stream. */
  readonly packedObjects: () => readonly (readonly string[])[];
}

/** Opens a file with a cross-reference stream and object streams, as ours are. Throws on any other. */
export function openFile(bytes: Uint8Array): PdfFile {
  const text = Buffer.from(bytes).toString('latin1');
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1]);
  const table = objectAt(start);
  const trailer = table.value as PdfDictionary;
  const places = tableOf(trailer, inflated(table.body));
  const known = new Map<number, PdfValue>();
  const packed = new Map<number, readonly PdfValue[]>();

  function objectAt(at: number): { value: PdfValue; body: { start: number; length: number } } {
    const head = /\d+ \d+ obj\s/y;
    head.lastIndex = at;
    if (!head.test(text)) throw new Error(`no object at ${at}`);
    const { value, end } = readValue(text, head.lastIndex);
    const stream = /\s*stream\r?\n/y;
    stream.lastIndex = end;
    const length = value instanceof Map ? Number(value.get('Length')) : 0;
    return { value, body: { start: stream.test(text) ? stream.lastIndex : 0, length } };
  }

  function inflated(body: { start: number; length: number }): string {
    return inflateSync(bytes.subarray(body.start, body.start + body.length)).toString('latin1');
  }

  function unpacked(stream: number): readonly PdfValue[] {
    const ready = packed.get(stream);
    if (ready) return ready;
    const { value, body } = objectAt(places[stream]?.[1] ?? 0);
    const facts = value as PdfDictionary;
    const content = inflated(body);
    const first = Number(facts.get('First'));
    const offsets = content
      .slice(0, first)
      .trim()
      .split(/\s+/)
      .filter((_, index) => index % 2 === 1);
    const values = offsets.map((offset) => readValue(content, first + Number(offset)).value);
    packed.set(stream, values);
    return values;
  }

  function sources(stream: number): readonly string[] {
    const { value, body } = objectAt(places[stream]?.[1] ?? 0);
    const content = inflated(body);
    const first = Number((value as PdfDictionary).get('First'));
    const starts = (content.slice(0, first).match(/\d+/g) ?? []).filter((_, index) => index % 2 === 1);
    return starts.map((start, index) =>
      content.slice(first + Number(start), first + Number(starts[index + 1] ?? content.length)),
    );
  }

  function object(number: number): PdfValue {
    const ready = known.get(number);
    if (ready !== undefined) return ready;
    const [kind, where = 0, index = 0] = places[number] ?? [];
    const value = kind === 2 ? (unpacked(where)[index] ?? null) : kind === 1 ? objectAt(where).value : null;
    known.set(number, value);
    return value;
  }

  const get: PdfFile['get'] = (value) =>
    typeof value === 'object' && value !== null && 'ref' in value ? object(value.ref) : value;
  const dictionary: PdfFile['dictionary'] = (value) => {
    const own = get(value);
    return own instanceof Map ? own : undefined;
  };
  const streamAt: PdfFile['streamAt'] = (value) => {
    if (typeof value !== 'object' || value === null || !('ref' in value)) throw new Error('not a stream');
    return objectAt(places[value.ref]?.[1] ?? 0).body;
  };
  return {
    root: dictionary(trailer.get('Root')) ?? new Map(),
    get,
    dictionary,
    list(value) {
      const own = get(value);
      return Array.isArray(own) ? own : own === undefined || own === null ? [] : [own];
    },
    stream: (value) => inflated(streamAt(value)),
    streamAt,
    packedObjects: () =>
      [...new Set(places.flatMap(([kind, where = 0]) => (kind === 2 ? where : [])))].map(sources),
  };
}

/** The table's rows: kind, offset or stream, index (ISO 32000-1, 7.5.8.3). */
function tableOf(trailer: PdfDictionary, data: string): readonly (readonly number[])[] {
  const widths = (trailer.get('W') as readonly number[] | undefined) ?? [];
  const size = widths.reduce((total, width) => total + width, 0);
  return Array.from({ length: Math.floor(data.length / size) }, (_, row) => {
    let at = row * size;
    return widths.map((width) => {
      let value = 0;
      for (let index = 0; index < width; index++) value = value * 256 + data.charCodeAt(at++);
      return value;
    });
  });
}
