import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

/** An empty folder that goes when the test ends. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'octavo-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** The path of a fixture. */
export function fixture(name: string): string {
  return fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url));
}

/** A copy of a fixture that a test may change. */
export async function copyOf(name: string): Promise<string> {
  const folder = join(await temporaryFolder(), 'book');
  // Not what builds of the fixture itself keep there.
  await cp(fixture(name), folder, { recursive: true, filter: (path) => !path.endsWith('.octavo') });
  return folder;
}
