import type { FindAsset } from '../assign/images.ts';
import type { SourceFile } from '../model/source.ts';
import { isHandbook } from './book-of-handbook.ts';
import { handbookInPdf, hashOf, type OwnHandbook, parsed } from './handbook-in-pdf.ts';

/** The folders above a file in which the handbook.json of its build may lie. */
const FOLDERS: readonly string[] = ['', '../', '../../', '../../../'];

/**
 * Finds the handbook that files were made of by a build: the handbook.json among them, or the one in whose
 * folder they lie (as a page, a PDF, an EPUB, JSON-LD or Markdown). The manifest of the build tells by their hashes
 * that they are its files, and that nobody has changed them since. A PDF that lies alone holds its handbook.json.
 */
export function findHandbook(files: readonly SourceFile[], find: FindAsset): OwnHandbook | undefined {
  for (const file of files) {
    const handbook = /(?:^|\/)handbook\.json$|^[^/]+\.json$/i.test(file.path)
      ? parsed(file.bytes)
      : undefined;
    if (isHandbook(handbook)) return { file, handbook };
  }
  for (const folder of FOLDERS) {
    const bytes = find(`${folder}handbook.json`);
    const manifest = parsed(find(`${folder}manifest.json`)) as
      | { readonly files?: readonly { readonly sha256?: unknown }[] }
      | undefined;
    if (!bytes || !Array.isArray(manifest?.files)) continue;
    const hashes = new Set(manifest.files.map(({ sha256 }) => sha256));
    const handbook = parsed(bytes);
    const isBuilt = files.every((file) => hashes.has(hashOf(file.bytes)));
    if (isBuilt && isHandbook(handbook)) return { file: { path: `${folder}handbook.json`, bytes }, handbook };
  }
  const [file, ...others] = files;
  return file && others.length === 0 ? handbookInPdf(file) : undefined;
}
