import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const ROOT = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, ROOT), 'utf8');
const headings = [...read('CHANGELOG.md').matchAll(/^## (.*)$/gm)].map(([, heading = '']) => heading);
const manifests = [
  ...readdirSync(new URL('packages', ROOT)).map((name) => `packages/${name}/package.json`),
  'schemas/package.json',
];
const versions = manifests
  .filter((path) => existsSync(new URL(path, ROOT)))
  .map((path) => JSON.parse(read(path)).version as string);

test('the change log begins with what is unreleased; below it each release has its version and day, newest first', () => {
  const [first, ...released] = headings;
  expect(first).toBe('Unreleased');
  for (const heading of released) expect(heading).toMatch(/^\d+\.\d+\.\d+ \(\d{4}-\d\d-\d\d\)$/);
  const days = released.map((heading) => /\((.*)\)/.exec(heading)?.[1]);
  expect(days).toEqual([...days].sort().reverse());
});

test('all packages have one version, that of the newest release where there is one', () => {
  expect(new Set(versions).size).toBe(1);
  const [, newest] = headings;
  if (newest !== undefined) expect(newest.startsWith(`${versions[0]} (`)).toBe(true);
});
