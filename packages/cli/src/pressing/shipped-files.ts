import { schemaFiles } from '@octavo/press/documents';
import { FORMATS, loadFormats } from '../formats.ts';

/**
 * Returns the files that this version puts into every folder alike, by path, so that `verify` can compare
 * them.
 */
export async function shippedFiles(): Promise<ReadonlyMap<string, Uint8Array>> {
  const formats = await loadFormats(FORMATS);
  const shared = formats.flatMap(({ sharedFiles }) => sharedFiles?.() ?? []);
  const files = [...schemaFiles(), ...shared];
  return new Map(
    files.flatMap(({ path, content }) => (content instanceof Uint8Array ? [[path, content]] : [])),
  );
}
