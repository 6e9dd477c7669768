import type { Handbook, Page, Term } from './documents.generated.ts';
import { contentFingerprint } from './fingerprint.ts';

/** The fingerprint of a term of the glossary: the term, its definition, its other names, its entries. */
export function termFingerprint({ term, definition, also, entries }: Term, handbook: Handbook): string {
  return contentFingerprint({ term, definition, also, entries }, imageHashes(handbook));
}

/** The fingerprint of a prose page or of a chapter's introduction: its title, text and notes. */
export function pageFingerprint({ title, body, footnotes }: Page, handbook: Handbook): string {
  return contentFingerprint({ title, body, footnotes }, imageHashes(handbook));
}

function imageHashes({ images }: Handbook): (path: string) => string {
  return (path) => images.find((image) => image.path === path)?.sha256 ?? path;
}
