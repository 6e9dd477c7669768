import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

test('generated code is of the schemas as they are: otherwise run "pnpm generate"', () => {
  const state = execFileSync('node', ['scripts/generate.mjs'], { cwd: ROOT, encoding: 'utf8' }).trim();
  expect(state).toMatch(/^[0-9a-f]{64}$/);
  const files = readdirSync(join(ROOT, 'packages')).flatMap(generatedBy);
  expect(files.length).toBeGreaterThan(1);
  for (const file of files) expect(readFileSync(file, 'utf8').slice(0, 300), file).toContain(state);
});

/** What the script `generate` of a package writes: `types=src/model/source.generated.ts`. */
function generatedBy(name: string): readonly string[] {
  const folder = join(ROOT, 'packages', name);
  const { scripts } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    readonly scripts: { readonly generate?: string };
  };
  return [...(scripts.generate ?? '').matchAll(/=([^\s=]+\.generated\.[jt]s)/g)].map(([, file = '']) =>
    join(folder, file),
  );
}
