import { threadsFor } from './threads-for.ts';
import { openWorkerPool, type WorkerPool } from './worker-pool.ts';

/** The pool of one build, opened when it is known how many files the book has. */
export interface BookPool {
  /** The same pool every time. */
  readonly forFiles: (count: number) => WorkerPool;
  /** Has its workers load a module while the book is read, when it is long enough for them to be needed. */
  readonly prepare: (count: number, module: string) => void;
  readonly close: () => Promise<void>;
}

/** Of so many files a book has chapters enough for a worker. */
const FOR_WORKERS = 300;

/** `jobs`: how many threads are wanted, where somebody says so. */
export function bookPool(jobs: number | undefined): BookPool {
  let pool: WorkerPool | undefined;
  const forFiles = (count: number): WorkerPool => {
    pool ??= openWorkerPool(threadsFor(jobs, count));
    return pool;
  };
  return {
    forFiles,
    prepare: (count, module) => {
      if (count >= FOR_WORKERS) forFiles(count).prepare(module);
    },
    close: async () => pool?.close(),
  };
}
