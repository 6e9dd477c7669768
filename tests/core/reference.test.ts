import { expect, test } from 'vitest';
import { referenceFiles, referenceOnDisk } from '../../scripts/reference.mjs';

test('the reference of the Octavo Handbook is what the program goes by ("pnpm reference" writes it)', () => {
  expect([...referenceOnDisk()].sort()).toEqual([...referenceFiles()].sort());
});
