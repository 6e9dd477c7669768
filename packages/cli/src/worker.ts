import * as nodeModule from 'node:module';
import { parentPort } from 'node:worker_threads';
import type { WorkerAnswer, WorkerNotice, WorkerOrder } from './jobs/worker-message.ts';

// Each thread compiles for itself, as the command does.
(nodeModule as { readonly enableCompileCache?: () => unknown }).enableCompileCache?.();

/** Values that several tasks receive, by the number that the pool gave them; each is sent once. */
const shared = new Map<number, unknown>();

let before: Promise<void> = Promise.resolve();

/** This is a worker thread of the command: it does one task after another. */
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
