import { threadsFor } from './threads-for.ts';
import { openWorkerPool, type WorkerPool } from './worker-pool.ts';

/** The pool of one build, which is opened when it is known how many files the book has. */
export interface BookPool {
  /** Returns the same pool every time. */
  readonly forFiles: (count: number) => WorkerPool;
  /** Says whether a book of this many files will need workers. */
  readonly needsWorkers: (count: number) => boolean;
  readonly close: () => Promise<void>;
}

/** A book of this many files has enough chapters to keep a worker busy. */
const FOR_WORKERS = 300;

/** `jobs` is the number of threads that somebody asked for, if anybody did. */
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
