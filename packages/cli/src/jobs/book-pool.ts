import { threadsFor } from './threads-for.ts';
import { openWorkerPool, type WorkerPool } from './worker-pool.ts';

/** The pool of one build, opened when it is known how many files the book has. */
export interface BookPool {
  /** The same pool every time. */
  readonly forFiles: (count: number) => WorkerPool;
  /** Whether a book of so many files will need workers. */
  readonly needsWorkers: (count: number) => boolean;
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
    needsWorkers: (count) => count >= FOR_WORKERS && forFiles(count).width > 1,
    close: async () => pool?.close(),
  };
}
