import { it } from 'vitest';
import { holdRedlinedPairs } from '../pdf/redline-pairs.ts';
import { holdRedlines } from '../pdf/redline-property.ts';

const seed = Number(process.env.OCTAVO_SEED ?? 20);
const numRuns = Number(process.env.OCTAVO_FUZZ_RUNS ?? 80);

it(`any of ${numRuns} redlined books reads back as its two editions (OCTAVO_SEED=${seed})`, () =>
  holdRedlines(seed, numRuns));

it(`of ${numRuns} random pairs of editions, the redlined PDF read back says either (OCTAVO_SEED=${seed})`, () =>
  holdRedlinedPairs(seed, numRuns));
