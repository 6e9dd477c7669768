import {
  openObjects,
  type PdfDictionary,
  type PdfObjects,
  type PdfValue,
  readValues,
} from '@octavo/verify/pdf-objects';

/** A PDF whose objects are exchanged by an update at its end (ISO 32000-1, 7.5.6). */
export interface PdfEditor {
  readonly objects: PdfObjects;
  /** A dictionary as it is now: an object's, or one that stands in another. */
  readonly dictionary: (value: PdfValue | undefined) => PdfDictionary;
  /** Changes entries of an object's dictionary; `null` takes one away. */
  readonly change: (ref: number, entries: Readonly<Record<string, PdfValue>>) => void;
  /** Exchanges an object. */
  readonly put: (ref: number, value: PdfValue) => void;
  /** Exchanges a stream's content. */
  readonly putStream: (ref: number, content: string, facts?: Readonly<Record<string, PdfValue>>) => void;
  readonly save: () => Uint8Array;
}

/** Opens a PDF for changes. */
export function editPdf(bytes: Uint8Array): PdfEditor {
  const objects = openObjects(bytes);
  const changed = new Map<number, string>();
  const values = new Map<number, PdfValue>();
  const put: PdfEditor['put'] = (ref, value) => {
    values.set(ref, value);
    changed.set(ref, written(value));
  };
  const dictionary: PdfEditor['dictionary'] = (value) => {
    const now =
      typeof value === 'object' && value !== null && 'ref' in value ? values.get(value.ref) : undefined;
    return now instanceof Map ? now : (objects.dictionary(value) ?? new Map());
  };
  return {
    objects,
    dictionary,
    put,
    change(ref, entries) {
      const next = new Map(dictionary({ ref }));
      for (const [key, value] of Object.entries(entries)) {
        if (value === null) next.delete(key);
        else next.set(key, value);
      }
      put(ref, next);
    },
    putStream: (ref, content, facts = {}) => {
      const entries = Object.entries({ ...facts, Length: content.length }).filter(([, one]) => one !== null);
      changed.set(ref, `${written(new Map(entries))}\nstream\n${content}\nendstream`);
    },
    save: () => withUpdate(bytes, changed),
  };
}

function withUpdate(bytes: Uint8Array, changed: ReadonlyMap<number, string>): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1');
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1]);
  const trailer = [...firstDictionary(text, start)].filter(
    ([key]) => key === 'Root' || key === 'Size' || key === 'Info' || key === 'ID',
  );
  let update = '\n';
  const rows: string[] = [];
  for (const [ref, body] of changed) {
    rows.push(`${ref} 1\n${String(text.length + update.length).padStart(10, '0')} 00000 n \n`);
    update += `${ref} 0 obj\n${body}\nendobj\n`;
  }
  const table = text.length + update.length;
  const entries = written(new Map<string, PdfValue>([...trailer, ['Prev', start]]));
  update += `xref\n${rows.join('')}trailer\n${entries}\nstartxref\n${table}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(text + update, 'latin1'));
}

function firstDictionary(text: string, at: number): PdfDictionary {
  for (const value of readValues(text, at)) if (value instanceof Map) return value;
  throw new Error('no trailer');
}

function written(value: PdfValue): string {
  if (value === null || typeof value !== 'object') return String(value);
  if (Array.isArray(value)) return `[${value.map(written).join(' ')}]`;
  if (value instanceof Map)
    return `<<${[...value].map(([key, one]: [string, PdfValue]) => `/${key} ${written(one)}`).join(' ')}>>`;
  if ('name' in value) return `/${value.name}`;
  if ('bytes' in value) return `<${Buffer.from(value.bytes, 'latin1').toString('hex')}>`;
  if ('ref' in value) return `${value.ref} 0 R`;
  throw new Error('no object');
}

/** A text string of a PDF. */
export function pdfString(text: string): PdfValue {
  return { bytes: Buffer.from(`\ufeff${text}`, 'utf16le').swap16().toString('latin1') };
}
