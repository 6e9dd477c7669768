import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

test('generated code is of the schemas as they are: otherwise run "pnpm generate"', () => {
  const state = execFileSync('node', ['scripts/generate.mjs'], { cwd: ROOT, encoding: 'utf8' }).trim();
  expect(state).toMatch(/^[0-9a-f]{64}$/);
  const files = readdirSync(join(ROOT, 'packages'))
    .map((name) => join(ROOT, 'packages', name, 'src'))
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
    )
    .filter((file) => file.includes('.generated.'));
  expect(files.length).toBeGreaterThan(0);
  for (const file of files) expect(readFileSync(file, 'utf8').slice(0, 300), file).toContain(state);
});
