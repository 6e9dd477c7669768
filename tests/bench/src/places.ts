import { fileURLToPath } from 'node:url';

/** The repository's root; the bench runs compiled, from `tests/bench/dist`, as deep as this folder. */
export const ROOT: string = fileURLToPath(new URL('../../../', import.meta.url));

/** Everything the bench writes: corpora, what the tools make of them, the peers it has installed. */
export const WORK: string = process.env.OCTAVO_BENCH ?? `${ROOT}node_modules/.cache/octavo-bench`;
export const CLIENTS: string = `${WORK}/clients`;
