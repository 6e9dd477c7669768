import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../cli/temporary-folder.ts';
import { OCTAVO } from './octavo-process.ts';

const ROUNDS = Number(process.env.OCTAVO_KILLS ?? 12);

/** A document of many entries, so that writing them takes a while. */
function document(version: number): string {
  return Array.from({ length: 400 }, (_, at) => `## Is this number ${at}?\n\nYes, in ${version}.\n`).join(
    '\n',
  );
}

/** Starts an import; `killAfter` milliseconds later it is killed without warning. */
async function importInto(place: string, killAfter?: number): Promise<number | null> {
  const child = spawn(process.execPath, [OCTAVO, 'import', 'faq.md', '--out', 'book', '--quiet'], {
    cwd: place,
    stdio: 'ignore',
  });
  const timer = killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter);
  const [code] = (await once(child, 'exit')) as [number | null];
  clearTimeout(timer);
  return code;
}

/** The versions that the answers of a folder are of, and whether anything unfinished lies in it. */
async function stateOf(
  place: string,
): Promise<{ versions: readonly string[]; entries: number; left: string[] }> {
  const folder = join(place, 'book');
  const all = await readdir(folder, { recursive: true });
  const entries = all.filter((path) => /\d-.*\.md$/.test(path));
  const texts = await Promise.all(entries.map((path) => readFile(join(folder, path), 'utf8')));
  return {
    versions: [...new Set(texts.map((text) => /Yes, in (\d+)/.exec(text)?.[1] ?? '-'))],
    entries: entries.length,
    left: all.filter((path) => /\.next|plan/.test(path)),
  };
}

test(`an import killed at ${ROUNDS} moments is mended by the next one`, async () => {
  const place = await temporaryFolder();
  await writeFile(join(place, 'faq.md'), document(0));
  const started = performance.now();
  expect(await importInto(place)).toBe(0);
  const duration = performance.now() - started;
  let killed = 0;
  for (let round = 1; round <= ROUNDS; round++) {
    await writeFile(join(place, 'faq.md'), document(round));
    // Half of the kills go into the last fifth, where files are written and renamed.
    const share = round % 2 === 0 ? round / ROUNDS : 0.8 + (0.2 * round) / ROUNDS;
    if ((await importInto(place, duration * share)) === null) killed++;
    expect(await importInto(place), `after ${Math.round(share * 100)} %`).toBe(0);
    expect(await stateOf(place)).toEqual({ versions: [String(round)], entries: 400, left: [] });
  }
  expect(killed).toBeGreaterThan(0);
});

test('a new folder whose import was killed takes the next one', async () => {
  let killed = 0;
  for (let round = 1; round <= ROUNDS; round++) {
    const place = await temporaryFolder();
    await writeFile(join(place, 'faq.md'), document(1));
    if ((await importInto(place, 300 + round * 120)) === null) killed++;
    expect(await importInto(place)).toBe(0);
    expect(await stateOf(place)).toEqual({ versions: ['1'], entries: 400, left: [] });
  }
  expect(killed).toBeGreaterThan(0);
});
