import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { advisedPackages } from '../core/advised-packages.ts';

const run = promisify(execFile);

/** What npm says of a package's newest version: undefined where the registry is out of reach. */
async function newestVersion(name: string): Promise<string | undefined> {
  try {
    return (await run('npm', ['view', name, 'version', '--prefer-offline'])).stdout.trim();
  } catch (error) {
    if (/E404/.test(String((error as { stderr?: string }).stderr))) return '';
    return undefined;
  }
}

test.each(advisedPackages())('the registry has %s, which a message may advise', async (name) => {
  const version = await newestVersion(name);
  if (version === undefined && process.env.OCTAVO_REQUIRE_ALL !== '1')
    return console.warn(`the registry could not be asked for ${name}`);
  expect(version).toMatch(/^\d+\.\d+/);
});
