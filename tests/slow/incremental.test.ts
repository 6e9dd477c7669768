import { expect, test } from 'vitest';
import { compareBuilds } from '../cli/compare-builds.ts';
import { temporaryFolder } from '../cli/temporary-folder.ts';

/** `OCTAVO_EDITS` asks for fewer; four books share them. */
const edits = Number(process.env.OCTAVO_EDITS ?? 1000) / 4;

test.each([1, 2, 3, 4])(
  'book %i: every build by a cache equals one from nothing',
  async (seed) => {
    const place = await temporaryFolder();
    const built = await compareBuilds(place, {
      seed,
      edits,
      to: (at) => (at % 10 === 0 ? 'html,pdf,epub,jsonld' : 'html,epub,jsonld'),
    });
    expect(built).toBeGreaterThan(edits * 0.9);
  },
  3_600_000,
);
