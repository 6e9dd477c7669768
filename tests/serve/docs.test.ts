import { expect, test } from 'vitest';
import { runOctavo } from '../cli/run-octavo.ts';
import { startServing } from './start-serve.ts';

test('octavo docs shows the handbook at the entry of a command, a key or a rule', async () => {
  const { ask, base, stderr } = await startServing(['docs', 'number-unique', '--port', '4310']);
  expect(base).toMatch(/^\/handbook\/entry\/\d+\/$/);
  expect((await ask(base)).body).toContain('number-unique');
  expect(stderr()).not.toMatch(/error/);
});

test('octavo docs proposes the nearest topic where there is none', async () => {
  const { code, stderr } = await runOctavo(['docs', 'relaese'], process.cwd());
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr:
      'octavo: the handbook has no entry "relaese"; did you mean "release"?\n  Without a word, "octavo docs" shows the contents.\n',
  });
});
