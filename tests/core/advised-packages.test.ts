import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { advisedPackages } from './advised-packages.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Our own, which a publisher installs. */
const OURS = /^@octavo\//;

/** Source files of the packages, without what is generated. */
const SOURCES = readdirSync(join(ROOT, 'packages')).flatMap((name) =>
  readdirSync(join(ROOT, 'packages', name, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !path.includes('generated'))
    .map((path) => join(ROOT, 'packages', name, 'src', path)),
);

// tests/conformance/advised-packages.test.ts installs some of them.
test('every package in the text of a message is ours, in the lockfile, or a font of the table', () => {
  const locked = readFileSync(join(ROOT, 'pnpm-lock.yaml'), 'utf8');
  const fonts = new Set(advisedPackages());
  expect(fonts.size).toBeGreaterThan(16);
  const named = SOURCES.flatMap((path) => {
    const text = readFileSync(path, 'utf8').replace(/^(?:import|export)[^;]*;$/gm, '');
    return [...text.matchAll(/(?:npm install|package) (@[\w-]+\/[\w-]+)/g)].map(([, name = '']) => name);
  });
  for (const name of new Set(named))
    if (!OURS.test(name) && !fonts.has(name)) expect(locked).toContain(`'${name}@`);
});
