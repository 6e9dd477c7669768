import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { FontFile, Handbook } from '@octavo/core';
import { fontsNeeded } from '@octavo/pdf';

const resolve = createRequire(import.meta.url).resolve;
const known = new Map<string, Uint8Array>();

/** The fonts a handbook asks for, read the way the CLI does. */
export function readFonts(handbook: Handbook): FontFile[] {
  return fontsNeeded(handbook).flatMap((request) => {
    const path = `${request.package}/${request.file}`;
    if (request.optional && !isThere(path)) return [];
    const bytes = known.get(path) ?? new Uint8Array(readFileSync(resolve(path)));
    known.set(path, bytes);
    return [{ ...request, bytes }];
  });
}

/** Fonts of scripts that we bring none for are installed beside a handbook, or not. */
function isThere(path: string): boolean {
  try {
    return resolve(path) !== '';
  } catch {
    return false;
  }
}
