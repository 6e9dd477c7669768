import parity from '@octavo/schemas/parity.schema.json' with { type: 'json' };
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { verify } from '../src/index.ts';
import { SMALL } from './small-handbook.ts';

test('a report keeps to its schema, and is the same twice', async () => {
  const request = { files: new Map(), handbook: SMALL, formats: ['html', 'pdf', 'epub', 'jsonld'] } as const;
  const report = await verify(request);
  const validate = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true }).compile(
    parity,
  );
  validate(report);
  expect(validate.errors ?? []).toEqual([]);
  expect(JSON.stringify(await verify(request))).toBe(JSON.stringify(report));
  expect(validate({ ...report, made: '2026-01-01' })).toBe(false);
});
