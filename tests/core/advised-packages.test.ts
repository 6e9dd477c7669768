import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Our own, which a publisher installs. */
const OURS = /^@octavo\//;

/** Source files of the packages, without what is generated. */
const SOURCES = readdirSync(join(ROOT, 'packages')).flatMap((name) =>
  readdirSync(join(ROOT, 'packages', name, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !path.includes('generated'))
    .map((path) => join(ROOT, 'packages', name, 'src', path)),
);

test('every font package that a message can name is one that our lockfile has from the registry', () => {
  const locked = readFileSync(join(ROOT, 'pnpm-lock.yaml'), 'utf8');
  const catalogue = readFileSync(join(ROOT, 'packages/pdf/src/fonts/catalogue.ts'), 'utf8');
  const folders = [...catalogue.matchAll(/family\(\s*'[^']+',\s*'([^']+)'/g)].map(([, folder]) => folder);
  expect(folders.length).toBeGreaterThan(8);
  for (const folder of folders) expect(locked).toContain(`'@expo-google-fonts/${folder}@`);
});

test('every package in the text of a message is ours or in the lockfile', () => {
  const locked = readFileSync(join(ROOT, 'pnpm-lock.yaml'), 'utf8');
  const named = SOURCES.flatMap((path) => {
    const text = readFileSync(path, 'utf8').replace(/^(?:import|export)[^;]*;$/gm, '');
    return [...text.matchAll(/(?:npm install|package) (@[\w-]+\/[\w-]+)/g)].map(([, name = '']) => name);
  });
  for (const name of new Set(named)) if (!OURS.test(name)) expect(locked).toContain(`'${name}@`);
});
