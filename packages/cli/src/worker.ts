import * as nodeModule from 'node:module';
import { parentPort } from 'node:worker_threads';
import type { WorkerAnswer, WorkerNotice, WorkerOrder } from './jobs/worker-message.ts';

// As the command does: each thread compiles for itself.
(nodeModule as { readonly enableCompileCache?: () => unknown }).enableCompileCache?.();

/** What other tasks are given too, by the number that the pool gave it: it is sent once. */
const shared = new Map<number, unknown>();

let before: Promise<void> = Promise.resolve();

/** A worker thread of the command: does one task after the other. */
parentPort?.on('message', (message: WorkerOrder | WorkerNotice) => {
  before = before.then(async () => {
    if ('load' in message) await import(message.load).catch(() => {});
    else parentPort?.postMessage(await answer(message));
  });
});

async function answer({ module, name, own, sharedOnce, sharedBefore }: WorkerOrder): Promise<WorkerAnswer> {
  try {
    const tasks = (await import(module)) as Record<string, (input: unknown) => unknown>;
    const task = tasks[name];
    if (!task) throw new Error(`${module} exports no "${name}"`);
    for (const { id, value } of sharedOnce) shared.set(id, value);
    const others = sharedBefore.map(({ key, id }) => [key, shared.get(id)] as const);
    return { output: await task({ ...own, ...Object.fromEntries(others) }) };
  } catch (error) {
    return { fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
