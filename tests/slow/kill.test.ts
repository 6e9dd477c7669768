import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fixture, temporaryFolder } from '../cli/temporary-folder.ts';
import { isWhole, OCTAVO } from './octavo-process.ts';

const ROUNDS = Number(process.env.OCTAVO_KILLS ?? 12);

/** Starts a build; `killAfter` milliseconds later it is killed without warning. */
async function build(out: string, killAfter?: number): Promise<number | null> {
  const child = spawn(process.execPath, [OCTAVO, 'build', fixture('small'), '--out', out, '--quiet'], {
    stdio: 'ignore',
  });
  const timer = killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter);
  const [code] = (await once(child, 'exit')) as [number | null];
  clearTimeout(timer);
  return code;
}

test(`a build killed at ${ROUNDS} moments leaves the previous one, and the next one succeeds`, async () => {
  const place = await temporaryFolder();
  const out = join(place, 'site');
  const started = performance.now();
  expect(await build(out)).toBe(0);
  const duration = performance.now() - started;
  let killed = 0;
  for (let round = 0; round < ROUNDS; round++) {
    // The last tenth, where files are written and folders renamed, gets half of the kills.
    const share = round % 2 === 0 ? round / ROUNDS : 0.88 + (0.16 * round) / ROUNDS;
    if ((await build(out, duration * share)) === null) killed++;
    const there = existsSync(out) ? out : `${out}.previous`;
    expect(await isWhole(there), `after ${Math.round(share * 100)} %`).toBe(true);
  }
  expect(killed).toBeGreaterThan(0);
  expect(await build(out)).toBe(0);
  expect(await isWhole(out)).toBe(true);
  expect((await readdir(place)).filter((name) => name !== 'site.run.json')).toEqual(['site']);
});
