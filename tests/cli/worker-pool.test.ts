import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Task } from '@octavo/core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openWorkerPool, type WorkerPool } from '../../packages/cli/src/jobs/worker-pool.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** What a worker runs is compiled: Node itself knows no TypeScript. */
const CODE = fileURLToPath(new URL('../../packages/cli/dist/worker.js', import.meta.url));
const TASKS = `
import { threadId } from 'node:worker_threads';
export const double = async ({ value, table }) => ({ thread: threadId, value: 2 * value + table.length });
export const refuse = ({ value }) => { throw new Error('no ' + value); };
export const unsendable = () => () => {};
export const end = () => process.exit(3);
`;

interface Input {
  readonly value: number;
  readonly table: readonly number[];
}
interface Output {
  readonly thread: number;
  readonly value: number;
}

let module = '';
let pool: WorkerPool | undefined;
beforeEach(async () => {
  const path = join(await temporaryFolder(), 'tasks.mjs');
  await writeFile(path, TASKS);
  module = pathToFileURL(path).href;
});
afterEach(() => pool?.close());

const task = (name: string): Task<Input, Output> => ({
  module,
  name,
  // Some tasks are done on the pool's own thread.
  run: ({ value, table }) => {
    if (name === 'refuse') throw new Error(`no ${value}`);
    if (name === 'absent') throw new Error('exports no "absent"');
    return { thread: 0, value: 2 * value + table.length };
  },
});
/** Large enough that it is sent once, and that an answer takes a while. */
const TABLE = Array.from({ length: 50_000 }, (_, index) => index);

function all(count: number, name = (_: number) => 'double'): readonly Promise<Output>[] {
  const own = pool;
  if (!own) throw new Error('no pool');
  return Array.from({ length: count }, (_, value) => own.run(task(name(value)), { value, table: TABLE }));
}

it.each([2, 3])('runs any number of tasks on %i threads, and more when those are done', async (width) => {
  pool = openWorkerPool(width, CODE);
  for (let round = 0; round < 3; round++) {
    const outputs = await Promise.all(all(40));
    expect(outputs.map(({ value }) => value)).toEqual(outputs.map((_, value) => 2 * value + TABLE.length));
    expect(new Set(outputs.map(({ thread }) => thread)).size).toBe(width);
  }
});

it('runs a few tasks here, for a worker would be slower', async () => {
  pool = openWorkerPool(2, CODE);
  const outputs = await Promise.all(all(3));
  expect(outputs.map(({ thread }) => thread)).toEqual([0, 0, 0]);
});

it('has its workers load a module before there are tasks', async () => {
  pool = openWorkerPool(3, CODE);
  pool.prepare(module);
  const outputs = await Promise.all(all(8));
  expect(outputs.map(({ value }) => value)).toEqual(outputs.map((_, value) => 2 * value + TABLE.length));
  expect(new Set(outputs.map(({ thread }) => thread)).size).toBeGreaterThan(1);
});

it('fails the task that failed and no other', async () => {
  pool = openWorkerPool(2, CODE);
  const outcomes = await Promise.allSettled(
    all(40, (value) => (value === 7 ? 'refuse' : value === 9 ? 'absent' : 'double')),
  );
  const reasons = outcomes.flatMap((one) => (one.status === 'rejected' ? [String(one.reason)] : []));
  expect(reasons).toEqual([expect.stringContaining('no 7'), expect.stringContaining('exports no "absent"')]);
});

it.each(['end', 'unsendable'])(
  'fails what waits for a worker that is gone, and waits for nothing (%s)',
  async (name) => {
    pool = openWorkerPool(2, CODE);
    const outcomes = await Promise.allSettled(all(40, (value) => (value < 2 ? name : 'double')));
    expect(outcomes.filter(({ status }) => status === 'rejected').length).toBeGreaterThan(1);
  },
);
