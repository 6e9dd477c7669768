import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { larder, released, revise } from './editions.ts';
import { runOctavo } from './run-octavo.ts';

test('a redline is refused where there is nothing to mark', async () => {
  const { book, out } = await larder();
  const redline = (...words: readonly string[]) =>
    runOctavo(['build', book, '--no-color', '--out', join(out, 'marked'), ...words], process.cwd());
  const none = await redline('--redline', '2026.1');
  expect(none.code).toBe(2);
  expect(none.stderr).toContain('"larder" has no release, so no change can be marked since "2026.1"');
  await released(book, out, '2026.1');
  const same = await redline('--redline', '2026.1', '--to', 'html');
  expect(same.code).toBe(2);
  expect(same.stderr).toContain('nothing has changed since release 2026.1: there is nothing to mark');
  await revise(book, 2);
  const near = await redline('--redline', '2026.11', '--to', 'html');
  expect(near.code).toBe(2);
  expect(near.stderr).toContain('there is no release "2026.11"; did you mean "2026.1"?');
  const data = await redline('--redline', '2026.1', '--to', 'jsonld');
  expect(data.code).toBe(2);
  expect(data.stderr).toContain('jsonld is not made of a redline');
  expect(existsSync(join(out, 'marked'))).toBe(false);
}, 240_000);
