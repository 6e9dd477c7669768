import { type PdfDictionary, type PdfValue, readValue } from './pdf-syntax.ts';

/** Where an object is: a byte, or the number of an object stream and the place in it. */
export type ObjectPlace = readonly [at: number, index?: number];

export interface PlacesRequest {
  readonly text: string;
  readonly objectAt: (at: number) => { value: PdfValue; body: { start: number; length: number } };
  readonly inflated: (body: { start: number; length: number }) => string;
}

/** Reads the cross-reference sections, the newest first (ISO 32000-1, 7.5.4 and 7.5.8). */
export function placesOf(request: PlacesRequest): {
  readonly places: ReadonlyMap<number, ObjectPlace>;
  readonly trailer: PdfDictionary;
} {
  const { text } = request;
  const places = new Map<number, ObjectPlace>();
  const seen = new Set<number>();
  let newest: PdfDictionary | undefined;
  const starts = [Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text.slice(-2048))?.[1])];
  for (let at = starts.pop(); at !== undefined && !seen.has(at); at = starts.pop()) {
    if (!Number.isInteger(at)) throw new Error('it does not end as a PDF does');
    seen.add(at);
    const trailer = /\s*xref\s/y.test(text.slice(at, at + 8))
      ? table(request, at, places)
      : stream(request, at, places);
    newest ??= trailer;
    for (const key of ['Prev', 'XRefStm']) {
      const next = trailer.get(key);
      if (typeof next === 'number') starts.push(next);
    }
  }
  return { places, trailer: newest ?? new Map() };
}

function keep(places: Map<number, ObjectPlace>, number: number, place: ObjectPlace): void {
  if (!places.has(number)) places.set(number, place);
}

function table({ text }: PlacesRequest, at: number, places: Map<number, ObjectPlace>): PdfDictionary {
  const section = /\s*(?:xref\s+)?(\d+) (\d+)\s*\n?((?:\d{10} \d{5} [fn]\s{1,2})*)/y;
  section.lastIndex = at;
  for (let match = section.exec(text); match?.[0]; match = section.exec(text)) {
    const first = Number(match[1]);
    for (const [index, row] of [...(match[3] ?? '').matchAll(/(\d{10}) \d{5} ([fn])/g)].entries())
      if (row[2] === 'n') keep(places, first + index, [Number(row[1])]);
    at = section.lastIndex;
  }
  return readValue(text, text.indexOf('trailer', at) + 7).value as PdfDictionary;
}

function stream(
  { objectAt, inflated }: PlacesRequest,
  at: number,
  places: Map<number, ObjectPlace>,
): PdfDictionary {
  const { value, body } = objectAt(at);
  const trailer = value as PdfDictionary;
  const widths = (trailer.get('W') ?? []) as readonly number[];
  const index = (trailer.get('Index') ?? [0, trailer.get('Size') ?? 0]) as readonly number[];
  const data = inflated(body);
  let byte = 0;
  const field = (width = 0, absent = 0): number => {
    let read = width === 0 ? absent : 0;
    for (let count = 0; count < width; count++) read = read * 256 + data.charCodeAt(byte++);
    return read;
  };
  for (let part = 0; part + 1 < index.length; part += 2) {
    for (
      let number = index[part] ?? 0;
      number < (index[part] ?? 0) + (index[part + 1] ?? 0) && byte < data.length;
      number++
    ) {
      const [kind, where, rest] = [field(widths[0], 1), field(widths[1]), field(widths[2])];
      if (kind === 1) keep(places, number, [where]);
      if (kind === 2) keep(places, number, [where, rest]);
    }
  }
  return trailer;
}
