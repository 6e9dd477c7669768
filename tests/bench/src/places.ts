import { fileURLToPath } from 'node:url';

/** The repository's root; the bench runs compiled, from `tests/bench/dist`, as deep as this folder. */
export const ROOT: string = fileURLToPath(new URL('../../../', import.meta.url));

/** Everything the bench writes: corpora, what the tools make of them, the peers it has installed. */
export const WORK: string = process.env.OCTAVO_BENCH ?? `${ROOT}node_modules/.cache/octavo-bench`;
export const CLIENTS: string = `${WORK}/clients`;

/**
 * Where what a round replaces goes until the bench ends: a file system such as ext4 is slow to make files
 * for minutes after many were deleted, which would be counted.
 */
export const ASIDE: string = `${WORK}/aside`;
