import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Executor, Task } from '@octavo/core';
import { HOME } from '../version.ts';
import { inputSharer } from './share-input.ts';
import type { WorkerAnswer } from './worker-message.ts';

/** Runs tasks on worker threads until it is closed. */
export interface WorkerPool extends Executor {
  readonly close: () => Promise<void>;
}

/** A worker has to load the compiler first: fewer tasks than this for each are done sooner here. */
const WORTH_A_WORKER = 6;

/** What a worker runs. */
const CODE = fileURLToPath(new URL('./worker.js', HOME));

interface Waiting {
  readonly task: Task<unknown, unknown>;
  readonly input: unknown;
  readonly done: (output: unknown) => void;
  readonly failed: (error: unknown) => void;
}

/**
 * A pool of at most `width` workers, each with one task at a time, so that no more than `width` inputs
 * are in memory twice. Workers start when enough tasks wait to be worth it; otherwise, and where the
 * worker's code is not there (tests run the source), tasks run in process, one after the other.
 */
export function openWorkerPool(width: number, code: string = CODE): WorkerPool {
  const threads = width > 1 && existsSync(code) ? width : 0;
  const queue: Waiting[] = [];
  /** Started, and without a task. */
  const idle: Thread[] = [];
  let active = 0;
  const running = new Set<Worker>();
  const share = inputSharer();
  let planned = false;
  let closed = false;
  const plan = () => {
    planned = false;
    const wanted = Math.min(threads, Math.floor(queue.length / WORTH_A_WORKER));
    while (active < wanted) void drain(idle.pop() ?? onThread(), true);
    if (active === 0) void drain({ run: ({ task, input }) => task.run(input) }, false);
  };
  return {
    width: Math.max(1, threads),
    run: <Input, Output>(task: Task<Input, Output>, input: Input) =>
      new Promise<Output>((done, failed) => {
        queue.push({ task, input, done, failed } as unknown as Waiting);
        if (!planned) setImmediate(plan);
        planned = true;
      }),
    close: async () => {
      closed = true;
      await Promise.all([...running].map((worker) => worker.terminate()));
    },
  };

  /** Takes tasks off the queue until there are none. */
  async function drain(thread: Thread, again: boolean): Promise<void> {
    active++;
    for (let next = queue.shift(); next && !closed; next = queue.shift()) {
      try {
        next.done(await thread.run(next));
      } catch (error) {
        next.failed(error);
      }
    }
    active--;
    if (again) idle.push(thread);
  }

  function onThread(): Thread {
    const worker = new Worker(code);
    worker.unref();
    running.add(worker);
    const sent = new Set<number>();
    let task: Pick<Waiting, 'done' | 'failed'> | undefined;
    let ended: Error | undefined;
    const settle = (act: (task: Pick<Waiting, 'done' | 'failed'>) => void): void => {
      const settled = task;
      task = undefined;
      // An idle worker keeps nobody waiting.
      worker.unref();
      if (settled) act(settled);
    };
    const fail = (error: unknown): void => settle(({ failed }) => failed(error));
    // These stay for the worker's life: Node delivers nothing more to a worker without listeners of its own.
    worker.on('message', (answer: WorkerAnswer) =>
      'fault' in answer ? fail(new Error(answer.fault)) : settle(({ done }) => done(answer.output)),
    );
    worker.on('messageerror', fail);
    worker.on('error', fail);
    worker.on('exit', (status) => {
      ended = new Error(`a worker ended with ${status}`);
      fail(ended);
    });
    return {
      run: ({ task: { module, name }, input }) =>
        new Promise((done, failed) => {
          if (ended) return failed(ended);
          task = { done, failed };
          worker.ref();
          worker.postMessage({ module, name, ...share(input as Record<string, unknown>, sent) });
        }),
    };
  }
}

interface Thread {
  readonly run: (waiting: Waiting) => unknown;
}
