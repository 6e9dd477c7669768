import { it } from 'vitest';
import { holdRedlinedPairs } from '../pdf/redline-pairs.ts';
import { holdRedlines } from '../pdf/redline-property.ts';

/** `OCTAVO_SEED` looks at other books; `OCTAVO_FUZZ_RUNS` at more of them, such as 500. */
const seed = Number(process.env.OCTAVO_SEED ?? 20);
const numRuns = Number(process.env.OCTAVO_FUZZ_RUNS ?? 40);
const timeout = 1_200_000 + 30_000 * numRuns;

it(
  `any of ${numRuns} redlined books reads back as its two editions (OCTAVO_SEED=${seed})`,
  () => holdRedlines(seed, numRuns),
  timeout,
);

it(
  `of ${numRuns} random pairs of editions, the PDF read back without insertions says the earlier one, without deletions the newer (OCTAVO_SEED=${seed})`,
  () => holdRedlinedPairs(seed, numRuns),
  timeout,
);
