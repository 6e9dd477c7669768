import { inflateSync } from 'node:zlib';
import { type PdfDictionary, type PdfValue, readValue } from './pdf-syntax.ts';
import { type PlacesRequest, placesOf } from './pdf-xref.ts';

export { type PdfDictionary, type PdfValue, readValues, textOf, utf16 } from './pdf-syntax.ts';

/** A PDF's objects by number, as the file has them (ISO 32000-1, 7.5). */
export interface PdfObjects {
  readonly root: PdfDictionary;
  /** What a value is, a reference followed. */
  readonly get: (value: PdfValue | undefined) => PdfValue | undefined;
  readonly dictionary: (value: PdfValue | undefined) => PdfDictionary | undefined;
  /** The values of an array; one value is a list of one. */
  readonly list: (value: PdfValue | undefined) => readonly PdfValue[];
  /** A stream's bytes, inflated, one character a byte. */
  readonly stream: (value: PdfValue | undefined) => string;
  /** A stream's bytes as the file has them, one character a byte. */
  readonly bytes: (value: PdfValue | undefined) => string;
  /** Where a stream's bytes are in the file. */
  readonly streamAt: (value: PdfValue | undefined) => { readonly start: number; readonly length: number };
}

/**
 * Opens a PDF: cross-reference tables and streams, object streams, updates. For what pdf.js does not
 * hand out: the structure tree as one tree, and ActualText. Throws when the file is none or damaged.
 */
export function openObjects(bytes: Uint8Array): PdfObjects {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const request: PlacesRequest = { text, objectAt, inflated };
  const { places, trailer } = placesOf(request);
  const known = new Map<number, PdfValue>();
  const packed = new Map<number, readonly PdfValue[]>();

  function objectAt(at: number): { value: PdfValue; body: { start: number; length: number } } {
    const head = /\s*\d+ \d+ obj\s*/y;
    head.lastIndex = at;
    if (!head.test(text)) throw new Error(`no object at byte ${at}`);
    const { value, end } = readValue(text, head.lastIndex);
    const stream = /\s*stream\r?\n/y;
    stream.lastIndex = end;
    const start = stream.test(text) ? stream.lastIndex : 0;
    const length = start > 0 && value instanceof Map ? Number(get(value.get('Length'))) : 0;
    return { value, body: { start, length } };
  }

  function inflated({ start, length }: { start: number; length: number }): string {
    return inflateSync(bytes.subarray(start, start + length)).toString('latin1');
  }

  function unpacked(stream: number): readonly PdfValue[] {
    const ready = packed.get(stream);
    if (ready) return ready;
    const { value, body } = objectAt(places.get(stream)?.[0] ?? 0);
    const facts = value as PdfDictionary;
    const content = inflated(body);
    const first = Number(facts.get('First'));
    const head = content.slice(0, first).trim().split(/\s+/);
    const offsets = head.filter((_, index) => index % 2 === 1);
    const values = offsets.map((offset) => readValue(content, first + Number(offset)).value);
    packed.set(stream, values);
    return values;
  }

  function object(number: number): PdfValue {
    const ready = known.get(number);
    if (ready !== undefined) return ready;
    const place = places.get(number);
    const [at = 0, index] = place ?? [];
    const value =
      place === undefined ? null : index === undefined ? objectAt(at).value : (unpacked(at)[index] ?? null);
    known.set(number, value);
    return value;
  }

  function get(value: PdfValue | undefined): PdfValue | undefined {
    return typeof value === 'object' && value !== null && 'ref' in value ? object(value.ref) : value;
  }
  const dictionary: PdfObjects['dictionary'] = (value) => {
    const own = get(value);
    return own instanceof Map ? own : undefined;
  };
  const streamAt: PdfObjects['streamAt'] = (value) => {
    if (typeof value !== 'object' || value === null || !('ref' in value)) throw new Error('not a stream');
    return objectAt(places.get(value.ref)?.[0] ?? 0).body;
  };
  return {
    root: dictionary(trailer.get('Root')) ?? new Map(),
    get,
    dictionary,
    list(value) {
      const own = get(value);
      return Array.isArray(own) ? own : own === undefined || own === null ? [] : [own];
    },
    stream(value) {
      const packedBytes = (dictionary(value)?.get('Filter') ?? null) !== null;
      const { start, length } = streamAt(value);
      return packedBytes ? inflated({ start, length }) : text.slice(start, start + length);
    },
    bytes(value) {
      const { start, length } = streamAt(value);
      return text.slice(start, start + length);
    },
    streamAt,
  };
}
