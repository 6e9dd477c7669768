import fc from 'fast-check';
import { describe, test } from 'vitest';
import { anySource, KINDS } from '../import/any-source.ts';
import { importLosesNothing } from '../import/loses-nothing.ts';

/** A seed that is written down makes a run that can be repeated; `OCTAVO_SEED` and `OCTAVO_FUZZ_RUNS` look further. */
const seed = Number(process.env.OCTAVO_SEED ?? 618);
const numRuns = Number(process.env.OCTAVO_FUZZ_RUNS ?? 300);

describe('any source, at length', () => {
  test.each(KINDS)('%s', async (kind) => {
    await fc.assert(
      fc.asyncProperty(anySource(kind), (text) => importLosesNothing(kind, text)),
      { numRuns, seed },
    );
  });
});
