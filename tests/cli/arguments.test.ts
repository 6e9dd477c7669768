import { expect, test } from 'vitest';
import { runOctavo } from './run-octavo.ts';

const cases: readonly [argv: string[], code: number, says: RegExp][] = [
  [['--version'], 0, /^\d+\.\d+\.\d+\n$/],
  [['help'], 0, /Usage: octavo <command>/],
  [[], 0, /Usage: octavo <command>/],
  [['build', '--help'], 0, /Usage: octavo build/],
  [['bild'], 2, /unknown command "bild"; did you mean "build"\?/],
  [['build', '--otu', 'x'], 2, /unknown option "--otu"; did you mean "--out"\?/],
  [
    ['build', 'tests/fixtures/small', '--to', 'pdf,html,ebup'],
    2,
    /--to cannot be "ebup"; did you mean "epub"\?/,
  ],
  [['build', '--out'], 2, /--out needs a value/],
  [['check', '--out', 'x'], 2, /"octavo check" has no option --out/],
  [['check', '--reporter', 'xml'], 2, /One of pretty, json, sarif, github/],
  [['check', 'a', 'b'], 2, /one path at a time/],
  [['build', '--quiet=yes'], 2, /--quiet takes no value/],
  [['--drafts', 'check', '/nowhere/at/all'], 2, /there is no folder/],
  [['check', '/nowhere/at/all'], 2, /there is no folder/],
  [['check', 'package.json'], 1, /no question was found/],
];

test.each(cases)('octavo %j ends with %i', async (argv, code, says) => {
  const result = await runOctavo(argv, process.cwd());
  expect(result.stdout + result.stderr).toMatch(says);
  expect(result.code).toBe(code);
  expect(result.stderr).not.toMatch(/^\s+at /m);
});
