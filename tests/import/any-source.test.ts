import fc from 'fast-check';
import { describe, test } from 'vitest';
import { anySource, KINDS } from './any-source.ts';
import { importLosesNothing } from './loses-nothing.ts';

describe('any source: no uncaught error, no lost word', () => {
  test.each(KINDS)('%s', async (kind) => {
    await fc.assert(
      fc.asyncProperty(anySource(kind), (text) => importLosesNothing(kind, text)),
      { numRuns: 60, seed: 7 },
    );
  });

  test.each([...KINDS, 'docx'])('%s of any bytes', async (kind) => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), (bytes) => importLosesNothing(kind, bytes)),
      { numRuns: 20, seed: 7 },
    );
  });
});
