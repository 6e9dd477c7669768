import { FORMAT_ORDER, loadFormat } from '../formats.ts';
import { schemaFiles } from './published-schemas.ts';

/** The files that this version puts into every folder alike, by path, for `verify` to hold them to. */
export async function shippedFiles(): Promise<ReadonlyMap<string, Uint8Array>> {
  const modules = await Promise.all(FORMAT_ORDER.map(loadFormat));
  const files = [...schemaFiles(), ...modules.flatMap(({ sharedFiles }) => sharedFiles?.() ?? [])];
  return new Map(
    files.flatMap(({ path, content }) => (content instanceof Uint8Array ? [[path, content]] : [])),
  );
}
