import { strFromU8, unzipSync } from 'fflate';
import type { SourceKind } from '../model/source.ts';
import { isZip } from './zip.ts';

/** What a zip holds that is one document: a kind that is read, or the words for another one. */
export type Packed = { readonly kind: SourceKind } | { readonly other: string; readonly note: string };

/** By the media type that a package says (OCF 4.3; OpenDocument, part 2, 3.3). */
const TYPES: readonly (readonly [RegExp, Packed])[] = [
  [/^application\/epub\+zip/, { kind: 'epub' }],
  [/\.opendocument\.text/, { kind: 'odt' }],
  [
    /\.opendocument\.spreadsheet/,
    { other: 'an OpenDocument spreadsheet', note: 'Save it as .xlsx, or as CSV.' },
  ],
  [/\.opendocument\./, { other: 'an OpenDocument file that is no text', note: 'Save its text as .odt.' }],
];

/** By the parts of an Open Packaging Convention's package. */
const PARTS: readonly (readonly [RegExp, Packed])[] = [
  [/^xl\/workbook\.xml$/, { kind: 'xlsx' }],
  [/^xl\/workbook\.bin$/, { other: 'a binary workbook of Excel', note: 'Save it as .xlsx, or as CSV.' }],
  [/^ppt\//, { other: 'a presentation', note: 'Save its text as .docx.' }],
  [/^\[Content_Types\]\.xml$/, { kind: 'docx' }],
];

/** What a zip is, if it is a document and no archive of documents; undefined for any other file, and for a zip without a directory. */
export function packedAs(bytes: Uint8Array): Packed | undefined {
  if (!isZip(bytes)) return undefined;
  const names: string[] = [];
  try {
    const { mimetype } = unzipSync(bytes, {
      filter: ({ name, originalSize, size }) => {
        names.push(name);
        return name === 'mimetype' && Math.max(originalSize, size) < 200;
      },
    });
    const type = mimetype ? strFromU8(mimetype) : '';
    const typed = TYPES.find(([form]) => form.test(type));
    return (typed ?? PARTS.find(([form]) => names.some((name) => form.test(name))))?.[1];
  } catch {
    return undefined;
  }
}
