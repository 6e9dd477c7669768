import { availableParallelism } from 'node:os';

/** So many files make it worth it: each worker loads the compiler and warms up anew. */
const LONG_BOOK = 2000;
const MOST = 4;

/** How many threads lay out a book of so many files, unless somebody says so: of a long one, one a core. */
export function threadsFor(jobs: number | undefined, files: number): number {
  return jobs ?? (files < LONG_BOOK ? 1 : Math.min(MOST, availableParallelism()));
}
