import fc from 'fast-check';
import { describe, test } from 'vitest';
import { anySource, KINDS } from '../import/any-source.ts';
import { importLosesNothing } from '../import/loses-nothing.ts';

describe('any source, at length', () => {
  test.each(KINDS)('%s', async (kind) => {
    await fc.assert(
      fc.asyncProperty(anySource(kind), (text) => importLosesNothing(kind, text)),
      { numRuns: 3000 },
    );
  });
});
