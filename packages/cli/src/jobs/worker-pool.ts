import { existsSync } from 'node:fs';
import { setImmediate as turn } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Executor, Task } from '@octavo/core';
import { HOME } from '../version.ts';
import { inputSharer } from './share-input.ts';
import { startWorker, type WorkerThread } from './worker-thread.ts';

/** Runs tasks on worker threads and on this thread until it is closed. */
export interface WorkerPool extends Executor {
  /** Starts the workers, if there are any, and has them load a module of which many tasks will come. */
  readonly prepare: (module: string) => void;
  readonly close: () => Promise<void>;
}

/**
 * A worker has to load the compiler first: fewer tasks than this per worker are done sooner on this thread.
 */
const WORTH_A_WORKER = 6;
/** How many tasks a worker holds at once, so that it continues while this thread is busy. */
const IN_HAND = 8;

/** The code that a worker runs. */
const CODE = fileURLToPath(new URL('./worker.js', HOME));

interface Waiting {
  readonly task: Task<unknown, unknown>;
  readonly input: unknown;
  readonly done: (output: unknown) => void;
  readonly failed: (error: unknown) => void;
}

/** A queue position of one thread: it does one task at a time. */
interface Lane {
  readonly run: (waiting: Waiting) => unknown;
  busy: boolean;
}

/**
 * Opens a pool of `width` threads: this one, and workers once enough tasks wait. Where the worker's code does
 * not exist (tests run the source), all tasks run here, one after the other.
 */
export function openWorkerPool(width: number, code: string = CODE): WorkerPool {
  const most = existsSync(code) ? width - 1 : 0;
  const queue: Waiting[] = [];
  const workers: WorkerThread[] = [];
  const here: Lane = {
    busy: false,
    run: async ({ task, input }) => {
      const output = await task.run(input);
      // Answers that arrived meanwhile are received before the next task.
      await turn();
      return output;
    },
  };
  /** Each round gives every worker one task. */
  const rounds: readonly Lane[][] = Array.from({ length: IN_HAND }, () => []);
  const share = inputSharer();
  let planned = false;
  let closed = false;
  const plan = () => {
    planned = false;
    start(Math.floor(queue.length / WORTH_A_WORKER));
    // Every thread gets one task before any thread gets another, so that none is idle while others have many.
    const [first = [], ...later] = rounds;
    for (const lane of [...first, here, ...later.flat()]) if (!lane.busy) void drain(lane);
  };
  return {
    width: most + 1,
    run: <Input, Output>(task: Task<Input, Output>, input: Input) =>
      new Promise<Output>((done, failed) => {
        queue.push({ task, input, done, failed } as unknown as Waiting);
        if (!planned) setImmediate(plan);
        planned = true;
      }),
    prepare: (module) => {
      start(most);
      for (const worker of workers) worker.load(module);
    },
    close: async () => {
      closed = true;
      await Promise.all(workers.map((worker) => worker.end()));
    },
  };

  function start(wanted: number): void {
    while (workers.length < Math.min(most, wanted)) {
      const worker = startWorker(code, share);
      workers.push(worker);
      const run = ({ task, input }: Waiting) => worker.run(task, input);
      for (const round of rounds) round.push({ busy: false, run });
    }
  }

  /** Takes tasks from the queue until it is empty. */
  async function drain(lane: Lane): Promise<void> {
    lane.busy = true;
    for (let next = queue.shift(); next && !closed; next = queue.shift()) {
      try {
        next.done(await lane.run(next));
      } catch (error) {
        next.failed(error);
      }
    }
    lane.busy = false;
  }
}
