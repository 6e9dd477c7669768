import { expect, test } from 'vitest';
import { loadBook } from '../contract/load-book.ts';
import { expectSaysTheSame } from '../contract/says-the-same.ts';

test('every format says the same of our own handbook', async () => {
  expect.hasAssertions();
  await expectSaysTheSame(await loadBook('content/octavo-handbook'));
});
