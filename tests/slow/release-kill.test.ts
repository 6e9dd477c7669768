import { existsSync, watch } from 'node:fs';
import { cp, readdir, readFile, readlink, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { larder, readJson, revise } from '../cli/editions.ts';
import { isWhole, octavo } from './octavo-process.ts';

/** Kills without warning: 50, or as many as OCTAVO_KILLS says. */
const ROUNDS = Number(process.env.OCTAVO_KILLS ?? 50);

test(
  `a release killed at ${ROUNDS} moments leaves the old or the new, and the next run succeeds`,
  async () => {
    const { book, out } = await larder();
    const args = (version: string) => ['release', version, book, '--out', out, '--quiet', '--allow-dirty'];
    expect(await octavo(args('2026.1'))).toMatchObject({ code: 0 });
    await revise(book, 2);
    const before = `${out}.before`;
    await cp(out, before, { recursive: true, verbatimSymlinks: true });

    const started = performance.now();
    expect(await octavo(args('2026.2'))).toMatchObject({ code: 0 });
    const duration = performance.now() - started;
    const sums = await readFile(join(out, '2026.2/SHA256SUMS'), 'utf8');
    const ledger = await readFile(join(book, 'releases/2026.2.json'), 'utf8');

    const left = { old: 0, new: 0 };
    let killed = 0;
    for (let round = 0; round < ROUNDS; round++) {
      await rm(out, { recursive: true });
      await cp(before, out, { recursive: true, verbatimSymlinks: true });
      for (const name of ['2026.2.json', '2026.2.text.jsonl'])
        await rm(join(book, 'releases', name), { force: true });

      const { code } = await octavo(args('2026.2'), moment(round, duration, out));
      if (code === null) killed++;
      else expect(code).toBe(0);
      const where = `round ${round}`;
      const latest = await readlink(join(out, 'latest'));
      left[latest === '2026.2' ? 'new' : 'old']++;
      expect(['2026.1', '2026.2'], where).toContain(latest);
      expect(await isWhole(join(out, 'latest')), where).toBe(true);
      expect(await isWhole(join(out, '2026.1')), where).toBe(true);
      if (existsSync(join(out, '2026.2'))) expect(await isWhole(join(out, '2026.2')), where).toBe(true);
      // A record is there whole, and then so is all that it speaks of.
      if (existsSync(join(book, 'releases/2026.2.json'))) {
        expect(await readFile(join(book, 'releases/2026.2.json'), 'utf8'), where).toBe(ledger);
        expect(latest, where).toBe('2026.2');
      }

      expect(await octavo(args('2026.2')), where).toMatchObject({ code: 0 });
      expect((await readdir(out)).filter((name) => !name.endsWith('.run.json')).sort(), where).toEqual([
        '2026.1',
        '2026.2',
        'latest',
      ]);
      expect(await readlink(join(out, 'latest')), where).toBe('2026.2');
      expect(await readFile(join(out, '2026.2/SHA256SUMS'), 'utf8'), where).toBe(sums);
      expect(await isWhole(join(out, '2026.2')), where).toBe(true);
      expect(await readFile(join(book, 'releases/2026.2.json'), 'utf8'), where).toBe(ledger);
      expect((await readdir(join(book, 'releases'))).sort(), where).toEqual([
        '2026.1.json',
        '2026.1.text.jsonl',
        '2026.2.json',
        '2026.2.text.jsonl',
      ]);
      if (round % 10 === 9) console.info(`${round + 1} rounds, ${killed} killed`);
    }
    console.info(`killed ${killed} of ${ROUNDS}: ${left.old} left the old release, ${left.new} the new one`);
    expect(killed).toBeGreaterThan(ROUNDS / 2);
  },
  600_000 + ROUNDS * 180_000,
);

test('two releases at once: one makes it, the other refuses or finds it made', async () => {
  const { book, out } = await larder();
  const args = ['release', '2026.1', book, '--out', out, '--quiet', '--allow-dirty'];
  const ends = await Promise.all([octavo(args), octavo(args), octavo(args)]);
  expect(ends.some(({ code }) => code === 0)).toBe(true);
  for (const { code, stderr } of ends) {
    expect([0, 6]).toContain(code);
    if (code === 6) expect(stderr).toMatch(/another build \(process \d+\) is writing/);
  }
  expect(await isWhole(join(out, 'latest'))).toBe(true);
  expect((await readdir(out)).filter((name) => !name.endsWith('.run.json')).sort()).toEqual([
    '2026.1',
    'latest',
  ]);
  expect((await readJson(book, 'releases/2026.1.json')).version).toBe('2026.1');
});

/**
 * When to kill: in every third round a moment of the whole run; otherwise when the stage, the folder
 * or `latest` appears, or a few milliseconds later, where the renames are.
 */
function moment(round: number, duration: number, out: string): (now: () => void) => void {
  if (round % 3 === 0)
    return (now) => {
      setTimeout(now, (duration * ((round * 37) % 101)) / 100).unref();
    };
  const names = round % 2 === 0 ? ['2026.2'] : ['latest.next', '2026.2.next', '2026.2'];
  const name = names[round % names.length];
  return (now) => {
    const watcher = watch(out, (_, changed) => {
      if (changed !== name) return;
      watcher.close();
      setTimeout(now, (round * 7) % 40);
    });
    watcher.unref();
  };
}
