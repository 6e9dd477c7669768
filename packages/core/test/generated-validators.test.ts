import { readFile } from 'node:fs/promises';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';
import { expect, test } from 'vitest';

const BANNER =
  '// Generated from schemas/*.schema.json by test/generated-validators.test.ts (vitest -u). Do not edit.\n';
const NAMES = ['handbook', 'entry', 'page', 'topics', 'glossary', 'approval', 'inventory'];

/** Compiling the schemas anew would be a tenth of a second of every run. */
test('the checked-in validators are those of the schemas', async () => {
  const ajv = new Ajv2020({
    allErrors: true,
    verbose: true,
    strict: true,
    allowUnionTypes: true,
    code: { source: true, esm: true },
  });
  const ids: Record<string, string> = {};
  for (const name of NAMES) {
    const url = new URL(`../../../schemas/${name}.schema.json`, import.meta.url);
    const schema = JSON.parse(await readFile(url, 'utf8')) as { $id: string };
    ajv.addSchema(schema);
    ids[name] = schema.$id;
  }
  await expect(BANNER + modular(standalone.default(ajv, ids))).toMatchFileSnapshot(
    '../src/read/validators.generated.js',
  );
});

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
