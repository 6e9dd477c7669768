import { readFile } from 'node:fs/promises';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';
import { expect, test } from 'vitest';
import { PUBLISHED, validatorName } from '../src/contracts/published-schemas.ts';

const BANNER =
  '// Generated from schemas/*.schema.json by test/generated-validators.test.ts (vitest -u). Do not edit.\n';

/** Compiling the schemas anew would be half a second of every build. */
test('the checked-in validators are those of the schemas', async () => {
  const ajv = new Ajv2020({
    strict: true,
    strictRequired: false,
    allowUnionTypes: true,
    code: { source: true, esm: true },
  });
  const ids: Record<string, string> = {};
  for (const name of PUBLISHED) {
    const url = new URL(`../../../schemas/${name}.schema.json`, import.meta.url);
    const schema = JSON.parse(await readFile(url, 'utf8'), withoutWords) as { $id: string };
    ajv.addSchema(schema);
    ids[validatorName(name)] = schema.$id;
  }
  await expect(BANNER + modular(standalone.default(ajv, ids))).toMatchFileSnapshot(
    '../src/contracts/validators.generated.js',
  );
});

test('every published schema has its type', async () => {
  const types = PUBLISHED.map((name) => `export const ${validatorName(name)}: ValidateFunction;\n`);
  const text = `${BANNER}import type { ValidateFunction } from 'ajv/dist/2020.js';\n\n${types.join('')}`;
  await expect(text).toMatchFileSnapshot('../src/contracts/validators.generated.d.ts');
});

/** Descriptions say nothing to a validator. */
function withoutWords(key: string, value: unknown): unknown {
  return (key === 'description' || key === '$comment') && typeof value === 'string' ? undefined : value;
}

/** ajv's "ESM" still requires its helpers, which are CommonJS: some loaders unwrap their default, some do not. */
function modular(code: string): string {
  const imports: string[] = [];
  const body = code.replace(/require\("([^"]+)"\)\.default/g, (_all, path: string) => {
    const name = `helper${imports.length}`;
    imports.push(`import ${name} from '${path}.js';\n`);
    return `(${name}.default ?? ${name})`;
  });
  return `${imports.join('')}${body}\n`;
}
