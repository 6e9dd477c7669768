import { finding } from '../model/finding.ts';
import type { ReadDocument } from '../model/read-document.ts';
import type { PackageKind } from '../model/source.ts';
import { whyBroken } from '../model/why-broken.ts';

/** What packages are called, and what to do with one of which no word can be read. */
const PACKAGES: Readonly<Record<PackageKind, readonly [what: string, note: string]>> = {
  docx: ['Word document', 'Save it again as .docx.'],
  odt: ['OpenDocument text', 'Save it again as .odt, or as .docx.'],
  xlsx: ['workbook', 'Save it again as .xlsx, or as CSV.'],
  epub: ['EPUB', 'Export it again, or import what it was made from.'],
};

/** What is read of a package that cannot be read: why, and what to do. */
export function brokenDocument(path: string, kind: PackageKind, error: unknown): ReadDocument {
  const [what, note] = PACKAGES[kind];
  const why = error instanceof RangeError ? 'it nests too deep' : whyBroken(error);
  const reason = `this is no ${what} that can be read: ${why}`;
  return {
    content: { kind: 'blocks', blocks: [] },
    footnotes: new Map(),
    dropped: [],
    words: [],
    findings: [finding('source-broken', 'error', { path, line: 1 }, reason, note)],
  };
}
