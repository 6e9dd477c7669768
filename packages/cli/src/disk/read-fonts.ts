import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { FontFile, FontRequest } from '@octavo/core';

/**
 * Reads the fonts that a format asked for from the npm packages that carry them, as installed beside
 * the format's own package or beside the handbook. One that is not installed is left out: the format
 * says what is missing when a character needs it.
 */
export async function readFonts(
  requests: readonly FontRequest[],
  from: readonly string[],
): Promise<readonly FontFile[]> {
  const resolvers = from.map((path) => createRequire(path));
  const found = await Promise.all(
    requests.map(async (request) => {
      const path = locate(request, resolvers);
      return path === undefined ? undefined : { ...request, bytes: new Uint8Array(await readFile(path)) };
    }),
  );
  return found.filter((font) => font !== undefined);
}

/** Whether the file of a font can be found from one of the places. */
export function isInstalled(request: FontRequest, from: readonly string[]): boolean {
  return (
    locate(
      request,
      from.map((path) => createRequire(path)),
    ) !== undefined
  );
}

function locate(request: FontRequest, resolvers: readonly NodeJS.Require[]): string | undefined {
  for (const resolver of resolvers) {
    try {
      return resolver.resolve(`${request.package}/${request.file}`);
    } catch {
      // Not installed there: try the next place.
    }
  }
  return undefined;
}
