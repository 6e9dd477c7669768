import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where .ci/run installs the clients of `clients/package.json`: $OCTAVO_CLIENTS, or the repository's cache. */
export const CLIENTS: string =
  process.env.OCTAVO_CLIENTS ??
  fileURLToPath(new URL('../../node_modules/.cache/octavo-clients', import.meta.url));

/**
 * Whether a client has to be skipped because it is not installed, which is said aloud; never with
 * OCTAVO_REQUIRE_ALL=1, where its test then fails.
 */
export function skipsClient(name: string): boolean {
  const there = existsSync(join(CLIENTS, 'node_modules', name));
  if (there || process.env.OCTAVO_REQUIRE_ALL === '1') return false;
  console.warn(`Skipped: ${name} is not installed in ${CLIENTS}`);
  return true;
}
