import { availableParallelism } from 'node:os';

/** From this many files, threads are worth it: each worker loads the compiler and warms up from nothing. */
const LONG_BOOK = 2000;
const MOST = 4;

/**
 * Returns how many threads lay out a book of this many files when nobody asked for a number: for a long book,
 * one per core.
 */
export function threadsFor(jobs: number | undefined, files: number): number {
  return jobs ?? (files < LONG_BOOK ? 1 : Math.min(MOST, availableParallelism()));
}
