import { Worker } from 'node:worker_threads';
import type { Task } from '@octavo/core';
import type { inputSharer } from './share-input.ts';
import type { WorkerAnswer, WorkerNotice } from './worker-message.ts';

/**
 * A worker that does tasks in the order in which it receives them. An idle worker does not keep the process
 * alive.
 */
export interface WorkerThread {
  readonly run: (task: Task<unknown, unknown>, input: unknown) => Promise<unknown>;
  /** Loads a module before its tasks come. */
  readonly load: (module: string) => void;
  readonly end: () => Promise<unknown>;
}

interface Pending {
  readonly done: (output: unknown) => void;
  readonly failed: (error: unknown) => void;
}

/**
 * Starts a worker on a file of code. A task that throws, or that is unfinished when the worker ends, fails.
 */
export function startWorker(code: string, share: ReturnType<typeof inputSharer>): WorkerThread {
  // The worker does not inherit this process's flags: those of a test lead to sources.
  const worker = new Worker(code, { execArgv: [] });
  worker.unref();
  const sent = new Set<number>();
  const pending: Pending[] = [];
  let ended: Error | undefined;
  const settle = (act: (task: Pending) => void): void => {
    const task = pending.shift();
    if (pending.length === 0) worker.unref();
    if (task) act(task);
  };
  const fail = (error: unknown): void => settle(({ failed }) => failed(error));
  // These listeners stay for the worker's life: Node delivers nothing more to a worker without listeners of
  // its own.
  worker.on('message', (answer: WorkerAnswer) =>
    'fault' in answer ? fail(new Error(answer.fault)) : settle(({ done }) => done(answer.output)),
  );
  worker.on('messageerror', fail);
  worker.on('error', fail);
  worker.on('exit', (status) => {
    ended = new Error(`a worker ended with ${status}`);
    while (pending.length > 0) fail(ended);
  });
  return {
    run: ({ module, name }, input) =>
      new Promise((done, failed) => {
        if (ended) return failed(ended);
        pending.push({ done, failed });
        worker.ref();
        worker.postMessage({ module, name, ...share(input as Record<string, unknown>, sent) });
      }),
    load: (module) => worker.postMessage({ load: module } satisfies WorkerNotice),
    end: () => worker.terminate(),
  };
}
