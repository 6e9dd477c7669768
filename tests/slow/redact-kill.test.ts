import { existsSync } from 'node:fs';
import { cp, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { larder, readJson, revise } from '../cli/editions.ts';
import { isWhole, octavo } from './octavo-process.ts';

/** Kills without warning: 25, or as many as OCTAVO_KILLS says. */
const ROUNDS = Number(process.env.OCTAVO_KILLS ?? 8);

test(
  `a redaction killed at ${ROUNDS} moments did nothing, or is finished by the next one`,
  async () => {
    const { book, out } = await larder();
    for (const [version, edition] of [
      ['2026.1', 1],
      ['2026.2', 2],
    ] as const) {
      if (edition > 1) await revise(book, edition);
      expect(
        await octavo(['release', version, book, '--out', out, '--quiet', '--allow-dirty']),
      ).toMatchObject({
        code: 0,
      });
    }
    const [oldBook, oldOut] = [`${book}.before`, `${out}.before`];
    await cp(book, oldBook, { recursive: true });
    await cp(out, oldOut, { recursive: true, verbatimSymlinks: true });
    const args = ['redact', '634', book, '--out', out, '--reason', 'By order.', '--date', '2026-12-01'];
    const started = performance.now();
    expect(await octavo(args)).toMatchObject({ code: 0 });
    const duration = performance.now() - started;
    // A kill at the very end leaves nothing to do, and so does a second run.
    expect(await octavo(args)).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('redacted already'),
    });
    const record = await readFile(join(book, 'releases/2026.2.json'), 'utf8');
    const sums = await readFile(join(out, '2026.2/SHA256SUMS'), 'utf8');

    let [killed, undone, midway] = [0, 0, 0];
    for (let round = 0; round < ROUNDS; round++) {
      for (const [old, now] of [
        [oldBook, book],
        [oldOut, out],
      ] as const) {
        await rm(now, { recursive: true });
        await cp(old, now, { recursive: true, verbatimSymlinks: true });
      }
      const { code } = await octavo(args, moment(round, duration, book));
      if (code === null) killed++;
      const where = `round ${round}`;
      const isPlanned = existsSync(join(book, '.octavo-redaction/plan.json'));
      if (isPlanned) {
        midway++;
        // No other command takes what is half done for the handbook.
        const check = await octavo(['check', book]);
        expect(check.stderr, where).toContain('a redaction of this handbook was interrupted');
        expect(check.code, where).toBe(6);
      } else if (code === null && (await readFile(join(book, 'releases/2026.2.json'), 'utf8')) !== record) {
        undone++;
        expect(await isWhole(join(out, '2026.2')), where).toBe(true);
        expect(await octavo(['check', book]), where).toMatchObject({ code: 0 });
      }
      const again = await octavo(args);
      expect(again, where).toMatchObject({ code: 0 });
      expect(await readFile(join(book, 'releases/2026.2.json'), 'utf8'), where).toBe(record);
      expect(await readFile(join(out, '2026.2/SHA256SUMS'), 'utf8'), where).toBe(sums);
      expect(await isWhole(join(out, '2026.1')), where).toBe(true);
      expect((await readdir(out)).filter((name) => !name.endsWith('.run.json')).sort(), where).toEqual([
        '2026.1',
        '2026.2',
        'latest',
      ]);
      expect((await readJson(book, 'releases/2026.2.json')).redacted, where).toHaveLength(1);
      expect(await octavo(['check', book]), where).toMatchObject({ code: 0 });
    }
    console.info(`killed ${killed} of ${ROUNDS}: ${undone} had done nothing, ${midway} were finished`);
    expect(killed).toBeGreaterThan(ROUNDS / 2);
    expect(midway).toBeGreaterThan(0);
  },
  600_000 + ROUNDS * 120_000,
);

/** When to kill: at a moment of the whole run, or when the plan is in place and a few milliseconds later. */
function moment(round: number, duration: number, book: string): (now: () => void) => void {
  if (round % 3 === 0)
    return (now) => {
      setTimeout(now, (duration * ((round * 37) % 101)) / 100).unref();
    };
  return (now) => {
    const asking = setInterval(() => {
      if (!existsSync(join(book, '.octavo-redaction/plan.json'))) return;
      clearInterval(asking);
      setTimeout(now, (round * 7) % 60);
    }, 1);
    asking.unref();
  };
}
