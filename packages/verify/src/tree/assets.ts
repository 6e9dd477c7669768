import type { Handbook } from '@octavo/core';
import { sha256 } from '../sha256.ts';
import type { TreeFiles } from './tree-files.ts';

/** Finds the bytes of the handbook's pictures in the site, where they are the handbook's by their SHA-256. */
export function assetsOf(
  files: TreeFiles,
  { images }: Handbook,
): (path: string) => Promise<Uint8Array | undefined> {
  return async (path) => {
    const facts = images.find((image) => image.path === path);
    const place = files.paths.find((one) => `/${one}`.endsWith(`/images/${path}`));
    const bytes = place === undefined ? undefined : await files.read(place);
    return bytes && facts && sha256(bytes) === facts.sha256 ? bytes : undefined;
  };
}
