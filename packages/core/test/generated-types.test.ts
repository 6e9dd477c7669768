import { readFile } from 'node:fs/promises';
import { compile, type JSONSchema } from 'json-schema-to-typescript';
import { expect, test } from 'vitest';

const BANNER =
  '// Generated from schemas/*.schema.json by test/generated-types.test.ts (vitest -u). Do not edit.\n';

test('the checked-in source types are those of the schemas', async () => {
  const parts = await Promise.all(
    ['handbook', 'entry', 'page', 'topics', 'glossary', 'approval', 'manifest', 'inventory'].map(
      async (name) => {
        const url = new URL(`../../../schemas/${name}.schema.json`, import.meta.url);
        const schema = JSON.parse(await readFile(url, 'utf8')) as JSONSchema;
        return compile(schema, name, {
          bannerComment: '',
          additionalProperties: false,
          declareExternallyReferenced: true,
          style: { singleQuote: true },
        });
      },
    ),
  );
  await expect(BANNER + parts.join('\n')).toMatchFileSnapshot('../src/read/source.generated.ts');
});
